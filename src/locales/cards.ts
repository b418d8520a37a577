import type { DocumentName, ShownDocument, ShownEntry, Verdict, Words } from "./words.ts";

// The cards of a bookkeeper: which line stands where, alike in every language. The words of the lines are the locale's.

/** What a movement is, where a debt is told from its side; `lowered`: by a credit note. */
type Movement = "ingreso" | "egreso" | "transferencia" | "por_cobrar" | "por_pagar" | "lowered";

export type Labels = {
  /** The headline of a movement just booked: `Egreso anotado`. */
  booked: Readonly<Record<Movement, string>>;
  /** The headline of many: `20 movimientos anotados`. */
  booked_together: (count: number) => string;
  /** The movement inside a sentence: `egreso`. */
  movement: Readonly<Record<Movement, string>>;
  /** `egreso de $45.000`. */
  sum: (movement: string, amount: string) => string;
  undone: string;
  corrected: string;
  /** `antes $54.000, ahora $45.000`. */
  changed: (before: string, now: string) => string;
  concept: string;
  customer: string;
  supplier: string;
  /** Over a name of which it is not told whose it is: `En el documento`. */
  named: string;
  /** The other party of a debt or a transfer. */
  with: string;
  category: string;
  /** By the country of the paper, ISO 3166-1 alpha-2. */
  tax: (country: string) => string;
  date: string;
  due: string;
  quoted: (words: string) => string;
  /** Said under an entry whose paper carried a code that verified. */
  authentic: string;
  documents: Readonly<Record<DocumentName, string>>;
  tax_id: (country: string) => string;
  legal_name: string;
  series: string;
  number: string;
  net: string;
  total: string;
  items: string;
  items_left: (count: number) => string;
  suggested_category: string;
  cash: string;
  summary_of: (month: string) => string;
  income: string;
  expense: string;
  result: string;
  by_category: string;
  entries_of: (period: string) => string;
  owed_to_you: string;
  you_owe: string;
  nobody_owes_you: string;
  you_owe_nothing: string;
};

type Card =
  | "booked"
  | "details"
  | "tax_id_name"
  | "tax_name"
  | "document_names"
  | "booked_together"
  | "in_line"
  | "named"
  | "undone"
  | "corrected"
  | "document"
  | "document_booked"
  | "cash"
  | "balance"
  | "summary"
  | "total_of"
  | "entries"
  | "debts";

/** The messages of a locale that are lists of labelled lines. */
export function cardsOf(labels: Labels): Pick<Words, Card> {
  return {
    booked: (entry) => bookedCard(entry, labels),
    details: (entry) => detailsOf(entry, labels),
    tax_id_name: labels.tax_id,
    tax_name: labels.tax,
    document_names: labels.documents,
    booked_together: (count, rows, left) =>
      [`✅ *${labels.booked_together(count)}*`, ...rows, ...(left > 0 ? [labels.items_left(left)] : [])].join("\n"),
    in_line: (entry) => `${sumOf(entry, labels)}${conceptOf(entry)}`,
    named: (entry) => `✏️ *${sumOf(entry, labels)}*${conceptOf(entry)}`,
    undone: (entry) => `↩️ ${labels.undone}: ${sumOf(entry, labels)}${conceptOf(entry)}`,
    corrected: (before, entry) => correctedCard(before, entry, labels),
    document: (document) => documentCard(document, labels),
    document_booked: (entry, verdict) => documentBookedCard(entry, verdict, labels),
    cash: (amount) => `💰 ${labels.cash}: ${amount}`,
    balance: (cash, accounts) =>
      [`💰 *${labels.cash}: ${cash}*`, ...accounts.map(({ name, amount }) => `${name}: ${amount}`)].join("\n"),
    summary: (summary) =>
      [
        `📊 *${labels.summary_of(summary.month)}*`,
        `${labels.income}: ${summary.income}`,
        `${labels.expense}: ${summary.expense}`,
        `${labels.result}: ${summary.result}`,
        ...(summary.categories.length > 0 ? ["", `*${labels.by_category}*`] : []),
        ...summary.categories.map(({ name, amount }) => `• ${name}: ${amount}`),
      ].join("\n"),
    total_of: (what, period, amount) => `${what}, ${period}: *${amount}*`,
    entries: (period, rows) => [`📒 *${labels.entries_of(period)}*`, ...rows].join("\n"),
    debts: (direction, rows, rest) => {
      const owed = direction === "por_cobrar";
      if (rows.length === 0) return owed ? labels.nobody_owes_you : labels.you_owe_nothing;
      const title = owed ? labels.owed_to_you : labels.you_owe;
      const more = rest === null ? [] : [`${labels.items_left(rest.count)}: ${rest.amount}`];
      return [`🤝 *${title}*`, ...rows.map(({ who, amount }) => `• ${who}: ${amount}`), ...more].join("\n");
    },
  };
}

function bookedCard(entry: ShownEntry, labels: Labels): string {
  return `✅ *${labels.booked[movementOf(entry)]}: ${entry.amount}*\n${detailsOf(entry, labels)}`;
}

function documentBookedCard(entry: ShownEntry, verdict: Verdict, labels: Labels): string {
  const card = bookedCard(entry, labels);
  return verdict === "authentic" ? `${card}\n${labels.authentic}` : card;
}

/** An amount that stayed is not told twice: then something else was corrected, and the details show it. */
function correctedCard(before: string, entry: ShownEntry, labels: Labels): string {
  const title =
    before === entry.amount
      ? `*${labels.corrected}: ${sumOf(entry, labels)}*`
      : `*${labels.corrected}*: ${labels.changed(before, entry.amount)}`;
  return `✏️ ${title}\n${detailsOf(entry, labels)}`;
}

function sumOf(entry: ShownEntry, labels: Labels): string {
  return labels.sum(labels.movement[movementOf(entry)], entry.amount);
}

function conceptOf({ concept }: ShownEntry): string {
  return concept ? ` (${concept})` : "";
}

function movementOf({ type, direction, lowers }: ShownEntry): Movement {
  if (lowers) return "lowered";
  if (type !== "deuda") return type;
  return direction === "por_cobrar" ? "por_cobrar" : "por_pagar";
}

function detailsOf(entry: ShownEntry, labels: Labels): string {
  const lines = [
    labelled(labels.concept, entry.concept),
    labelled(partyLabel(entry, labels), entry.counterparty),
    labelled(labels.category, entry.category),
    labelled(labels.tax(entry.country), entry.tax),
    labelled(labels.date, entry.date),
    labelled(labels.due, entry.due_date),
    ...entry.evidence.map(({ words, meaning }) => `🔎 ${labels.quoted(words)} → ${meaning}`),
  ];
  return written(lines).join("\n");
}

function partyLabel({ type }: ShownEntry, labels: Labels): string {
  if (type === "ingreso") return labels.customer;
  return type === "egreso" ? labels.supplier : labels.with;
}

function documentCard(document: ShownDocument, labels: Labels): string {
  const party = written([
    labelled(labels.tax_id(document.country), document.merchant_tax_id),
    labelled(labels.legal_name, document.merchant),
  ]);
  const paper = written([
    labelled(labels.series, document.series),
    labelled(labels.number, document.number),
    labelled(labels.date, document.date),
    labelled(labels.net, document.net),
    labelled(labels.tax(document.country), document.tax),
    labelled(labels.total, document.total),
  ]);
  const items = document.items.map((item, i) => `${i + 1}. ${quantityOf(item)}${item.description}${amountOf(item)}`);
  if (document.items_left > 0) items.push(labels.items_left(document.items_left));
  const blocks = [
    party.length > 0 ? [`💼 *${labels[document.party]}*`, ...party].join("\n") : null,
    [`📄 *${labels.documents[document.kind]}*`, ...paper].join("\n"),
    items.length > 0 ? [`📦 *${labels.items}*`, ...items].join("\n") : null,
    labelled(labels.suggested_category, document.category),
  ];
  return written(blocks).join("\n\n");
}

function quantityOf({ quantity }: ShownDocument["items"][number]): string {
  return quantity === null ? "" : `${quantity} × `;
}

/** A discount has a sign of its own. */
function amountOf({ amount }: ShownDocument["items"][number]): string {
  if (!amount) return "";
  return amount.startsWith("-") ? ` ${amount}` : ` - ${amount}`;
}

function labelled(label: string, value: string | null): string | null {
  return value ? `${label}: ${value}` : null;
}

function written(lines: readonly (string | null)[]): string[] {
  return lines.filter((line) => line !== null);
}
