import { CLAIM_WORDS as WORDS, SII_WORDS, type ClaimShown } from "#locales";
import { clip, tame } from "#kernel";
import { closedBy, type ClaimAction, type ClaimLine, type ClaimReason } from "#sii";
import { CLAIMS_SHOWN_MAX } from "./dialogue.ts";
import type { Outcome, Part } from "./effect.ts";
import { documentNamed } from "./say-document.ts";
import { asking, BUTTONS_MAX, plain, showAmount, showDay, type Eyes, type Saying } from "./show.ts";

// Accepting and claiming at the tax service, in words.

/** Meta's limit of a button's words. */
const TITLE_CHARS_MAX = 20;

type Of<K extends Outcome["kind"]> = Extract<Outcome, { kind: K }>;

/** What was found of what somebody wants to accept or claim. */
export function sayLook({ look, actions }: Of<"claim_look">, eyes: Eyes): Saying {
  switch (look.is) {
    case "not_connected":
      return plain(SII_WORDS.not_connected);
    case "none":
      return plain(WORDS.none);
    case "found": {
      const [line, ...more] = look.lines;
      if (line && more.length === 0) return askClaim({ line, actions }, eyes);
      const lines = look.lines.slice(0, CLAIMS_SHOWN_MAX);
      return askWhichClaim({ lines, beyond: look.lines.length - lines.length }, eyes);
    }
  }
}

/** Which of several is meant: a row each, and a button where there is room for all. */
export function askWhichClaim(
  { lines, beyond }: Pick<Extract<Part, { part: "which_claim" }>, "lines" | "beyond">,
  eyes: Eyes,
): Saying {
  const rows = lines.map((each, nth) => rowOf(nth, each, eyes));
  const text = WORDS.which(rows, beyond);
  if (lines.length > BUTTONS_MAX) return plain(text);
  const titleOf = ({ name }: ClaimLine, nth: number): string => clip(`${nth + 1}. ${tame(name)}`, TITLE_CHARS_MAX);
  return asking(
    text,
    lines.map((each, nth) => ({ id: `claim_of:${each.id}`, title: titleOf(each, nth) })),
  );
}

/** The question that only «sí» answers, or which part of the goods is missing. */
export function askClaim(
  { line, actions }: Pick<Extract<Part, { part: "claim_asked" }>, "line" | "actions">,
  eyes: Eyes,
): Saying {
  const closed = closedBy(line);
  if (closed !== null) return plain(WORDS.refused(documentNamed(line), because(closed, null)));
  const [action = "ACD", ...more] = actions;
  const of = (which: ClaimAction | ""): string => `claim:${line.id}:${which}`;
  const no = { id: of(""), title: WORDS.buttons.no };
  if (more.length === 0) {
    return asking(WORDS.ask(shownOf(line, eyes), action), [{ id: of(action), title: WORDS.buttons.yes }, no]);
  }
  const reasons = actions.map((each) => ({
    id: of(each),
    title: each === "RFT" ? WORDS.buttons.all : WORDS.buttons.part,
  }));
  return asking(WORDS.ask_missing(shownOf(line, eyes)), [...reasons, no]);
}

/** What came of it, in one sentence. */
export function sayClaimed({ claimed, action }: Of<"claim">, _eyes: Eyes): string {
  switch (claimed.outcome) {
    case "registered": {
      const name = documentNamed(claimed.line);
      return claimed.existed ? WORDS.done_before(name) : WORDS.done(name, action);
    }
    case "refused":
      return WORDS.refused(documentNamed(claimed.line), because(claimed.reason, claimed.received_at));
    case "hindered":
      return WORDS.hindered(documentNamed(claimed.line), SII_WORDS.in_the_way(claimed.trouble));
    case "unknown":
      return WORDS.unknown(documentNamed(claimed.line));
    case "stopped":
      return SII_WORDS.stopped(SII_WORDS.in_the_way(claimed.trouble ?? "unknown"));
    case "not_connected":
      return SII_WORDS.not_connected;
    case "not_found":
      return WORDS.gone;
  }
}

/** All that wait, the most urgent first. */
export function sayPendingClaims({ lines, connected }: Of<"claims_pending">, eyes: Eyes): string {
  if (lines.length === 0) return connected ? WORDS.pending_none : SII_WORDS.not_connected;
  const rows = lines.slice(0, ROWS_MAX).map((line) => rowOf(null, line, eyes));
  return WORDS.pending(rows, lines.length - rows.length);
}

const ROWS_MAX = 20;

/** @param nth null where no number names it: behind «aceptar la» a number is a folio */
function rowOf(nth: number | null, line: ClaimLine, eyes: Eyes): string {
  const { left } = line;
  const closed = closedBy(line);
  const time = left && !left.is_over ? WORDS.time(left) : null;
  const note = closed === null ? time : WORDS.closed[closed];
  return WORDS.row(nth === null ? null : nth + 1, { ...shownOf(line, eyes), left: note });
}

function because(reason: ClaimReason, received_at: string | null): string {
  if (reason === "late" && received_at !== null) return WORDS.late_since(momentOf(received_at));
  return WORDS.reasons[reason];
}

function shownOf(line: ClaimLine, { membership }: Eyes): ClaimShown {
  const { total, tax, date, left } = line;
  return {
    name: documentNamed(line),
    total: showAmount(total, "CLP", membership),
    date: showDay(date),
    tax: tax > 0 ? showAmount(tax, "CLP", membership) : null,
    left: left && WORDS.left(left, momentOf(left.until)),
  };
}

/** `24-11-2026 15:04`, of a local time. */
function momentOf(local: string): string {
  const [day = "", time = ""] = local.split("T");
  return `${showDay(day)} ${time.slice(0, "HH:MM".length)}`;
}
