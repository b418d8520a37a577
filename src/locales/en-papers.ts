import type { BookedPaper, EarlierPaper } from "./asked-words.ts";
import type { DebtSide, DocumentName, Doubt, PhotoProblem, ShownDebt, ShownEntry, ShownPaper, Words } from "./words.ts";

/** Papers that are linked, asked about or wait. */
export const ENGLISH_PAPERS = {
  linked: (kind: DocumentName, entry: ShownEntry, before: string | null) =>
    `🔗 *I linked the ${NAMES[kind]} to the ${theEntry(entry)}*${about(entry)}: it was recorded already, so I did not record it twice.` +
    (before === null ? "" : ` It said ${before}; now it says ${entry.amount}.`),
  linked_day: (before: string, now: string) => `📅 It said ${before}; by the document it is now ${now}.`,
  unlinked: (kind: DocumentName, entry: ShownEntry) =>
    `↩️ I parted the ${NAMES[kind]} from the ${theEntry(entry)}${about(entry)}, which stays as it was before.`,
  book_apart: (kind: DocumentName) => `Shall I record the ${NAMES[kind]} on its own?`,
  ask_match: (entry: ShownEntry) => `Is it the ${theEntry(entry)}${quotedAbout(entry)} of ${entry.date}?`,
  ask_which_match: (kind: DocumentName) => `Which of these is the ${NAMES[kind]} of?`,
  match_row: (entry: ShownEntry) => `${theEntry(entry)}${quotedAbout(entry)} of ${entry.date}`,
  ask_paid_by: (of: BookedPaper) =>
    `I already have the ${theBooked(of)}. Is this its payment, the card slip or the transfer?`,
  ask_bought: (kind: DocumentName, slip: BookedPaper) =>
    `I already have the ${theBooked(slip)}. Is this the ${NAMES[kind]} of that same payment?`,
  kept_beside: (kind: DocumentName, entry: ShownEntry) =>
    `🔗 Done: I kept the ${NAMES[kind]} with the ${theEntry(entry)}${about(entry)}, which was recorded already: I did not record it twice.`,
  ask_same_paper: (entry: ShownEntry, told: string | null) =>
    `I already have that number: the ${theEntry(entry)}${about(entry)} of ${entry.date}.` +
    `${told === null ? "" : ` Now it is ${told}.`} Is it the same document?`,
  paper_told: (entry: ShownEntry) =>
    `🔗 Done: it is the ${theEntry(entry)}${about(entry)}, which was recorded already: I did not record it twice.`,
  ask_twin: (earlier: EarlierPaper) =>
    `It looks very much like the ${theNumbered(earlier)} that came ${arrived(earlier)}: did you send it already?`,
  twin_same: "Done: it is the same one, and I did not record it again.",
  documents_listed: (count: number) =>
    count === 1
      ? "🔗 The tax authority's list had already brought this one: I filed it with that entry, and didn't book it twice."
      : `🔗 The tax authority's list had already brought ${count} of the documents: I filed them with their entries, and booked none twice.`,
  documents_before: (count: number) =>
    count === 1 ? "I already had one of the documents." : `I already had ${count} of the documents.`,
  documents_unread: (count: number) =>
    count === 1
      ? "⚠️ I couldn't read one of the documents in the file and did not record it: I kept it for a review."
      : `⚠️ I couldn't read ${count} of the documents in the file and did not record them: I kept them for a review.`,
  document_duplicate: (earlier: EarlierPaper | null) =>
    `I already had that document${earlier === null ? "" : ` (${earlier.name === null ? "it" : `the ${theEarlier(earlier)}`} came ${arrived(earlier)})`}, so I did not record it again.`,
  document_waits: (earlier: EarlierPaper | null, where: "here" | "elsewhere") =>
    `That document came already${earlier === null ? "" : ` ${arrived(earlier)}`} and is not recorded yet: ` +
    (where === "here" ? "it waits for your answer." : "say *pending* to take it up."),
  payment_not_taken: (text: string) =>
    `I did not record what came with it (“${text}”). To pay an invoice that is still owed, write *I paid invoice* and its number.`,
  document_settled: "That document is not waiting any more.",
  document_unsure: (doubts: readonly Doubt[]) =>
    `⚠️ I couldn't read the ${doubts.map((doubt) => `*${doubt}*`).join(" or the ")} well. ` +
    `Is it right? *Yes* will do, or the right ${doubts[0] === "date" ? "date" : "amount"}.`,
  no_paper:
    "I see no document in that picture. If there is one, take it from closer, straight and in good light, or write the expense with its amount.",
  two_papers:
    "📷 There seem to be two papers here and I read only one: please send the other one in a photo of its own.",
  document_test:
    "It isn't a purchase and gives no tax credit, so I won't record it. If the money was really spent, say *record expense*.",
  document_guide:
    "🚚 A dispatch guide moves goods, not money: I keep it without recording it, and what I record is its invoice. " +
    "If the money was really spent, say *record expense*.",
  document_offer:
    "💬 A quotation is a price on offer and not a purchase, so I won't record it. If you bought it, say *record expense*.",
  document_on_credit: (side: DebtSide, due: string | null) =>
    `🕒 It is on credit${due === null ? "" : `, due on ${due}`}: ${side === "por_cobrar" ? "they will owe you" : "you will owe it"}. ` +
    "If it is paid already, say *paid*.",
  fees: (type: "ingreso" | "egreso", { gross, retained, paid }: { gross: string; retained: string; paid: string }) =>
    type === "ingreso"
      ? `🧾 A fee of ${gross} less ${retained} withheld: what you are paid is ${paid}. ` +
        "Your client pays what is withheld to the tax office, and it counts towards your income tax."
      : `🧾 A fee of ${gross} less ${retained} withheld: what you pay is ${paid}. ` +
        "What is withheld is paid apart, with the taxes of the month.",
  note_lowers: (side: DebtSide, { concept, open }: Pick<ShownDebt, "concept" | "open">, left: string | null) =>
    `↩️ It lowers what ${side === "por_pagar" ? "you owe" : "they owe you"}${concept === null ? "" : ` for “${concept}”`}: ` +
    `${left === null ? `the ${open} are settled` : `of ${open}, ${left} are left`}. Your cash does not change.`,
  beyond_debt:
    "↩️ I changed nothing: less than that is left of that invoice's debt, and a credit note lowers it by no more than is owed.",
  note_lowers_nothing: (type: "ingreso" | "egreso", { named, owed }: { named: readonly string[]; owed: boolean }) => {
    const what = named.length > 0 ? ` for invoice ${named.join(", ")}` : "";
    const found = `↩️ I found no open debt${what} to lower, or less of it is left than this: `;
    if (!owed) {
      const told = type === "ingreso" ? "I record it as money you got back" : "I record it as money you gave back";
      return `${found}${told}. If that has yet to happen, say *on credit*.`;
    }
    const told = type === "ingreso" ? "it stays as owed to you" : "it stays as owed by you";
    return `${found}${told}, and your cash does not change. If the money was given back already, say *paid*.`;
  },
  document_last_year: (day: string) =>
    `⚠️ That day of this year is still to come, so I took ${day}. Is it right? *Yes* will do, or the right date.`,
  document_discount: (total: string) =>
    `💸 Is the discount already off the total of ${total}? *Yes* will do, or the amount you paid.`,
  still_reading: (count: number) =>
    count === 1
      ? "⏳ I am still reading what you sent: I'll show it as soon as I'm done."
      : `⏳ I am still reading ${count} documents: I'll show them as soon as I'm done.`,
  document_paid: (day: string | null) => `💵 It is paid${day === null ? "" : ` (on ${day})`}.`,
  document_undated: "📅 I could not read the date: it is booked as of today. If it is another, just write it.",
  document_due: (due: string) => `🕒 Due on ${due}, and booked as paid. If it is still owed, *not paid* will do.`,
  document_part_paid: (side: DebtSide, { paid, left, due }: { paid: string; left: string; due: string | null }) =>
    `💵 Paid: ${paid}. 🕒 ${side === "por_cobrar" ? "They will owe you" : "You will owe"} ${left}` +
    `${due === null ? "" : `, due on ${due}`}.`,
  document_told_otherwise: (told: string) =>
    `⚠️ You wrote ${told}, and the document says otherwise. Is the document right? *Yes* will do, or the right amount.`,
  waiting_documents: (rows: readonly string[], more: number) =>
    [
      "📄 *Documents that wait*",
      ...rows,
      ...(more > 0 ? [`… and ${more} more`] : []),
      "Which one? Its number is enough.",
    ].join("\n"),
  waiting_row: ({ name, shop, total, date, waits }: ShownPaper) =>
    `${name}${shop === null ? "" : ` of ${shop}`}${total === null ? "" : `, ${total}`}` +
    `${date === null ? "" : ` (${date})`}: ${{ confirm: "to confirm", answer: "with a question", review: "to review" }[waits]}`,
  no_waiting_documents: "No document is waiting. 👌",
  not_for_you: (kind: DocumentName, id: string, receiver: string) =>
    `⚠️ This ${NAMES[kind]} is not made out to your ${id}: it is in the name of ${receiver}.`,
  no_tax_credit: (tax: string) => `🧾 A sales receipt gives no ${tax} credit.`,
  photo_advice: (problem: PhotoProblem) =>
    ({
      blur: "📷 It came out blurred: with a steady phone and more light I read it better.",
      glare: "📷 There is a glare on it: without flash, a little from the side, I read it better.",
      cropped: "📷 It is cut off: with all four edges in sight I read it better.",
      too_small: "📷 It is very small: closer up, or sent as a document, I read it better.",
    })[problem],
} as const satisfies Partial<Words>;

export const ENGLISH_PAPER_CHOICES = {
  this_one: "Yes, that one",
  another_one: "No, another one",
  same_paper: "It's the same",
  other_paper: "It's another",
} as const satisfies Partial<Words["buttons"]>;

const NAMES: Readonly<Record<DocumentName, string>> = {
  boleta: "receipt",
  factura: "invoice",
  factura_exenta: "invoice",
  nota_credito: "credit note",
  nota_debito: "debit note",
  guia: "delivery note",
  comprobante: "voucher",
  recibo: "receipt",
  unknown: "document",
};

const ENTRIES: Readonly<Record<ShownEntry["type"], string>> = {
  ingreso: "income",
  egreso: "expense",
  deuda: "debt",
  transferencia: "transfer",
};

/** `receipt of SODIMAC for $45.670`. */
function theEarlier({ name, shop, total }: EarlierPaper): string {
  if (name === null) return "one";
  return `${NAMES[name]}${shop === null ? "" : ` of ${shop}`}${total === null ? " (without a total)" : ` for ${total}`}`;
}

function theBooked({ name, shop, number, total }: BookedPaper): string {
  return `${NAMES[name]}${number === null ? "" : ` ${number}`}${shop === null ? "" : ` of ${shop}`} for ${total}`;
}

function theNumbered({ name, number, date, ...earlier }: EarlierPaper): string {
  if (name === null) return "one";
  const paper = theEarlier({ ...earlier, name, number, date });
  const told = number === null ? paper : paper.replace(NAMES[name], () => `${NAMES[name]} ${number}`);
  return date === null ? told : `${told} (${date})`;
}

function arrived({ came }: EarlierPaper): string {
  return /\d/.test(came) ? `on ${came}` : came;
}

/** `$45.670 expense`. */
function theEntry({ type, amount }: ShownEntry): string {
  return `${amount} ${ENTRIES[type]}`;
}

function about({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` (${what})`;
}

function quotedAbout({ concept, counterparty }: ShownEntry): string {
  const what = concept ?? counterparty;
  return what === null ? "" : ` “${what}”`;
}
