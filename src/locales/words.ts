import type { Unsupported } from "./asked-words.ts";
import type { PaperWords } from "./paper-words.ts";

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
  /** Whose tax it is, ISO 3166-1 alpha-2. */
  country: string;
  /** «20 lucas» → $20.000, only where the wording was not literal. */
  evidence: readonly { words: string; meaning: string }[];
  /** A debt that a credit note lowers: nothing is paid. */
  lowers?: true;
};

export type ShownDocument = {
  kind: DocumentName;
  /** That issued it, ISO 3166-1 alpha-2: its tax ids and its tax are called as they are there. */
  country: string;
  /** Who the merchant is: who sold, who paid, or only a name that stands on it. */
  party: "supplier" | "customer" | "named";
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
  | "too_many_documents"
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

export type Words = PaperWords & {
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
  /** A discount was told: whether the total that was read has it already. */
  document_discount: (total: string) => string;
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
  /** What a payment leaves to be paid: `paid` is no part of it. */
  ask_left: (side: DebtSide, paid: string) => string;
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
  /** Of a tax: what stands behind its name. */
  kinds: Readonly<Record<"ingresos" | "egresos" | "tax_debit" | "tax_credit", string>>;
  /** By the category's name in the books; a tenant's own categories are shown as they are. */
  categories: Readonly<Record<string, string>>;
  accounts: Readonly<Record<string, string>>;
};
