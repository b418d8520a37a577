import { assert, fold, tame } from "#kernel";
import type { Movement } from "#language";
import { afterPayment, isSettlement, type DebtDirection, type Entry } from "#ledger";
import { wordsOf } from "#locales";
import type { Books } from "../books.ts";
import type { AmountQuestion, Asked, Planned } from "../dialogue.ts";
import type { Part } from "../effect.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { recognise } from "../names.ts";
import { bookReady, type Ready } from "./book.ts";
import { categoryTaught } from "./learn.ts";
import { entryOfPaperTold, keepAsBooked, type Kept } from "./paper-told.ts";
import { debtsPaid, isOfPaper, isPayment, isWhole, ownPurpose, totalOf, withDebt, type Owing } from "./settle.ts";
import { payingOf, settled } from "./pay.ts";

// From what the words say to what is booked: who the other party is, which debt is paid, which category was taught.

export type Plan = { plan: readonly Planned[]; amount: AmountQuestion | null };

/** Books the movements of one message, or asks the first thing that the books leave open about them. */
export function bookMovements(mind: Mind, item: Heard, movements: readonly Movement[]): void {
  carryOut(mind, item, { plan: movements.map(planned), amount: null });
}

/**
 * «don Pedro me pagó todo», «me pagó 50 y me debe el resto»: the open debt is the amount that nobody told. False where
 * the words are no payment of a debt.
 */
export function bookWhole(mind: Mind, item: Heard, amount: AmountQuestion): boolean {
  const [movement, rest, ...more] = amount.reading.movements;
  if (amount.reading.asks !== "amount" || !movement || more.length > 0) return false;
  if (rest && !isLeftOf(rest, movement)) return false;
  const { text } = amount;
  const pays = debtsPaid(movement, contextOf(mind, item, { books: mind.books, text })).length > 0;
  const isBooked = !rest && entryOfPaperTold(movement, mind.books) !== null;
  if (!pays && !isBooked && (rest || !isPayment(movement, text))) return false;
  carryOut(mind, item, { plan: [planned(movement)], amount });
  return true;
}

/** «… y debo el resto»: a debt without an amount, of whoever paid. */
function isLeftOf({ type, direction, amount_minor }: Movement, paid: Movement): boolean {
  if (type !== "deuda" || amount_minor !== null || paid.amount_minor === null) return false;
  return direction === (paid.type === "egreso" ? "por_pagar" : "por_cobrar");
}

/** Nothing of a message is booked while something of it is open: its answer completes it whole. */
export function carryOut(mind: Mind, item: Heard, { plan, amount }: Plan): void {
  const ready: Ready[] = [];
  const kept: Kept[] = [];
  let books = mind.books;
  for (const [place, each] of plan.entries()) {
    if (isRestSaid(each, plan.slice(0, place), mind.books)) continue;
    const step = stepOf(each, contextOf(mind, item, { books, text: amount?.text ?? "" }), { mind, books });
    if ("asked" in step) {
      const { asked } = step;
      mind.dialogue.open.push({ kind: "asking", id: item.id, plan: [...plan], place, asked, amount, at: item.at });
      return void mind.parts.push(questionOf(item.id, asked, step.movement));
    }
    if ("unknown" in step) {
      assert(amount, "only a question about an amount leads to a movement without one");
      return askAmount(mind, item, { amount, movement: step.unknown });
    }
    if ("kept" in step) kept.push({ ...step, movement: each.movement });
    else ready.push(...step.ready);
    books = step.books;
  }
  mind.books = books;
  for (const each of kept) keepAsBooked(mind, item, each);
  bookReady(mind, item, ready);
}

/** «Pedro me pagó 5 lucas y me queda debiendo 15», who owed 20: what is left is told, and no new debt. */
function isRestSaid({ movement }: Planned, before: readonly Planned[], books: Books): boolean {
  if (movement.type !== "deuda" || movement.counterparty === null || !STILL.test(saidType(movement))) return false;
  return before.some(({ movement: paid }) => {
    const theirs = paid.counterparty !== null && paid.counterparty === movement.counterparty;
    const ways = paid.type === "ingreso" ? "por_cobrar" : "por_pagar";
    if (!theirs || paid.type === "deuda" || ways !== movement.direction) return false;
    const owed = debtsPaid(paid, {
      debts: books.debts,
      last_party: null,
      text: "",
      paper_open: false,
      of_paper: false,
    });
    if (owed.length === 0) return false;
    // «me debe 15 de pan» is another debt, unless it is just what is left.
    return !isOfThings(movement) || totalOf(owed) - (paid.amount_minor ?? 0) === movement.amount_minor;
  });
}

function isOfThings(movement: Movement): boolean {
  const purpose = ownPurpose(movement);
  return purpose !== null && !OWED_ALONE.test(fold(purpose));
}

/** What the language room calls a debt of nothing in particular: `Por cobrar`, `Deuda de Pedro`. */
const OWED_ALONE = /^(?:deuda|por cobrar|por pagar|divida|a receber|debt|receivable|owed)\b/;

/** «me debe», «queda debiendo», «le debo»: how it stands, and nothing that was sold or lent now. */
const STILL = /\b(?:debe|deben|debo|debemos|debiendo|deve|devo|owes?)\b/;

function saidType({ evidence }: Movement): string {
  return fold(evidence.find(({ field }) => field === "type")?.text ?? "");
}

function planned(movement: Movement): Planned {
  return { movement, pays: null, rest: false };
}

type Step =
  | { asked: Asked; movement: Movement }
  /** No debt tells the amount. */
  | { unknown: Movement }
  | { ready: Ready[]; books: Books }
  /** The entry that it is of, which stands already. */
  | { kept: true; entry: Entry; books: Books };

/** What one movement comes to, or what must be asked before that can be told. */
function stepOf(each: Planned, owing: Owing, { mind, books }: { mind: Mind; books: Books }): Step {
  const { text } = owing;
  const told = toldBefore(each, owing, books);
  if (told) return told;
  const who = each.movement.counterparty === null ? null : recognise(each.movement.counterparty, books);
  if (who?.kind === "near") {
    const { movement } = each;
    return { asked: { about: "name", written: movement.counterparty ?? "", known: who.name }, movement };
  }
  const movement = who?.kind === "known" ? renamed(each.movement, who.name) : each.movement;
  const debts = each.pays === "none" ? [] : debtsPaid(movement, owing);
  if (debts.length === 0) return withoutDebt({ ...each, movement }, books);
  const paying = payingOf({ ...each, movement }, { debts, text });
  if (paying === "unknown") return { unknown: movement };
  if ("asked" in paying) return { ...paying, movement };
  const words = wordsOf(mind.dialogue.membership?.locale ?? "");
  const ready = paying.payment.shares.map((share) => settled(movement, share, { words, text }));
  const rest_minor = paying.payment.rest_minor;
  if (rest_minor > 0) ready.push(ownMovement(restOf(movement, rest_minor), books));
  return { ready, books: { ...withName(books, movement), debts: afterPayment(books.debts, paying.payment) } };
}

/** Its paper has an entry already: which it is, or whether; null where it pays a debt, or is another, as the person says. */
function toldBefore({ movement, paper, pays }: Planned, owing: Owing, books: Books): Step | null {
  if (paper === "other" || (pays !== "none" && debtsPaid(movement, owing).length > 0)) return null;
  const entry = entryOfPaperTold(movement, books);
  if (!entry) return null;
  return paper === "same" ? { kept: true, entry, books } : { asked: { about: "number", entry }, movement };
}

function withoutDebt({ movement, pays }: Planned, books: Books): Step {
  if (movement.amount_minor === null) return { unknown: movement };
  const own = pays === "none" ? unsettled(movement) : movement;
  const after = { ...withName(books, own), debts: withDebt(books.debts, own) };
  return { ready: [ownMovement(own, books)], books: after };
}

/** A movement that pays none of the debts that are known: what names nobody either is no payment of a debt. */
function ownMovement(told: Movement, { rules }: Books): Ready {
  const movement = isSettlement(told) && told.counterparty === null && !told.loan ? unsettled(told) : told;
  const category = categoryTaught(movement, rules) ?? movement.category;
  return { movement: { ...movement, category }, settles_id: null, unmatched: isSettlement(movement) };
}

/** What was called a payment of a debt and is a sale or an expense. */
function unsettled(movement: Movement): Movement {
  const usual = movement.type === "ingreso" ? "ventas" : "otros_gastos";
  return { ...movement, direction: null, category: movement.category ?? usual };
}

/** The tax that was said is of the whole amount, and part of it paid a debt. */
function restOf(movement: Movement, restMinor: number): Movement {
  const evidence = movement.evidence.filter(({ field }) => field !== "amount");
  return { ...unsettled(movement), amount_minor: restMinor, net_minor: null, tax_minor: null, evidence };
}

function renamed(movement: Movement, name: string): Movement {
  const { counterparty, concept } = movement;
  if (counterparty === null || counterparty === name) return movement;
  return { ...movement, counterparty: name, concept: concept?.replace(counterparty, () => name) ?? null };
}

function withName(books: Books, { counterparty }: Movement): Books {
  return counterparty === null ? books : { ...books, names: [counterparty, ...books.names] };
}

function contextOf({ dialogue }: Mind, { said }: Heard, { books, text }: { books: Books; text: string }): Owing {
  const paper_open = dialogue.open.some(({ kind }) => kind === "document");
  const last_party = dialogue.last?.entry.counterparty ?? null;
  const of_paper = said.kind === "text" && isOfPaper(said.text);
  return { debts: books.debts, last_party, text, paper_open, of_paper, numbered: books.numbered ?? [] };
}

/** What is asked about a movement that the books leave open. */
export function questionOf(id: string, asked: Asked, movement: Movement): Part {
  const who = movement.counterparty;
  switch (asked.about) {
    case "name":
      return { part: "same_name", id, known: asked.known };
    case "number":
      return { part: "same_paper", id, entry: asked.entry, told_minor: movement.amount_minor };
    case "debt":
      return { part: "which_debt", id, who, direction: directionOf(asked), debts: asked.debts };
    case "rest": {
      const { currency } = movement;
      const owed = { amount_minor: totalOf(asked.debts), currency };
      const rest = { amount_minor: asked.rest_minor, currency };
      return { part: "rest_of_payment", id, who, direction: directionOf(asked), owed, rest };
    }
  }
}

function directionOf({ debts }: Extract<Asked, { about: "debt" | "rest" }>): DebtDirection {
  return debts[0]?.direction ?? "por_cobrar";
}

/** The amount is asked for after all, and the question says whose payment it was. */
function askAmount(
  mind: Mind,
  item: Heard,
  { amount, movement }: { amount: AmountQuestion; movement: Movement },
): void {
  const { today, voice } = amount;
  const payment = isPayment(movement, amount.text);
  const words = wordsOf(mind.dialogue.membership?.locale ?? "");
  const direction = movement.type === "ingreso" ? "por_cobrar" : "por_pagar";
  const who = movement.counterparty === null ? null : tame(movement.counterparty);
  const missing = payment && who !== null && isWhole(amount.text) ? `${words.no_open_debt(direction, who)} ` : "";
  const text = payment ? `${missing}${words.ask_paid(direction, who)}` : (amount.reading.question ?? "");
  const concept = payment ? words.payment(direction, movement.counterparty) : movement.concept;
  const reading = { ...amount.reading, movements: [{ ...movement, concept }], question: text };
  mind.dialogue.open.push({ kind: "question", id: item.id, reading, today, voice, asked: 1, at: item.at });
  mind.parts.push({ part: "question", id: item.id, text, labels: [] });
}
