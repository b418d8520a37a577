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
export { isShaking, type Caveat } from "./taxes/caveat.ts";
export { acceptanceOf, f29DueOn, nextF29, postponedVatDueOn, type Countdown, type Filer } from "./taxes/due.ts";
export { instantOf } from "./taxes/santiago.ts";
export { compareF29, type Comparison } from "./taxes/f29/compare.ts";
export { draftF29, type F29Draft, type F29Given, type F29Line } from "./taxes/f29/draft.ts";
export { readProposal, type Proposal } from "./taxes/f29/payload.ts";
export { ppmOf, type Ppm, type Taxpayer } from "./taxes/ppm.ts";
export { projectionsOf, type NotProjected, type Projected, type ProjectionAsked } from "./taxes/projection.ts";
export { knownUtmOf, revalued, type Remanente, type Revalued, type UtmOf } from "./taxes/utm.ts";
export { creditOf, debitOf, vatOf, type VatItem, type VatMonth } from "./taxes/vat.ts";
export type { Books, DeclinedPair, KnownPaper, PaperKind } from "./reconcile/books.ts";
export type * from "./reconcile/difference.ts";
export { differencesOf, type Link, type Reconciliation, type ReconcileRequest } from "./reconcile/differences-of.ts";
export { matchRcv, type RcvCandidate, type RcvMatch } from "./reconcile/match-rcv.ts";
export type { Cause, SideTotals, Sum } from "./reconcile/sides.ts";
export type { KeptRcvDocument, RcvMonth, RcvTotal } from "./rcv/month.ts";
export { reportPdf } from "./report/pdf/draw.ts";
export { taxReport, type ReportAsked, type TaxReport } from "./report/report.ts";
export { reportXlsx } from "./report/xlsx/workbook.ts";
export { connect, disconnect, sync, type Connecting, type ConnectPorts, type SyncAsked } from "./connection/connect.ts";
export { connectedTenants, type ConnectedPage } from "./connection/connected.ts";
export type { Connection } from "./connection/connection.ts";
export { findConnection } from "./connection/store.ts";
export { importRcv, type FileFaults, type FileTold, type ImportPorts } from "./import/import.ts";
export { carried, totalOf } from "./run/carried.ts";
export { isSilent, newsOf, type NewsLine, type NewsList, type SiiNews } from "./run/news.ts";
export type { Run, RunTrouble } from "./run/run.ts";
export { lastRun } from "./run/store.ts";
export { openCertificate, type CertificateTrouble } from "./session/certificate.ts";
export type { Credential } from "./session/credential.ts";
export type { Gate, SiiPorts } from "./session/desk.ts";
export type { SiiSessionRpc } from "./session/object.ts";
export type { TriedOut } from "./session/try-out.ts";
export { resolve, type Resolved } from "./validate/resolve.ts";
export { trailing } from "./sync/plan.ts";
export { openOf, shortKeyOf, tappable, validationTold, type ValidationTold } from "./validate/told.ts";
export { validate, type Validated } from "./validate/validate.ts";
export type { ClaimAction, ClaimReason } from "./claims/action.ts";
export { claim, type Claimed, type Claiming, type ClaimingPorts } from "./claims/claim.ts";
export { closedBy, type ClaimLine } from "./claims/line.ts";
export { lookForClaim, pendingClaims, type ClaimLook, type ClaimNamed } from "./claims/look.ts";
export { listKept, type KeptPage, type KeptQuery } from "./kept/list.ts";
export { filerOf, type TaxProfile } from "./profile/profile.ts";
export { changeProfile, findProfile } from "./profile/store.ts";
export { proposalOf, type ProposalAsked } from "./proposal/proposal.ts";
export { briefOf, type TaxBrief } from "./report/brief.ts";
export { gatherReport, type Gathered, type GatherPorts } from "./report/gather.ts";
