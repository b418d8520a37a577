import type { Button } from "#channels";
import { assert, monthOf, tame, type Money, type Month } from "#kernel";
import { wordsOf, type Words } from "#locales";
import type { Entry } from "#ledger";
import type { Membership } from "./dialogue.ts";
import type { Outcome, Part, Reply } from "./effect.ts";
import { showDraft, showEntry, showMoney, type Eyes } from "./show.ts";

/** A reply in its words. `speaks_of` are the entries that quoting it will mean. */
export type Composed = { text: string; buttons: Button[]; speaks_of: string[] };

const ENTRIES_SHOWN_MAX = 15;
const NAME_CHARS_MAX = 40;
const HEARD_CHARS_MAX = 500;
const CATEGORIES_SHOWN_MAX = 8;

/** Renders a reply from what its effects came to. Pure; numbers come only from the outcomes. */
export function compose(reply: Reply, outcomes: readonly Outcome[], membership: Membership): Composed {
  const words = wordsOf(membership.locale);
  const eyes: Eyes = { membership, words, today: reply.today };
  const said = reply.parts.map((part) => say(part, outcomes, eyes));
  const text = said.map((each) => each.text).filter((line) => line !== "");
  const cash = cashLine(outcomes, eyes);
  if (cash !== null) text.push(cash);
  const buttons = said.findLast((each) => each.buttons.length > 0)?.buttons ?? [];
  return {
    text: text.join("\n\n"),
    buttons: mergeUndo(
      said.map((each) => each.entry).filter((entry) => entry !== null),
      { buttons, words },
    ),
    speaks_of: said.flatMap((each) => (each.entry ? [each.entry.id] : [])),
  };
}

type Saying = { text: string; buttons: Button[]; entry: Entry | null };

function say(part: Part, outcomes: readonly Outcome[], eyes: Eyes): Saying {
  if ("ref" in part) {
    const outcome = outcomes[part.ref];
    assert(outcome, "a part's outcome is there before it is said");
    return sayOutcome(part, outcome, eyes);
  }
  return sayPlain(part, eyes);
}

type RefPart = Extract<Part, { ref: number }>;
type PlainPart = Exclude<Part, { ref: number }>;

function sayOutcome(part: RefPart, outcome: Outcome, eyes: Eyes): Saying {
  const { words } = eyes;
  switch (outcome.kind) {
    case "recorded":
      return sayRecorded(part, outcome, eyes);
    case "undone":
      return plain(outcome.entries.map((entry) => words.undone(showEntry(entry, eyes))).join("\n"));
    case "corrected": {
      const before = showMoney(outcome.before, eyes);
      return withUndo(words.corrected(before, showEntry(outcome.entry, eyes)), outcome.entry, words);
    }
    case "already_undone":
      return plain(words.already_undone);
    case "not_found":
      return plain(words.nothing_to_correct);
    case "forbidden":
      return plain(words.role_forbids);
    case "failed":
      return plain(words.trouble);
    case "moved":
    case "done":
      return plain(part.part === "country_set" ? words.country_set(part.country, part.currency) : "");
    default:
      return plain(sayFigures(part, outcome, eyes));
  }
}

function sayRecorded(part: RefPart, outcome: Extract<Outcome, { kind: "recorded" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { entry } = outcome;
  if (part.part !== "booked") return plain("");
  const shown = showEntry(entry, eyes, part.evidence);
  if (part.verdict) return withUndo(words.document_booked(shown, part.verdict), entry, words);
  const quiet = movesCash(entry) ? "" : `\n${words.debt_without_cash}`;
  return withUndo(words.booked(shown) + quiet, entry, words);
}

type Figures = Extract<Outcome, { kind: "balance" | "summary" | "total" | "entries" | "debts" }>;

function sayFigures(part: RefPart, outcome: Figures, eyes: Eyes): string {
  const { words } = eyes;
  switch (outcome.kind) {
    case "balance": {
      const accounts = outcome.accounts.map(({ name, money }) => ({
        name: words.accounts[name] ?? name,
        amount: showMoney(money, eyes),
      }));
      return words.balance(showAll(outcome.cash, eyes), accounts);
    }
    case "summary":
      return words.summary({
        month: showMonth(outcome.month, words),
        income: showMoney(outcome.income, eyes),
        expense: showMoney(outcome.expense, eyes),
        result: showMoney(outcome.result, eyes),
        categories: outcome.categories.slice(0, CATEGORIES_SHOWN_MAX).map(({ name, money }) => ({
          name: words.categories[name] ?? name,
          amount: showMoney(money, eyes),
        })),
      });
    case "total":
      return part.part === "total" ? sayTotal(part, outcome.money, eyes) : "";
    case "entries":
      return part.part === "entries" ? sayEntries(outcome.entries, part.period, eyes) : "";
    case "debts":
      return words.debts(
        part.part === "debts" ? part.direction : "por_pagar",
        outcome.debts.map(({ name, money }) => ({ who: tame(name), amount: showMoney(money, eyes) })),
      );
  }
}

function sayTotal(part: Extract<Part, { part: "total" }>, money: Money, eyes: Eyes): string {
  const { words } = eyes;
  const { metric, category, counterparty } = part.query;
  const of = [category ? (words.categories[category] ?? category) : null, counterparty].filter((each) => each !== null);
  const what = of.length > 0 ? `${words.kinds[metric]} · ${of.join(" · ")}` : words.kinds[metric];
  return words.total_of(what, showPeriod(part.period, eyes), showMoney(money, eyes));
}

function sayEntries(entries: readonly Entry[], period: string | null, eyes: Eyes): string {
  const { words } = eyes;
  if (entries.length === 0) return words.no_entries(showPeriod(period, eyes));
  const rows = entries.slice(0, ENTRIES_SHOWN_MAX).map((entry) => {
    const shown = showEntry(entry, eyes);
    const sign = entry.type === "egreso" ? "−" : entry.type === "ingreso" ? "+" : "";
    return `• ${shown.date}: ${sign}${shown.amount} ${shown.concept ?? shown.category ?? ""}`.trimEnd();
  });
  return words.entries(showPeriod(period, eyes), rows);
}

function sayPlain(part: PlainPart, eyes: Eyes): Saying {
  const { words } = eyes;
  switch (part.part) {
    case "greeting":
      return plain(words.greeting(part.name === null ? null : tame(part.name, NAME_CHARS_MAX)));
    case "heard":
      return plain(words.heard(tame(part.text, HEARD_CHARS_MAX)));
    case "question":
      return {
        text: part.text,
        buttons: part.labels.map((title, i) => ({ id: `pick:${part.id}:${i}`, title })),
        entry: null,
      };
    case "draft":
      return sayDraft(part.draft, eyes);
    case "which_documents":
      return {
        text: words.which_documents(part.count),
        buttons: [
          { id: "all:", title: words.buttons.all },
          { id: "last:", title: words.buttons.last },
        ],
        entry: null,
      };
    case "trouble":
      return plain(words.document_trouble(part.trouble));
    case "edited": {
      const amount_minor = part.amount_minor;
      return { text: words.edited_message(showEntry({ ...part.entry, amount_minor }, eyes)), ...agreeing(words) };
    }
    case "deleted":
      return { text: words.deleted_message(showEntry(part.entry, eyes)), ...agreeing(words) };
    case "set_aside":
      return plain(words.trouble);
    case "too_fast":
      return plain(words.too_fast(part.seconds));
    case "unsupported":
      return plain(words.unsupported[part.what]);
    default:
      return plain(words[part.part]);
  }
}

function sayDraft(draft: Extract<Part, { part: "draft" }>["draft"], eyes: Eyes): Saying {
  const { words } = eyes;
  const { fields, authenticity, quality } = draft.extraction;
  const known = fields.total_minor !== null;
  const lines = [
    words.document(showDraft(draft, eyes)),
    words.document_verdict(authenticity.verdict),
    quality.problems.length > 0 ? words.clearer_photo : null,
    known ? words.document_is_right : words.document_missing_total,
  ].filter((line) => line !== null);
  const id = draft.document_id;
  const buttons = known
    ? [
        { id: `yes:${id}`, title: words.buttons.yes },
        { id: `no:${id}`, title: words.buttons.no },
      ]
    : [{ id: `discard:${id}`, title: words.buttons.discard }];
  return { text: lines.join("\n\n"), buttons, entry: null };
}

function agreeing(words: Words): { buttons: Button[]; entry: null } {
  const buttons = [
    { id: "agree:", title: words.buttons.yes },
    { id: "refuse:", title: words.buttons.no },
  ];
  return { buttons, entry: null };
}

function withUndo(text: string, entry: Entry, words: Words): Saying {
  const buttons = [
    { id: `undo:${entry.id}`, title: words.buttons.undo },
    { id: `edit:${entry.id}`, title: words.buttons.edit },
  ];
  return { text, buttons, entry };
}

/** Meta's limit of a button's id is 256 characters; an id of ours is 26. */
const UNDO_TOGETHER_MAX = 9;

/** Several movements of one message are undone together; a question asked beside them keeps its own buttons. */
function mergeUndo(entries: readonly Entry[], { buttons, words }: { buttons: Button[]; words: Words }): Button[] {
  const ids = entries.slice(0, UNDO_TOGETHER_MAX).map((entry) => entry.id);
  if (ids.length < 2 || !buttons[0]?.id.startsWith("undo:")) return buttons;
  return [{ id: `undo:${ids.join(",")}`, title: words.buttons.undo }];
}

/** The cash after the last effect that moved it, said once; a balance that was asked for beside it has said it. */
function cashLine(outcomes: readonly Outcome[], eyes: Eyes): string | null {
  if (outcomes.at(-1)?.kind === "balance") return null;
  const last = outcomes.findLast(
    (each) => each.kind === "recorded" || each.kind === "undone" || each.kind === "corrected",
  );
  return last && "cash" in last ? eyes.words.cash(showAll(last.cash, eyes)) : null;
}

function movesCash(entry: Entry): boolean {
  return entry.postings.some(({ debit, credit }) => LIQUID.test(debit) || LIQUID.test(credit));
}

const LIQUID = /^activo:(caja|banco|tarjeta|cuenta)/;

function showAll(amounts: readonly Money[], eyes: Eyes): string {
  return amounts.map((money) => showMoney(money, eyes)).join(" · ");
}

function showMonth(month: Month, words: Words): string {
  return `${words.months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

function showPeriod(period: string | null, eyes: Eyes): string {
  const known = eyes.words.periods[(period ?? "this_month") as keyof Words["periods"]];
  if (known) return known;
  return /^\d{4}-\d{2}$/.test(period ?? "")
    ? showMonth(period ?? "", eyes.words)
    : showMonth(monthOf(eyes.today), eyes.words);
}

function plain(text: string): Saying {
  return { text, buttons: [], entry: null };
}
