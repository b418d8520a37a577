// A conversation in the head: words in, effects and parts out; what is booked is answered as the ledger would.
import { assert } from "vitest";
import { halfOf, numberOf, type Earlier, type Extraction, type Papered } from "#documents";
import type { CategoryContext, Entry, NewEntry, OpenDebt, Rule } from "#ledger";
import { postingsOf } from "#src/ledger/post.ts";
import type { Books } from "#src/conversation/books.ts";
import { compose } from "#src/conversation/compose.ts";
import { newDialogue, type Dialogue, type Membership } from "#src/conversation/dialogue.ts";
import type { Effect, OpenAgain, Outcome, Owing } from "#src/conversation/effect.ts";
import { UNDO_OF, type Heard, type Said } from "#src/conversation/heard.ts";
import { isCrossing, riseOf } from "#src/conversation/rise.ts";
import { remember } from "#src/conversation/remember.ts";
import { turn, type Turn } from "#src/conversation/turn.ts";
import type { Equivalent } from "#rates";
import type { ClaimLook, TaxBrief } from "#sii";
import { profileOfCountry } from "#tenants";

/** Wednesday 2026-11-18, noon in Santiago. */
export const NOON = Date.UTC(2026, 10, 18, 15);

export function membershipIn(country: string, certain = true): Membership {
  const profile = profileOfCountry(country);
  assert(profile, "a country of the table");
  const { currency, currency_symbol, number_format, time_zone, locale } = profile;
  const ids = { read_at: NOON, tenant_id: "T", tax_id: null, shard: "LEDGER_00", contact_id: "C" };
  const habits = { country, currency, currency_symbol, number_format, time_zone, locale };
  return { ...ids, ...habits, role: "owner", founded: true, country_certain: certain };
}

export type Talk = {
  dialogue: Dialogue;
  entries: Entry[];
  rules: Rule[];
  /** What each category's months before were, for what is said of this one. */
  before: CategoryContext["before"];
  /** What an amount of another currency is worth at home, where an authority tells it. */
  worth: Equivalent | null;
  /** What the tax service has of a purchase, and of a month. */
  look: ClaimLook;
  brief: TaxBrief | null;
  said: number;
  /** The papers that were read, with those that they were taken for, by their ids. */
  papers: Record<string, { extraction: Extraction; earlier: Earlier | null }>;
  /** The last answer, as it is sent. */
  answer: string;
  buttons: { id: string; title: string }[];
};

export function talkIn(country = "CL", certain = true): Talk {
  return { dialogue: { ...newDialogue(), membership: membershipIn(country, certain) }, ...structuredClone(NOTHING) };
}

const NOTHING: Omit<Talk, "dialogue"> = {
  entries: [],
  rules: [],
  before: [],
  worth: null,
  look: { is: "none" },
  brief: null,
  said: 0,
  papers: {},
  answer: "",
  buttons: [],
};

/** One message, heard as a turn of its own; what it books is booked. */
export function say(talk: Talk, text: string, about: Entry | null = null): Turn {
  return hearAll(talk, [{ ...heard(talk, { kind: "text", text, voice: false }), about }]);
}

export function hearSaid(talk: Talk, said: Said, about: Entry | null = null): Turn {
  return hearAll(talk, [{ ...heard(talk, said), about }]);
}

export function hearAll(talk: Talk, items: readonly Heard[]): Turn {
  for (const { said } of items) {
    if (said.kind !== "document" || said.result.outcome !== "read") continue;
    const { document_id, extraction, maybe: earlier = null } = said.result;
    talk.papers[document_id] = { extraction, earlier };
  }
  const taken = turn(talk.dialogue, items, frozen(booksOf(talk)));
  talk.dialogue = taken.dialogue;
  const outcomes = taken.effects.map((effect) => outcomeOf(talk, effect));
  for (const outcome of outcomes) talk.dialogue = remember(talk.dialogue, outcome, NOON + talk.said * 1_000);
  const { membership } = talk.dialogue;
  assert(membership, "somebody of a business speaks");
  const said = taken.reply ? compose(taken.reply, outcomes, membership) : null;
  Object.assign(talk, { answer: said?.text ?? "", buttons: said?.buttons ?? [] });
  return taken;
}

/** Taps the button of that title under the last answer. */
export function tap(talk: Talk, title: string): Turn {
  const button = talk.buttons.find((each) => each.title === title);
  assert(button, `«${title}» is offered`);
  return hearSaid(talk, { kind: "choice", id: entriesNamed(talk, button.id), title });
}

/** A button that names messages means what they booked; the conversation's own store tells it. */
function entriesNamed({ entries }: Talk, id: string): string {
  if (!id.startsWith(UNDO_OF)) return id;
  const messages = id.slice(UNDO_OF.length).split(",");
  const meant = entries.filter(({ source_ref }) => messages.includes(source_ref.split(":")[1] ?? ""));
  return `undo:${meant.map((entry) => entry.id).join(",")}`;
}

/** A turn writes into nothing that it was given. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** What a turn does; what it asks the books beside that left out. */
export function actsOf({ effects }: Turn): Effect[] {
  return effects.filter(({ kind }) => kind !== "context" && kind !== "worth");
}

/** What the ledger would tell of these entries: payments go to the debt that they name. */
export function booksOf({ entries, rules, dialogue, papers }: Talk): Books {
  const live = entries.filter(({ reversed_by }) => reversed_by === null);
  const debts = live.flatMap((entry): OpenDebt[] => {
    const { id, type, direction, counterparty, concept, category, loan, currency, date, due_date, amount_minor } =
      entry;
    if (type !== "deuda" || direction === null) return [];
    const paid = live.filter(({ settles_id }) => settles_id === id).reduce((sum, each) => sum + each.amount_minor, 0);
    const taxed = entry.tax_minor !== null;
    const facts = {
      entry_id: id,
      document_id: entry.document_id,
      direction,
      counterparty,
      concept,
      category,
      taxed,
      loan,
      currency,
      date,
      due_date,
    };
    return paid < amount_minor ? [{ ...facts, amount_minor: amount_minor - paid, original_minor: amount_minor }] : [];
  });
  const names = live.flatMap(({ counterparty }) => counterparty ?? []).toReversed();
  const unpapered = live.filter(({ type, document_id }) => document_id === null && type !== "transferencia");
  const listed = live.filter(({ source }) => source === "sii");
  return {
    debts,
    names,
    rules: structuredClone(rules),
    unpapered: structuredClone(unpapered.toReversed()),
    numbered: structuredClone(
      listed.map((entry) => ({ number: numberOf(entry) ?? /\d+$/.exec(entry.source_ref)?.[0] ?? "", entry })),
    ),
    papered: structuredClone(live.toReversed().flatMap((entry) => paperedBy(entry, papers))),
    waiting: dialogue.open.flatMap((open) =>
      open.kind === "document"
        ? [{ draft: structuredClone(open.draft), waits: "confirm" as const, earlier: null }]
        : [],
    ),
  };
}

/** A purchase that was paid, with its paper. */
function paperedBy(entry: Entry, papers: Talk["papers"]): Papered[] {
  const { type, direction, amount_minor, currency, date } = entry;
  const paper = papers[entry.document_id ?? ""];
  if (!paper || type === "deuda" || direction !== null) return [];
  return [{ entry, paper: { ...halfOf(paper.extraction, type), amount_minor, currency, date } }];
}

export function heard(talk: Talk, said: Said): Heard {
  talk.said++;
  return { id: `wamid.${talk.said}`, at: NOON + talk.said * 1_000, said, about: null, gone: false };
}

function outcomeOf(talk: Talk, effect: Effect): Outcome {
  switch (effect.kind) {
    case "record":
    case "book_document": {
      const entry = booked(talk, { ...effect.entry, ...(effect.kind === "record" && paying(talk, effect)) });
      talk.entries.push(entry);
      return { kind: "recorded", entry, existed: false, cash: [], owing: owingAfter(talk, entry) };
    }
    case "link_document": {
      const before = talk.entries.find(({ id }) => id === effect.entry_id);
      assert(before, "what is linked was booked");
      const entry = { ...before, id: `${before.id}'`, document_id: effect.document_id, replaces_id: before.id };
      before.reversed_by = `R${before.id}`;
      talk.entries.push(entry);
      return { kind: "linked", entry, before, paper: "boleta", cash: [] };
    }
    case "undo": {
      const undone = talk.entries.filter(({ id }) => effect.entry_ids.includes(id));
      for (const entry of undone) entry.reversed_by = `R${entry.id}`;
      return { kind: "undone", entries: undone, cash: [], owing: owingAgain(talk, undone) };
    }
    case "correct":
      return corrected(talk, effect);
    case "learn": {
      const rule: Rule = { ...effect.rule, id: `rule.${talk.said}` };
      talk.rules.unshift(rule);
      return { kind: "learned", rule };
    }
    case "forget":
      talk.rules = talk.rules.filter(({ id }) => id !== effect.rule.id);
      return { kind: "forgotten", rule: effect.rule };
    case "about_paper":
      return { kind: "paper", ...(talk.papers[effect.document_id] ?? { extraction: null, earlier: null }) };
    case "count_papers":
      return { kind: "papers", count: { booked: 0, waiting: Object.keys(talk.papers).length, discarded: 0 } };
    case "worth":
      return { kind: "worth", worth: talk.worth };
    case "claim_look":
      return { kind: "claim_look", look: talk.look, actions: effect.actions };
    case "taxes": {
      const due = { on: "2026-11-20", days_left: 2 };
      return { kind: "taxes", brief: talk.brief, connected: false, due: talk.brief?.due ?? due, month: effect.month };
    }
    case "context":
      return monthOf(talk, effect);
    case "entries":
      return { kind: "entries", entries: talk.entries.filter(({ category }) => category === effect.category) };
    default:
      return { kind: "done" };
  }
}

/** The debt of the paper that it pays. */
function paying({ entries }: Talk, { pays_paper }: Extract<Effect, { kind: "record" }>): Partial<NewEntry> {
  const debt = entries.find(({ document_id }) => pays_paper !== undefined && document_id === pays_paper);
  return debt ? { settles_id: debt.id } : {};
}

function corrected(talk: Talk, { entry_id, patch }: Extract<Effect, { kind: "correct" }>): Outcome {
  const before = talk.entries.find(({ id }) => id === entry_id);
  assert(before, "what is corrected was booked");
  const { delete: _, ...fields } = patch;
  const entry = { ...before, ...fields, id: `${before.id}'` };
  before.reversed_by = `R${before.id}`;
  talk.entries.push(entry);
  return { kind: "corrected", before, entry, cash: [] };
}

function owingAfter(talk: Talk, { type, direction, counterparty, currency }: Entry): Owing | null {
  if (direction === null || type === "deuda") return null;
  const open = booksOf(talk).debts.filter(
    (debt) => debt.direction === direction && debt.counterparty === counterparty && debt.currency === currency,
  );
  return { direction, money: { amount_minor: open.reduce((sum, debt) => sum + debt.amount_minor, 0), currency } };
}

/** Each party of the payments that are gone, once, where it owes again. */
function owingAgain(talk: Talk, undone: readonly Entry[]): OpenAgain[] {
  const payments = undone.filter(({ type, direction }) => type !== "deuda" && direction !== null);
  const first = payments.filter((each, i) => payments.findIndex((one) => one.counterparty === each.counterparty) === i);
  return first.flatMap((payment) => {
    const owing = owingAfter(talk, payment);
    return owing && owing.money.amount_minor > 0 ? [{ ...owing, who: payment.counterparty }] : [];
  });
}

function monthOf(talk: Talk, { of }: Extract<Effect, { kind: "context" }>): Outcome {
  const { category, kind, currency, month } = of;
  const own = talk.entries.filter((entry) => entry.category === category && entry.reversed_by === null);
  const total_minor = own.reduce((sum, entry) => sum + entry.amount_minor, 0);
  const figures = { total_minor, entries: own.length, before: talk.before };
  const context: CategoryContext = { category, kind, currency, month, ...figures };
  const crossing = isCrossing(context, of.amount_minor);
  return { kind: "context", context, rise: crossing ? riseOf(context, own) : null };
}

/** As the ledger would have it, the next in the books. */
export function booked(talk: Talk, entry: NewEntry): Entry {
  const seq = talk.entries.length + 1;
  const { loan = false, settles_id = null, transfer: _, ...facts } = entry;
  const links = { reverses_id: null, replaces_id: null, reversed_by: null };
  return {
    ...facts,
    ...links,
    loan,
    settles_id,
    id: `E${seq}`,
    seq,
    recorded_at: "2026-11-18T15:00:00.000Z",
    postings: postingsOf(entry),
  };
}
