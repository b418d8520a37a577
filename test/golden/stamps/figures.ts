// How well stamps are read: by sort of picture, how many are decoded, how exact, judged how, and how fast.

import { readDocument } from "#src/documents/read/cascade.ts";
import type { Read } from "#src/documents/extraction.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { searchCodes } from "#src/documents/read/stamp-search.ts";
import { nodeEngines } from "../receipts/node-engines.ts";
import { type DrawnStamp, READ_ON } from "./kinds.ts";
import { BEYOND, STAMP_SPECIMENS, type StampSpecimen, stampShotOf } from "./specimens.ts";

export type StampFigure = {
  sort: string;
  count: number;
  decoded: number;
  /** Of the decoded. */
  fieldsExact: number;
  /** Of the decoded. */
  verdictRight: number;
  /** Called authentic though it is not. */
  falselyAuthentic: number;
  /** Median milliseconds of the search for codes in the decoded picture. */
  searchMs: number;
  /** Median milliseconds of the whole reading, OCR included. */
  documentMs: number;
  /** Names of the pictures that went wrong. */
  wrong: string[];
};

/** `short` is a picture of the sorts that a decoder alone does not read. */
export type Part = "tuned" | "held" | "all" | "short";

const SHORT_SORTS: ReadonlySet<string> = new Set(["turned", "blur", "narrow", "pale", "far"]);

const IN_PART: Readonly<Record<Part, (specimen: StampSpecimen) => boolean>> = {
  tuned: ({ held }) => !held,
  held: ({ held }) => held,
  all: () => true,
  short: ({ sort, name }) => SHORT_SORTS.has(sort) && name.endsWith("-1"),
};

/**
 * The table over a part of the pictures: a row for each sort, and a last one for all that the gate counts.
 * @param engines with a clock that tells milliseconds, where the figures of time are to mean something
 */
export async function stampFigures(
  part: Part,
  engines: Engines | Promise<Engines> = nodeEngines(() => performance.now()),
): Promise<StampFigure[]> {
  const rows = new Map<string, Seen[]>();
  for (const specimen of STAMP_SPECIMENS.filter(IN_PART[part])) {
    const seen = rows.get(specimen.sort) ?? [];
    seen.push(await look(specimen, await engines));
    rows.set(specimen.sort, seen);
  }
  const counted = [...rows].filter(([sort]) => !BEYOND.has(sort)).flatMap(([, seen]) => seen);
  return [...[...rows].map(([sort, seen]) => figureOf(sort, seen)), figureOf("all that count", counted)];
}

/** What came of one picture. */
type Seen = {
  name: string;
  decoded: boolean;
  fields: boolean;
  verdict: boolean;
  falselyAuthentic: boolean;
  searchMs: number;
  documentMs: number;
};

/** Reads one picture and compares it with what stands on it. */
async function look(specimen: StampSpecimen, engines: Engines): Promise<Seen> {
  const { jpeg, drawn } = await stampShotOf(specimen);
  const picture = await engines.decode("jpeg", jpeg);
  const begun = engines.now();
  await searchCodes(engines, picture);
  const searched = engines.now();
  const reading = await readDocument(jpeg, { country: "CL", today: READ_ON }, engines);
  const done = engines.now();
  const read = reading.ok && reading.value.read_from === "timbre" ? reading.value : null;
  return {
    name: specimen.name,
    decoded: read !== null,
    fields: read !== null && hasFields(read, drawn),
    verdict: read?.authenticity.verdict === drawn.verdict,
    falselyAuthentic: read?.authenticity.verdict === "authentic" && drawn.verdict !== "authentic",
    searchMs: searched - begun,
    documentMs: done - searched,
  };
}

function hasFields({ kind, fields }: Read, { truth }: DrawnStamp): boolean {
  return (
    kind === truth.kind &&
    fields.merchant_tax_id === truth.issuer &&
    fields.receiver_tax_id === truth.receiver &&
    fields.number === String(truth.folio) &&
    fields.date === truth.date &&
    fields.total_minor === truth.total &&
    fields.currency === "CLP" &&
    fields.items[0]?.description === truth.item &&
    fields.merchant === truth.issuerName
  );
}

function figureOf(sort: string, seen: readonly Seen[]): StampFigure {
  const decoded = seen.filter((each) => each.decoded);
  return {
    sort,
    count: seen.length,
    decoded: decoded.length,
    fieldsExact: decoded.filter((each) => each.fields).length,
    verdictRight: decoded.filter((each) => each.verdict).length,
    falselyAuthentic: seen.filter((each) => each.falselyAuthentic).length,
    searchMs: median(seen.map((each) => each.searchMs)),
    documentMs: median(seen.map((each) => each.documentMs)),
    wrong: seen.filter((each) => !each.decoded || !each.fields || !each.verdict).map((each) => each.name),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
