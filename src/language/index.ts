// Words → proposal: amount, direction, date, party and purpose of what a message tells; it knows no ledger, no person,
// no clock, and never guesses an amount.
export { amend, answer, readAmount, readConcept } from "./answer.ts";
export { EXPENSE_CATEGORIES, INCOME_CATEGORIES } from "./dealings/category.ts";
export { classify } from "./classify.ts";
export { filled, gapOf } from "./gaps/gaps.ts";
export { answerProposal, hardlyHeard, isProposal } from "./gaps/proposal.ts";
export { AMOUNTS_MAX, TEXT_CHARS_MAX } from "./read-in.ts";
export * from "./reading.ts";
export { isBesideTaxes, isTaxUnclear, taxesTold, taxTold, type TaxTold } from "./talk/tax-profile.ts";
export { saysOnlyValue } from "./talk/only-value.ts";
