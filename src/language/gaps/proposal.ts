import { fold, tame } from "#kernel";
import { readAmount } from "../answer.ts";
import { classify } from "../classify.ts";
import { nothing, propose, typeOfMovement } from "../dealings/propose.ts";
import { retaxed } from "../money/retaxed.ts";
import { packOf } from "../packs/pack-of.ts";
import type { Pack } from "../packs/pack.ts";
import type { ClassifyRequest, LastEntry, Movement, Option, Reading } from "../reading.ts";
import { commandOf } from "../talk/commands.ts";
import { shown, wordingOf } from "../wording.ts";
import { messageOf } from "../words/message.ts";
import { gapWordsOf, type GapWords } from "./gap-words.ts";

// Questions that a model's word has raised, and what their answers mean. Only an option's own movement is ever booked.

const ASKED = 0.5;
const ANSWERED = 0.95;

/** «¿Anoto un gasto de $5.000 en pan?» `read` is what the rules had made of the message. */
export function proposal(pack: Pack, movement: Movement, read: Reading): Reading {
  const words = gapWordsOf(pack);
  const amount = shown(movement.amount_minor ?? 0, movement.currency, pack);
  const named = movement.concept ?? movement.counterparty;
  const what = named === null ? null : tame(named);
  const question = movement.type === "ingreso" ? words.income(amount, what) : words.expense(amount, what);
  return { ...asked(read, question), options: [{ label: words.yes, movement }, { label: words.no }] };
}

/** What words that were hardly understood seem to say, as a question; null where they tell no single sale or expense. */
export function hardlyHeard(read: Reading, { country }: ClassifyRequest): Reading | null {
  const [movement, ...more] = read.movements;
  const plain = movement?.type === "ingreso" || movement?.type === "egreso";
  if (!movement || !plain || movement.amount_minor === null || more.length > 0 || read.needs_clarification) return null;
  return proposal(packOf(country), movement, read);
}

type Two = { first: Movement; second: Movement; by: "amount" | "type" | "date" };

/** Which of two readings is meant («¿Cuál anoto: $5.000 o $50.000?»); the rules' own comes first. */
export function whichOf(pack: Pack, read: Reading, { first, second, by }: Two): Reading {
  const options = [first, second].map((movement) => {
    const amount = by === "amount" && movement.amount_minor !== null ? { amount_minor: movement.amount_minor } : {};
    return { label: labelOf(pack, movement, by), movement, ...amount };
  });
  const question = gapWordsOf(pack).which(labelOf(pack, first, by), labelOf(pack, second, by));
  return { ...asked(read, question), options };
}

/**
 * What the person's next words make of such a question: the movement they agree to, one that they put right, or none
 * at all. Null where `open` is no such question, or where the words say something of their own.
 */
export function answerProposal(open: Reading, request: ClassifyRequest): Reading | null {
  if (!isProposal(open)) return null;
  const [first, second] = open.options;
  const label = open.options.find((option) => isNamed(option, request));
  const message = messageOf(request.text, request.country, { today: request.today });
  const command = commandOf(message) ?? commandOf(messageOf(request.text, request.country, inSpanish(request)));
  if (command === "borrar") return nothing("otro", ANSWERED);
  if (command === "no") return refused(open, request);
  if (label) return label.movement ? agreed(label.movement) : refused(open, request);
  // «sí» to two readings names neither.
  if (command === "si") return second?.movement ? open : first?.movement ? agreed(first.movement) : null;
  return corrected(open, request);
}

/** Its label, or its amount in other words. */
function isNamed({ label, amount_minor, movement }: Option, { text, country }: ClassifyRequest): boolean {
  if (fold(label) === fold(text).trim()) return true;
  return (
    amount_minor !== undefined && amount_minor === readAmount(text, { country, currency: movement?.currency ?? "" })
  );
}

/** A question that stands on a model's word («¿Anoto un gasto de …?»): it holds for the next message only. */
export function isProposal({ source, needs_clarification, asks }: Reading): boolean {
  return source === "model" && needs_clarification && asks === null;
}

function asked(read: Reading, question: string): Reading {
  return { ...read, needs_clarification: true, question, asks: null, confidence: ASKED, source: "model" };
}

function labelOf(pack: Pack, movement: Movement, by: Two["by"]): string {
  if (by === "amount") return shown(movement.amount_minor ?? 0, movement.currency, pack);
  return by === "date" ? gapWordsOf(pack).day(movement.date) : typeLabel(pack, gapWordsOf(pack), movement);
}

function typeLabel(pack: Pack, words: GapWords, { type }: Movement): string {
  if (type === "deuda") return words.debt;
  const { income, expense } = wordingOf(pack);
  return type === "ingreso" ? income : expense;
}

function inSpanish({ today }: ClassifyRequest): { today: string; spoken: "es" } {
  return { today, spoken: "es" };
}

function agreed(movement: Movement): Reading {
  return { ...nothing(typeOfMovement(movement), ANSWERED), movements: [movement], source: "model" };
}

/** What the rules had left to ask is asked; else nothing is booked. */
function refused({ movements }: Reading, { country }: ClassifyRequest): Reading {
  const [movement] = movements;
  const vague = movement?.type === "egreso" && movement.concept === null && movement.counterparty === null;
  if (!vague) return nothing("otro", ANSWERED);
  return propose(packOf(country), [{ movement, open: "concept", readings: [], confidence: ASKED }]);
}

/** «no, eran 6 lucas»: the person's own words change what is proposed, and it is asked again. */
function corrected(open: Reading, request: ClassifyRequest): Reading | null {
  const movement = open.options[0]?.movement;
  if (!movement) return null;
  const { type, patch, needs_clarification } = classify({ ...request, last: asLast(movement) });
  if (type !== "correccion" || !patch || needs_clarification) return null;
  const { delete: removed, ...fields } = patch;
  if (removed) return nothing("otro", ANSWERED);
  const pack = packOf(request.country);
  return proposal(pack, retaxed(pack, { ...movement, ...fields }), open);
}

function asLast(movement: Movement): LastEntry {
  const { type, amount_minor, currency, concept, category, counterparty, date } = movement;
  return { type, amount_minor, currency, concept, category, counterparty, date, state: "recorded" };
}
