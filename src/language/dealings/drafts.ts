import type { DateSpan } from "../dates/span.ts";
import type { Message } from "../words/message.ts";
import { tokenAt } from "../words/tokens.ts";
import { expenseCategory, incomeCategory } from "./category.ts";
import type { Clause } from "./clauses.ts";
import { cuesIn } from "./cue.ts";
import { CARRIED, type Direction } from "./direction.ts";
import { draftOf, type Draft } from "./movement.ts";
import { leftOf, withoutRest, withRest } from "./rest.ts";

/** The deals of a message, one for each of its clauses, and what each of them says of the next. */
export function draftsOf(message: Message, clauses: readonly Clause[], dates: readonly DateSpan[]): Draft[] {
  let carried: Direction | null = saidLast(message, clauses, dates);
  let before: Draft | null = null;
  const headed = hasHeader(message);
  const drafts: Draft[] = [];
  const cut = clauses.flatMap((one) => withRest(message, one));
  const outside = withoutRest(dates, cut);
  for (const clause of cut) {
    const fresh = !headed && carried?.cue.type === "ingreso" && startsAnew(message, clause, carried);
    const { draft, direction, denied } = draftOf(message, clause, {
      dates: clause.is_rest ? dates : outside,
      carried: fresh ? null : carried,
    });
    if (denied) continue;
    if (before) {
      if (direction?.said === null && !fresh) alike(draft, before);
      if (headed) sorted(draft, before);
      toldBefore(message, clause, { draft, before, whole: drafts.at(-2) });
    }
    before = draft;
    carried = direction ?? carried;
    drafts.push(draft);
  }
  return withoutWhole(drafts);
}

type Told = { draft: Draft; before: Draft; whole: Draft | undefined };

/** What a clause leaves out because the one before it has told it. */
function toldBefore(message: Message, clause: Clause, { draft, before, whole }: Told): void {
  stillOwed(draft, before);
  if (draft.open === "concept") again(message, clause, { draft, before });
  if (clause.is_rest) leftOf(draft, before, whole);
}

/**
 * «le vendí 20 lucas a la Juanita, me pagó 15 y me debe 5»: the sale is its two parts, which are with whom it was and of
 * what it was.
 */
function withoutWhole(drafts: Draft[]): Draft[] {
  const [{ movement: whole, open } = {}, ...parts] = drafts;
  if (!whole || (open ?? "direction") !== "direction" || parts.length !== 2) return drafts;
  if (parts.some((part) => part.open !== null && part.open !== "concept")) return drafts;
  const sum = parts.reduce((so_far, { movement }) => so_far + (movement.amount_minor ?? 0), 0);
  const owed = parts.filter(({ movement }) => movement.type === "deuda").length;
  if (sum !== whole.amount_minor || owed !== 1 || parts.every(({ movement }) => movement.type !== whole.type))
    return drafts;
  return parts.map((part) => ({
    ...part,
    open: null,
    confidence: Math.max(part.confidence, CARRIED),
    movement: {
      ...part.movement,
      counterparty: part.movement.counterparty ?? whole.counterparty,
      concept: whole.concept,
      category: whole.category,
    },
  }));
}

/** «3 cortes 24 lucas y una tintura 35 lucas cobré hoy»: the only verb stands behind the last amount and is said of all. */
function saidLast(message: Message, clauses: readonly Clause[], dates: readonly DateSpan[]): Direction | null {
  const last = clauses.at(-1);
  if (!last || clauses.length < 2) return null;
  const [cue, ...more] = clauses.flatMap((clause) => clause.cues.filter((one) => one.means.rank > 1));
  if (!cue || more.length > 0 || cue.means.rank < 3 || cue.from < last.span.to) return null;
  // «pan 5 lucas, bencina 20 y le pagué a Juan 30» has a mark or an «y» of its own before the verb.
  const behind = message.tokens.slice(cue.to);
  const closes = behind.every(
    (token, at) => token.kind === "mark" || dates.some((date) => date.from <= cue.to + at && cue.to + at < date.to),
  );
  return closes ? { cue: cue.means, said: null, confidence: CARRIED } : null;
}

/** «uber 4.500 de ida y 5.200 de vuelta»: what names nothing of its own is more of the same. */
function alike(draft: Draft, before: Draft): void {
  const { movement } = draft;
  const people = movement.counterparty !== null && before.movement.counterparty !== null;
  if (!people && movement.concept !== null && movement.concept !== before.movement.concept) return;
  if ((movement.counterparty !== null && !people) || movement.evidence.some((one) => one.field === "category")) return;
  movement.concept ??= before.movement.concept;
  movement.category = before.movement.category;
  if (draft.open === "concept" && before.open === null)
    Object.assign(draft, { open: null, confidence: before.confidence });
}

/** «Luis me pagó 5 lucas, me debe 15»: who paid a part owes the rest. */
function stillOwed({ movement }: Draft, before: Draft): void {
  const { type, direction, counterparty } = before.movement;
  const paid = type === "ingreso" ? "por_cobrar" : "por_pagar";
  if (type === "deuda" || movement.type !== "deuda" || movement.direction !== paid) return;
  if (direction === null || direction === paid) movement.counterparty ??= counterparty;
}

/** «Sueldos pagados: Ana 480.000 / Beto 455.000»: what the header names is said of all. */
function sorted({ movement }: Draft, before: Draft): void {
  const own = movement.evidence.some((one) => one.field === "category");
  if (!own && movement.type === before.movement.type) movement.category = before.movement.category;
}

/** «me devolvieron 9.990 del cargador y compré otro en 14.990». */
function again(message: Message, clause: Clause, { draft, before }: { draft: Draft; before: Draft }): void {
  const another = message.tokens.slice(clause.from, clause.to).some((token) => ANOTHER.test(token.key));
  if (!another || before.movement.concept === null) return;
  draft.movement.concept = before.movement.concept;
  Object.assign(draft, { open: null, confidence: before.confidence });
}

const ANOTHER = /^(?:otr[oa]s?|another|outr[oa]s?)$/;

/** «Ventas de hoy» in a line of its own says what all the lines below are. */
function hasHeader(message: Message): boolean {
  let from = 0;
  for (const [to, { text }] of message.tokens.entries()) {
    if (text !== "\n" && text !== ":") continue;
    const amount = message.uses.slice(from, to).includes("money");
    if (!amount && cuesIn(message, { from, to }).length > 0) return true;
    from = to + 1;
  }
  return false;
}

/** A new line that names what people buy is no part of what was earned in the line before, nor of the «ventas» there. */
function startsAnew(message: Message, clause: Clause, { cue }: Direction): boolean {
  const total = cue.rank === 2;
  if (tokenAt(message.tokens, clause.from - 1).text !== "\n") return false;
  const [expense, income] = [expenseCategory, incomeCategory].map((look) => look(message, clause.from, clause.to));
  return expense !== null && (income === null || total);
}
