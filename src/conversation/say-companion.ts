import { isMoneySlip } from "#documents";
import { tame } from "#kernel";
import type { Part } from "./effect.ts";
import { asking, showMoney, type Eyes, type Saying } from "./show.ts";

/** Of a slip whether it paid what has its boleta, and of a boleta whether it is of what the slip paid. */
export function askCompanion({ draft, of }: Extract<Part, { part: "ask_companion" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { document_id, extraction } = draft;
  const { entry, paper } = of;
  const { merchant, number } = paper;
  const other = {
    name: paper.kind,
    shop: merchant === null ? null : tame(merchant),
    number: paper.is_slip || number === null ? null : tame(number, NUMBER_CHARS_MAX),
    total: showMoney(entry, eyes),
  };
  return asking(isMoneySlip(extraction) ? words.ask_paid_by(other) : words.ask_bought(extraction.kind, other), [
    { id: `is:${document_id}:0`, title: words.buttons.this_one },
    { id: `isnt:${document_id}`, title: words.buttons.another_one },
  ]);
}

const NUMBER_CHARS_MAX = 20;
