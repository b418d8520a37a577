import { lettersOf } from "./machine.ts";
import { parse, type Node } from "./syntax.ts";

/** What makes a match fail behind what was pumped; nothing; and what may let it go on. */
const ENDS = ["", "!", "\u0000", "é", " x", "\n"];

/**
 * Texts that a pattern is slowest on: what stands before a repeated part, then that part so many times, then something
 * that does not fit. Every part is repeated, whether its pattern says so or not.
 */
export function attacksOf(pattern: RegExp, times: number): string[] {
  const node = parse(pattern);
  const pumped = partsOf(node, "", pattern.flags).flatMap(({ before, words }) =>
    words.filter((word) => word !== "").map((word) => before + word.repeat(times)),
  );
  return [...new Set(pumped)].flatMap((text) => ENDS.map((end) => text + end));
}

type Part = { before: string; words: string[] };

function partsOf(node: Node, before: string, flags: string): Part[] {
  const own = [{ before, words: wordsOf(node, flags) }];
  switch (node.kind) {
    case "sequence": {
      let so_far = before;
      return own.concat(
        node.parts.flatMap((part) => {
          const parts = partsOf(part, so_far, flags);
          so_far += wordsOf(part, flags)[0] ?? "";
          return parts;
        }),
      );
    }
    case "choice":
      return own.concat(node.branches.flatMap((branch) => partsOf(branch, before, flags)));
    case "repeat":
      return own.concat(partsOf(node.of, before, flags));
    default:
      return own;
  }
}

/** One word for each branch of a part, the shortest ones. */
function wordsOf(node: Node, flags: string): string[] {
  switch (node.kind) {
    case "set":
      return lettersOf(node.source, flags).slice(0, 1);
    case "place":
      return [""];
    case "sequence":
      return [node.parts.map((part) => wordsOf(part, flags)[0] ?? "").join("")];
    case "choice":
      return node.branches.flatMap((branch) => wordsOf(branch, flags));
    case "repeat":
      return wordsOf(node.of, flags).map((word) => word.repeat(Math.max(1, node.min)));
  }
}
