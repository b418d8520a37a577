import { outcomesIn } from "#documents";
import { dateIn } from "#kernel";
import { classify, type Reading } from "#language";
import type { Dialogue, Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import { holdsPaper, isQueueCommand } from "./queue.ts";
import { requestOf } from "./request.ts";
import { ruleCommandOf } from "./rules.ts";
import { isScanCommand } from "./scan.ts";
import { wantsFiler } from "./taxes.ts";

/**
 * Whether what was heard can only be decided with the books at hand. A greeting, a question, a photo that is still to be
 * read are not: they wait for no database.
 */
export function wantsBooks(dialogue: Dialogue, item: Heard): boolean {
  const { said } = item;
  if (wantsEntries(dialogue, item) || wantsQueue(dialogue, item) || wantsProfile(dialogue, item)) return true;
  switch (said.kind) {
    case "text":
      return ruleCommandOf(said.text) !== null || (!isScanCommand(said.text) && mayBook(dialogue, item));
    case "choice":
      return BOOKING.has(said.id.slice(0, said.id.indexOf(":")));
    case "document":
      return outcomesIn(said.result).some((each) => each.outcome !== "duplicate" || isOpen(dialogue, each.earlier?.id));
    default:
      return false;
  }
}

/** Whether a paper may be filed, so that the entries without one must be known. */
export function wantsEntries({ open }: Dialogue, { said }: Heard): boolean {
  if (said.kind === "document") {
    return outcomesIn(said.result).some(
      (each) => each.outcome === "read" || (each.outcome === "duplicate" && isOpen({ open }, each.earlier?.id)),
    );
  }
  if (said.kind === "choice") return FILING.has(said.id.slice(0, said.id.indexOf(":")));
  return said.kind === "text" && open.some(({ kind }) => PAPERS.has(kind));
}

/** Whether a paper that came again still waits here: then it is shown again. */
function isOpen({ open }: Pick<Dialogue, "open">, documentId: string | undefined): boolean {
  return documentId !== undefined && open.some((each) => holdsPaper(each, documentId));
}

const PAPERS: ReadonlySet<Open["kind"]> = new Set(["document", "paper", "queue"]);

/** Buttons whose tap may file a paper, or tell which debt it pays. */
const FILING: ReadonlySet<string> = new Set(["yes", "all", "last", "is", "isnt", "unsent", "paid_me", "i_paid"]);

/** Whether the papers that wait are asked for, or one of those that were listed: it may have been settled since. */
export function wantsQueue({ open }: Dialogue, { said }: Heard): boolean {
  return said.kind === "text" && (isQueueCommand(said.text) || open.some(({ kind }) => kind === "queue"));
}

/** Whether what was told of the business's taxes decides what is meant: Chile's alone are known. */
export function wantsProfile({ membership }: Dialogue, { said, at }: Heard): boolean {
  if (said.kind !== "text" || membership?.country !== "CL") return false;
  return wantsFiler(said.text, dateIn(at, membership.time_zone));
}

/** Buttons whose tap may book a movement. */
const BOOKING: ReadonlySet<string> = new Set(["pick", "same", "other", "debt", "rest", "apart", "country"]);

/** Whether the words may be a payment of a debt. */
export function mayPay(dialogue: Dialogue, item: Heard): boolean {
  if (item.said.kind !== "text") return false;
  return readingOf(dialogue, item).movements.some(({ type }) => type === "ingreso" || type === "egreso");
}

function mayBook(dialogue: Dialogue, item: Heard): boolean {
  const reading = readingOf(dialogue, item);
  if (ASIDE.has(reading.type)) return false;
  if (reading.movements.length > 0 || reading.patch?.counterparty !== undefined) return true;
  return dialogue.open.some((each) => ANSWERED.has(each.kind));
}

const ASIDE: ReadonlySet<Reading["type"]> = new Set(["saludo", "ayuda", "consulta"]);

/** What an answer to it may book. */
const ANSWERED: ReadonlySet<Open["kind"]> = new Set(["question", "asking", "country"]);

function readingOf(dialogue: Dialogue, item: Heard): Reading {
  const { said } = item;
  const words = said.kind === "text" ? { text: said.text.trim(), voice: said.voice } : { text: "", voice: false };
  return classify(requestOf({ dialogue }, item, words));
}
