import { cardsOf } from "./cards.ts";
import { counted } from "./counted.ts";
import { countryName } from "./country-name.ts";
import { ENGLISH_CHOICES, ENGLISH_DEALINGS } from "./en-dealings.ts";
import { ENGLISH_SCAN } from "./en-scan.ts";
import { ENGLISH_WAITING } from "./en-waiting.ts";
import { ENGLISH_ASKED, ENGLISH_ASKED_CHOICES } from "./en-asked.ts";
import { ENGLISH_PAPER_CHOICES, ENGLISH_PAPERS } from "./en-papers.ts";
import type { Words } from "./words.ts";

const LABELS = {
  booked: {
    ingreso: "Income recorded",
    egreso: "Expense recorded",
    transferencia: "Transfer recorded",
    por_cobrar: "Owed to you",
    por_pagar: "You owe",
    lowered: "Debt lowered",
  },
  movement: {
    ingreso: "income",
    egreso: "expense",
    transferencia: "transfer",
    por_cobrar: "debt owed to you",
    por_pagar: "debt you owe",
    lowered: "lower debt",
  },
  booked_together: (count: number) => `${count} entries recorded`,
  sum: (movement: string, amount: string) => `${amount} ${movement}`,
  undone: "Undone",
  corrected: "Corrected",
  changed: (before: string, now: string) => `was ${before}, now ${now}`,
  concept: "Description",
  customer: "Customer",
  supplier: "Supplier",
  named: "On the document",
  with: "With",
  category: "Category",
  tax: () => "Tax",
  date: "Date",
  due: "Due",
  quoted: (words: string) => `“${words}”`,
  authentic: "🔏 Tax code verified",
  documents: {
    boleta: "Sales receipt",
    factura: "Invoice",
    factura_exenta: "Tax-exempt invoice",
    nota_credito: "Credit note",
    nota_debito: "Debit note",
    guia: "Delivery note",
    comprobante: "Proof of payment",
    recibo: "Receipt",
    unknown: "Document",
  },
  tax_id: () => "Tax ID",
  legal_name: "Name",
  series: "Series",
  number: "Number",
  net: "Subtotal",
  total: "Total",
  items: "Items",
  items_left: (count: number) => `… and ${count} more`,
  suggested_category: "Suggested category",
  cash: "Cash",
  summary_of: (month: string) => `Summary of ${month}`,
  income: "Income",
  expense: "Expenses",
  result: "Result",
  by_category: "By category",
  entries_of: (period: string) => `Entries, ${period}`,
  owed_to_you: "Owed to you",
  you_owe: "You owe",
  nobody_owes_you: "Nobody owes you anything. 👌",
  you_owe_nothing: "You owe nothing. 👌",
};

/** Read in many countries: the examples name no currency. */
export const en: Words = {
  ...cardsOf(LABELS),
  ...ENGLISH_DEALINGS,
  ...ENGLISH_SCAN,
  ...ENGLISH_WAITING,
  ...ENGLISH_PAPERS,
  ...ENGLISH_ASKED,

  welcome: "👋 Hi! I've just signed you up automatically.",
  welcome_invitation:
    "Send me a photo or PDF of your receipt or invoice and I'll read it for you.\n\n" +
    "You can also write to me, for example “sold 150 to XYZ Distributors”, " +
    "or send a voice note: “paid 20 for fuel”.",
  greeting: (name) =>
    `👋 Hi${name ? `, ${name}` : ""}! Tell me about a sale or an expense, or send me a photo of a receipt.\n` +
    "Type *help* to see what else I can do.",
  help:
    "I'm *lucas*, your pocket bookkeeper. Tell me, typed or in a voice note:\n" +
    "• Sales and expenses: “sold 150 to XYZ Distributors”, “spent 20 on fuel”; several at once: “flour 5 and freight 10”\n" +
    "• Credit, debts and repayments: “Peter owes me 40”, “Peter paid me 15”\n" +
    "• Other currencies: “paid 100 euros for rent”\n" +
    "• Receipts and invoices: send me a photo or PDF\n" +
    "Ask me: *balance*, *summary*, “how much did I spend on fuel this month?”, “who owes me?”\n" +
    "Correct me: “no, it was 45”, “delete it”, *undo*\n" +
    "What I learn from your corrections: *my rules*",
  thanks: "You're welcome! I'm here for your books. 🙌",
  off_topic: "I only keep your books: sales, expenses, debts and receipts. Tell me what happened, or type *help*.",
  ask_country: "So that I write your amounts correctly: which country is your business in?",
  country_set: (country, currency) => `Done: ${countryName(country, "en")}, with your amounts in ${currency}.`,

  debt_without_cash: "Your cash did not change.",
  nothing_to_undo: "There is nothing recent to undo.",
  already_undone: "That one was already undone.",
  nothing_to_correct: "I can't find what to correct. Reply to the message of that entry, or tell me again.",
  what_to_correct:
    "What should I correct? Write, for example, “it was 45”, “it was yesterday”, “it was for supplies” or “delete it”.",
  nothing_pending: "Nothing is waiting for your confirmation. What shall we record?",
  discarded: "Done, I did not record it.",
  left_as_is: "Done, I leave it as it was.",
  role_forbids: "Your role in this business can't record entries; please ask its owner.",

  heard: (text) => `🎙️ I heard: “${text}”`,
  voice_parked: "🎙️ I kept your voice note and will record it as soon as I can listen to it. If it's urgent, type it.",
  voice_failed: "🎙️ I couldn't listen to that voice note, but I kept it. Could you type it?",
  voice_empty: "🎙️ I couldn't make out any words in that note. Could you type it or record it again?",
  voice_too_long: (minutes) =>
    `🎙️ That note is longer than ${minutes} minutes, which is too much for me. Could you send it in parts or type it?`,
  voice_unclear: "I'm not sure I heard that right, so I recorded nothing. Could you type it or record it again?",

  document_is_right: "Is this right? Reply *yes* to confirm or *no* to edit.",
  document_missing_total: "I couldn't read the total for sure. How much was it?",
  document_edit:
    "What should I correct? Write, for example, “the amount is 45.67”, “it was yesterday”, “it was for supplies”, “it was at Target”, " +
    "or *delete* to drop it.",
  document_verdict: (verdict) =>
    ({
      authentic: "🔏 Tax code verified.",
      altered: "⚠️ The tax code doesn't match the content: this document may have been altered.",
      unverified: "⚠️ I couldn't verify the tax code of this document.",
      test_document: "⚠️ This is a test document without any tax value, not a real purchase.",
      not_applicable: null,
    })[verdict],
  document_trouble: (trouble) =>
    ({
      unreadable:
        "I couldn't read that file. Could you send a clearer, straight photo in good light, or type the amount?",
      unsupported_type: "I can't read that type of file. If it is a photo, please send it as JPG; otherwise as PDF.",
      too_many_documents: "That file holds too many documents: I read up to 40. Could you send it in parts?",
      too_many_pages:
        "That PDF has too many pages: I read up to 10. Could you send only those of the receipt or invoice, or a photo?",
      too_large: "That file is too large for me. Could you send a normal photo or a smaller PDF?",
      encrypted:
        "That PDF is protected or has a password, so I can't check it safely. Could you send it without one, or a photo?",
      corrupt: "That file arrived damaged and I can't open it. Could you send it again?",
      bomb: "That file can't be opened safely. Please send a normal photo or PDF.",
      timeout: "I'm having trouble reading that document. I kept it for review; if you like, type the amount.",
      media_lost: "I couldn't download that file from WhatsApp. Could you send it again?",
    })[trouble],
  which_documents: (count) =>
    `You have ${counted(count, "document", "documents")} to confirm. Shall I confirm them all or only the last one?`,

  no_entries: (period) => `I have no entries (${period}).`,
  cannot_tell: "I can't tell you that yet. Try *balance* or *summary*.",

  edited_message: (entry) => `You edited the message of a recorded entry. Shall I change it to ${entry.amount}?`,
  deleted_message: (entry) => `You deleted the message of a recorded entry (${entry.amount}). Shall I undo it?`,
  too_fast: (seconds) =>
    `I'm reading your messages in order; I'll get to the rest in ${counted(seconds, "second", "seconds")}. ` +
    "None will be lost. 🙂",
  unsupported: {
    sticker: "Nice sticker! 😄 To record something, type it or send me a photo of the receipt.",
    location: "I got your location, but I keep books: type what happened or send me a receipt.",
    contacts: "I got the contact, but I keep books: type what happened or send me a receipt.",
    order: "I can't read catalog orders yet. Could you type the amount of the sale?",
    video: "I can't read videos. Could you send a photo of the receipt or type the amount?",
    empty: "Your message arrived empty. Tell me about a sale or an expense, or send me a photo of a receipt.",
    other: "I can't read that type of message. Type what happened, or send me a photo or a PDF.",
  },
  trouble: "Something went wrong on my side with that message; it is kept and we will look into it.",

  buttons: {
    ...ENGLISH_PAPER_CHOICES,
    ...ENGLISH_ASKED_CHOICES,
    yes: "Yes",
    no: "No",
    undo: "Undo",
    edit: "Edit",
    discard: "Discard",
    all: "All",
    last: "Only the last one",
    ...ENGLISH_CHOICES,
  },
  days: {
    today: "today",
    yesterday: "yesterday",
    before_yesterday: "two days ago",
    tomorrow: "tomorrow",
  },
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  periods: {
    today: "today",
    yesterday: "yesterday",
    this_week: "this week",
    last_week: "last week",
    this_month: "this month",
    this_year: "this year",
  },
  kinds: { ingresos: "Income", egresos: "Expenses", tax_debit: "on sales", tax_credit: "on purchases (credit)" },
  categories: {
    ventas: "Sales",
    servicios: "Services",
    otros_ingresos: "Other income",
    insumos: "Supplies",
    combustible: "Fuel",
    transporte: "Transport",
    arriendo: "Rent",
    servicios_basicos: "Utilities",
    sueldos: "Wages",
    impuestos: "Taxes",
    alimentacion: "Food",
    mantencion: "Maintenance",
    marketing: "Marketing",
    equipamiento: "Equipment",
    financieros: "Financial costs",
    suscripciones: "Subscriptions",
    salud: "Health",
    retiros: "Owner's draw",
    otros_gastos: "Other expenses",
  },
  accounts: {
    banco: "Bank",
    por_cobrar: "Owed to you",
    por_pagar: "You owe",
    prestamos: "Loans",
    pagado_antes: "Paid in advance",
    recibido_antes: "Received in advance",
  },
};
