import { fold } from "#kernel";

/** Words as they are compared with ours: folded, without marks, one space between. */
export function plainly(text: string): string {
  return fold(text)
    .replace(/[.,;:!¡?¿«»"“”']+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** As the person wrote it; folding keeps the length of what is typed in Latin letters. */
export function asWritten(text: string, folded: string): string {
  const from = fold(text).length === text.length ? fold(text).lastIndexOf(folded) : -1;
  return (from < 0 ? folded : text.slice(from, from + folded.length)).trim();
}
