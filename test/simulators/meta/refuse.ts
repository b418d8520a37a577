// The words of a judgement on what a business sends.
import type { Refusal } from "./graph-error.ts";

/** Why not, or null when it may pass. */
export type Verdict = Refusal | null;

export function refuse(code: number, details: string): Refusal {
  return { code, details };
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Characters as Meta counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
