import type { Viewer } from "#tenants";

/**
 * What names a paper exactly, whoever brought it: a photo, its XML or the tax service's list. `issuer`: tax id as
 * `76123456-K`; `kind`: `factura`, `nota_credito` …
 */
export type PaperId = { issuer: string; kind: string; series: string | null; number: string };

/**
 * Under what an altered copy stands, which can't be the paper whose name it bears: so that the genuine one, once it comes,
 * finds what was booked from it.
 */
export function copyOf(paper: PaperId): PaperId {
  return { ...paper, kind: `altered ${paper.kind}` };
}

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
