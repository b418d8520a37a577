import { err, ok, type Result } from "#kernel";
import { EVIDENCE_CHARS_MAX, type PageProblem } from "./errors.ts";
import { RATE_DECIMALS } from "./rate.ts";

/**
 * The numbers of one page, in the unit of `Rate.value`. The SII writes the UF as Chile does, `40.875,09`, and the
 * dollar with a point, `928.16`; which of the two is the page's own way, all of its numbers must tell: `1.000` alone
 * is a thousand on the one and nothing on the other.
 */
export function readNumbers(texts: readonly string[]): Result<number[], PageProblem> {
  const form = texts.some((text) => text.includes(",")) ? WITH_COMMA : WITH_POINT;
  const numbers: number[] = [];
  for (const text of texts) {
    const [, whole, fraction = ""] = form.exec(text) ?? [];
    if (whole === undefined) return err({ reason: "number", evidence: text.slice(0, EVIDENCE_CHARS_MAX) });
    numbers.push(Number(whole.replaceAll(".", "") + fraction.padEnd(RATE_DECIMALS, "0")));
  }
  return ok(numbers);
}

const WITH_COMMA = /^(\d{1,3}(?:\.\d{3}){1,2}|\d{1,7})(?:,(\d{1,2}))?$/;
const WITH_POINT = /^(\d{1,7})(?:\.(\d{1,2}))?$/;
