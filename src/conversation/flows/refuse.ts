import { fold } from "#kernel";
import { newestOf, type Asking, type Open, type Question } from "../dialogue.ts";
import { quotesEntry, type Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { discardDocument, editDocument, showAgain } from "./draft.ts";
import { lostWith } from "./lost.ts";
import { settleReview } from "./month.ts";
import { dropPaper } from "./paper.ts";
import { settleSecondThought } from "./second-thoughts.ts";
import { plainly } from "./plainly.ts";
import { whyUnbooked } from "./unbooked.ts";
import { settleSiiReview } from "./sii.ts";

// «no», «ninguno», «cancela» to something that was asked: it is let go, and the answer tells how to say it again.

export type Refusal =
  /** «cancela», «olvídalo»: none of it is wanted any more. */
  | "cancel"
  /** «ninguno», «nada»: nothing of what was offered. */
  | "none"
  | "no";

/** Words that let go of what was asked last, whatever it was. False where nothing was, or where they answer it. */
export function hearRefusal(mind: Mind, item: Heard, text: string): boolean {
  const how = refusalOf(text);
  if (how === null || quotesEntry(item)) return false;
  const open = newestOf(mind.dialogue.open);
  if (!open || (how === "none" && isAnswerable(open, text))) return false;
  refuse(mind, item, { open, how });
  return true;
}

/** «no» to what was asked last, where it is no answer of its own. False where nothing was asked. */
export function refuseNewest(mind: Mind, item: Heard): boolean {
  const open = newestOf(mind.dialogue.open);
  if (open) refuse(mind, item, { open, how: "no" });
  return open !== undefined;
}

/** What was asked about and not booked goes, and is named, so that the person can tell it again. */
export function drop(mind: Mind, open: Inquired): void {
  close(mind, open);
  // A «deshacer» after it means this, and nothing that was booked before.
  mind.dialogue.undone = true;
  mind.parts.push({ part: "dropped", of: lostWith(open) });
}

/** «cancela», «ninguno de los dos», «olvídalo»; null for all other words, a plain «no» among them. */
export function refusalOf(text: string): Exclude<Refusal, "no"> | null {
  // «no, cancela» refuses twice; «no cancelar» does not.
  const said = plainly(fold(text).replace(/^(?:no|nao) *[,.;!]+/, ""));
  if (CANCEL.test(said)) return "cancel";
  return NONE.test(said) ? "none" : null;
}

const BEFORE = "(?:(?:mejor|ya|ok|bueno|pucha|entonces) )*";
const AFTER = "(?: (?:po|pues|gracias|porfa|por favor|mejor|nomas|entonces|todo|obrigad[oa]|thanks|please))*";

const CANCEL = new RegExp(
  `^${BEFORE}(?:${[
    "cancel(?:a|ar|al[oa]|emoslo)?|descart(?:a|ar|al[oa])",
    "olvid(?:a|al[oa]|at[oe]|ate|ar|emoslo)(?: (?:eso|esto|de eso))?|dej(?:a|al[oa]|emoslo|alo ahi)(?: (?:eso|nomas|ahi))?",
    "no (?:lo|la|los|las) (?:anotes|registres|guardes)|no anotes (?:nada|eso)",
    "esquec[ea](?: isso)?|deixa(?: (?:pra|para) la| isso)?|nao (?:anot[ea]|registr[ea])(?: isso| nada)?",
    "forget (?:it|that|about it)|never ?mind|cancel(?: it| that)?|drop it|skip it|dont (?:record|book) it",
  ].join("|")})${AFTER}$`,
);

const NONE = new RegExp(
  `^${BEFORE}(?:${[
    "ningun[oa](?: de (?:l[oa]s|es[oa]s|est[oa]s)(?: dos| tres| anteriores)?| de ell[oa]s| opcion)?|nada(?: de eso)?|ni un[oa] ni otr[oa]",
    "nenhum[a]?(?: dos dois| das duas| del[ea]s)?|nem um nem outro",
    "none(?: of (?:them|those|these))?|neither(?: of them| one)?|nothing",
  ].join("|")})${AFTER}$`,
);

type Inquired = Asking | Question | Extract<Open, { kind: "country" }>;

type Refused = { open: Open; how: Refusal };

function refuse(mind: Mind, item: Heard, { open, how }: Refused): void {
  switch (open.kind) {
    case "question":
    case "asking":
    case "country":
      return drop(mind, open);
    case "document":
      if (how === "cancel" || whyUnbooked(open.draft)) return discardDocument(mind, open);
      // «nada» to «¿Qué corrijo?»: the paper is right as it stands.
      return open.editing && how === "none" ? showAgain(mind, item, open) : editDocument(mind, item, open);
    case "paper":
      return dropPaper(mind, open);
    case "edited":
    case "deleted":
      return settleSecondThought(mind, item, { open, agreed: false });
    case "review":
      return settleReview(mind, { open, agreed: false });
    case "sii_review":
      return settleSiiReview(mind, item, { open, agreed: false });
    case "which":
    case "which_entry":
    case "queue":
    case "editing":
    case "claim":
    case "which_claim":
      close(mind, open);
      return void mind.parts.push({ part: "left_as_is" });
  }
}

/** «ninguna» of the debts is an answer, «ninguno» is none; of a paper that is shown it says nothing. */
function isAnswerable(open: Open, text: string): boolean {
  if (open.kind === "asking") return open.asked.about === "debt" && /\b(?:ninguna|nenhuma|none|neither)\b/i.test(text);
  return open.kind === "document" && !open.editing;
}

function close(mind: Mind, open: Open): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
}
