import type { ClassifyRequest } from "#language";
import { newestOf, type Open, type Question } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { meantBy } from "./amount-meant.ts";
import { answerPlace } from "./asking.ts";
import { confirmAll, confirmDocument, editDocument, type OpenDocument } from "./draft.ts";
import { settleReview } from "./month.ts";
import { amountNamed, placeNamed, type Place } from "./place.ts";
import { pickOption } from "./question.ts";
import { settleSecondThought } from "./second-thoughts.ts";
import { lastDocument, documentsToConfirm, whichDocuments } from "./which.ts";

/**
 * «1», «la segunda», «la de 45»: one of what the last question offered. False where it offered nothing, or nothing by
 * that name: then the words are read as any others.
 */
export function hearPlace(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const named = placeNamed(request.text);
  const amount = named ? null : amountNamed(request.text);
  const open = newestOf(mind.dialogue.open);
  if (!open || (!named && amount === null)) return false;
  if (amount !== null) return hearAmount(mind, item, { open, amount, request });
  return named !== null && hearNumber(mind, item, { open, named, request });
}

type Numbered = { open: Open; named: Place; request: ClassifyRequest };

function hearNumber(mind: Mind, item: Heard, { open, named, request }: Numbered): boolean {
  switch (open.kind) {
    case "question":
      return pickPlace(mind, item, { open, at: indexOf(named, open.reading.options.length) });
    case "asking":
      return answerPlace(mind, item, { open, place: named.place, request });
    case "document":
    case "which":
      return hearDocumentPlace(mind, item, { open, named });
    case "edited":
    case "deleted":
    case "review":
      return agreeByPlace(mind, item, { open, place: named.place });
    default:
      return false;
  }
}

function indexOf({ place }: Place, count: number): number {
  return place < 0 ? count - 1 : place - 1;
}

function pickPlace(mind: Mind, item: Heard, { open, at }: { open: Question; at: number }): boolean {
  if (open.reading.options[at] === undefined) return false;
  pickOption(mind, item, { open, at });
  return true;
}

/** Under a single paper stand «Sí» and «No»; of several, an ordinal names one and a number answers which. */
function hearDocumentPlace(
  mind: Mind,
  item: Heard,
  { open, named }: { open: OpenDocument | Extract<Open, { kind: "which" }>; named: Place },
): boolean {
  // «45» to a paper is an amount.
  if (named.place > PLACE_MAX) return false;
  const documents = documentsToConfirm(mind);
  if (documents.length > 1 && named.by === "ordinal") {
    const meant = named.place < 0 ? lastDocument(mind) : documents[indexOf(named, documents.length)];
    return confirmOne(mind, item, meant);
  }
  if (open.kind === "document") {
    if (documents.length > 1) return askWhich(mind, item);
    if (open.draft.extraction.fields.total_minor === null || open.editing) return false;
    if (named.place === 1) confirmDocument(mind, item, open);
    else if (named.place === 2) editDocument(mind, item, open);
    return named.place === 1 || named.place === 2;
  }
  if (named.place === 1) confirmAll(mind, item, documents);
  return named.place === 1 || (named.place === 2 && confirmOne(mind, item, lastDocument(mind)));
}

const PLACE_MAX = 9;

function askWhich(mind: Mind, item: Heard): true {
  whichDocuments(mind, item);
  return true;
}

function confirmOne(mind: Mind, item: Heard, open: OpenDocument | undefined): boolean {
  if (open) confirmDocument(mind, item, open);
  return open !== undefined;
}

type YesOrNo = Extract<Open, { kind: "edited" | "deleted" | "review" }>;

function agreeByPlace(mind: Mind, item: Heard, { open, place }: { open: YesOrNo; place: number }): boolean {
  if (place !== 1 && place !== 2) return false;
  const agreed = place === 1;
  if (open.kind === "review") settleReview(mind, { open, agreed });
  else settleSecondThought(mind, item, { open, agreed });
  return true;
}

type Priced = { open: Open; amount: string; request: ClassifyRequest };

function hearAmount(mind: Mind, item: Heard, { open, amount, request }: Priced): boolean {
  if (open.kind === "question") {
    const amounts = open.reading.options.map((option) => option.movement?.amount_minor ?? option.amount_minor ?? null);
    const currency = open.reading.options[0]?.movement?.currency ?? open.reading.movements[0]?.currency;
    if (currency === undefined) return false;
    return pickPlace(mind, item, { open, at: meantBy(amount, amounts, { currency, request }) });
  }
  if (open.kind !== "document" && open.kind !== "which") return false;
  const documents = documentsToConfirm(mind);
  const [first] = documents;
  if (!first || documents.length < 2) return false;
  const totals = documents.map(({ draft }) => draft.extraction.fields.total_minor);
  const { currency } = first.draft.extraction.fields;
  return confirmOne(mind, item, documents[meantBy(amount, totals, { currency, request })]);
}
