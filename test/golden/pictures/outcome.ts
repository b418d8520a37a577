// What came of reading a picture whose truth is known.

import { readDocument } from "#src/documents/read/cascade.ts";
import type { Engines } from "#src/documents/read/engines.ts";
import { shotOf, type Specimen } from "./corpus.ts";
import { READ_ON } from "./purchase.ts";

/** The fields that are measured, in the order of a table. */
export const MEASURED = ["total", "date", "issuer", "number"] as const;
export type Measured = (typeof MEASURED)[number];

/** Those that are read with a confidence of their own. */
export const WEIGHED = ["total", "date"] as const;
export type Weighed = (typeof WEIGHED)[number];

export type Outcome = {
  /** Null where the paper does not print it. */
  right: Record<Measured, boolean | null>;
  /** 0–1; 0 where nothing was read. */
  confidence: Record<Weighed, number>;
  ms: number;
};

/** What is known of a picture; null where it is not measured. */
export type Truth = { total_minor: number; date: string | null; issuer: string | null; number: string | null };

/** Reads a picture and lays it beside its truth. @param country ISO 3166-1 alpha-2 */
export async function outcomeOf(
  bytes: Uint8Array,
  { truth, country }: { truth: Truth; country: string },
  engines: Engines,
): Promise<Outcome> {
  const begun = performance.now();
  const reading = await readDocument(bytes, { country, today: READ_ON }, engines);
  const ms = performance.now() - begun;
  const fields = reading.ok ? reading.value.fields : null;
  const same = (read: unknown, wanted: unknown): boolean | null => (wanted === null ? null : read === wanted);
  return {
    right: {
      total: same(fields?.total_minor, truth.total_minor),
      date: same(fields?.date, truth.date),
      issuer: same(fields?.merchant_tax_id, truth.issuer),
      number: same(fields?.number, truth.number),
    },
    confidence: reading.ok ? reading.value.confidence : { total: 0, date: 0 },
    ms,
  };
}

/** Draws a specimen and reads it. */
export async function outcomeOfSpecimen(specimen: Specimen, engines: Engines): Promise<Outcome> {
  const { purchase, jpeg } = await shotOf(specimen);
  const { total_minor, date, merchant_tax_id: issuer } = purchase;
  // A voucher has a number of its operation, which no book asks for; a Mexican ticket has no RFC that a rule could check.
  const number = specimen.kind === "comprobante" || specimen.country === "MX" ? null : purchase.number;
  const truth = { total_minor, date, issuer: specimen.country === "MX" ? null : issuer, number };
  return outcomeOf(jpeg, { truth, country: specimen.country }, engines);
}

/** How many of a field were read right, of how many that are printed. */
export function shareOf(outcomes: readonly Outcome[], field: Measured): { right: number; of: number } {
  const known = outcomes.map(({ right }) => right[field]).filter((right) => right !== null);
  return { right: known.filter(Boolean).length, of: known.length };
}

/** Below, from, and how often what was read with such a confidence was right. */
export type Bin = { from: number; to: number; right: number; of: number };

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1] as const;

/** Of the fields that were read with such a confidence, how many are right. What was not read is in no bin. */
export function reliabilityOf(outcomes: readonly Outcome[], field: Weighed): Bin[] {
  const read = outcomes.filter(({ confidence, right }) => confidence[field] > 0 && right[field] !== null);
  return EDGES.slice(1).map((to, at) => {
    const from = EDGES[at] ?? 0;
    const inside = read.filter(({ confidence }) => confidence[field] >= from && confidence[field] < to);
    return { from, to, right: inside.filter(({ right }) => right[field]).length, of: inside.length };
  });
}
