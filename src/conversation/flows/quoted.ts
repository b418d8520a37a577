import { WAITING } from "#documents";
import { classify } from "#language";
import { newestOf, shownAt, type Dialogue, type Open } from "../dialogue.ts";
import { quotesEntry, type Heard, type Quoted, type Said } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { startEditing } from "./editing.ts";
import { courtesyFor } from "./manners.ts";
import { refusalOf } from "./refuse.ts";
import { requestOf } from "./request.ts";

// A reply to a card, to the picture that it came from or to its reminder is of that paper, and of no other.

type OpenPaper = Extract<Open, { kind: "document" | "paper" }>;

type HearWords = (item: Heard) => void;

/** Hears words as of the paper that is quoted, where one is; of one that is settled they change nothing else. */
export function hearOfQuoted(mind: Mind, item: Heard, hearWords: HearWords): void {
  const { quoted, said } = item;
  if (!quoted || said.kind !== "text") return hearWords(item);
  const answered = answerIn(mind, item, said);
  // Of a message that tells of an entry corrections are the entry's; «sí» and «no» are of what it asks.
  if (quotesEntry(item) && answered === null) return hearWords(item);
  const open = papersOpen(mind.dialogue, quoted);
  const [only] = open;
  if (only && open.length === 1) return focus(mind, item, { only, hearWords });
  const isSettled = open.length === 0 && quoted.papers.length > 0 && newestOf(mind.dialogue.open)?.kind !== "review";
  if (isSettled && isOfIt(mind, item, said)) return tellSettled(mind, item, { papers: quoted.papers, answered });
  const isRead = !isBeingRead(mind.dialogue, quoted);
  if (isRead || !isOfIt(mind, item, said)) return hearWords(item);
  mind.parts.push({ part: "still_reading", count: 1 });
}

type Words = Extract<Said, { kind: "text" }>;

function papersOpen({ open }: Dialogue, { message_id, papers }: Quoted): OpenPaper[] {
  const ids = new Set(papers.map(({ document_id }) => document_id));
  return open.filter(
    (each): each is OpenPaper =>
      (each.kind === "document" || each.kind === "paper") &&
      (ids.has(each.draft.document_id) || each.draft.message_id === message_id),
  );
}

function isBeingRead({ reading = [] }: Dialogue, { message_id }: Quoted): boolean {
  return reading.some(({ id }) => id === message_id);
}

/** While these words are heard nothing else is open, so that nothing else can be meant. */
function focus(mind: Mind, item: Heard, { only, hearWords }: { only: OpenPaper; hearWords: HearWords }): void {
  const { dialogue } = mind;
  const aside = dialogue.open.filter((each) => each !== only && each.kind !== "which");
  for (const each of aside) if (each.kind === "document") each.editing = false;
  only.at = shownAt(dialogue, item.at);
  if (only.kind === "paper") delete only.behind;
  dialogue.open = [only];
  hearWords({ ...item, about: null, gone: false });
  dialogue.open = [...aside, ...dialogue.open];
}

function answerIn(mind: Mind, item: Heard, { text, voice }: Words): "si" | "no" | null {
  const { type } = classify(requestOf(mind, item, { text: text.trim(), voice }));
  return type === "si" || type === "no" ? type : null;
}

/** Whether the words are of what they reply to: all but a movement, a question or a courtesy of their own. */
function isOfIt(mind: Mind, item: Heard, { text, voice }: Words): boolean {
  if (refusalOf(text) !== null) return true;
  const { type, movements, needs_clarification } = classify(requestOf(mind, item, { text: text.trim(), voice }));
  if (type === "saludo" || type === "ayuda" || type === "consulta") return false;
  return movements.length > 0 ? needs_clarification : courtesyFor(text) !== "thanks" || type === "si";
}

type Settled = { papers: Quoted["papers"]; answered: "si" | "no" | null };

/** «no» to a paper that is booked asks what is wrong with its entry; anything else changes nothing, and is told so. */
function tellSettled(mind: Mind, item: Heard, { papers, answered }: Settled): void {
  if (item.about && answered === "no") return startEditing(mind, item, item.about.id);
  const states = new Set(papers.map(({ state }) => state));
  const booked = states.has("booked") || states.has("linked");
  const waits = WAITING.some((state) => states.has(state));
  mind.parts.push({ part: "paper_settled", how: booked ? "booked" : waits ? "waiting" : "discarded" });
}
