// Every sentence that a customer reads, by key. A locale is one file that fills all of them.

export type ShownEntry = {
  type: "ingreso" | "egreso" | "deuda" | "transferencia";
  direction: "por_pagar" | "por_cobrar" | null;
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
  items: readonly { description: string; amount: string | null }[];
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
  | "encrypted"
  | "corrupt"
  | "bomb"
  | "timeout"
  | "media_lost";

export type ShownSummary = {
  month: string;
  income: string;
  expense: string;
  result: string;
  categories: readonly { name: string; amount: string }[];
};

export type Unsupported = "sticker" | "location" | "contacts" | "order" | "video" | "empty" | "other";

export type Words = {
  /** The first line a new business ever reads. */
  welcome: string;
  welcome_invitation: string;
  greeting: (name: string | null) => string;
  help: string;
  thanks: string;
  off_topic: string;
  /** Asked where the number's prefix is shared by several countries. */
  ask_country: string;
  /** ISO 3166-1 alpha-2 and ISO 4217: `CL`, `CLP`. */
  country_set: (country: string, currency: string) => string;

  booked: (entry: ShownEntry) => string;
  cash: (amount: string) => string;
  debt_without_cash: string;
  undone: (entry: ShownEntry) => string;
  nothing_to_undo: string;
  already_undone: string;
  corrected: (before: string, entry: ShownEntry) => string;
  nothing_to_correct: string;
  what_to_correct: string;
  nothing_pending: string;
  discarded: string;
  left_as_is: string;
  role_forbids: string;

  heard: (text: string) => string;
  voice_parked: string;
  voice_failed: string;
  voice_empty: string;

  document: (document: ShownDocument) => string;
  document_is_right: string;
  document_missing_total: string;
  document_edit: string;
  document_booked: (entry: ShownEntry, verdict: Verdict) => string;
  document_verdict: (verdict: Verdict) => string | null;
  document_trouble: (trouble: DocumentTrouble) => string;
  document_duplicate: string;
  which_documents: (count: number) => string;
  clearer_photo: string;

  balance: (cash: string, accounts: readonly { name: string; amount: string }[]) => string;
  summary: (summary: ShownSummary) => string;
  total_of: (what: string, period: string, amount: string) => string;
  /** `period` as `periods` and `months` name it: `esta semana`, `noviembre 2026`. */
  entries: (period: string, rows: readonly string[]) => string;
  no_entries: (period: string) => string;
  debts: (direction: "por_pagar" | "por_cobrar", rows: readonly { who: string; amount: string }[]) => string;
  cannot_tell: string;

  edited_message: (entry: ShownEntry) => string;
  deleted_message: (entry: ShownEntry) => string;
  too_fast: (seconds: number) => string;
  unsupported: Readonly<Record<Unsupported, string>>;
  trouble: string;

  buttons: Readonly<Record<"yes" | "no" | "undo" | "edit" | "discard" | "all" | "last", string>>;
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
