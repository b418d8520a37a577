import { tame } from "#kernel";
import type { Part } from "./effect.ts";
import { asking, plain, showAmount, type Eyes, type Saying } from "./show.ts";

// What is told of a paper that somebody asks about, or still speaks of.

export type AskedPart = Extract<Part, { part: (typeof ASKED)[number] }>;

const ASKED = ["paper_settled", "ask_discard"] as const satisfies readonly Part["part"][];

export function isAsked(part: Part): part is AskedPart {
  const parts: readonly string[] = ASKED;
  return parts.includes(part.part);
}

export function sayAsked(part: AskedPart, eyes: Eyes): Saying {
  const { words } = eyes;
  if (part.part === "paper_settled") return plain(words.paper_settled(part.how));
  const { document_id } = part.draft;
  return asking(words.ask_discard(nameOf(part, eyes)), [
    { id: `discard:${document_id}`, title: words.buttons.discard },
    { id: `no:${document_id}`, title: words.buttons.no },
  ]);
}

/** `el documento de SODIMAC por $45.670`. */
function nameOf({ draft }: Extract<AskedPart, { draft: object }>, { words, membership }: Eyes): string {
  const { merchant, total_minor, currency } = draft.extraction.fields;
  const total = total_minor === null ? null : showAmount(total_minor, currency, membership);
  return words.paper(merchant === null ? null : tame(merchant), total);
}
