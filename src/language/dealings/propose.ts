import { retaxed } from "../money/retaxed.ts";
import type { Pack } from "../packs/pack.ts";
import type { Movement, Option, Reading, ReadingType } from "../reading.ts";
import { shown, wordingOf } from "../wording.ts";
import type { Draft } from "./movement.ts";

const ASKED = 0.5;
/** Confidence where every word was understood, and where none was. */
export const SURE = 0.97;
export const UNKNOWN = 0.9;

/** Which question is asked first where several things are open: without an amount nothing else matters. */
const ORDER = ["which_amount", "amount", "direction", "concept"] as const;

/**
 * The reading of a message that tells of money: what would be booked, or the one question before it may be
 * («gasté 45» → «¿$45 o $45.000?»).
 */
export function propose(pack: Pack, drafts: readonly Draft[]): Reading {
  const open = firstOpen(drafts);
  const undirected = drafts.length === 1 && open?.open === "direction";
  return {
    ...empty(),
    type: undirected ? "otro" : typeOf(drafts),
    // Which way is open; the figure is known and shown, as an expense until somebody says otherwise.
    movements: drafts.map((draft) => (draft === open ? draft.movement : stillOpen(draft))),
    confidence: open ? ASKED : Math.min(...drafts.map((draft) => draft.confidence)),
    ...(open ? questionFor(pack, open) : {}),
  };
}

/** What is asked about later keeps what its amount may be. */
function stillOpen({ movement, readings }: Draft): Movement {
  return readings.length > 0 ? { ...movement, readings } : movement;
}

/** A reading that books nothing: `nothing("saludo", 0.97)`. */
export function nothing(type: ReadingType, confidence: number): Reading {
  return { ...empty(), type, confidence };
}

/** A movement's type as a type of message: own money moved («traspaso a la caja») is none of income, expense or debt. */
export function typeOfMovement(movement: Movement): ReadingType {
  return movement.type === "transferencia" ? "otro" : movement.type;
}

/** A new one each time: nobody's reading shares its lists with another's. */
function empty(): Reading {
  return {
    type: "otro",
    movements: [],
    patch: null,
    query: null,
    needs_clarification: false,
    question: null,
    asks: null,
    options: [],
    confidence: 0,
    source: "rules",
  };
}

function firstOpen(drafts: readonly Draft[]): Draft | null {
  for (const kind of ORDER) {
    const draft = drafts.find((one) => one.open === kind);
    if (draft) return draft;
  }
  return null;
}

function typeOf(drafts: readonly Draft[]): ReadingType {
  const first = drafts[0];
  return first ? typeOfMovement(first.movement) : "otro";
}

type Question = Pick<Reading, "needs_clarification" | "question" | "asks" | "options">;

function questionFor(pack: Pack, draft: Draft): Question {
  const { movement } = draft;
  const words = wordingOf(pack);
  const amount = movement.amount_minor === null ? null : shown(movement.amount_minor, movement.currency, pack);
  const asked = { needs_clarification: true, options: [] };
  switch (draft.open) {
    case "which_amount": {
      const labels = draft.readings.map((reading) => shown(reading, movement.currency, pack));
      return { ...asked, asks: "which_amount", question: words.which(labels), options: amountOptions(pack, draft) };
    }
    case "direction":
      return {
        ...asked,
        asks: "direction",
        question: words.direction(amount),
        options: directionOptions(pack, movement),
      };
    case "concept":
      return { ...asked, asks: "concept", question: words.concept(amount ?? "") };
    default:
      return { ...asked, asks: "amount", question: words.amount(movement.concept) };
  }
}

function amountOptions(pack: Pack, draft: Draft): Option[] {
  return draft.readings.map((reading) => {
    const movement = retaxed(pack, { ...draft.movement, amount_minor: reading });
    return { label: shown(reading, movement.currency, pack), amount_minor: reading, movement };
  });
}

function directionOptions(pack: Pack, movement: Movement): Option[] {
  const words = wordingOf(pack);
  return [
    { label: words.expense, movement: { ...movement, type: "egreso", category: movement.category ?? "otros_gastos" } },
    {
      label: words.income,
      movement: { ...movement, type: "ingreso", category: "ventas", concept: movement.concept ?? words.income },
    },
  ];
}
