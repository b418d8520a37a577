import type { EarlierPaper, PapersCounted, PaperSettled, Unsupported } from "./asked-words.ts";
import type { ScanPage, ScanReason } from "./scan-words.ts";

// Every sentence that a customer reads, by key. A locale is one file that fills all of them.

export type ShownEntry = {
  type: "ingreso" | "egreso" | "deuda" | "transferencia";
  direction: DebtSide | null;
  /** Already written as the country writes it, with its sign: `$150.000`. */
  amount: string;
  concept: string | null;
  /** The locale's own name of the category. */
  category: string | null;
  counterparty: string | null;
  /** As people say it: `hoy`, `ayer`, `mar 17-11`. */
  date: string;
  due_date: string | null;
  tax: string | null;
  /** «20 lucas» → $20.000, only where the wording was not literal. */
  evidence: readonly { words: string; meaning: string }[];
  /** A debt that a credit note lowers: nothing is paid. */
  lowers?: true;
};

export type ShownDocument = {
  kind: DocumentName;
  merchant: string | null;
  merchant_tax_id: string | null;
  series: string | null;
  number: string | null;
  date: string | null;
  total: string | null;
  net: string | null;
  tax: string | null;
  /** `quantity`: as the country writes it; null where it is one, or was not read. */
  items: readonly { description: string; quantity: string | null; amount: string | null }[];
  /** How many more items the document has than are shown. */
  items_left: number;
  category: string | null;
};

export type DocumentName =
  | "boleta"
  | "factura"
  | "factura_exenta"
  | "nota_credito"
  | "nota_debito"
  | "guia"
  | "comprobante"
  | "recibo"
  | "unknown";

export type Verdict = "authentic" | "test_document" | "altered" | "unverified" | "not_applicable";

export type DocumentTrouble =
  | "unreadable"
  | "unsupported_type"
  | "too_large"
  | "too_many_pages"
  | "encrypted"
  | "corrupt"
  | "bomb"
  | "timeout"
  | "media_lost";

/** What of a paper was read, but not surely. */
export type Doubt = "total" | "date";
export type PhotoProblem = "blur" | "glare" | "cropped" | "too_small";

/** A document in a line of those that wait. */
export type ShownPaper = {
  /** What it is: `Boleta`. */
  name: string;
  shop: string | null;
  total: string | null;
  date: string | null;
  waits: "confirm" | "answer" | "review";
};

export type ShownSummary = {
  month: string;
  income: string;
  expense: string;
  result: string;
  categories: readonly { name: string; amount: string }[];
};

export type MovementKind = "ingreso" | "egreso" | "deuda";

/** `por_cobrar`: the other one owes; `por_pagar`: we owe. */
export type DebtSide = "por_pagar" | "por_cobrar";

export type ShownDebt = {
  concept: string | null;
  who: string | null;
  date: string;
  open: string;
  /** What it was when it was made; null where all of it is open. */
  original: string | null;
};

/** A payment beyond the debt: what was owed, and how much more was paid. */
export type ShownRest = { who: string | null; owed: string; rest: string };

export type ButtonName =
  | "yes"
  | "no"
  | "undo"
  | "edit"
  | "discard"
  | "all"
  | "last"
  | "same_name"
  | "other_name"
  | "oldest_debt"
  | "debt_and_sale"
  | "debt_and_expense"
  | "this_one"
  | "another_one"
  | "same_paper"
  | "other_paper"
  | "paid_me"
  | "i_paid"
  | "own_money"
  | "other_sale"
  | "other_expense";

export type Words = {
  /** The first line a new business ever reads. */
  welcome: string;
  welcome_invitation: string;
  greeting: (name: string | null) => string;
  help: string;
  thanks: string;
  /** To an insult. */
  calm: string;
  off_topic: string;
  /** Asked where the number's prefix is shared by several countries. */
  ask_country: string;
  /** ISO 3166-1 alpha-2 and ISO 4217: `CL`, `CLP`. */
  country_set: (country: string, currency: string) => string;

  booked: (entry: ShownEntry) => string;
  /** The lines of an entry below its headline. */
  details: (entry: ShownEntry) => string;
  /** Many of one message, each in a line: `✅ *20 movimientos anotados*`; `left` are not shown. */
  booked_together: (count: number, rows: readonly string[], left: number) => string;
  /** An entry inside a list: `egreso de $8.000 (pan)`. */
  in_line: (entry: ShownEntry) => string;
  /** An entry as a headline: `✏️ *egreso de $8.000* (pan)`. */
  named: (entry: ShownEntry) => string;
  cash: (amount: string) => string;
  debt_without_cash: string;
  undone: (entry: ShownEntry) => string;
  nothing_to_undo: string;
  already_undone: string;
  /** Over the numbered movements of one message, of which one is to go. */
  which_entry: string;
  corrected: (before: string, entry: ShownEntry) => string;
  nothing_to_correct: string;
  what_to_correct: string;
  nothing_pending: string;
  /** Said instead of it while so many pictures are still being read. */
  still_reading: (count: number) => string;
  discarded: string;
  left_as_is: string;
  role_forbids: string;

  heard: (text: string) => string;
  voice_parked: string;
  voice_failed: string;
  voice_empty: string;
  /** @param minutes the longest note that is heard */
  voice_too_long: (minutes: number) => string;
  /** Behind what was heard. */
  voice_unclear: string;

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
  /** Of a paper of which a part was paid, and the rest is owed until `due`, where that is said. */
  document_part_paid: (side: DebtSide, told: { paid: string; left: string; due: string | null }) => string;
  /** `doubts`: what was not read surely, one at least. */
  document_unsure: (doubts: readonly Doubt[]) => string;
  document_edit: string;
  document_booked: (entry: ShownEntry, verdict: Verdict) => string;
  document_verdict: (verdict: Verdict) => string | null;
  document_trouble: (trouble: DocumentTrouble) => string;
  document_duplicate: (earlier: EarlierPaper | null) => string;
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
  /** What the country calls its tax ids and its value-added tax: `RUT`, `IVA`. */
  tax_names: Readonly<Record<"id" | "vat", string>>;
  document_names: Readonly<Record<DocumentName, string>>;
  /** The one-time link to the scan page, and for how many minutes it works. */
  scan_link: (why: ScanReason, url: string, minutes: number) => string;
  scan_page: ScanPage;

  balance: (cash: string, accounts: readonly { name: string; amount: string }[]) => string;
  summary: (summary: ShownSummary) => string;
  total_of: (what: string, period: string, amount: string) => string;
  /** `period` as `periods` and `months` name it: `esta semana`, `noviembre 2026`. */
  entries: (period: string, rows: readonly string[]) => string;
  no_entries: (period: string) => string;
  /** `rest`: what is not told row by row. */
  debts: (
    direction: DebtSide,
    rows: readonly { who: string; amount: string }[],
    rest: { count: number; amount: string } | null,
  ) => string;
  cannot_tell: string;

  /** What is left of it after a payment; null: nothing. */
  still_owed: (side: DebtSide, amount: string | null) => string;
  no_open_debt: (side: DebtSide, who: string | null) => string;
  ask_same_name: (known: string) => string;
  ask_which_debt: (side: DebtSide, who: string | null) => string;
  debt_row: (debt: ShownDebt) => string;
  ask_rest: (side: DebtSide, rest: ShownRest) => string;
  /** Of a payment whose amount neither the words nor a debt tell. */
  ask_paid: (side: DebtSide, who: string | null) => string;
  /** What a payment of a debt is called in the books. */
  payment: (side: DebtSide, who: string | null) => string;

  /** `what` is a question as it was asked; `more` are asked after it. */
  still_pending: (what: string, more: number) => string;
  all_pending: (what: readonly string[]) => string;
  /** A document that waits for «sí» or «no», or for its total. */
  waiting_document: (shop: string | null, total: string | null) => string;
  /** Amounts, or words in quotes, that were not booked because no answer came. */
  let_go: (what: readonly string[]) => string;
  /** What was asked about and is not wanted any more, and how to tell it again. */
  dropped: (what: readonly string[]) => string;
  papers_to_review: (what: readonly string[]) => string;
  paper: (shop: string | null, total: string | null) => string;
  quoted: (text: string) => string;
  a_movement: string;
  /** What stands before the entry that was taken back, and how to take that back too. */
  before_undone: (entry: ShownEntry) => string;
  /** A debt whose payment was taken back. */
  open_again: (side: DebtSide, who: string | null, amount: string) => string;
  /** Beside an amount in another currency: `(≈ $137.890 al 18-11-2026)`. */
  worth: (amount: string, day: string) => string;
  ask_amount: (kind: MovementKind, concept: string) => string;
  ask_direction: (amount: string, concept: string) => string;

  /** Rows are numbered: `1. Copec = combustible`. */
  rules: (rows: readonly string[]) => string;
  no_rules: string;
  learned: (rule: string) => string;
  forgotten: (rule: string) => string;
  rule_unknown: string;

  month_total: (amount: string, category: string) => string;
  month_mean: (amount: string) => string;
  month_rise: (percent: number, causes: readonly string[]) => string;
  cause_more: (now: number, mean: number) => string;
  cause_dearer: (now: string, mean: string) => string;
  cause_single: (amount: string, what: string | null) => string;
  review_question: string;
  review_declined: string;

  edited_message: (entry: ShownEntry) => string;
  deleted_message: (entry: ShownEntry) => string;
  too_fast: (seconds: number) => string;
  unsupported: Readonly<Record<Unsupported, string>>;
  trouble: string;

  buttons: Readonly<Record<ButtonName, string>>;
  /** `hoy`, `ayer`, `anteayer`, `mañana`. */
  days: Readonly<Record<"today" | "yesterday" | "before_yesterday" | "tomorrow", string>>;
  weekdays: readonly [string, string, string, string, string, string, string];
  months: readonly string[];
  periods: Readonly<Record<"today" | "yesterday" | "this_week" | "last_week" | "this_month" | "this_year", string>>;
  kinds: Readonly<Record<"ingresos" | "egresos", string>>;
  /** By the category's name in the books; a tenant's own categories are shown as they are. */
  categories: Readonly<Record<string, string>>;
  accounts: Readonly<Record<string, string>>;
};
