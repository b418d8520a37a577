import type { Node } from "./syntax.ts";

/** Letters of every kind that messages are made of: two sets that share none of them share none that matters. */
export const LETTERS: readonly string[] = [
  ...Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)),
  "–",
  "—",
  "’",
  "•",
  "→",
  "€",
  "\u0301",
  "\u200b",
  "\u202e",
  "א",
  "字",
  "😀",
];

/** Copies of a counted part that are told apart; more of them are a loop. */
const COPIES_MAX = 16;

/** A pattern as its positions: each takes one letter of its set, and leads to the next in so many ways. */
export type Machine = {
  /** Of each position the letters it takes, a bit for each of `LETTERS`. */
  takes: bigint[];
  next: Map<number, number>[];
  /** Positions behind which the whole pattern has matched, whatever follows. */
  done: Set<number>;
};

/** @param anywhere a search may begin at every letter, which is one more loop */
export function machineOf(node: Node, { flags, anywhere }: { flags: string; anywhere: boolean }): Machine {
  const draft: Draft = { flags, places: "pass", takes: [], next: [] };
  const whole = build(draft, node);
  const sure = build({ flags, places: "fail", takes: [], next: [] }, node);
  const machine = { takes: draft.takes, next: draft.next, done: new Set(sure.last.keys()) };
  if (!anywhere) return machine;
  const search = position(draft, (1n << BigInt(LETTERS.length)) - 1n);
  link(draft, search.last, search.first);
  link(draft, search.last, whole.first);
  return machine;
}

/** The letters that a set takes. */
export function lettersOf(source: string, flags: string): string[] {
  const pattern = new RegExp(`^${source}$`, flags.replace(/[gmy]/g, ""));
  return LETTERS.filter((letter) => pattern.test(letter));
}

type Draft = { flags: string; places: "pass" | "fail"; takes: bigint[]; next: Map<number, number>[] };

type Ways = Map<number, number>;

/** Where a part may begin and end, and in how many ways it is passed without a letter. */
type Part = { first: Ways; last: Ways; empty: number };

function build(draft: Draft, node: Node): Part {
  switch (node.kind) {
    case "set":
      return position(draft, bitsOf(lettersOf(node.source, draft.flags)));
    case "place":
      return { first: new Map(), last: new Map(), empty: draft.places === "pass" ? 1 : 0 };
    case "sequence":
      return node.parts
        .map((part) => () => build(draft, part))
        .reduce((so_far, part) => joined(draft, so_far, part()), NOTHING);
    case "choice":
      return node.branches.map((branch) => build(draft, branch)).reduce(either);
    case "repeat":
      return repeated(draft, node);
  }
}

const NOTHING: Part = { first: new Map(), last: new Map(), empty: 1 };

function position(draft: Draft, takes: bigint): Part {
  const at = draft.takes.push(takes) - 1;
  draft.next.push(new Map());
  return { first: new Map([[at, 1]]), last: new Map([[at, 1]]), empty: 0 };
}

function repeated(draft: Draft, { of, min, max }: Node & { kind: "repeat" }): Part {
  let part = NOTHING;
  for (let i = 0; i < Math.min(min, COPIES_MAX); i++) part = joined(draft, part, build(draft, of));
  if (max <= COPIES_MAX) return joined(draft, part, optional(draft, of, max - min));
  const loop = build(draft, of);
  link(draft, loop.last, loop.first);
  return joined(draft, part, { ...loop, empty: 1 });
}

/** `x{0,2}` is `(x(x)?)?`: one way for each number of them. */
function optional(draft: Draft, of: Node, copies: number): Part {
  if (copies <= 0) return NOTHING;
  const first = build(draft, of);
  return { ...joined(draft, first, optional(draft, of, copies - 1)), empty: 1 };
}

function joined(draft: Draft, a: Part, b: Part): Part {
  link(draft, a.last, b.first);
  return { first: sum(a.first, b.first, a.empty), last: sum(b.last, a.last, b.empty), empty: a.empty * b.empty };
}

function either(a: Part, b: Part): Part {
  return { first: sum(a.first, b.first, 1), last: sum(a.last, b.last, 1), empty: a.empty + b.empty };
}

function link({ next }: Draft, last: Ways, first: Ways): void {
  for (const [from, ends] of last) {
    for (const [to, starts] of first) next[from]?.set(to, (next[from].get(to) ?? 0) + ends * starts);
  }
}

function sum(a: Ways, b: Ways, times: number): Ways {
  const ways = new Map(a);
  if (times > 0) for (const [at, count] of b) ways.set(at, (ways.get(at) ?? 0) + count * times);
  return ways;
}

function bitsOf(letters: readonly string[]): bigint {
  return letters.reduce((bits, letter) => bits | (1n << BigInt(LETTERS.indexOf(letter))), 0n);
}
