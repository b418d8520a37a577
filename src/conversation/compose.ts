import type { Button } from "#channels";
import { assert, MINUTE_MS, SECOND_MS, tame } from "#kernel";
import { wordsOf, type Words } from "#locales";
import { VOICE_SECONDS_MAX } from "#voice";
import type { Membership } from "./dialogue.ts";
import type { Outcome, Part, Reply } from "./effect.ts";
import { mergeUndo, sayRecorded, sayUndone, withUndo } from "./say-entry.ts";
import { sayLinked, sayPaper, sayUnlinked } from "./say-papers.ts";
import { isAsked, sayAsked, type AskedPart } from "./say-asked.ts";
import { askClaim, askWhichClaim, sayClaimed, sayLook, sayPendingClaims } from "./say-claims.ts";
import { isSii, saySii, saySiiOutcome, type SiiPart } from "./say-sii.ts";
import { sayTaxProfile } from "./say-tax-profile.ts";
import { isOutdone, sayTaxes, sayTaxesDue } from "./say-taxes.ts";
import { sayAside, sayPending } from "./say-waiting.ts";
import { sayContext, sayDebtQuestion, sayRules, showRule } from "./say-dealings.ts";
import { sayTogether, sayWhichEntry } from "./say-together.ts";
import { sayFigures, showAll } from "./say-figures.ts";
import {
  asking,
  BUTTONED_CHARS_MAX,
  ITEMS_SHOWN_MAX,
  plain,
  showEntry,
  showMoney,
  type Eyes,
  type Saying,
} from "./show.ts";

/** A reply in its words. `speaks_of` are the entries that quoting it will mean. */
export type Composed = { text: string; buttons: Button[]; speaks_of: string[] };

const NAME_CHARS_MAX = 40;
const HEARD_CHARS_MAX = 500;
const VOICE_MINUTES_MAX = (VOICE_SECONDS_MAX * SECOND_MS) / MINUTE_MS;

/** Renders a reply from what its effects came to. Pure; numbers come only from the outcomes. */
export function compose(reply: Reply, outcomes: readonly Outcome[], membership: Membership): Composed {
  const words = wordsOf(membership.locale);
  const eyes: Eyes = { membership, words, today: reply.today };
  const whole = reply.parts.map((part) => say(part, outcomes, eyes));
  const said = fitted(reply, { said: whole, outcomes, eyes });
  const isAside = reply.parts.map((part) => part.part === "pending" && part.how === "beside");
  const main = said.filter((_, i) => !isAside[i]);
  const buttons = [main, said].map(buttonsOf).find((each) => each.length > 0) ?? [];
  return {
    text: writtenOut(reply, { said, outcomes, eyes }),
    buttons: mergeUndo(
      said.map((each) => each.entry).filter((entry) => entry !== null),
      { buttons, words, asks: reply.parts.some(({ part }) => part === "pending") },
    ),
    speaks_of: said.flatMap((each) => (each.entry ? [each.entry.id] : [])),
  };
}

type Written = { said: readonly Saying[]; outcomes: readonly Outcome[]; eyes: Eyes };

function writtenOut({ parts }: Reply, { said, outcomes, eyes }: Written): string {
  const isPending = parts.map(({ part }) => part === "pending");
  const lines = withCash(said, cashLine(outcomes, eyes), isPending);
  return lines.filter((line) => line !== "").join("\n\n");
}

/** Cards that are too long to have buttons under them are told in a line each, papers with fewer of their items. */
function fitted(reply: Reply, { said, outcomes, eyes }: Written): readonly Saying[] {
  const fits = (each: readonly Saying[]): boolean =>
    Array.from(writtenOut(reply, { said: each, outcomes, eyes })).length <= BUTTONED_CHARS_MAX;
  if (fits(said)) return said;
  const together = sayTogether(reply.parts, said, { outcomes, eyes, fits }) ?? said;
  if (fits(together)) return together;
  for (let items = ITEMS_SHOWN_MAX - 1; items >= 0; items--) {
    const shorter = together.map((each, i) => shortened(reply.parts[i], each, { ...eyes, items }));
    if (fits(shorter) || items === 0) return shorter;
  }
  return together;
}

function shortened(part: Part | undefined, said: Saying, eyes: Eyes): Saying {
  return part?.part === "draft" ? sayPaper(part, eyes) : said;
}

function buttonsOf(said: readonly Saying[]): Button[] {
  return said.findLast((each) => each.buttons.length > 0)?.buttons ?? [];
}

/** The cash stands last, but before what is asked: whether to look into the month, what is still open. */
function withCash(said: readonly Saying[], cash: string | null, isPending: readonly boolean[]): string[] {
  const text = said.map((each) => each.text);
  const from = said.findLastIndex((each, i) => !isPending[i] && each.buttons[0]?.id.startsWith("review:") !== true);
  return cash === null ? text : text.toSpliced(from + 1, 0, cash);
}

function say(part: Part, outcomes: readonly Outcome[], eyes: Eyes): Saying {
  if ("ref" in part) {
    const outcome = outcomes[part.ref];
    assert(outcome, "a part's outcome is there before it is said");
    return isBeside(part, outcomes) ? plain("") : sayOutcome(part, outcomes, eyes);
  }
  if (isSii(part)) return saySii(part, eyes);
  if (part.part === "claim_asked") return askClaim(part, eyes);
  if (part.part === "which_claim") return askWhichClaim(part, eyes);
  return isAsked(part) ? sayAsked(part, eyes) : sayPlain(part, eyes);
}

/** What is told beside something that did not happen, or that is no loss where it could not be found out. */
function isBeside(part: RefPart, outcomes: readonly Outcome[]): boolean {
  if ((part.part === "total" || part.part === "debts") && part.unless !== undefined) {
    return isOutdone(outcomes[part.ref], outcomes[part.unless]);
  }
  if (part.part === "learned") return outcomes[part.ref]?.kind !== "learned";
  return (
    part.part === "context" && (outcomes[part.booked]?.kind !== "recorded" || outcomes[part.ref]?.kind !== "context")
  );
}

type RefPart = Extract<Part, { ref: number }>;
type PlainPart = Exclude<Part, { ref: number } | AskedPart | SiiPart | { part: "claim_asked" | "which_claim" }>;

function sayOutcome(part: RefPart, outcomes: readonly Outcome[], eyes: Eyes): Saying {
  const { words } = eyes;
  const outcome = outcomes[part.ref];
  assert(outcome, "a part's outcome is there before it is said");
  switch (outcome.kind) {
    case "recorded":
      return sayRecorded(part, outcome, { outcomes, eyes });
    case "undone":
      return plain(sayUndone(outcome, eyes));
    case "corrected": {
      const before = showMoney(outcome.before, eyes);
      return withUndo(words.corrected(before, showEntry(outcome.entry, eyes)), outcome.entry, words);
    }
    case "linked":
      return sayLinked(part, outcome, eyes);
    case "unlinked":
      return sayUnlinked(outcome, eyes);
    case "not_waiting":
      return plain(
        [words.document_settled, ...(outcome.altered ? [words.document_verdict("altered")] : [])].join("\n"),
      );
    case "context":
      return part.part === "context" ? sayContext(outcome, eyes) : plain("");
    case "worth":
      return plain("");
    case "learned":
      return plain(words.learned(showRule(outcome.rule, eyes)));
    case "forgotten":
      return plain(words.forgotten(showRule(outcome.rule, eyes)));
    case "already_undone":
      return plain(words.already_undone);
    case "not_found":
      return plain(part.part === "forgotten" ? words.rule_unknown : words.nothing_to_correct);
    case "forbidden":
      return plain(words.role_forbids);
    case "failed":
      return plain(outcome.why ? words[outcome.why] : words.trouble);
    case "sii":
    case "sii_validated":
    case "sii_difference":
      return saySiiOutcome(outcome, eyes);
    case "claim_look":
      return sayLook(outcome, eyes);
    case "claim":
      return plain(sayClaimed(outcome, eyes));
    case "claims_pending":
      return plain(sayPendingClaims(outcome, eyes));
    case "taxes":
      return plain(sayTaxes(part, outcome, eyes));
    case "taxes_due":
      return plain(sayTaxesDue(outcome, eyes));
    case "tax_profile":
      return plain(sayTaxProfile(outcome, eyes));
    case "moved":
    case "done":
      return plain(part.part === "country_set" ? words.country_set(part.country, part.currency) : "");
    default:
      return plain(sayFigures(part, outcome, eyes));
  }
}

function sayPlain(part: PlainPart, eyes: Eyes): Saying {
  const { words } = eyes;
  switch (part.part) {
    case "greeting":
      return plain(words.greeting(part.name === null ? null : tame(part.name, NAME_CHARS_MAX)));
    case "heard":
      return plain(words.heard(tame(part.text, HEARD_CHARS_MAX)));
    case "question":
      return asking(
        part.text,
        part.labels.map((title, i) => ({ id: `pick:${part.id}:${i}`, title })),
      );
    case "same_name":
    case "which_debt":
    case "rest_of_payment":
      return sayDebtQuestion(part, eyes);
    case "pending":
      return sayPending(
        part,
        part.of.map((asked) => say(asked, [], eyes)),
        eyes,
      );
    case "waiting_document":
    case "let_go":
    case "dropped":
    case "which_change":
    case "before_undone":
      return sayAside(part, eyes);
    case "which_entry":
      return sayWhichEntry(part.entries, eyes);
    case "rules":
      return plain(sayRules(part.rules, eyes));
    case "draft":
    case "document_duplicate":
    case "documents_before":
    case "ask_match":
    case "ask_twin":
    case "waiting_documents":
    case "trouble":
    case "scan_link":
    case "which_documents":
    case "still_reading":
    case "document_discount":
      return sayPaper(part, eyes);
    case "edited":
      return askEdited(part, eyes);
    case "deleted":
      return asking(words.deleted_message(showEntry(part.entry, eyes)), agreeing(words));
    case "set_aside":
      return plain(words.trouble);
    case "voice_too_long":
      return plain(words.voice_too_long(VOICE_MINUTES_MAX));
    case "too_fast":
      return plain(words.too_fast(part.seconds));
    case "unsupported":
      return plain(words.unsupported[part.what]);
    default:
      return plain(words[part.part]);
  }
}

function askEdited({ entry, amount_minor }: Extract<Part, { part: "edited" }>, eyes: Eyes): Saying {
  return asking(eyes.words.edited_message(showEntry({ ...entry, amount_minor }, eyes)), agreeing(eyes.words));
}

function agreeing({ buttons }: Words): Button[] {
  return [
    { id: "agree:", title: buttons.yes },
    { id: "refuse:", title: buttons.no },
  ];
}

/** The cash after the last effect that moved it, said once; a balance that was asked for beside it has said it. */
function cashLine(outcomes: readonly Outcome[], eyes: Eyes): string | null {
  if (outcomes.findLast(({ kind }) => !ASIDE.has(kind))?.kind === "balance") return null;
  const last = outcomes.findLast(
    (each) => each.kind === "recorded" || each.kind === "undone" || each.kind === "corrected" || each.kind === "linked",
  );
  return last && "cash" in last ? eyes.words.cash(showAll(last.cash, eyes)) : null;
}

const ASIDE: ReadonlySet<Outcome["kind"]> = new Set(["context", "learned", "worth"]);
