// Reads regular expressions as far as it takes to judge how long they search. Sets are told by what they match.

export type Node =
  | { kind: "set"; source: string }
  | { kind: "sequence"; parts: Node[] }
  | { kind: "choice"; branches: Node[] }
  | { kind: "repeat"; of: Node; min: number; max: number }
  /** A place and no letter: `^` where a search can't start later, `other` what may fail anywhere. */
  | { kind: "place"; at: "start" | "other" };

type Cursor = { source: string; at: number; flags: string };

/** @throws where a pattern holds what is not judged here: a backreference, a look ahead or behind. */
export function parse({ source, flags }: RegExp): Node {
  const cursor = { source, at: 0, flags };
  const node = choiceAt(cursor);
  if (cursor.at < source.length) throw new Error(`«${source}» is not understood from ${cursor.at} on`);
  return node;
}

function choiceAt(cursor: Cursor): Node {
  const branches = [sequenceAt(cursor)];
  while (cursor.source[cursor.at] === "|") {
    cursor.at++;
    branches.push(sequenceAt(cursor));
  }
  const [only] = branches;
  return only && branches.length === 1 ? only : { kind: "choice", branches };
}

function sequenceAt(cursor: Cursor): Node {
  const parts: Node[] = [];
  while (cursor.at < cursor.source.length && !"|)".includes(cursor.source.charAt(cursor.at))) {
    parts.push(repeatedAt(cursor, atomAt(cursor)));
  }
  return { kind: "sequence", parts };
}

const COUNT = /[*+?]|\{(\d+)(,(\d*))?\}/y;

function repeatedAt(cursor: Cursor, of: Node): Node {
  const match = matchAt(cursor, COUNT);
  if (!match) return of;
  matchAt(cursor, /\?/y);
  const [sign, least, more, most] = match;
  if (sign === "?") return { kind: "repeat", of, min: 0, max: 1 };
  if (least === undefined) return { kind: "repeat", of, min: sign === "+" ? 1 : 0, max: Number.POSITIVE_INFINITY };
  const max = more === undefined ? Number(least) : most ? Number(most) : Number.POSITIVE_INFINITY;
  return { kind: "repeat", of, min: Number(least), max };
}

function atomAt(cursor: Cursor): Node {
  if (matchAt(cursor, /\((?:\?:|\?<[a-z_]+>|(?!\?))/y)) {
    const inside = choiceAt(cursor);
    if (!matchAt(cursor, /\)/y)) throw new Error(`«${cursor.source}» has a bracket that does not close`);
    return inside;
  }
  if (matchAt(cursor, /\^/y)) return { kind: "place", at: cursor.flags.includes("m") ? "other" : "start" };
  if (matchAt(cursor, /\$|\\[bB]/y)) return { kind: "place", at: "other" };
  const set = matchAt(
    cursor,
    /\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]+\}|\\[xu][\da-fA-F]{2,4}|\\[^1-9k]|[^\\()[\]{}*+?|]/uy,
  );
  if (!set) throw new Error(`«${cursor.source}» is not understood at ${cursor.at}`);
  return { kind: "set", source: set[0] };
}

function matchAt(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.source);
  if (match) cursor.at += match[0].length;
  return match;
}
