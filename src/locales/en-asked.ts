import type { EarlierPaper, PapersCounted, PaperSettled, ShownPayment } from "./asked-words.ts";
import type { DebtSide, Verdict, Words } from "./words.ts";

/** What is said of a paper that somebody asks or speaks of. */
export const ENGLISH_ASKED = {
  paper_settled: (how: PaperSettled) =>
    ({
      booked: "That document is recorded already: I changed nothing.",
      discarded: "That document was discarded already: I changed nothing.",
      waiting: "That document is kept to be reviewed: *pending* takes it up again. I changed nothing.",
    })[how],
  paper_proof: (verdict: Verdict, differs: boolean) =>
    ({
      authentic:
        "🔏 Its tax code is verified: whoever it names issued it. That doesn't prove that it wasn't voided later.",
      altered: "⚠️ It doesn't look authentic: its tax code doesn't match the content.",
      unverified: "🔎 I can't be sure: I read its tax code, but I couldn't verify it.",
      test_document: "⚠️ It is a test document without any tax value.",
      not_applicable:
        "🔎 I can't be sure: I read no tax code in the picture. With the code from closer up, or with *scan*, I can check it.",
    })[verdict] + (differs ? TOTAL_DIFFERS : ""),
  not_asked_online: "I haven't looked it up online: I only check the code that is printed on it.",
  paper_sent: (earlier: EarlierPaper | null) =>
    earlier === null
      ? "I find no other like it among the documents that you sent."
      : `It looks like one that came ${/\d/.test(earlier.came) ? `on ${earlier.came}` : earlier.came}` +
        `${earlier.shop === null ? "" : `, of ${earlier.shop}`}${earlier.total === null ? ", without a total" : `, for ${earlier.total}`}.`,
  paper_seller: (seller: string | null) =>
    seller === null ? "I couldn't read who issued it. *The shop is* and its name will do." : `*${seller}* issued it.`,
  papers_counted: ({ booked, waiting, discarded }: PapersCounted) => {
    const total = booked + waiting + discarded;
    if (total === 0) return "No document has come yet.";
    const parts = `${booked} recorded, ${waiting} to confirm, ${discarded} discarded`;
    return `📄 ${total === 1 ? "1 document" : `${total} documents`} came: ${parts}.`;
  },
  no_paper_at_hand: "I have no document at hand: with its photo or its PDF I can look at it.",
  ask_discard: (what: string) => `Shall I discard ${what}, unrecorded? *Yes* or *no*.`,
  document_statement:
    "🏦 That is a bank's list of movements, not a receipt or an invoice: I keep it without recording it. What I record is each receipt or invoice, or the movement written with its amount.",
  document_way:
    "❓ Were you paid, did you pay, or is it your own money going from the till to the bank? *They paid me*, *I paid* or *it's my own money* will do; *delete* lets it go.",
  pays_debt: (side: DebtSide, { who, debts, open, left, rest }: ShownPayment) => {
    const count = debts === 1 ? "" : ` (${debts} debts)`;
    const whose =
      side === "por_cobrar" ? `what ${who ?? "they"} owed you` : `what you owed${who === null ? "" : ` ${who}`}`;
    const after = left === null ? ": settled" : `: ${left} are left`;
    const beyond =
      rest === null
        ? ""
        : ` What is beyond it (${rest}) goes in as ${side === "por_cobrar" ? "a sale" : "an expense"}.`;
    return `🤝 It pays ${whose}, ${open}${count}${after}.${beyond} If it is not for that, say *it's separate*.`;
  },
  document_income: "💵 It goes in as income: money that came to you. If you paid it, say *it was an expense*.",
  document_own_money: "🏦 It is your own money going from the till to the bank: neither an expense nor a sale.",
} as const satisfies Partial<Words>;

export const ENGLISH_ASKED_CHOICES = {
  paid_me: "They paid me",
  i_paid: "I paid",
  own_money: "My own money",
} as const satisfies Partial<Words["buttons"]>;

const TOTAL_DIFFERS = " But the printed total is not the one in the code.";
