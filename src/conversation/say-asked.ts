import { issuedIn } from "#documents";
import { tame } from "#kernel";
import type { Outcome, Part } from "./effect.ts";
import { askCompanion } from "./say-companion.ts";
import { earlierIn } from "./say-earlier.ts";
import { asking, plain, showAmount, showEntry, type Eyes, type Saying } from "./show.ts";

// What is told of a paper that somebody asks about, or still speaks of.

export type AskedPart = Extract<Part, { part: (typeof ASKED)[number] }>;

const ASKED = [
  "paper_settled",
  "ask_discard",
  "ask_companion",
  "kept_beside",
  "same_paper",
  "paper_told",
] as const satisfies readonly Part["part"][];

export function isAsked(part: Part): part is AskedPart {
  const parts: readonly string[] = ASKED;
  return parts.includes(part.part);
}

export function sayAsked(part: AskedPart, eyes: Eyes): Saying {
  const { words } = eyes;
  if (part.part === "paper_settled") return plain(words.paper_settled(part.how));
  if (part.part === "ask_companion") return askCompanion(part, eyes);
  if (part.part === "kept_beside") {
    return plain(words.kept_beside(part.draft.extraction.kind, showEntry(part.entry, eyes)));
  }
  if (part.part === "paper_told") return plain(words.paper_told(showEntry(part.entry, eyes)));
  if (part.part === "same_paper") return askSamePaper(part, eyes);
  const { document_id } = part.draft;
  return asking(words.ask_discard(nameOf(part, eyes)), [
    { id: `discard:${document_id}`, title: words.buttons.discard },
    { id: `no:${document_id}`, title: words.buttons.no },
  ]);
}

/** Whether what is told now is of the paper that an entry stands for; `told` where it is of another amount. */
function askSamePaper(
  { id, entry, told_minor }: Extract<AskedPart, { part: "same_paper" }>,
  { words, ...eyes }: Eyes,
): Saying {
  const isOther = told_minor !== null && told_minor !== entry.amount_minor;
  const told = isOther ? showAmount(told_minor, entry.currency, eyes.membership) : null;
  return asking(words.ask_same_paper(showEntry(entry, { words, ...eyes }), told), [
    { id: `same:${id}`, title: words.buttons.same_paper },
    { id: `other:${id}`, title: words.buttons.other_paper },
  ]);
}

/** `el documento de SODIMAC por $45.670`. */
function nameOf({ draft }: Extract<AskedPart, { part: "ask_discard" }>, { words, membership }: Eyes): string {
  const { merchant, total_minor, currency } = draft.extraction.fields;
  const total = total_minor === null ? null : showAmount(total_minor, currency, membership);
  return words.paper(merchant === null ? null : tame(merchant), total);
}

type RefPart = Extract<Part, { ref: number }>;

/** What is known of a paper that was asked about, or of how many there are. */
export function sayKnown(part: RefPart, outcome: Extract<Outcome, { kind: "paper" | "papers" }>, eyes: Eyes): string {
  const { words } = eyes;
  if (outcome.kind === "papers") return words.papers_counted(outcome.count);
  const { extraction, earlier } = outcome;
  if (part.part !== "about_paper" || extraction === null) return words.no_paper_at_hand;
  if (part.asks === "sent") return words.paper_sent(earlier && earlierIn(earlier, eyes));
  const { fields, authenticity } = extraction;
  if (part.asks === "seller") {
    const country = issuedIn(fields, eyes.membership.country);
    const id =
      fields.merchant_tax_id === null ? null : `${words.tax_id_name(country)} ${tame(fields.merchant_tax_id, 20)}`;
    const told = [fields.merchant === null ? null : tame(fields.merchant), id].filter((each) => each !== null);
    return words.paper_seller(told.length === 0 ? null : told.join(", "));
  }
  const { verdict, reasons } = authenticity;
  const proof = words.paper_proof(verdict, reasons.includes("printed_total_differs"));
  return part.asks === "office" ? `${words.not_asked_online}\n${proof}` : proof;
}
