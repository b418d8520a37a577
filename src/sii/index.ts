// Chile's tax service: what it knows of the business's purchases and sales. It reads no paper and keeps no book itself.

export { readRcvCsv, type RcvFault, type RcvFile, type RcvFileRefusal } from "./rcv/csv.ts";
export type { RcvDocument, RcvSide, RcvState } from "./rcv/document.ts";
export { readDetail, readSummary, type DetailAsked, type RcvSummaryLine, type RcvTrouble } from "./rcv/payload.ts";
export { holidaysOf, isWorkingDay, workingDayFrom } from "./taxes/holidays.ts";
export {
  feesRetention,
  feesRetentionOn,
  otherTaxOf,
  ppmRateOf,
  vatRateOn,
  type OtherTax,
  type Regime,
} from "./taxes/rates.ts";
export { policyOf, troubleIn, type Policy, type SiiTrouble } from "./session/trouble.ts";
export {
  readSeed,
  readToken,
  seedRequest,
  signedSeed,
  tokenRequest,
  type SeedSigner,
  type SeedTrouble,
} from "./session/seed.ts";
