import type { Viewer } from "#tenants";

/**
 * What names a paper exactly, whoever brought it: a photo, its XML or the tax service's list. `issuer`: tax id as
 * `76123456-K`; `kind`: `factura`, `nota_credito` …
 */
export type PaperId = { issuer: string; kind: string; series: string | null; number: string };

/** Under what a paper stands in the books, once: a look-up hash. Zeros before a number are nobody's number. */
export async function paperKey(viewer: Viewer, { issuer, kind, series, number }: PaperId): Promise<string> {
  return viewer.keyOf("paper", `${issuer}|${kind}|${series ?? ""}|${bare(number)}`);
}

/** Under what the papers of one number stand, whoever issued them: a look-up hash. */
export async function numberKey(viewer: Viewer, number: string): Promise<string> {
  return viewer.keyOf("paper-number", bare(number));
}

function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, "");
}
