import { decimalsOf, fold, nameKey } from "#kernel";
import { classify, readAmount, type ClassifyRequest, type Patch } from "#language";
import type { NewRule, OpenDebt } from "#ledger";
import type { Asking, Planned } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { bareName } from "../names.ts";
import { sourceRef } from "./book.ts";
import { carryOut } from "./plan.ts";

// Answers to what the books left open about a movement: whose it is, which debt it pays, what the rest of it was.

/** Words that answer the newest of these questions. False where they say something of their own. */
export function answerAsking(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = mind.dialogue.open.findLast((each) => each.kind === "asking");
  if (open?.kind !== "asking" || !isNextToYes(mind, open, request.text)) return false;
  const said = fold(request.text)
    .replace(/[.,!¡¿?\s]+/g, " ")
    .trim();
  const answer = answerOf(open, said, request);
  if (!answer) return false;
  settleAsking(mind, item, { open, answer });
  return true;
}

/** An answer by its place in what was offered. False where nothing stands there. */
export function answerPlace(
  mind: Mind,
  item: Heard,
  { open, place, request }: { open: Asking; place: number; request: ClassifyRequest },
): boolean {
  const said = place > 0 ? String(place) : LAST;
  const answer = answerOf(open, said, request);
  if (answer) settleAsking(mind, item, { open, answer });
  return answer !== null;
}

const LAST = "la ultima";

/** «sí» and «no» are for whatever was asked last, where the last answer has named it. */
function isNextToYes(mind: Mind, open: Asking, text: string): boolean {
  return (mind.dialogue.open.at(-1) === open && !open.behind) || !BARE.test(fold(text).trim());
}

/** It names nothing: what it answers is what was said last. */
const BARE =
  /^(?:si+|sip|ya|claro|dale|ok|okey|correcto|exacto|yes|yep|sim|isso|no+|nop|nao)(?: (?:po|pues|gracias|porfa|por favor))*[\s.!]*$/;

/** A tapped answer: `<message that raised the question>:<place of the debt, or oldest>`, or the message alone. */
export function chooseAsking(mind: Mind, item: Heard, { verb, argument }: { verb: string; argument: string }): void {
  const cut = argument.lastIndexOf(":");
  const [id, place] = verb === "debt" ? [argument.slice(0, cut), argument.slice(cut + 1)] : [argument, ""];
  const open = mind.dialogue.open.find((each) => each.kind === "asking" && each.id === id);
  const answer = open?.kind === "asking" ? tappedAnswer(open, verb, place) : null;
  if (open?.kind !== "asking" || !answer) return void mind.parts.push({ part: "nothing_pending" });
  settleAsking(mind, item, { open, answer });
}

/** The movement that is asked about changes, and is asked about again where it must be. */
export function amendAsking(mind: Mind, item: Heard, { open, patch }: { open: Asking; patch: Patch }): void {
  const { delete: _, ...fields } = patch;
  const amended = open.plan.map((each, i) =>
    i === open.place ? { ...each, pays: null, rest: false, movement: { ...each.movement, ...fields } } : each,
  );
  resume(mind, item, { open, plan: amended });
}

type Answer = { answer: "same" | "other" } | { answer: "pays"; pays: Planned["pays"] } | { answer: "rest" };

function settleAsking(mind: Mind, item: Heard, { open, answer }: { open: Asking; answer: Answer }): void {
  if (answer.answer === "same" || answer.answer === "other") learnName(mind, open, answer.answer);
  resume(mind, item, {
    open,
    plan: open.plan.map((each, i) => (i === open.place ? answered(each, open, answer) : each)),
  });
}

function answered(planned: Planned, { asked }: Asking, answer: Answer): Planned {
  if (asked.about === "number" && (answer.answer === "same" || answer.answer === "other"))
    return { ...planned, paper: answer.answer };
  if (answer.answer === "pays") return { ...planned, pays: answer.pays };
  return answer.answer === "rest" ? { ...planned, rest: true } : planned;
}

function resume(mind: Mind, item: Heard, { open, plan }: { open: Asking; plan: readonly Planned[] }): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
  carryOut(mind, { ...item, id: open.id }, { plan, amount: open.amount });
}

/** Said once, never asked again: the answer is a rule of the books. */
function learnName(mind: Mind, { id, asked, place }: Asking, answer: "same" | "other"): void {
  if (asked.about !== "name") return;
  const kind = answer === "same" ? "same" : "distinct";
  const rule: NewRule = { kind, match: asked.written, name: asked.known };
  mind.effects.push({ kind: "learn", rule, source_ref: sourceRef(id, `name.${place}.${nameKey(asked.known)}`) });
  mind.books = { ...mind.books, rules: [{ ...rule, id: "" }, ...mind.books.rules] };
}

function tappedAnswer({ asked }: Asking, verb: string, place: string): Answer | null {
  if (asked.about === "name" || asked.about === "number")
    return verb === "same" || verb === "other" ? { answer: verb } : null;
  if (asked.about === "rest" && verb === "rest") return { answer: "rest" };
  if (verb === "apart") return { answer: "pays", pays: "none" };
  const debt =
    verb === "debt" && asked.about === "debt" ? asked.debts[place === "oldest" ? 0 : Number(place)] : undefined;
  return debt ? pay(debt) : null;
}

function answerOf({ asked }: Asking, said: string, request: ClassifyRequest): Answer | null {
  switch (asked.about) {
    case "name":
      return nameAnswer(said);
    case "number":
      return paperAnswer(said, request);
    case "debt":
      return debtAnswer(said, asked.debts, request);
    case "rest":
      if (YES.test(said) || DEBT_AND.test(said)) return { answer: "rest" };
      return APART.test(said) ? { answer: "pays", pays: "none" } : null;
  }
}

const YES =
  /^(?:si+|sip|1|claro|dale|ok|okey|correcto|exacto|asi es|yes|yep|sim|isso)(?: (?:po|pues|claro|porfa|gracias))?$/;
const NO = /^(?:no+|nop|2|nao)(?: (?:po|pues|gracias))?$/;
const SAME =
  /^(?:(?:si|yes|sim) )?(?:(?:es|e|it is|its) )?(?:el|la|o|a|ese|esa|the)? ?(?:mismo|misma|mesmo|mesma|same)(?: (?:one|person|persona|pessoa))?$/;
const OTHER =
  /^(?:(?:no|nao) )?(?:(?:es|e|it is|its|son) )?(?:un |una |um |uma |a )?(?:otro|otra|outro|outra|other|another|distint[oa]s?|diferentes?|different)(?: (?:one|person|persona|pessoa|cliente|proveedor))?$/;
const DEBT_AND = /^(?:(?:si|yes|sim) )?(?:paga(?:ba)? )?(?:la |a |the )?(?:deuda|divida|debt)\b.*\b(?:y|e|and)\b.*$/;
const APART =
  /^(?:(?:no|nao) )?(?:(?:es|e|fue|foi|its|it is) )?(?:todo |tudo |all )?(?:otr[oa]|outr[oa]|another|other) (?:venta|gasto|compra|ingreso|venda|sale|expense|purchase|cosa)$|^aparte$/;
/** Of the debts («las deudas»); «ninguno» lets go of the question. */
const NONE_OF_THEM = /^(?:ninguna|nenhuma|none|neither)(?: (?:de|das|of) .*| one)?$/;
const ALL = /^(?:todas?|todos|tudo|all(?: of them)?)$/;
const OLDEST =
  /^(?:(?:la|a|el|o|the) )?(?:mas (?:antigu[ao]|viej[ao])|primera|primero|mais antiga|primeira|oldest|first(?: one)?)$/;
const NEWEST =
  /^(?:(?:la|a|el|o|the) )?(?:mas (?:nueva|reciente)|ultima|mais (?:nova|recente)|newest|latest|last(?: one)?)$/;

function nameAnswer(said: string): Answer | null {
  if (YES.test(said) || SAME.test(said)) return { answer: "same" };
  return NO.test(said) || OTHER.test(said) ? { answer: "other" } : null;
}

/** «no es la misma», «es otra compra», «ya estaba»: few words, of which one decides. */
function paperAnswer(said: string, request: ClassifyRequest): Answer | null {
  const plain = nameAnswer(said.replace(/ (?:factura|boleta|fatura|invoice)$/, ""));
  if (plain || said.split(" ").length > PAPER_WORDS_MAX || tellsSomethingElse(request)) return plain;
  if (ANOTHER_PAPER.test(said)) return { answer: "other" };
  return SAME_PAPER.test(said) ? { answer: "same" } : null;
}

const PAPER_WORDS_MAX = 7;
const ANOTHER_PAPER =
  /^(?:no|nao) (?:es|era|e|is) (?:la|el|a|o|the)? ?(?:mism[ao]|mesm[ao]|same)\b|\b(?:otr[ao]|outr[ao]|another|distint[ao]|diferente|different)\b|^(?:anota|registra)l[ao]\b/;
const SAME_PAPER =
  /\b(?:mism[ao]|mesm[ao]|same)\b|^(?:si )?ya (?:estaba|esta|la tenia|lo tenia|la tenias|lo tenias|la anote|lo anote)\b|^no (?:la|lo) (?:anotes|registres|dupliques|repitas)\b/;

function debtAnswer(said: string, debts: readonly OpenDebt[], request: ClassifyRequest): Answer | null {
  if (ALL.test(said)) return { answer: "pays", pays: "all" };
  if (APART.test(said) || NONE_OF_THEM.test(said)) return { answer: "pays", pays: "none" };
  const debt = debtMeant(said, debts, request);
  return debt ? pay(debt) : null;
}

/** By its number in the list, by its age, by its amount, by its purpose. */
function debtMeant(said: string, debts: readonly OpenDebt[], request: ClassifyRequest): OpenDebt | undefined {
  const [number] = /^(?:la |el |a |o )?\d{1,2}$/.test(said) ? (/\d+/.exec(said) ?? []) : [];
  // Behind the debts stands «la más antigua».
  if (number !== undefined) return Number(number) === debts.length + 1 ? debts[0] : debts[Number(number) - 1];
  if (OLDEST.test(said)) return debts[0];
  if (NEWEST.test(said)) return debts.at(-1);
  if (tellsSomethingElse(request)) return undefined;
  const amount = amountMeant(said, debts, request);
  const about = nameKey(said).replace(/^(?:(?:la|el|lo|a|o|the|de|del|da|do|los|las) )+/, "");
  const meant = debts.filter(
    (debt) =>
      debt.amount_minor === amount ||
      (debt.counterparty !== null && bareName(debt.counterparty) === bareName(about)) ||
      debt.original_minor === amount ||
      (about.length > 2 && debt.concept !== null && ` ${nameKey(debt.concept)} `.includes(` ${about} `)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** «vendí 40 lucas» while we ask about a debt of 40.000 is a sale. */
function tellsSomethingElse(request: ClassifyRequest): boolean {
  const { type, movements } = classify({ ...request, last: null });
  return type === "consulta" || movements.some(({ evidence }) => evidence.some(({ field }) => field === "type"));
}

/** «la de 40» among debts of 40.000 and 25.000 is 40.000. */
function amountMeant(said: string, debts: readonly OpenDebt[], { country }: ClassifyRequest): number | null {
  const [first] = debts;
  if (!first || !/\d/.test(said)) return null;
  const context = { country, currency: first.currency };
  const literal = readAmount(said, context);
  if (literal !== null) return literal;
  const like = debts.reduce((sum, debt) => sum + debt.amount_minor, 0) / debts.length;
  return decimalsOf(first.currency) === 0 ? readAmount(said, { ...context, like }) : null;
}

function pay({ entry_id }: OpenDebt): Answer {
  return { answer: "pays", pays: { entry_id } };
}
