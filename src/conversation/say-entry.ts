import type { Button } from "#channels";
import type { Entry } from "#ledger";
import type { Words } from "#locales";
import type { Outcome, Part } from "./effect.ts";
import { sayOwing } from "./say-dealings.ts";
import { UNDO_OF } from "./heard.ts";
import { sayOpenAgain } from "./say-waiting.ts";
import { BUTTONS_MAX, plain, showDay, showEntry, showMoney, type Eyes, type Saying } from "./show.ts";

// What was booked, corrected or taken back, and the buttons to do so.

type RefPart = Extract<Part, { ref: number }>;

type Seen = { outcomes: readonly Outcome[]; eyes: Eyes };

export function sayRecorded(
  part: RefPart,
  outcome: Extract<Outcome, { kind: "recorded" }>,
  { outcomes, eyes }: Seen,
): Saying {
  const { words } = eyes;
  const { entry } = outcome;
  if (part.part !== "booked") return plain("");
  const known = showEntry(entry, eyes, part.evidence);
  const shown = { ...known, amount: known.amount + worthOf(part, outcomes, eyes) };
  if (part.verdict) return withUndo(words.document_booked(shown, part.verdict), entry, words);
  const told = [
    words.booked(shown),
    movesCash(entry) ? null : words.debt_without_cash,
    sayOwingOf(part, outcome, { outcomes, eyes }),
  ];
  return withUndo(told.filter((line) => line !== null).join("\n"), entry, words);
}

type BookedPart = Extract<Part, { part: "booked" }>;

/** What is left of the debt that was paid; null where it was no payment. */
export function sayOwingOf(
  part: BookedPart,
  { owing, entry }: Extract<Outcome, { kind: "recorded" }>,
  { outcomes, eyes }: Seen,
): string | null {
  if (!owing || isPaidOn(part, { owing, entry }, outcomes)) return null;
  return sayOwing(owing, { eyes, who: part.unmatched ? showEntry(entry, eyes).counterparty : undefined });
}

/** Another payment of the same debts follows in this turn, and tells what is left after both. */
function isPaidOn(
  part: BookedPart,
  { owing, entry }: Pick<Extract<Outcome, { kind: "recorded" }>, "owing" | "entry">,
  outcomes: readonly Outcome[],
): boolean {
  return outcomes.slice(part.ref + 1).some((later) => {
    if (later.kind !== "recorded" || !later.owing || entry.counterparty === null) return false;
    return later.entry.counterparty === entry.counterparty && later.owing.direction === owing?.direction;
  });
}

/** ` (≈ $137.890 al 18-11-2026)`, or nothing where no authority told it in time. */
function worthOf(part: RefPart, outcomes: readonly Outcome[], eyes: Eyes): string {
  const told = part.part === "booked" && part.worth !== undefined ? outcomes[part.worth] : undefined;
  if (told?.kind !== "worth" || !told.worth) return "";
  return ` ${eyes.words.worth(showMoney(told.worth, eyes), showDay(told.worth.on))}`;
}

function movesCash(entry: Entry): boolean {
  return entry.postings.some(({ debit, credit }) => LIQUID.test(debit) || LIQUID.test(credit));
}

const LIQUID = /^activo:(caja|banco|tarjeta|cuenta)/;

export function sayUndone({ entries, owing }: Extract<Outcome, { kind: "undone" }>, eyes: Eyes): string {
  const undone = entries.map((entry) => eyes.words.undone(showEntry(entry, eyes)));
  return [...undone, ...owing.map((each) => sayOpenAgain(each, eyes))].join("\n");
}

export function withUndo(text: string, entry: Entry, words: Words): Saying {
  const buttons = [
    { id: `undo:${entry.id}`, title: words.buttons.undo },
    { id: `edit:${entry.id}`, title: words.buttons.edit },
  ];
  return { text, buttons, entry };
}

/** Meta's limit; an id of an entry has 26 characters, that of a message about 60. */
const BUTTON_ID_CHARS_MAX = 256;

/** `asks`: beside the entries an older question is asked again. */
type Merging = { buttons: Button[]; words: Words; asks: boolean };

/** Several movements of one message are undone together; a question asked beside them keeps its own buttons. */
export function mergeUndo(entries: readonly Entry[], { buttons, words, asks }: Merging): Button[] {
  const id = undoing(entries);
  const undo = id === null ? [] : [{ id, title: words.buttons.undo }];
  // A month to look into, an older question: asked beside what was booked, which can be undone all the same.
  const isOwn = buttons[0]?.id.startsWith("undo:") === true;
  const isAsked = buttons[0]?.id.startsWith("review:") === true || (asks && !isOwn);
  if (entries.length > 0 && isAsked && buttons.length < BUTTONS_MAX) return [...buttons, ...undo];
  return entries.length > 1 && isOwn ? undo : buttons;
}

/** All of them, or none: where their own names are too long together, their messages name them. */
function undoing(entries: readonly Entry[]): string | null {
  const messages = new Set(entries.map(({ source_ref }) => source_ref.split(":")[1] ?? ""));
  const ids = [`undo:${entries.map(({ id }) => id).join(",")}`, `${UNDO_OF}${[...messages].join(",")}`];
  return ids.find((id) => id.length <= BUTTON_ID_CHARS_MAX) ?? null;
}
