import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { chooseAsking } from "./asking.ts";
import { chooseClaim } from "./claim.ts";
import { chooseWhichClaim } from "./which-claim.ts";
import { chooseCountry } from "./country.ts";
import { startEditing } from "./editing.ts";
import { confirmAll, confirmDocument, discardDocument, editDocument, type OpenDocument } from "./draft.ts";
import { settleReview } from "./month.ts";
import { choosePaper } from "./paper.ts";
import { pickOption } from "./question.ts";
import { settleSecondThought } from "./second-thoughts.ts";
import { tapDifference } from "./sii.ts";
import { undoEntries } from "./undo.ts";
import { goWay } from "./way.ts";
import { documentsToConfirm, lastDocument, openDocuments } from "./which.ts";

/** A tapped button. Its id is ours but comes back from outside: what it names must still be open here. */
export function hearChoice(mind: Mind, item: Heard, id: string): void {
  const [verb, argument] = splitOnce(id, ":");
  const act = CHOICES[verb];
  if (act) return act(mind, item, argument);
  mind.parts.push({ part: "nothing_pending" });
}

const CHOICES: Readonly<Record<string, (mind: Mind, item: Heard, argument: string) => void>> = {
  undo: (mind, item, ids) =>
    undoEntries(
      mind,
      item,
      ids.split(",").filter((id) => id !== ""),
    ),
  edit: (mind, item, entry) => startEditing(mind, item, entry),
  yes: (mind, item, document) =>
    withDocument(mind, document, (open) => {
      // The button of a card means the card, whatever was asked of it since.
      delete open.discards;
      confirmDocument(mind, item, open);
    }),
  no: (mind, item, document) => withDocument(mind, document, (open) => editDocument(mind, item, open)),
  discard: (mind, _item, document) => withDocument(mind, document, (open) => discardDocument(mind, open)),
  paid_me: (mind, item, document) => withDocument(mind, document, (open) => goWay(mind, item, { open, way: "in" })),
  i_paid: (mind, item, document) => withDocument(mind, document, (open) => goWay(mind, item, { open, way: "out" })),
  own_money: (mind, item, document) => withDocument(mind, document, (open) => goWay(mind, item, { open, way: "own" })),
  all: (mind, item) => {
    const documents = documentsToConfirm(mind);
    if (documents.length === 0) mind.parts.push({ part: "nothing_pending" });
    confirmAll(mind, item, documents);
  },
  last: (mind, item) =>
    withDocument(mind, lastDocument(mind)?.draft.document_id ?? "", (open) => confirmDocument(mind, item, open)),
  is: (mind, item, argument) => choosePaper(mind, item, { verb: "is", argument }),
  isnt: (mind, item, argument) => choosePaper(mind, item, { verb: "isnt", argument }),
  sent: (mind, item, argument) => choosePaper(mind, item, { verb: "sent", argument }),
  unsent: (mind, item, argument) => choosePaper(mind, item, { verb: "unsent", argument }),
  pick: (mind, item, argument) => pick(mind, item, argument),
  agree: (mind, item) => agree(mind, item, true),
  refuse: (mind, item) => agree(mind, item, false),
  same: (mind, item, argument) => chooseAsking(mind, item, { verb: "same", argument }),
  other: (mind, item, argument) => chooseAsking(mind, item, { verb: "other", argument }),
  debt: (mind, item, argument) => chooseAsking(mind, item, { verb: "debt", argument }),
  rest: (mind, item, argument) => chooseAsking(mind, item, { verb: "rest", argument }),
  apart: (mind, item, argument) => chooseAsking(mind, item, { verb: "apart", argument }),
  review: (mind, _item, argument) => review(mind, argument, true),
  leave: (mind, _item, argument) => review(mind, argument, false),
  sii: (mind, item, argument) => tapDifference(mind, item, argument),
  claim: (mind, item, argument) => chooseClaim(mind, item, argument),
  claim_of: (mind, item, argument) => chooseWhichClaim(mind, item, argument),
  country: (mind, _item, country) => chooseCountry(mind, country),
};

function withDocument(mind: Mind, documentId: string, act: (open: OpenDocument) => void): void {
  const open = openDocuments(mind).find((each) => each.draft.document_id === documentId);
  if (open) act(open);
  else mind.parts.push({ part: "nothing_pending" });
}

/** `<message that raised the question>:<position of the option>`. */
function pick(mind: Mind, item: Heard, argument: string): void {
  const cut = argument.lastIndexOf(":");
  const [id, at] = [argument.slice(0, cut), Number(argument.slice(cut + 1))];
  const open = mind.dialogue.open.find((each) => each.kind === "question" && each.id === id);
  if (open?.kind !== "question" || !open.reading.options[at]) return void mind.parts.push({ part: "nothing_pending" });
  pickOption(mind, item, { open, at });
}

/** `<month>:<category>`. */
function review(mind: Mind, argument: string, agreed: boolean): void {
  const open = mind.dialogue.open.find(
    (each) => each.kind === "review" && `${each.month}:${each.category}` === argument,
  );
  if (open?.kind === "review") return settleReview(mind, { open, agreed });
  mind.parts.push({ part: "nothing_pending" });
}

function agree(mind: Mind, item: Heard, agreed: boolean): void {
  const open = mind.dialogue.open.findLast((each) => each.kind === "edited" || each.kind === "deleted");
  if (open?.kind === "edited" || open?.kind === "deleted") return settleSecondThought(mind, item, { open, agreed });
  mind.parts.push({ part: "nothing_pending" });
}

function splitOnce(text: string, mark: string): [string, string] {
  const cut = text.indexOf(mark);
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}
