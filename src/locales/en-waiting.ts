import type { DebtSide, MovementKind, ShownEntry, Words } from "./words.ts";

/** What waits, what was let go, what was taken back. */
export const ENGLISH_WAITING = {
  calm: "I hear you. If I got something wrong, tell me what it was and I'll correct it.",
  still_pending: (what: string, more: number) => `Still waiting${more > 0 ? ` (and ${more} more)` : ""}: ${what}`,
  all_pending: (what: readonly string[]) => ["Still waiting:", ...what.map((each) => `• ${each}`)].join("\n"),
  waiting_document: (shop: string | null, total: string | null) =>
    total === null
      ? `${paper(shop, total)}. What was the total?`
      : `${paper(shop, total)}. Is it right? *Yes* or *no*.`,
  let_go: (what: readonly string[]) =>
    `I did not record ${listed(what)}: there was no answer. Send ${what.length === 1 ? "it" : "them"} again if you like.`,
  dropped: (what: readonly string[]) =>
    `Done, I did not record ${listed(what)}. If you want it recorded, send it again in full: “spent 1500 on bread”.`,
  which_entry: "That message has several entries. Which one shall I remove?",
  papers_to_review: (what: readonly string[]) =>
    what.length === 1
      ? `I did not record ${listed(what)}: it was not confirmed, and I kept it for review.`
      : `I did not record ${listed(what)}: they were not confirmed, and I kept them for review.`,
  paper,
  quoted: (text: string) => `“${text}”`,
  a_movement: "one entry",
  before_undone: (entry: ShownEntry) =>
    `Before that comes: ${nameOf(entry)}. To undo that one, reply to its message or say “undo the ${NOUNS[entry.type]}”.`,
  open_again: (side: DebtSide, who: string | null, amount: string) => {
    const whose = who === null ? "" : ` ${side === "por_cobrar" ? "of" : "with"} *${who}*`;
    return `The debt${whose} is open again: ${amount}.`;
  },
  worth: (amount: string, day: string) => `(≈ ${amount} on ${day})`,
  ask_amount: (kind: MovementKind, concept: string) => {
    if (isMade(concept)) return `How much ${kind === "deuda" ? "is" : "was"} the ${lowered(concept)}?`;
    if (kind === "deuda") return `How much is the debt: ${concept}?`;
    return kind === "ingreso" ? `How much did you receive for ${concept}?` : `How much did you spend on ${concept}?`;
  },
  ask_left: (side: DebtSide, paid: string) =>
    `How much is left to ${side === "por_cobrar" ? "be paid to you" : "pay"}, not counting the ${paid}?`,
  ask_direction: (amount: string, concept: string) =>
    `Those ${amount} for ${lowered(concept)}: did they come in or go out?`,
} as const satisfies Partial<Words>;

const NOUNS: Readonly<Record<ShownEntry["type"], string>> = {
  ingreso: "sale",
  egreso: "expense",
  deuda: "debt",
  transferencia: "transfer",
};

const MADE: ReadonlySet<string> = new Set(
  "payment purchase charge sale refund debt loan repayment income expense transfer".split(" "),
);

/** A concept that the house itself made begins with a noun of dealing: `Payment from Lupe`. */
function isMade(concept: string): boolean {
  return MADE.has((concept.split(" ")[0] ?? "").toLowerCase());
}

function lowered(concept: string): string {
  return isMade(concept) ? concept.charAt(0).toLowerCase() + concept.slice(1) : concept;
}

function nameOf({ concept, counterparty, type, amount }: ShownEntry): string {
  return `${concept ?? counterparty ?? NOUNS[type]}, ${amount}`;
}

function paper(shop: string | null, total: string | null): string {
  return `the document${shop === null ? "" : ` from ${shop}`}${total === null ? "" : ` for ${total}`}`;
}

function listed(what: readonly string[]): string {
  const shown = what.slice(0, LISTED_MAX);
  if (what.length > shown.length) return `${shown.join(", ")} and ${what.length - shown.length} more`;
  return what.length < 2 ? what.join("") : `${what.slice(0, -1).join(", ")} and ${what.at(-1)}`;
}

const LISTED_MAX = 4;
