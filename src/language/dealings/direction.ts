import type { Cue, CueName } from "../tongues/tongue.ts";
import { keyAt, take, type Message } from "../words/message.ts";
import { allPhrases, type Found } from "../words/phrases.ts";
import { tokenAt } from "../words/tokens.ts";
import { expenseCategory } from "./category.ts";
import type { Clause } from "./clauses.ts";
import { isPersonAt, nameAt } from "./name.ts";
import { isForMe, ownAccounts } from "./own-accounts.ts";

/** Which way the money of a clause went, and how we know. */
export type Direction = {
  cue: Cue;
  /** The tokens that say it; null where it was carried over or inferred. */
  said: { from: number; to: number } | null;
  /** 0 … 1. */
  confidence: number;
};

export type Directed = { direction: Direction | null; problem: "unsaid" | "denied" | "contradicted" | null };

const SAID = 0.95;
const SAID_BY_NOUN = 0.9;
/** What was said of another clause, or of the whole, is nearly as sure of this one. */
export const CARRIED = 0.88;
const OF_MANY = 0.78;

/** Reads the direction of a clause from its verbs; `carried` is what the clause before it said. */
export function directionOf(message: Message, clause: Clause, carried: Direction | null): Directed {
  const spoken = clause.cues.filter((cue) => !isDuty(message, cue) && !isPutIn(message, clause, cue));
  const cues = spoken.every((cue) => isEitherWay(message, clause, cue)) ? [] : spoken;
  if (cues.some((cue) => isDenied(message, cue))) return { direction: null, problem: "denied" };
  const found =
    settled(message, clause, cues) ??
    owed(message, cues) ??
    transfer(message, clause, cues) ??
    moved(message, clause, cues);
  if (found) return { direction: onCredit(message, clause, found), problem: null };
  const signed = cues.length === 0 ? signedLine(message, clause) : null;
  if (signed) return { direction: signed, problem: null };
  const owing = creditAlone(message, clause, cues) ?? loanAlone(message, clause, cues);
  if (owing) return { direction: owing, problem: null };
  if (cues.every((cue) => cue.means.name === "move")) {
    const means = cues.every((cue) => MEANS.has(keyAt(message, cue.from)));
    if (!means || carried === null) return { direction: null, problem: "unsaid" };
    const again = { cue: carried.cue, said: null, confidence: Math.min(CARRIED, carried.confidence) };
    return { direction: onCredit(message, clause, again), problem: null };
  }
  return { direction: null, problem: "contradicted" };
}

/** «transferencia 22.000» in a list of sales: how it was paid. */
const MEANS: ReadonlySet<string> = new Set("transferencia deposito giro pix".split(" "));

/** A direction made by us, where no verb stands for it: «pan 5 lucas» was spent. */
export function inferred(name: CueName, type: Cue["type"], confidence: number): Direction {
  return { cue: { name, type, direction: null, tense: "past", rank: 2 }, said: null, confidence };
}

/** «debo ir al médico» owes nobody; «debe ser» neither. */
function isDuty(message: Message, cue: Found<Cue>): boolean {
  if (cue.means.name !== "owe" && cue.means.name !== "owed") return false;
  if (cue.means.tense !== "past") return false;
  const next = tokenAt(message.tokens, cue.to);
  return next.kind === "word" && /(?:ar|er|ir)(?:me|lo|la|le|les|se)?$/.test(next.key) && !next.capital;
}

/** «puse 100 lucas de mi bolsillo»: the owner's own money came in; whether as a loan or for good is not said. */
function isPutIn(message: Message, clause: Clause, cue: Found<Cue>): boolean {
  if (!/^(?:puse|pusimos|meti|metimos|aporte|aportamos)$/.test(keyAt(message, cue.from))) return false;
  return message.tokens.slice(clause.from, clause.to).some((token) => token.key === "bolsillo");
}

/** «transferencia de 45.000», «abono 30 lucas»: nobody said whose. */
function isEitherWay(message: Message, clause: Clause, cue: Found<Cue>): boolean {
  if (!EITHER.has(keyAt(message, cue.from)) || isFromSomebody(message, clause, cue.to)) return false;
  if (keyAt(message, cue.to - 1) === "de") return cue.means.rank >= 2 && message.uses[cue.to] === "money";
  if (cue.to > cue.from + 1 || cue.means.name !== "settle_out") return false;
  // «abono 30 lucas a la deuda», «abono 30 lucas a don Pedro»
  return !message.tokens.slice(cue.to, clause.to).some(({ key }) => key === "a" || key === "al" || OWED.has(key));
}

/** «… de la Carla». */
function isFromSomebody(message: Message, clause: Clause, from: number): boolean {
  const { names } = message.tongue;
  return message.tokens.slice(from, clause.to).some(({ key }, at) => {
    const next = names.articles.has(keyAt(message, from + at + 1)) ? from + at + 2 : from + at + 1;
    return names.from.has(key) && next < clause.to && isPersonAt(message, next);
  });
}

const EITHER: ReadonlySet<string> = new Set("transferencia deposito giro abono pix".split(" "));

function isDenied(message: Message, cue: Found<Cue>): boolean {
  if (cue.means.rank < 2) return false;
  const { negations } = message.tongue;
  if (negations.has(keyAt(message, cue.from))) return false;
  const before = keyAt(message, cue.from - 1);
  return negations.has(before) && !tokenAt(message.tokens, cue.from - 1).glued;
}

/** «me pagó los 50 que me debía», «pagué lo que debía»: a debt ends. */
function settled(message: Message, clause: Clause, cues: readonly Found<Cue>[]): Direction | null {
  const explicit = cues.find((cue) => cue.means.name === "settle_in" || cue.means.name === "settle_out");
  if (explicit) return isPaidBill(message, clause, explicit) ? said(asSpent(explicit), SAID) : said(explicit, SAID);
  const settles = cues.filter((cue) => SETTLING.has(cue.means.name));
  const first = settles.find((cue) => cue.means.rank === 3) ?? settles.find((cue) => leadsToDebt(message, cue, cues));
  if (!first) return null;
  const debt = cues.find((cue) => cue.means.name === "owe" && DEBT.has(keyAt(message, cue.from)));
  if (debt) return settling(first);
  const lent = cues.find((cue) => cue.means.type === "deuda" && THAT.has(keyAt(message, cue.from - 1)));
  if (lent) return settling(first);
  for (let at = clause.from; at < clause.to; at++) {
    const returned = keyAt(message, at) === "prestamo" && GIVES_BACK.test(keyAt(message, first.to - 1));
    if ((returned || OWED.has(keyAt(message, at))) && at > first.from) {
      return settling(first);
    }
  }
  return null;
}

/** «le di 20 lucas … de lo que le debo». */
function leadsToDebt(message: Message, cue: Found<Cue>, cues: readonly Found<Cue>[]): boolean {
  return cues.some((one) => OWING.has(one.means.name) && one.from >= cue.to && THAT.has(keyAt(message, one.from - 1)));
}

const OWING: ReadonlySet<CueName> = new Set(["owe", "owed"]);

/** «aboné el monotributo»: where nobody is paid, a bill is. */
function isPaidBill(message: Message, clause: Clause, cue: Found<Cue>): boolean {
  if (cue.means.name !== "settle_out" || cue.to - cue.from > 1) return false;
  if (message.tokens.slice(clause.from, clause.to).some((token) => STILL_OWED.has(token.key))) return false;
  const bill = expenseCategory(message, clause.from, clause.to);
  return bill !== null && bill.category !== "financieros";
}

const STILL_OWED: ReadonlySet<string> = new Set(
  "debo debemos debia deuda deudas fiado saldo proveedor proveedora devo owe".split(" "),
);

function asSpent(cue: Found<Cue>): Found<Cue> {
  return { ...cue, means: { ...cue.means, name: "spend", direction: null } };
}

const DEBT: ReadonlySet<string> = new Set(["deuda", "divida", "debt"]);

const THAT: ReadonlySet<string> = new Set(["que", "eu"]);

const SETTLING: ReadonlySet<CueName> = new Set(["earn", "refund", "spend"]);

function settling(cue: Found<Cue>): Direction {
  const incoming = cue.means.type === "ingreso";
  const name = incoming ? "settle_in" : "settle_out";
  return said({ ...cue, means: { ...cue.means, name, direction: incoming ? "por_cobrar" : "por_pagar" } }, SAID);
}

/** «le devolví 40 lucas del préstamo». */
const GIVES_BACK = /^(?:devol|reembols|reintegr)/;

const OWED: ReadonlySet<string> = new Set(
  "debia debian debiamos adeudaba devia deviam owed prestado prestada prestados prestadas preste fie deuda deudas fiado".split(
    " ",
  ),
);

/** A debt outweighs the deal that made it: «vendí 50 lucas, me pagan el viernes». */
function owed(message: Message, cues: readonly Found<Cue>[]): Direction | null {
  const debts = cues.filter((cue) => cue.means.type === "deuda");
  const lasting = debts.find((cue) => cue.means.name !== "owe" || cue.means.tense === "past") ?? debts[0];
  // «me llegó la cuenta del gas y ya la pagué»
  const due = lasting?.means.name === "owe" && lasting.means.tense === "future";
  const paid =
    due && cues.some((cue) => cue.means.type === "egreso" && cue.means.rank === 3 && isPaidOff(message, cue, lasting));
  return lasting && !paid ? said(lasting, SAID) : null;
}

/** «… y ya la pagué»; «pagué la luz, vence el 15» was paid before it fell due. */
function isPaidOff(message: Message, paying: Found<Cue>, due: Found<Cue>): boolean {
  if (paying.from > due.from) return true;
  return keyAt(message, due.from).startsWith("venc") && /^(?:pagu|pago$|cancel)/.test(keyAt(message, paying.to - 1));
}

/** Own money between own accounts. */
function transfer(message: Message, clause: Clause, cues: readonly Found<Cue>[]): Direction | null {
  const move = cues.find((cue) => cue.means.name === "move");
  if (!move || cues.some((cue) => cue.means.rank === 3)) return null;
  const accounts = ownAccounts(message, clause);
  if (accounts.length === 0) return null;
  if (isForMe(message, clause)) return drawn(move);
  for (const account of accounts) take(message, account, "aside");
  return said(move, accounts.length > 1 ? SAID : SAID_BY_NOUN);
}

function drawn(move: Found<Cue>): Direction {
  const cue: Cue = { name: "draw", type: "egreso", direction: null, tense: "past", rank: 3 };
  return { cue, said: { from: move.from, to: move.to }, confidence: SAID };
}

/** «vendí 5 lucas fiado»: the deal is told by its verb, the debt by a word anywhere near it. */
function onCredit(message: Message, clause: Clause, found: Direction): Direction {
  const { name } = found.cue;
  if (name !== "sell" && name !== "buy") return found;
  const [credit] = allPhrases(message.tongue.on_credit, message.tokens, clause);
  if (!credit) return found;
  take(message, credit, "cue");
  const cue: Cue =
    name === "sell"
      ? { ...found.cue, name: "sell_on_credit", type: "deuda", direction: "por_cobrar" }
      : { ...found.cue, name: "buy_on_credit", type: "deuda", direction: "por_pagar" };
  return { ...found, cue };
}

/** Lines that begin with + and with − say which way each went, where both stand in a message. */
function signedLine(message: Message, clause: Clause): Direction | null {
  const signs = message.tokens.flatMap((token, at) =>
    startsLine(message, at) && SIGNS.test(token.text) ? [token.text] : [],
  );
  if (!signs.includes("+") || signs.every((sign) => sign === "+")) return null;
  const at = clause.span.from - 1;
  if (!startsLine(message, at) || !SIGNS.test(tokenAt(message.tokens, at).text)) return null;
  return tokenAt(message.tokens, at).text === "+"
    ? inferred("sell", "ingreso", CARRIED)
    : inferred("spend", "egreso", CARRIED);
}

const SIGNS = /^[+–−-]$/;

function startsLine(message: Message, at: number): boolean {
  return at >= 0 && (at === 0 || tokenAt(message.tokens, at - 1).text === "\n");
}

/** «anota fiado 4.350 a don Lucho»: what is written down as given on credit was sold. */
function creditAlone(message: Message, clause: Clause, cues: readonly Found<Cue>[]): Direction | null {
  if (cues.length > 0) return null;
  const [credit] = allPhrases(message.tongue.on_credit, message.tokens, clause);
  if (!credit || message.uses[credit.from] !== "free") return null;
  take(message, credit, "cue");
  const cue: Cue = { name: "sell_on_credit", type: "deuda", direction: "por_cobrar", tense: "past", rank: 2 };
  return { cue, said: { from: credit.from, to: credit.to }, confidence: SAID_BY_NOUN };
}

/** «préstamo de 500 lucas a Juan» was lent, «… del banco» was borrowed. */
function loanAlone(message: Message, clause: Clause, cues: readonly Found<Cue>[]): Direction | null {
  if (cues.length > 0) return null;
  let loan = -1;
  for (let at = clause.from; at < clause.to; at++) if (LOANS.has(keyAt(message, at))) loan = at;
  if (loan < 0) return null;
  for (let at = loan + 1; at < clause.to - 1; at++) {
    if (message.uses[at] !== "free") continue;
    const { to, from } = message.tongue.names;
    const given = to.has(keyAt(message, at)) && keyAt(message, at) !== "para";
    const taken = from.has(keyAt(message, at));
    if ((!given && !taken) || !nameAt(message, at + 1, clause.to)) continue;
    const cue: Cue = given
      ? { name: "lend", type: "deuda", direction: "por_cobrar", tense: "past", rank: 2 }
      : { name: "borrow", type: "deuda", direction: "por_pagar", tense: "past", rank: 2 };
    return { cue, said: { from: loan, to: loan + 1 }, confidence: SAID_BY_NOUN };
  }
  return null;
}

const LOANS: ReadonlySet<string> = new Set("prestamo prestamos emprestimo loan".split(" "));

/** The verb that speaks for the amount: verbs before nouns, the nearest one where they disagree. */
function moved(message: Message, clause: Clause, cues: readonly Found<Cue>[]): Direction | null {
  const moves = cues.some((cue) => cue.means.name === "move");
  // «saqué 50 lucas para mí» is a draw, «pan para la casa» is not.
  const plain = cues.filter(
    (cue) => cue.means.name !== "move" && (cue.means.name !== "draw" || cue.means.rank > 1 || moves),
  );
  for (const rank of [3, 2, 1] as const) {
    const ranked = plain.filter((cue) => cue.means.rank === rank);
    const [first] = ranked;
    if (!first) continue;
    if (rank === 2 && isSomeoneElses(message, clause, first)) return null;
    const agree = ranked.every((cue) => cue.means.type === first.means.type);
    if (agree) return said(first, rank === 3 ? SAID : rank === 2 ? SAID_BY_NOUN : OF_MANY);
    const nearest = ranked.filter((cue) => cue.from < clause.span.from).at(-1);
    return nearest ? said(nearest, OF_MANY) : null;
  }
  return null;
}

/** «Juan pago 50 lucas»: without its accent the verb may be his or the noun ours. */
function isSomeoneElses(message: Message, clause: Clause, cue: Found<Cue>): boolean {
  if (keyAt(message, cue.from) !== "pago" || cue.to - cue.from > 1 || cue.from === clause.from) return false;
  const before = tokenAt(message.tokens, cue.from - 1);
  return before.kind === "word" && before.capital && !message.tongue.fillers.has(before.key);
}

function said(cue: Found<Cue>, confidence: number): Direction {
  return { cue: cue.means, said: { from: cue.from, to: cue.to }, confidence };
}
