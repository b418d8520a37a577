import { classify, type Movement } from "#language";
import type { Dialogue } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import { requestOf } from "./request.ts";

/** The numbers of papers in what was heard and in what is still asked about: «compré 119 lucas a Mapocho factura 4322». */
export function numbersTold(dialogue: Dialogue, heard: readonly Heard[]): string[] {
  const said = heard.flatMap((item) =>
    item.said.kind === "text" ? classify(requestOf({ dialogue }, item, item.said)).movements : [],
  );
  const told = [...said, ...dialogue.open.flatMap(movementsOf)].flatMap(({ paper }) => paper?.folio ?? []);
  return [...new Set(told)].slice(0, NUMBERS_MAX);
}

/** As many as a message and what is open tell of; each is a look-up of its own. */
const NUMBERS_MAX = 12;

function movementsOf(open: Dialogue["open"][number]): readonly Movement[] {
  if (open.kind === "question") return open.reading.movements;
  return open.kind === "asking" ? open.plan.map(({ movement }) => movement) : [];
}
