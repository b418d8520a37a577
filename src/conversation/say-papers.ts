import type { Button } from "#channels";
import { doubtsOf, feesOf, invoicesNamed, isForOther, isOwnPaper, seemsTwoPapers } from "#documents";
import { MINUTE_MS, tame } from "#kernel";
import type { Entry } from "#ledger";
import type { ShownPaper, Words } from "#locales";
import { isOurSale } from "./customer.ts";
import type { Draft, WaitingPaper } from "./dialogue.ts";
import type { Outcome, Part } from "./effect.ts";
import { QUEUE_SHOWN_MAX } from "./flows/queue.ts";
import { termNote, undatedNote } from "./say-term.ts";
import { sayPayment } from "./say-payment.ts";
import { earlierIn, NUMBER_CHARS_MAX, sayDuplicate } from "./say-earlier.ts";
import { withUndo } from "./say-entry.ts";
import { SCAN_LINK_MS } from "./schedule.ts";
import { confirming } from "./say-waiting.ts";
import { asking, plain, showDay, showDraft, showEntry, showMoney, type Eyes, type Saying } from "./show.ts";
import { whyUnbooked } from "./flows/unbooked.ts";

// Papers: shown to be confirmed, linked to what was told before, asked about, listed while they wait.

export type PaperPart = Extract<
  Part,
  {
    part:
      | "draft"
      | "document_duplicate"
      | "documents_before"
      | "ask_match"
      | "ask_twin"
      | "waiting_documents"
      | "trouble"
      | "scan_link"
      | "which_documents"
      | "still_reading"
      | "document_discount";
  }
>;

export function sayPaper(part: PaperPart, eyes: Eyes): Saying {
  const { words } = eyes;
  switch (part.part) {
    case "draft":
      return sayDraft(part, eyes);
    case "document_duplicate":
      return plain(sayDuplicate(part, eyes));
    case "documents_before":
      return plain(sayCounted(part, words));
    case "ask_match":
      return askMatch(part, eyes);
    case "ask_twin":
      return askTwin(part, eyes);
    case "waiting_documents":
      return plain(sayWaiting(part.papers, eyes));
    case "which_documents":
      return asking(words.which_documents(part.count), [
        { id: "all:", title: words.buttons.all },
        { id: "last:", title: words.buttons.last },
      ]);
    case "still_reading":
      return plain(words.still_reading(part.count));
    case "document_discount":
      return plain(words.document_discount(showMoney(part.total, eyes)));
    case "scan_link":
      return plain(words.scan_link(part.why, part.url ?? "", SCAN_LINK_MINUTES));
    case "trouble":
      return plain(
        [words.document_trouble(part.trouble), part.problem ? words.photo_advice(part.problem) : ""]
          .filter((line) => line !== "")
          .join("\n"),
      );
  }
}

const SCAN_LINK_MINUTES = SCAN_LINK_MS / MINUTE_MS;

function sayCounted({ how, count }: Extract<PaperPart, { part: "documents_before" }>, words: Words): string {
  if (how === "unread") return words.documents_unread(count);
  return how === "listed" ? words.documents_listed(count) : words.documents_before(count);
}

type DraftPart = Extract<PaperPart, { part: "draft" }>;

/** What was read, what is proved of it, what it is not good for, and how to send a better one. */
function sayDraft({ draft, lowers, pays }: DraftPart, eyes: Eyes): Saying {
  const { words } = eyes;
  // A list of other people's papers has no seller and no total to be looked at.
  if (whyUnbooked(draft) === "statement") return asking(words.document_statement, confirming(draft, words));
  const { authenticity, quality } = draft.extraction;
  const [problem] = quality.problems;
  const notes = [
    words.document_verdict(authenticity.verdict),
    receiverNote(draft, eyes),
    pays ? sayPayment(pays, draft, eyes) : wayNote(draft, eyes),
    draft.extraction.kind === "nota_credito" ? returnNote({ draft, lowers }, eyes) : termNote(draft, eyes),
    undatedNote(draft, eyes),
    draft.type === "egreso" && draft.extraction.kind === "boleta"
      ? words.no_tax_credit(words.tax_name(eyes.membership.country))
      : null,
    feesNote(draft, eyes),
    seemsTwoPapers(draft.extraction) ? words.two_papers : null,
    problem ? words.photo_advice(problem) : null,
  ].filter((line) => line !== null);
  const lines = [words.document(showDraft(draft, eyes)), notes.join("\n"), questionFor(draft, eyes)].filter(
    (line) => line !== "",
  );
  return asking(lines.join("\n\n"), confirming(draft, words));
}

function questionFor(draft: Draft, eyes: Eyes): string {
  const { extraction, told_minor, last_year } = draft;
  const { words } = eyes;
  const { total_minor, currency, date } = extraction.fields;
  const why = whyUnbooked(draft);
  if (why) return words[`document_${why}`];
  if (total_minor === null) return words.document_missing_total;
  if (told_minor !== undefined) {
    return words.document_told_otherwise(showMoney({ amount_minor: told_minor, currency }, eyes));
  }
  if (last_year && date !== null) return words.document_last_year(showDay(date));
  const doubts = doubtsOf(extraction);
  return doubts.length === 0 ? words.document_is_right : words.document_unsure(doubts);
}

/** Of a slip the way of its money is told: it looks alike, whoever paid. */
function wayNote(draft: Draft, { words, membership }: Eyes): string | null {
  const { extraction, type, way, credit } = draft;
  if (whyUnbooked(draft)) return null;
  if (way === "own") return words.document_own_money;
  const isSale = isOwnPaper(extraction.fields, membership.tax_id) || extraction.kind === "nota_credito";
  return type === "ingreso" && !isSale && !credit ? words.document_income : null;
}

/** What a credit note takes back of, or why it lowers nothing. */
function returnNote({ draft, lowers }: Omit<DraftPart, "part">, eyes: Eyes): string | null {
  const { words } = eyes;
  const { extraction, credit, type } = draft;
  const { total_minor, currency } = extraction.fields;
  if (total_minor === null || whyUnbooked(draft)) return null;
  if (!lowers) return words.note_lowers_nothing(type, { named: invoicesNamed(extraction), owed: credit !== undefined });
  const money = (amount_minor: number): string => showMoney({ amount_minor, currency }, eyes);
  const left = lowers.amount_minor - total_minor;
  const concept = lowers.concept === null ? null : tame(lowers.concept);
  const debt = { concept, open: money(lowers.amount_minor) };
  return words.note_lowers(lowers.direction, debt, left === 0 ? null : money(left));
}

/** The gross fee and what is withheld of it: what is booked is what is paid. Who pays it withholds. */
function feesNote({ extraction, type }: Draft, eyes: Eyes): string | null {
  const fees = feesOf(extraction);
  const money = (amount_minor: number): string =>
    showMoney({ amount_minor, currency: extraction.fields.currency }, eyes);
  if (!fees) return null;
  const { gross_minor, retained_minor, paid_minor } = fees;
  return eyes.words.fees(type, {
    gross: money(gross_minor),
    retained: money(retained_minor),
    paid: money(paid_minor),
  });
}

function receiverNote(draft: Draft, { words, membership }: Eyes): string | null {
  const { extraction } = draft;
  const { receiver_tax_id } = extraction.fields;
  if (receiver_tax_id === null || isOurSale(draft) || !isForOther(extraction, membership.tax_id)) return null;
  return words.not_for_you(extraction.kind, words.tax_id_name(membership.country), tame(receiver_tax_id, 20));
}

/** «¿Es el egreso de $45.670 «taladro» de ayer?», or which of two. */
function askMatch({ draft, entries }: Extract<Part, { part: "ask_match" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { document_id, extraction } = draft;
  const isnt: Button = { id: `isnt:${document_id}`, title: words.buttons.another_one };
  const [only, ...more] = entries;
  if (only && more.length === 0) {
    return asking(words.ask_match(showEntry(only, eyes)), [
      { id: `is:${document_id}:0`, title: words.buttons.this_one },
      isnt,
    ]);
  }
  const rows = entries.map((entry, i) => `${i + 1}. ${words.match_row(showEntry(entry, eyes))}`);
  const each = entries.map((_, i) => ({ id: `is:${document_id}:${i}`, title: String(i + 1) }));
  return asking([words.ask_which_match(extraction.kind), ...rows].join("\n"), [...each, isnt]);
}

/** The paper in a line, and whether it came before; each with its number and day. */
function askTwin({ draft, earlier }: Extract<Part, { part: "ask_twin" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { document_id } = draft;
  const { number } = draft.extraction.fields;
  const paper = paperIn({ draft, waits: "answer" }, eyes);
  const name = number === null ? paper.name : `${paper.name} ${tame(number, NUMBER_CHARS_MAX)}`;
  const row = `📄 ${tellPaper({ ...paper, name }, words)}`;
  return asking(`${row}\n${words.ask_twin(earlierIn(earlier, eyes))}`, [
    { id: `sent:${document_id}`, title: words.buttons.same_paper },
    { id: `unsent:${document_id}`, title: words.buttons.other_paper },
  ]);
}

function sayWaiting(papers: readonly WaitingPaper[], eyes: Eyes): string {
  const { words } = eyes;
  if (papers.length === 0) return words.no_waiting_documents;
  const rows = papers
    .slice(0, QUEUE_SHOWN_MAX)
    .map((paper, i) => `${i + 1}. ${words.waiting_row(paperIn(paper, eyes))}`);
  return words.waiting_documents(rows, papers.length - rows.length);
}

/** `Boleta de SODIMAC por $45.670 (18-11-2026)`: the row without what it waits for. */
function tellPaper(paper: ShownPaper, words: Words): string {
  return words.waiting_row(paper).replace(/: [^:]*$/, "");
}

function paperIn({ draft, waits }: Pick<WaitingPaper, "draft" | "waits">, eyes: Eyes): ShownPaper {
  const { kind, fields } = draft.extraction;
  const { total_minor, currency, merchant, date } = fields;
  return {
    name: eyes.words.document_names[kind],
    shop: merchant === null ? null : tame(merchant),
    total: total_minor === null ? null : showMoney({ amount_minor: total_minor, currency }, eyes),
    date: date === null ? null : showDay(date),
    waits,
  };
}

/** A paper that belongs to what was told before it. */
export function sayLinked(
  part: Extract<Part, { ref: number }>,
  { entry, before, paper }: Extract<Outcome, { kind: "linked" }>,
  eyes: Eyes,
): Saying {
  const { words } = eyes;
  const shown = showEntry(entry, eyes);
  const was = before && before.amount_minor !== entry.amount_minor ? showMoney(before, eyes) : null;
  const moved =
    before && before.date !== entry.date ? words.linked_day(showEntry(before, eyes).date, showDay(entry.date)) : null;
  const proof = part.part === "linked" && part.verdict ? words.document_verdict(part.verdict) : null;
  const lines = [words.linked(paper, asTold(before ?? entry, shown, eyes), was), words.details(shown), moved, proof];
  return withUndo(lines.filter((line) => line !== null).join("\n"), entry, words);
}

/** By the name under which it was told, and at what it is worth now. */
function asTold(told: Entry, now: ReturnType<typeof showEntry>, eyes: Eyes): ReturnType<typeof showEntry> {
  return { ...showEntry(told, eyes), amount: now.amount };
}

/** A paper that was parted from its entry again: is it of its own? */
export function sayUnlinked({ entry, draft }: Extract<Outcome, { kind: "unlinked" }>, eyes: Eyes): Saying {
  const { words } = eyes;
  const { kind } = draft.extraction;
  const text = `${words.unlinked(kind, showEntry(entry, eyes))}\n\n${words.book_apart(kind)}`;
  return {
    text,
    buttons: [
      { id: `yes:${draft.document_id}`, title: words.buttons.yes },
      { id: `discard:${draft.document_id}`, title: words.buttons.discard },
    ],
    entry: null,
  };
}
