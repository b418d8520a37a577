import { fold } from "#kernel";
import { nodeBehind } from "./lexicon.ts";
import { tokenAt, type Range, type Token } from "./tokens.ts";

/** Phrases of one or more words, each with what it means; the longest that fits wins. */
export type Phrases<M> = {
  means: M | undefined;
  next: Map<string, Phrases<M>>;
  /** Of a whole list: its place in `Word.opens`; 0 for a list that no language has. */
  bit: number;
};

export type Found<M> = { means: M; from: number; to: number };

/**
 * Compiles phrases such as `me|nos pagaron|han_pagado la? cuenta`: words by spaces, alternatives by `|` (`_` joins the
 * words of one), `?` for what may be left out. A word after `=` is compared with its accents («=pagó»), others without.
 */
export function phrases<M>(entries: readonly (readonly [M, string])[]): Phrases<M> {
  const root: Phrases<M> = { means: undefined, next: new Map(), bit: 0 };
  for (const [means, lines] of entries) {
    for (const line of lines.split("\n")) {
      const words = line.trim().split(/\s+/).filter(Boolean);
      if (words.length > 0) plant(root, words, means);
    }
  }
  return compacted(root);
}

/**
 * The same phrases with every ending held once: `me|nos pagaron|pago` is one way behind «me» and «nos». What is small stays
 * near, and most of the time of a look goes into fetching what is far.
 */
function compacted<M>(root: Phrases<M>): Phrases<M> {
  const endings = new Map<string, Phrases<M>>();
  const names = new Map<Phrases<M> | M, number>();
  const nameOf = (thing: Phrases<M> | M) => {
    const name = names.get(thing) ?? names.size;
    names.set(thing, name);
    return name;
  };
  const visit = (node: Phrases<M>): Phrases<M> => {
    for (const [word, next] of node.next) node.next.set(word, visit(next));
    const ways = [...node.next].map(([word, next]) => `${word} ${nameOf(next)}`);
    const ending = [node.means === undefined ? "" : nameOf(node.means), ...ways].join("\n");
    const known = endings.get(ending);
    if (known) return known;
    endings.set(ending, node);
    return node;
  };
  return visit(root);
}

/** The longest phrase that starts at the first token of the range and ends within it: «me pagaron» before «me». */
export function phraseAt<M>(root: Phrases<M>, tokens: readonly Token[], range: Range): Found<M> | null {
  const { from: at, to: end } = range;
  const first = tokens[at];
  // Most words begin no phrase: they cost one look.
  if (!first || !mayOpen(root, first)) return null;
  if (root.bit === 0 || first.accented !== null) return walked(root, tokens, range);
  const node = nodeBehind(first.word, root);
  if (!node) return null;
  const longer = node.next.size > 0 ? walked(node, tokens, { from: at + 1, to: end }) : null;
  if (longer) return { means: longer.means, from: at, to: longer.to };
  return node.means === undefined ? null : { means: node.means, from: at, to: at + 1 };
}

/** The longest way from a node through the words. */
function walked<M>(root: Phrases<M>, tokens: readonly Token[], range: Range): Found<M> | null {
  const { from: at, to: end } = range;
  let to = -1;
  let means: M | undefined;
  let node: Phrases<M> | undefined = root;
  for (let i = at; i < end && node.next.size > 0; i++) {
    const token = tokenAt(tokens, i);
    if (token.accented !== null && node.next.has(token.accented)) return branched(root, tokens, range);
    node = node.next.get(token.key);
    if (!node) break;
    if (node.means === undefined) continue;
    means = node.means;
    to = i + 1;
  }
  return means === undefined ? null : { means, from: at, to };
}

/** Whether a phrase of the list begins with this word. */
export function mayOpen(root: Phrases<unknown>, token: Token): boolean {
  if (root.bit !== 0) return (token.opens & root.bit) !== 0;
  return root.next.has(token.key) || (token.accented !== null && root.next.has(token.accented));
}

/** Where an accent opens a second way through the phrases, both are followed. */
function branched<M>(root: Phrases<M>, tokens: readonly Token[], { from: at, to: end }: Range): Found<M> | null {
  let nodes: Phrases<M>[] = [root];
  let best: Found<M> | null = null;
  for (let i = at; i < end && nodes.length > 0; i++) {
    nodes = steps(nodes, tokenAt(tokens, i));
    const means = nodes.find((node) => node.means !== undefined)?.means;
    if (means !== undefined) best = { means, from: at, to: i + 1 };
  }
  return best;
}

/** What a single word means where it is a phrase of its own: «gasté» as a cue. */
export function meaningOf<M>(root: Phrases<M>, token: Token): M | undefined {
  if (!mayOpen(root, token)) return undefined;
  const accented = token.accented === null ? undefined : root.next.get(token.accented)?.means;
  return accented ?? root.next.get(token.key)?.means;
}

/** Every phrase in a range, from left to right, none overlapping another: both verbs of «vendí y pagué». */
export function allPhrases<M>(root: Phrases<M>, tokens: readonly Token[], range: Range): Found<M>[] {
  const { from, to } = range;
  const found: Found<M>[] = [];
  for (let at = from; at < to;) {
    const opens = mayOpen(root, tokenAt(tokens, at));
    const hit = opens ? phraseAt(root, tokens, { from: at, to }) : null;
    if (hit) found.push(hit);
    at = hit ? hit.to : at + 1;
  }
  return found;
}

/** The accented spelling, where a phrase has one, is tried first. */
function steps<M>(nodes: readonly Phrases<M>[], token: Token): Phrases<M>[] {
  const reached: Phrases<M>[] = [];
  for (const node of nodes) {
    const accented = token.accented === null ? undefined : node.next.get(token.accented);
    const plain = node.next.get(token.key);
    if (accented) reached.push(accented);
    if (plain) reached.push(plain);
  }
  return reached;
}

function plant<M>(node: Phrases<M>, words: readonly string[], means: M): void {
  const [word, ...rest] = words;
  if (word === undefined) {
    node.means ??= means;
    return;
  }
  const optional = word.endsWith("?");
  if (optional) plant(node, rest, means);
  for (const alternative of (optional ? word.slice(0, -1) : word).split("|")) {
    plant(reach(node, alternative.split("_")), rest, means);
  }
}

/** The node behind these words, made where it is missing. */
function reach<M>(node: Phrases<M>, words: readonly string[]): Phrases<M> {
  let at = node;
  for (const word of words) {
    const key = word.startsWith("=") ? word : fold(word);
    let next = at.next.get(key);
    if (!next) {
      next = { means: undefined, next: new Map(), bit: 0 };
      at.next.set(key, next);
    }
    at = next;
  }
  return at;
}

/** Phrases listed one after another by `|`: every one is a phrase of its own, whatever words it has. */
export function listed(list: string): string {
  return list.split("|").join("\n");
}
