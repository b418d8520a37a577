// Papers beside the entries that stood in the books when they came, with the truth: drawn from a seed, so that the same
// seed gives the same cases. One in three is hard on purpose.
import { addDays } from "#kernel";
import type { Candidate, Evidence } from "#src/match/signs.ts";
import { SHOPS, type Shop } from "./shops.ts";

export type Case = {
  scene: string;
  paper: Evidence;
  entries: Candidate[];
  /** The entry that the paper is of; null where it is of none. */
  truth: string | null;
  /** Nothing tells which of two it is: whoever links one of them without asking is wrong. */
  undecidable: boolean;
};

export type Draw = { next(): number; below(max: number): number; of<T>(choices: readonly T[]): T };

/** Mulberry32: 32 bits of state, the same numbers everywhere. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (max: number): number => Math.floor(next() * max);
  return {
    next,
    below,
    of: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error("nothing to choose from");
      return chosen;
    },
  };
}

const TODAY = "2026-11-18";

export function casesFrom(seed: number, count: number): Case[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const scene = draw.of(SCENES);
    const world = { draw, name: `${seed}-${i}`, shop: draw.of(SHOPS), day: addDays(TODAY, -draw.below(40)) };
    const made = SCENE[scene](world);
    const bystanders = Array.from({ length: draw.below(6) }, (_each, j) => bystander(world, j));
    return { scene, undecidable: false, ...made, entries: shuffled(draw, [...made.entries, ...bystanders]) };
  });
}

type World = { draw: Draw; name: string; shop: Shop; day: string };

type Made = Pick<Case, "paper" | "entries" | "truth"> & { undecidable?: boolean };

const SCENE = {
  "told with the shop": (w) => told(w, { counterparty: w.draw.of(w.shop.called) }),
  "told with a slip in the shop's name": (w) => told(w, { counterparty: slipped(w.draw, w.draw.of(w.shop.called)) }),
  "told with what was bought": (w) => told(w, { concept: "thing" }),
  "told with both": (w) => told(w, { counterparty: w.draw.of(w.shop.called), concept: "thing" }),
  "told as «compra en …»": (w) => told(w, { concept: `compra en ${w.draw.of(w.shop.called)}` }),
  "told with the folio": (w) => told(w, { concept: "folio" }),
  "told with other words for it": (w) => told(w, { concept: "compra" }),
  "dated a day off by the clock": (w) => told(w, { counterparty: w.draw.of(w.shop.called), days: w.draw.of([-1, 1]) }),
  "told days later": (w) =>
    told(w, { counterparty: w.draw.of(w.shop.called), concept: "thing", days: 2 + w.draw.below(5) }),
  "paid with a tip": (w) => told(w, { counterparty: w.draw.of(w.shop.called), tip: true }),
  "told in round figures": (w) => told(w, { counterparty: w.draw.of(w.shop.called), rounded: true }),
  "same amount, another shop": (w) => rival(w, { other: true, days: 0 }),
  "same shop, the next day": (w) => rival(w, { other: false, days: 1 }),
  "same amount on other days": (w) => rival(w, { other: true, days: 7 }),
  "same shop every day, and the right one": (w) => everyDay(w),
  "two equal amounts": (w) => twins(w),
  "paid in two parts": (w) => split(w),
  "nothing of it in the books": (w) => ({ paper: paperOf(w), entries: [], truth: null }),
  "the folio of another paper": (w) => otherFolio(w),
  "an income of the same amount": (w) => ({
    paper: paperOf(w),
    entries: [{ ...entryOf(w, paperOf(w), {}), type: "ingreso", category: "ventas" }],
    truth: null,
  }),
} satisfies Record<string, (world: World) => Made>;

type Scene = keyof typeof SCENE;

/** Most papers are of something simple; what is hard comes often enough to count. */
const SCENES: readonly Scene[] = (
  [
    ["told with the shop", 5],
    ["told with a slip in the shop's name", 2],
    ["told with what was bought", 5],
    ["told with both", 5],
    ["told as «compra en …»", 2],
    ["told with the folio", 1],
    ["told with other words for it", 1],
    ["dated a day off by the clock", 2],
    ["told days later", 2],
    ["paid with a tip", 1],
    ["told in round figures", 1],
    ["same amount, another shop", 3],
    ["same shop, the next day", 2],
    ["same amount on other days", 2],
    ["same shop every day, and the right one", 1],
    ["two equal amounts", 1],
    ["paid in two parts", 1],
    ["nothing of it in the books", 2],
    ["the folio of another paper", 1],
    ["an income of the same amount", 1],
  ] as const
).flatMap(([scene, weight]) => Array.from({ length: weight }, () => scene));

function told(world: World, how: Telling): Made {
  const paper = paperOf(world);
  const entry = entryOf(world, paper, how);
  return { paper, entries: [entry], truth: entry.id };
}

/** Somebody else's purchase of the same amount, or the same shop's of the next day: never this paper's. */
function rival(world: World, { other, days }: { other: boolean; days: number }): Made {
  const { draw } = world;
  const paper = paperOf(world);
  const shop = other
    ? draw.of(SHOPS.filter((each) => each !== world.shop && each.category !== world.shop.category))
    : world.shop;
  const amount = other ? paper.total_minor : amountOf(draw);
  const telling: Telling = { concept: "thing", ...(draw.next() < 0.6 && { counterparty: draw.of(shop.called) }), days };
  const entry = {
    ...entryOf({ ...world, shop }, { ...paper, total_minor: amount }, telling),
    id: `${world.name}-rival`,
  };
  return { paper, entries: amount === paper.total_minor && !other ? [] : [entry], truth: null };
}

/** Bread of 5.000 each day: the date alone tells which. */
function everyDay(world: World): Made {
  const paper = { ...paperOf(world), total_minor: 1_000 * (3 + world.draw.below(20)) };
  const counterparty = world.draw.of(world.shop.called);
  const entries = [-7, -2, 0].map((days) => ({
    ...entryOf(world, paper, { counterparty, days }),
    id: `${world.name}-day${days}`,
  }));
  return { paper, entries, truth: `${world.name}-day0` };
}

function twins(world: World): Made {
  const paper = paperOf(world);
  const telling: Telling = { counterparty: world.draw.of(world.shop.called), concept: "thing" };
  const entry = entryOf(world, paper, telling);
  const entries = ["a", "b"].map((each) => ({ ...entry, id: `${world.name}-${each}` }));
  return { paper, entries, truth: `${world.name}-a`, undecidable: true };
}

function split(world: World): Made {
  const paper = paperOf(world);
  const first = Math.round((paper.total_minor * (0.3 + 0.4 * world.draw.next())) / 1_000) * 1_000 || 1_000;
  const counterparty = world.draw.of(world.shop.called);
  const parts = [first, Math.max(1, paper.total_minor - first)];
  const entries = parts.map((total_minor, i) => ({
    ...entryOf(world, { ...paper, total_minor }, { counterparty }),
    id: `${world.name}-part${i}`,
  }));
  return { paper, entries, truth: null };
}

/** The same shop and day, but the entry names the paper that it is of. */
function otherFolio(world: World): Made {
  const paper = paperOf(world);
  const counterparty = world.draw.of(world.shop.called);
  const entry = entryOf(world, paper, { counterparty, concept: `factura ${Number(paper.number) + 7}` });
  return { paper, entries: [entry], truth: null };
}

function bystander(world: World, j: number): Candidate {
  const { draw } = world;
  const shop = draw.of(SHOPS);
  const paper = {
    ...paperOf({ ...world, shop, day: addDays(world.day, draw.below(9) - 4) }),
    total_minor: amountOf(draw),
  };
  return { ...entryOf({ ...world, shop }, paper, { concept: "thing" }), id: `${world.name}-by${j}` };
}

function paperOf({ draw, shop, day }: World): Evidence {
  const things = shop.things.filter(() => draw.next() < 0.7);
  // One reading in seven finds no items, one in twelve no date, one in twelve no shop.
  return {
    type: "egreso",
    total_minor: amountOf(draw),
    currency: "CLP",
    date: draw.next() < 1 / 12 ? null : day,
    merchant: draw.next() < 1 / 12 ? null : draw.next() < 0.2 ? slipped(draw, shop.printed) : shop.printed,
    number: String(1_000 + draw.below(900_000)),
    category: shop.category,
    items: draw.next() < 1 / 7 ? [] : (things.length > 0 ? things : shop.things).map(({ printed }) => printed),
  };
}

/** Prices of shops: most are not round. */
function amountOf(draw: Draw): number {
  const units = 1_500 + draw.below(90_000);
  return draw.next() < 0.25 ? Math.ceil(units / 1_000) * 1_000 : Math.round(units / 10) * 10;
}

type Telling = { counterparty?: string; concept?: string; days?: number; tip?: boolean; rounded?: boolean };

function entryOf({ draw, name, shop, day }: World, paper: Evidence, telling: Telling): Candidate {
  const { counterparty = null, days = 0, tip = false, rounded = false } = telling;
  const thing = draw.of(
    shop.things.filter(({ printed }) => paper.items.includes(printed)).concat(shop.things.slice(0, 1)),
  );
  const concepts: Record<string, string> = {
    thing: thing.said,
    folio: `pago factura ${paper.number}`,
    compra: "compra",
  };
  const concept = telling.concept === undefined ? null : (concepts[telling.concept] ?? telling.concept);
  const amount = tip ? Math.round(paper.total_minor * 1.1) : paper.total_minor;
  const isKnown = concept === thing.said || draw.next() < 0.5;
  return {
    id: `${name}-entry`,
    type: "egreso",
    direction: null,
    amount_minor: rounded ? Math.max(1_000, Math.round(amount / 1_000) * 1_000) : amount,
    currency: "CLP",
    date: addDays(paper.date ?? day, days),
    concept,
    counterparty,
    category: isKnown ? guessed(draw, shop.category) : "otros_gastos",
  };
}

/** What the words make of it: mostly what the shop sells, at times nothing, at times what the thing alone says. */
function guessed(draw: Draw, category: string): string {
  const luck = draw.next();
  if (luck < 0.7) return category;
  return luck < 0.85 ? "otros_gastos" : draw.of(["equipamiento", "insumos", "alimentacion", "mantencion"]);
}

/** A letter more, less, other, or two swapped. */
export function slipped(draw: Draw, word: string): string {
  const at = 1 + draw.below(Math.max(1, word.length - 2));
  const letter = draw.of("aeioulnrst".split(""));
  return draw.of([
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
  ]);
}

function shuffled<T>(draw: Draw, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: draw.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
