import { and, eq, inArray, isNotNull, ne, or, type SQL } from "drizzle-orm";
import type { Viewer } from "#tenants";
import { answered } from "../answers.ts";
import type { Extraction, Fields, Marks } from "../extraction.ts";
import { COUNTING, isWaiting } from "../states.ts";
import { kept, paperKeyOf, select, stampKey, type KeptDocument } from "../store.ts";
import { documents } from "../tables.ts";
import { bitsApart, isLookalike, LOOKALIKE_BITS_MAX } from "./lookalike.ts";

/** A paper by what a person knows it by. */
export type PaperName = Pick<Extraction, "kind"> &
  Pick<Fields, "merchant" | "total_minor" | "currency"> &
  Partial<Pick<Fields, "number" | "date">>;

/** An earlier document that another one is taken for; `paper`: absent where nothing was read of it. */
export type Earlier = {
  id: string;
  /** ISO 8601, UTC: when it came. */
  at: string;
  paper?: PaperName;
  /** It is not booked: it waits for a person. */
  waits?: true;
};

/** Fingerprints that are compared, newest first: some months of a busy shop, a millisecond of work. */
const LOOKS_MAX = 500;
/** Of those that look alike, so many are opened. */
const OPENED_MAX = 10;

/** The same bytes as an earlier document that counts. */
export async function sameFile(viewer: Viewer, id: string, sha256: string): Promise<Earlier | null> {
  return earliest(viewer, id, eq(documents.sha256, sha256));
}

/** The same stamp, or the same folio of the same issuer. */
export async function samePaper(
  viewer: Viewer,
  id: string,
  { extraction, marks }: { extraction: Extraction; marks: Marks },
): Promise<Earlier | null> {
  const [stamp, paper] = await Promise.all([stampKey(viewer, marks), paperKeyOf(viewer, extraction)]);
  const same = [
    ...(stamp === null ? [] : [eq(documents.stamp_key, stamp)]),
    ...(paper === null ? [] : [eq(documents.paper_key, paper)]),
  ];
  return same.length === 0 ? null : earliest(viewer, id, or(...same));
}

/** A picture that looks like this one and says the same: a hint, for somebody to be asked. */
export async function sameLooks(
  viewer: Viewer,
  id: string,
  { extraction, marks }: { extraction: Extraction; marks: Marks },
): Promise<Earlier | null> {
  const { fingerprint } = marks;
  if (fingerprint === null) return null;
  const rows = await select(viewer, and(isNotNull(documents.fingerprint), counts(id)), LOOKS_MAX);
  const alike = rows.filter((row) => bitsApart(row.fingerprint ?? "", fingerprint) <= LOOKALIKE_BITS_MAX);
  for (const row of alike.slice(0, OPENED_MAX)) {
    const document = await kept(viewer, row);
    if (document.extraction === null) continue;
    const look = { ...document.extraction.fields, fingerprint: row.fingerprint };
    if (isLookalike({ ...extraction.fields, fingerprint }, look)) return earlierOf(document);
  }
  return null;
}

async function earliest(viewer: Viewer, id: string, same: SQL | undefined): Promise<Earlier | null> {
  const [row] = await select(viewer, and(same, counts(id)), 1);
  return row ? earlierOf(await kept(viewer, row)) : null;
}

function counts(id: string): SQL | undefined {
  return and(inArray(documents.state, [...COUNTING]), ne(documents.id, id));
}

/** As people have answered it. */
export function earlierOf({ id, created_at: at, state, extraction, answers }: KeptDocument): Earlier {
  const earlier = { id, at, ...(isWaiting(state) && { waits: true as const }) };
  if (extraction === null) return earlier;
  const { merchant, total_minor, currency, number, date } = answered(extraction, answers).fields;
  return { ...earlier, paper: { kind: extraction.kind, merchant, total_minor, currency, number, date } };
}
