// Documents that people send: gated, kept, read, matched, filed. It decides nothing by itself, and holds no engine: those live in the
// Worker `lucas-reader` (reader.ts), which alone imports them.

export { seemsTwoPapers } from "./two-papers.ts";
export { issuedIn } from "./issued-in.ts";
export { isMoneySlip, moneyWayOf } from "./money-way.ts";
export { debtsOfParty, debtsPaidBy } from "./pays/debts.ts";
export { entriesPaid, settlementOf } from "./pays/settlement.ts";
export { taxIdsOf } from "./pays/store.ts";
export { type Doubt, doubtsOf, SURE_MIN } from "./doubts.ts";
export * from "./extraction.ts";
export * from "./outcome.ts";
export { within } from "./within.ts";
export { fileTypeOf, type FileType } from "./magic.ts";
export { checkFields, type CheckContext } from "./read/check-fields.ts";
export { blankExtraction } from "./read/merge.ts";
export { completedBy } from "./read/completed-by.ts";
export { extract, readFile, readSent } from "./jobs.ts";
export type { Develop } from "./intake.ts";
export type { DocumentJob, JobPorts, Reader, ReadingPorts, SentFile, TakeList } from "./jobs.ts";
export * from "./proof.ts";
export { debtLowered, invoicesNamed, loweringOf, numberOf } from "./credit-note.ts";
export { CODE_BYTES_MAX, isTaxCode, TAX_CODE_COUNTRIES } from "./read/tax-codes.ts";
export type { Credit } from "./read/term.ts";
export { creditIn, dueOn } from "./read/term.ts";
export { readScanned, type ScanJob } from "./scanned/jobs.ts";
export { mergeVision, type VisionReading } from "./read/merge-vision.ts";

export { answered, answersBetween, termAnswer, termAnswered, type AnswerField, type FieldAnswer } from "./answers.ts";
export { bookPaper, entriesOfWeeks, entriesWithoutPaper, linkPaper } from "./book.ts";
export type { Filed } from "./attach.ts";
export { papersOfEntries } from "./papers/papers-of.ts";
export { paperOf } from "./match/paper.ts";
export { companionOf, halfOf, mayBeOnePurchase, placeOfHalf, type Half, type Papered } from "./companion/companion.ts";
export { paperedOf } from "./companion/store.ts";
export { STATES, WAITING, type DocumentState } from "./states.ts";
export {
  countDocuments,
  findDocument,
  listDocuments,
  settleDocument,
  shown,
  waitingDocuments,
  type KeptDocument,
  type StoredDocument,
} from "./store.ts";
export { ALTERED_COPY } from "./twins/altered.ts";
export { earlierOf, type Earlier, type PaperName } from "./twins/store.ts";
export { unlinkPaper } from "./unlink.ts";
