import { fold } from "#kernel";
import type { ClassifyRequest } from "#language";
import type { Entry } from "#ledger";
import { meantBy } from "./amount-meant.ts";
import { newestOf, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { amountNamed, placeNamed, type Place } from "./place.ts";
import { isNamed, togetherWith, undoEntries } from "./undo.ts";
import { plainly } from "./plainly.ts";

// «borra el último» after a message that booked several: which of them goes is asked, never guessed.

type WhichEntry = Extract<Open, { kind: "which_entry" }>;

/**
 * «bórralo» of what one message told: a single movement goes at once; of several it is asked which. «deshacer» and
 * «borra todos» mean the message as a whole.
 */
export function removeOf(mind: Mind, item: Heard, entry: Entry): void {
  const entries = togetherWith(mind.dialogue, entry);
  const text = item.said.kind === "text" ? item.said.text : "";
  if (entries.length < 2 || meansWhole(text)) return undoEntries(mind, item, idsOf(entries));
  const others = mind.dialogue.open.filter(({ kind }) => kind !== "which_entry");
  mind.dialogue.open = [...others, { kind: "which_entry", entries, at: item.at }];
  mind.parts.push({ part: "which_entry", entries });
}

/** «todos», «el pan», «borra el 2» while it is asked which. False where the words say something of their own. */
export function answerWhichEntry(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestOf(mind.dialogue.open);
  if (open?.kind !== "which_entry" || item.about) return false;
  const amount = amountNamed(request.text);
  if (amount !== null) return takeAmount(mind, item, { open, amount, request });
  const said = plainly(request.text).replace(REMOVING, "");
  if (ALL.test(said)) return take(mind, item, open.entries);
  const place = placeNamed(said);
  if (place) return takePlace(mind, item, { open, place });
  const named = open.entries.filter((entry) => isNamed(entry, said.replace(ARTICLES, "")));
  return named.length === 1 && take(mind, item, named);
}

/** An entry by its number in the list; behind the last stands «todos». False where nothing stands there. */
function takePlace(mind: Mind, item: Heard, { open, place }: { open: WhichEntry; place: Place }): boolean {
  const { entries } = open;
  if (place.place === entries.length + 1) return take(mind, item, entries);
  const entry = entries.at(place.place < 0 ? place.place : place.place - 1);
  return entry !== undefined && take(mind, item, [entry]);
}

type Priced = { open: WhichEntry; amount: string; request: ClassifyRequest };

/** «el de 20 lucas»: the one of that amount, where only one is. */
function takeAmount(mind: Mind, item: Heard, { open, amount, request }: Priced): boolean {
  const [first] = open.entries;
  if (!first) return false;
  const own = open.entries.map(({ currency, amount_minor }) => (currency === first.currency ? amount_minor : null));
  const entry = open.entries[meantBy(amount, own, { currency: first.currency, request })];
  return entry !== undefined && take(mind, item, [entry]);
}

/** The question ends where its answer is carried out: nothing is asked about entries that are gone. */
function take(mind: Mind, item: Heard, entries: readonly Entry[]): true {
  mind.dialogue.open = mind.dialogue.open.filter(({ kind }) => kind !== "which_entry");
  undoEntries(mind, item, idsOf(entries));
  return true;
}

function idsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ id }) => id);
}

function meansWhole(text: string): boolean {
  const said = fold(text);
  return WHOLE.test(said) && !LAST.test(said);
}

const WHOLE =
  /\b(?:deshac\w*|deshaz\w*|deshag\w*|undo|desfa\w+|tod[oa]s?|amb[oa]s|es[oa]s|est[oa]s|tudo|esses|essas|all|both|them|those)\b|\b(?:borr|elimin|quit|sac|anul|olvid)\w*l[oa]s\b/;

/** «deshacer el último» is one of them. */
const LAST = /\b(?:ultim[oa]|last)\b/;

const ALL = /^(?:(?:l[oa]s|os|as) )?(?:tod[oa]s?|amb[oa]s|dos|dois|duas|tudo|all|both)(?: (?:ell[oa]s|eles|of them))?$/;

const REMOVING =
  /^(?:borra|borrar|elimina|eliminar|quita|quitar|saca|anula|deshaz|deshace|apaga|apagar|remove|delete|undo)(?: (?=\S))/;

const ARTICLES = /^(?:(?:el|la|los|las|lo|o|a|the|del?|da|do) )+/;
