import { numberOf } from "#documents";
import { fold, nameKey } from "#kernel";
import type { Movement } from "#language";
import type { NumberedEntry, OpenDebt } from "#ledger";
import { isSameCompany } from "#match";
import { isBillOf } from "../bills.ts";
import { bareName, isSamePerson } from "../names.ts";

// Which open debts a payment pays, and how far. Pure: words and debts in, shares out.

export type Owing = {
  debts: readonly OpenDebt[];
  /** Whose debts are meant where the words name nobody. */
  last_party: string | null;
  /** The message, where a debt is to tell its amount; else empty. */
  text: string;
  /** A paper waits for «sí»: «la factura» may be that one. */
  paper_open: boolean;
  /** The amount is told as part of a paper: «20 lucas de la factura». */
  of_paper: boolean;
  /** Entries that stand for papers of the numbers that are told. */
  numbered?: readonly NumberedEntry[];
};

/** «20 lucas de la factura»; of «la factura 20 lucas» nobody knows. */
export function isOfPaper(text: string): boolean {
  return OF_PAPER.test(fold(text));
}

const OF_PAPER = /\S (?:de|da|of) (?:(?:la|esta|the|this) )?(?:factura|fatura|nota fiscal|invoice)\b/;

/** The open debts that this movement may pay, oldest first; none where it is a sale or a purchase of its own. */
export function debtsPaid(movement: Movement, owing: Owing): OpenDebt[] {
  const { debts, last_party, text, paper_open } = owing;
  const direction = directionPaid(movement);
  if (direction === null) return [];
  const own = debts.filter((debt) => debt.direction === direction && debt.currency === movement.currency);
  if (own.length === 0) return [];
  const invoice = invoiceSaid(movement);
  if (invoice === "" && movement.counterparty === null && paper_open) return [];
  if (invoice !== null) return ofInvoice(movement, own, { number: invoice, of_paper: owing.of_paper });
  const papered = ofPaperSaid(movement, own, owing.numbered ?? []);
  if (papered.length > 0) return papered;
  const theirs =
    movement.counterparty === null ? ofNobodyNamed({ movement, text }, own, last_party) : ofParty(movement, own);
  const about = ownPurpose(movement);
  if (about === null) return theirs;
  const named = theirs.filter((debt) => isNamed(debt, about));
  return named.length > 0 || movement.direction === null ? named : theirs;
}

/** «pagué harina 119 lucas a Mapocho, fact. 4322»: what is owed for that paper, by its name or by what it stands for. */
function ofPaperSaid(
  { paper, counterparty: who }: Movement,
  own: readonly OpenDebt[],
  numbered: readonly NumberedEntry[],
): OpenDebt[] {
  if (!paper) return [];
  const ids = new Set(numbered.flatMap(({ number, entry }) => (number === paper.folio ? [entry.id] : [])));
  const theirs = own.filter((debt) => ids.has(debt.entry_id) || numberOf(debt) === paper.folio);
  return theirs.filter((debt) => who === null || isTheirs(debt, who));
}

/** «la factura», «la factura 4512»: which paper is paid, and not for what; `number` is empty where none is said. */
function invoiceSaid({ concept }: Pick<Movement, "concept">): string | null {
  const said = concept === null ? null : INVOICE.exec(plain(concept));
  return said && (said[1] ?? "").replace(/\D/g, "").replace(/^0+/, "");
}

const INVOICE =
  /^(?:facturas?|invoices?|notas? fiscal(?:es)?|notas? fiscais)(?: (?:electronica|eletronica|exenta|afecta))?(?: (?:n|no|nro|num|numero|folio)){0,2} ?(\d{1,10}|\d{1,3}(?: \d{3}){1,2})?$/;

/** The debt of that number; without one those of that party, or of any, which a paper has made. */
function ofInvoice(
  movement: Movement,
  own: readonly OpenDebt[],
  { number, of_paper }: { number: string; of_paper: boolean },
): OpenDebt[] {
  if (number !== "") return ofNumber(movement, own, number);
  const papers = own.filter((debt) => /^(?:factura|documento|nota debito)/i.test(debt.concept ?? ""));
  const { counterparty: who, amount_minor } = movement;
  if (who !== null) {
    const theirs = papers.filter((debt) => isTheirs(debt, who));
    return theirs.length > 0 ? theirs : ofParty(movement, own);
  }
  const [only, ...more] = papers;
  // «pagué la factura 20 lucas» may be the light: of the only one that is open, it is all or nothing.
  const isAll = amount_minor === null || only?.amount_minor === amount_minor;
  return isAll || of_paper || more.length > 0 ? papers : [];
}

/** Of two sellers with an invoice of that number, the one who is named; their debt may have been told without it. */
function ofNumber(movement: Movement, own: readonly OpenDebt[], number: string): OpenDebt[] {
  const who = movement.counterparty;
  const numbered = own.filter((debt) => numberOf(debt) === number);
  if (who === null) return numbered;
  const theirs = numbered.filter((debt) => isTheirs(debt, who));
  if (theirs.length > 0) return theirs;
  return ofParty(
    movement,
    own.filter((debt) => numberOf(debt) === null),
  );
}

function isTheirs({ counterparty }: OpenDebt, who: string): boolean {
  return counterparty !== null && (isSameCompany(counterparty, who) || isSamePerson(counterparty, who));
}

/** The words tell of a payment and of no purpose beside it: «me pagó todo», «le pagué el resto». */
export function isPayment(movement: Movement, text: string): boolean {
  if (directionPaid(movement) === null || ownPurpose(movement) !== null) return false;
  return !isAnonymous(movement) || isOfDebt(text);
}

/** «me pagaron»: money from nobody for nothing in particular is a sale like any other. */
function isAnonymous({ direction, counterparty, concept }: Movement): boolean {
  return direction === null && counterparty === null && (concept === null || !isVague(concept));
}

/** A debt told in the same message has no entry yet: the books settle the oldest of that party by themselves. */
const NOT_BOOKED_YET = "new:";

export function isBooked({ entry_id }: OpenDebt): boolean {
  return !entry_id.startsWith(NOT_BOOKED_YET);
}

/** The debts with one that is about to be booked. */
export function withDebt(debts: readonly OpenDebt[], movement: Movement): OpenDebt[] {
  const { type, direction, amount_minor, counterparty, concept, category, currency, date, due_date } = movement;
  if (type !== "deuda" || direction === null || amount_minor === null) return [...debts];
  const owed = { amount_minor, original_minor: amount_minor, currency, date, due_date };
  const loan = movement.loan === true;
  const facts = { direction, counterparty, concept, category, taxed: movement.tax_minor !== null, loan };
  return [...debts, { entry_id: `${NOT_BOOKED_YET}${debts.length}`, document_id: null, ...facts, ...owed }];
}

export function totalOf(debts: readonly OpenDebt[]): number {
  return debts.reduce((sum, debt) => sum + debt.amount_minor, 0);
}

/** «todo», «lo que le debía»: all that is open is meant, however many debts it is. */
export function isWhole(text: string): boolean {
  return WHOLE.test(fold(text));
}

/**
 * «la mitad», «un tercio»: so much of the debt as it was; «otra»: what is left after that much was paid. `some` where
 * only part of it was paid and nobody said how much; null where the words tell no part.
 */
export function portionOf(text: string): { share: number; other: boolean } | "some" | null {
  const said = fold(text);
  const found = PORTIONS.find(([words]) => words.test(said));
  if (found) return { share: found[1], other: /\b(?:otra|outra|other) (?:mitad|metade|half)\b/.test(said) };
  return SOME.test(said) ? "some" : null;
}

const PORTIONS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:mitad|metade|half)\b/, 1 / 2],
  [/\b(?:tercio|tercera parte|terco|third)\b/, 1 / 3],
  [/\b(?:cuarto|cuarta parte|quarto|quarter)\b/, 1 / 4],
];

const SOME = /\b(?:parte|un poco|algo|um pouco|some|part)\b/;

/** «la mitad», «el resto», «lo que faltaba», «la deuda»: how much of something that both sides know of. */
function isOfDebt(text: string): boolean {
  return isWhole(text) || PARTLY.test(fold(text));
}

const PARTLY =
  /\b(?:mitad|metade|half|resto|restante|saldo|deuda|fiado|prestamo|divida|emprestimo|rest|remainder|balance|debt|loan)\b|\b(?:lo|o) que (?:\p{L}+ )?falt/u;

const WHOLE =
  /\b(?:todo|todos|toda|todas|tudo|everything|in full|all|las deudas|as dividas|debts)\b|\b(?:lo|o) que (?:\p{L}+ )?(?:deb|devi)|\bwhat (?:\p{L}+ )?owed\b/u;

/** Which kind of debt money that moved this way may pay; null where the words tell of a sale, a purchase, a debt. */
function directionPaid(movement: Movement): OpenDebt["direction"] | null {
  if (movement.type !== "ingreso" && movement.type !== "egreso") return null;
  if (movement.direction !== null) return movement.direction;
  const said = movement.evidence.some(({ field }) => field === "type");
  if (!said || isTrade(movement)) return null;
  return movement.type === "ingreso" ? "por_cobrar" : "por_pagar";
}

/** «vendí», «compré», «me cobraron»: goods changed hands now, whoever owes what. */
function isTrade({ evidence, concept }: Movement): boolean {
  if (evidence.some(({ field, text }) => field === "type" && TRADE.test(fold(text)))) return true;
  return concept !== null && TRADE.test(fold(concept)) && invoiceSaid({ concept }) === null;
}

const TRADE =
  /^(?:(?:me|nos|le|les|se|i|we|eu|he|hice)\s+)*(?:vend|venta|compr[aeio]|cobraron|me cobr|nos cobr|desconta|sold|sell|sale|bought|buy|purchas|charged|spent|gast|factur|ganamos|gane\b|cobro de|cobranca)/;

/** A payment to a party pays that party's debts; of two equal but for a title, the one written like this. */
function ofParty({ counterparty }: Movement, own: readonly OpenDebt[]): OpenDebt[] {
  const name = counterparty ?? "";
  const same = own.filter((debt) => debt.counterparty !== null && nameKey(debt.counterparty) === nameKey(name));
  if (same.length > 0) return same;
  return own.filter((debt) => debt.counterparty !== null && isSamePerson(debt.counterparty, name));
}

/** «pagué la deuda del panadero», «pagué el arriendo» that was owed, «aboné 30 lucas», «le pagué el resto». */
function ofNobodyNamed(
  { movement, text }: { movement: Movement; text: string },
  own: readonly OpenDebt[],
  lastParty: string | null,
): OpenDebt[] {
  const about = movement.concept;
  const settles = movement.direction !== null;
  const mentioned = about === null ? [] : own.filter((debt) => isMentioned(debt, about, settles));
  if (mentioned.length > 0) return mentioned;
  if (!settles && !isVague(about ?? "") && !(about === null && isOfDebt(text))) return [];
  // «le pagué el resto» means whoever was spoken of last; who «me abonaron 15 lucas» means must be asked.
  const last = lastParty === null || text === "" ? [] : ofParty({ ...movement, counterparty: lastParty }, own);
  return last.length > 0 ? last : [...own];
}

/**
 * The words behind the verb are the debt's party, or, of what we owe to nobody in particular, its purpose.
 * @param inside true where the verb itself pays a debt, so that the name may stand among other words
 */
function isMentioned(debt: OpenDebt, concept: string, inside: boolean): boolean {
  const words = plain(concept);
  const name = debt.counterparty === null ? null : bareName(debt.counterparty);
  if (name !== null && isBill(debt, words)) return true;
  if (name !== null) return words === name || (inside && ` ${words} `.includes(` ${name} `));
  const purpose = debt.concept === null ? "" : plain(debt.concept);
  if (debt.direction !== "por_pagar" || purpose === "") return false;
  return words === purpose || (inside && ` ${words} `.includes(` ${purpose} `));
}

/** What a payment names as its own purpose; null where its words only say that it is a payment. */
export function ownPurpose({ concept, counterparty }: Movement): string | null {
  if (concept === null || isVague(concept) || (counterparty !== null && invoiceSaid({ concept }) !== null)) return null;
  const words = plain(concept);
  if (counterparty !== null && words === bareName(counterparty)) return null;
  if (counterparty !== null && DERIVED.test(words) && words.endsWith(bareName(counterparty))) return null;
  return DERIVED_ALONE.test(words) ? null : concept;
}

/** Concepts that the language room makes of a verb of paying: `Pago de Pedro`, `Abono a deuda`. */
const DERIVED = /^(?:pago|abono|devolucion|ingreso|payment|repayment|refund|pagamento|abatimento|devolucao|entrada)\b/;
const DERIVED_ALONE =
  /^(?:pago|abono|devolucion|ingreso|payment|repayment|refund|pagamento|abatimento|devolucao|entrada|income|debt repayment|repayment received|abono a deuda|abono recibido|abatimento de divida|abatimento recebido)$/;

/** The debt was made for this, or is with whom the words name, or who sends such bills. */
function isNamed(debt: OpenDebt, concept: string): boolean {
  const words = plain(concept);
  const purpose = debt.concept === null ? "" : plain(debt.concept);
  const name = debt.counterparty === null ? "" : bareName(debt.counterparty);
  return isBill(debt, words) || words === purpose || words === name || ` ${purpose} `.includes(` ${words} `);
}

/** «la luz» is what is owed to the company that sends it. */
function isBill({ direction, counterparty }: OpenDebt, words: string): boolean {
  return direction === "por_pagar" && counterparty !== null && isBillOf(words, bareName(counterparty));
}

/** «el resto», «la deuda», «lo que faltaba»: it says how much of a debt, not for what. */
function isVague(concept: string): boolean {
  return VAGUE.test(plain(concept));
}

const VAGUE =
  /^(?:todo|todos|toda|todas|resto|restante|saldo|deuda|deudas|cuenta|cuentas|fiado|prestamo|plata|dinero|pendiente|parte|mitad|tercio|cuarto|abono|cuota|tudo|divida|dividas|conta|dinheiro|emprestimo|everything|all|rest|remainder|balance|debt|debts|loan|money)(?: (?:a |de |del |da |do |of |the |la |el |lo )*(?:todo|deuda|deudas|cuenta|prestamo|pendiente|divida|debt|loan|tudo|que .*))?$|^que (?:\p{L}+ )?(?:deb|falt|devi)|^(?:lo|o|what) (?:que )?(?:\p{L}+ )?(?:deb|falt|devi|owed)/u;

/** Folded words without the articles in front. */
function plain(text: string): string {
  return nameKey(text).replace(
    /^(?:(?:el|la|los|las|lo|un|una|otra|tercera|cuarta|al|del|de|a|o|os|as|the|su|mi|his|her|my)\s+)+(?=\S)/u,
    "",
  );
}
