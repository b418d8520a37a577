import type { BookedPaper, EarlierPaper, PaperSettled, PapersCounted, ShownPayment } from "./asked-words.ts";
import type { ScanPage, ScanReason } from "./scan-words.ts";
import type {
  DebtSide,
  DocumentName,
  DocumentTrouble,
  Doubt,
  PhotoProblem,
  ShownDebt,
  ShownDocument,
  ShownEntry,
  ShownPaper,
  Verdict,
} from "./words.ts";

/** What is said of papers: of one that is shown, asked about, linked, sent twice, or waits. */
export type PaperWords = {
  document: (document: ShownDocument) => string;
  document_is_right: string;
  document_missing_total: string;
  /** `told`: the amount that came with the picture, which is not the one on it. */
  document_told_otherwise: (told: string) => string;
  /** Of a picture in which nothing looks like a paper. */
  no_paper: string;
  /** Of a picture that seems to show two papers, of which one was read. */
  two_papers: string;
  /** Asked of a test document instead of whether it is right. */
  document_test: string;
  /** … of goods that travel, and of a price that was asked. */
  document_guide: string;
  document_offer: string;
  /** … of what a bank lists of an account. */
  document_statement: string;
  /** … of a slip that does not say whose money it was. */
  document_way: string;
  /** Of a paper whose money came in, though others issued it; and of own money that was paid into the bank. */
  document_income: string;
  document_own_money: string;
  /** Of a slip of money whose party has something open. */
  pays_debt: (side: DebtSide, payment: ShownPayment) => string;
  /** Of a paper that says it is paid later; `due`: the day, where it says one. */
  document_on_credit: (side: DebtSide, due: string | null) => string;
  /** Of a fee, of which the payer withholds a part: `paid` is what is booked. */
  fees: (type: "ingreso" | "egreso", told: { gross: string; retained: string; paid: string }) => string;
  /** Of a credit note: what it lowers, and what is left of it; null: nothing. */
  note_lowers: (side: DebtSide, debt: Pick<ShownDebt, "concept" | "open">, left: string | null) => string;
  /**
   * Of a credit note for which no debt was found: what others issued comes back, what we issued we give back. `named`: the
   * invoices that it names. `owed`: it is booked as owed, and not as money that came back.
   */
  note_lowers_nothing: (type: "ingreso" | "egreso", note: { named: readonly string[]; owed: boolean }) => string;
  /** A credit note would give back more than is open of its debt: nothing was changed. */
  beyond_debt: string;
  /** Of a paper whose day was told without its year, and is still to come in this one. */
  document_last_year: (day: string) => string;
  /** Of a paper of which the person has said that it is paid; `day`: where they named another than the paper's. */
  document_paid: (day: string | null) => string;
  /** Of a paper on which no day was read, and which is booked as of today. */
  document_undated: string;
  /** Of a bill that says until when it is to be paid, and not that it was. */
  document_due: (due: string) => string;
  /** Of a paper of which a part was paid, and the rest is owed until `due`, where that is said. */
  document_part_paid: (side: DebtSide, told: { paid: string; left: string; due: string | null }) => string;
  /** `doubts`: what was not read surely, one at least. */
  document_unsure: (doubts: readonly Doubt[]) => string;
  document_edit: string;
  document_booked: (entry: ShownEntry, verdict: Verdict) => string;
  document_verdict: (verdict: Verdict) => string | null;
  document_trouble: (trouble: DocumentTrouble) => string;
  /** Of papers whose purchases or sales the tax service had listed before: so many. */
  documents_listed: (count: number) => string;
  /** Of a file of many documents: so many came before. */
  documents_before: (count: number) => string;
  /** Of a file of many documents: so many could not be read, and wait for a person to look at them. */
  documents_unread: (count: number) => string;
  document_duplicate: (earlier: EarlierPaper | null) => string;
  /** … of one that is not booked yet: its card follows, or it stands among what waits. */
  document_waits: (earlier: EarlierPaper | null, where: "here" | "elsewhere") => string;
  /** `text`: what was written of its payment with a paper that came before. */
  payment_not_taken: (text: string) => string;
  which_documents: (count: number) => string;
  /** What was wrong with a picture and how it is taken better, in one sentence. */
  photo_advice: (problem: PhotoProblem) => string;
  /** The headline of a paper that belongs to an entry told before it; `before` where the paper changed its amount. */
  linked: (kind: DocumentName, entry: ShownEntry, before: string | null) => string;
  /** The day of an entry that its paper has changed: `hoy`, `18-11-2026`. */
  linked_day: (before: string, now: string) => string;
  unlinked: (kind: DocumentName, entry: ShownEntry) => string;
  book_apart: (kind: DocumentName) => string;
  ask_match: (entry: ShownEntry) => string;
  ask_which_match: (kind: DocumentName) => string;
  match_row: (entry: ShownEntry) => string;
  /** Of a voucher or a transfer, and what it may have paid. */
  ask_paid_by: (of: BookedPaper) => string;
  /** Of a boleta or an invoice, and the slip that may have paid it. */
  ask_bought: (kind: DocumentName, slip: BookedPaper) => string;
  /** It is of a purchase that is booked: kept with it, and not booked. */
  kept_beside: (kind: DocumentName, entry: ShownEntry) => string;
  /** Of a number that was told, and the entry that stands for its paper; `told` where another amount is told now. */
  ask_same_paper: (entry: ShownEntry, told: string | null) => string;
  /** It is the paper of that entry, and was not booked again. */
  paper_told: (entry: ShownEntry) => string;
  ask_twin: (earlier: EarlierPaper) => string;
  twin_same: string;
  /** What was decided of it elsewhere, or before. */
  document_settled: string;
  /** Said of a paper that is quoted, and is open no more. */
  paper_settled: (how: PaperSettled) => string;
  /** What its stamp or fiscal code proves, and no more; `differs`: another total is printed beside it. */
  paper_proof: (verdict: Verdict, differs: boolean) => string;
  /** Nobody was asked at the tax office. */
  not_asked_online: string;
  /** Whether it came before: the one that it was taken for, where there is one. */
  paper_sent: (earlier: EarlierPaper | null) => string;
  paper_seller: (seller: string | null) => string;
  papers_counted: (count: PapersCounted) => string;
  no_paper_at_hand: string;
  /** Whether a paper is to be let go; `what` names it as `paper` does. */
  ask_discard: (what: string) => string;
  /** Rows are numbered; `more` are not shown. */
  waiting_documents: (rows: readonly string[], more: number) => string;
  waiting_row: (paper: ShownPaper) => string;
  no_waiting_documents: string;
  /** `id` is what the country calls a tax id; `receiver` the one that is printed. */
  not_for_you: (kind: DocumentName, id: string, receiver: string) => string;
  /** Of a paper for end customers; `tax` is what the country calls it. */
  no_tax_credit: (tax: string) => string;
  /** What a country (ISO 3166-1 alpha-2) calls its tax ids and its value-added tax: `RUT`, `IVA`. */
  tax_id_name: (country: string) => string;
  tax_name: (country: string) => string;
  document_names: Readonly<Record<DocumentName, string>>;
  /** The one-time link to the scan page, and for how many minutes it works. */
  scan_link: (why: ScanReason, url: string, minutes: number) => string;
  scan_page: ScanPage;
};
