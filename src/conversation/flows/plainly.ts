import { fold } from "#kernel";

/** Words as they are compared with ours: folded, without marks, one space between. */
export function plainly(text: string): string {
  return fold(text)
    .replace(/[.,;:!¡?¿«»"“”']+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
