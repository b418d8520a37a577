import { assert, dateIn } from "#kernel";
import { classify, type ClassifyRequest, type LastEntry, type Reading } from "#language";
import { askingAsLast, asLast, draftAsLast, questionAsLast, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { editingMeant } from "./editing.ts";
import { termIn } from "./term-said.ts";
import { removalNamed } from "./undo.ts";

export type Words = { text: string; voice: boolean; unsure?: true };

/** All that reading words needs of a mind. */
type Remembering = Pick<Mind, "dialogue">;

/** The words with what they may refer back to: the quoted entry, else the newest of a waiting document and the last entry. */
export function requestOf(mind: Remembering, item: Heard, { text, voice }: Words): ClassifyRequest {
  const { membership } = mind.dialogue;
  assert(membership, "a turn is heard only once the business is known");
  return {
    text,
    country: membership.country,
    channel: voice ? "voice" : "text",
    today: dateIn(item.at, membership.time_zone),
    last: lastOf(mind, item),
  };
}

function lastOf(mind: Remembering, item: Heard): LastEntry | null {
  if (item.about) return asLast(item.about);
  const editing = editingMeant(mind, item);
  if (editing) return asLast(editing.entry);
  const { last, open } = mind.dialogue;
  const since = last?.at ?? 0;
  const asked = open.findLast(({ kind }) => kind === "question" || kind === "asking" || kind === "document");
  if (asked && asked.kind !== "document" && asked.at >= since) return askedAsLast(asked);
  const waiting = open.findLast((each) => each.kind === "document");
  if (waiting && waiting.at >= since) return draftAsLast(waiting.draft);
  return last ? asLast(last.entry) : null;
}

function askedAsLast(asked: Open): LastEntry | null {
  if (asked.kind === "asking") return askingAsLast(asked);
  return asked.kind === "question" ? questionAsLast(asked.reading) : null;
}

/** True where the words mean something said before («no, eran 45», «sí», «deshacer», «la pago a 30 días»). */
export function refersBack(mind: Remembering, item: Heard, words: Words): boolean {
  const request = requestOf(mind, item, words);
  if (removalNamed(words.text) !== null || termIn(words.text, { request, issued_on: null })) return true;
  return REFERRING.has(classify(request).type);
}

const REFERRING: ReadonlySet<Reading["type"]> = new Set(["correccion", "si", "no"]);

/** The local date of an instant where the business is. */
export function localDate(mind: Mind, at: number): string {
  return dateIn(at, timeZoneOf(mind));
}

/** IANA. */
export function timeZoneOf({ dialogue }: Mind): string {
  return dialogue.membership?.time_zone ?? "UTC";
}
