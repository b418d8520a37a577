import { placeOf, type Place } from "./house.ts";
import { RULES, type Rule } from "./rules.ts";
import { scan, type Scan } from "./scan.ts";

export type File = Place & { path: string; text: string; scan: Scan };
export type Tree = ReadonlyMap<string, File>;
export type Violation = { line: number; message: string };
export type Placed = Violation & { path: string };
export type Found = Placed & { rule: string };

/**
 * Judges a tree by the house rules.
 * @param texts path, relative to the repository and with forward slashes, to the file's text
 */
export function tidy(texts: ReadonlyMap<string, string>): Found[] {
  const tree: Tree = new Map([...texts].map(([path, text]) => [path, open(path, text)]));
  return RULES.flatMap((rule) => judge(rule, tree).map((found) => ({ rule: rule.name, ...found })));
}

function open(path: string, text: string): File {
  const program = /\.(?:[mt]s|tsx)$/.test(path);
  return { ...placeOf(path), path, text, scan: program ? scan(text) : { tokens: [], comments: [] } };
}

function judge(rule: Rule, tree: Tree): Placed[] {
  if ("judges" in rule) return rule.judges(tree);
  const files = [...tree.values()].filter(rule.applies);
  return files.flatMap((file) => rule.breaks(file, tree).map((violation) => ({ path: file.path, ...violation })));
}
