import { holds } from "#match";
import { fold, nameKey } from "#kernel";
import type { Entry } from "#ledger";
import type { Dialogue } from "../dialogue.ts";
import { quotesEntry, quotesPaper, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { sourceRef } from "./book.ts";

/** Takes entries back: each is reversed, none is deleted. */
export function undoEntries(mind: Mind, item: Heard, entry_ids: string[]): void {
  const parting = entry_ids.length === 1 && meansLastStep(item) ? { parting: true as const } : {};
  const ref = mind.effects.push({ kind: "undo", entry_ids, source_ref: sourceRef(item.id, 0), ...parting }) - 1;
  mind.parts.push({ part: "undone", ref });
}

/** «deshacer» takes back the last step, which may have been a link; «bórralo» means the entry itself. */
function meansLastStep({ said }: Heard): boolean {
  if (said.kind === "choice") return true;
  return said.kind === "text" && /^\W*(?:deshac|deshaz|deshag|undo\b|desfa)/.test(fold(said.text));
}

/** The live entries of the message that booked this one, in the order in which it told them. */
export function togetherWith({ recent }: Dialogue, entry: Entry): Entry[] {
  const message = messageOf(entry);
  const together = recent.map((each) => each.entry).filter((each) => messageOf(each) === message);
  return together.some(({ id }) => id === entry.id) ? together.toReversed() : [entry];
}

/** A second «deshacer» takes nothing more back by itself: it says what stands before, and how to take that back. */
export function sayUndone(mind: Mind): void {
  const { dialogue } = mind;
  const before = dialogue.recent[0]?.entry ?? null;
  if (!mind.undone && before === null) return void mind.parts.push({ part: "nothing_to_undo" });
  dialogue.undone = mind.undone;
  mind.parts.push({ part: "before_undone", entry: before, undone: mind.undone });
}

/** «deshacer la venta», «borra el pan»: the newest entry by that name. False where the words name none. */
export function undoNamed(mind: Mind, item: Heard, text: string): boolean {
  const named = removalNamed(text);
  if (named === null || quotesEntry(item) || quotesPaper(item)) return false;
  const entry = mind.dialogue.recent.find((each) => isNamed(each.entry, named))?.entry;
  if (entry) undoEntries(mind, item, [entry.id]);
  return entry !== undefined;
}

/** What is to be taken back, by its name; null where the words command no such thing. */
export function removalNamed(text: string): string | null {
  const said = fold(text)
    .replace(/[¿?¡!.,:;"«»“”]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, named] = REMOVAL.exec(said) ?? [];
  return named === undefined || named.split(" ").length > NAME_WORDS_MAX ? null : named;
}

const NAME_WORDS_MAX = 5;

const REMOVAL =
  /^(?:deshacer|deshaz|deshace|borra|borrar|elimina|eliminar|anula|anular|desfazer|desfaz|desfaca|apaga|apagar|undo|delete|remove) (?:(?:el|la|lo|los|las|o|a|the|my|mi|minha|meu|de|del|do|da|es[ae]|est[ae]|ess[ae]|this|that) )+(\p{L}.*)$/u;

type Named = Pick<Entry, "type" | "concept" | "counterparty">;

/** Whether an entry goes by that name: what it is, what it was for, or with whom. */
export function isNamed(entry: Named, named: string): boolean {
  const [noun = "", ...rest] = named.split(" ");
  const kind = KINDS[noun];
  if (kind !== undefined) {
    const about = rest.filter((word) => !SMALL.has(word)).join(" ");
    return entry.type === kind && (about === "" || isAbout(entry, about));
  }
  return isAbout(entry, named);
}

const SMALL: ReadonlySet<string> = new Set("a al de del do da la el lo o en em of the to for por".split(" "));

function isAbout({ concept, counterparty }: Pick<Named, "concept" | "counterparty">, words: string): boolean {
  const key = nameKey(words);
  return [concept, counterparty].some((each) => each !== null && key !== "" && holds(each, key));
}

const KINDS: Readonly<Record<string, Entry["type"]>> = {
  ...nouns("venta ingreso cobro venda entrada receita sale income", "ingreso"),
  ...nouns("gasto compra egreso pago despesa expense purchase payment", "egreso"),
  ...nouns("deuda fiado prestamo divida emprestimo debt loan", "deuda"),
  ...nouns("traspaso transferencia transfer", "transferencia"),
};

function nouns(words: string, type: Entry["type"]): Record<string, Entry["type"]> {
  return Object.fromEntries(words.split(" ").map((noun) => [noun, type]));
}

function messageOf({ source_ref }: Entry): string {
  return source_ref.slice(0, source_ref.lastIndexOf(":"));
}
