// Chile's tax service: what it knows of the business's purchases and sales. It reads no paper and keeps no book itself.

export type { ClaimAction, ClaimReason } from "./claims/action.ts";
export { linesCalled } from "./claims/called.ts";
export { claim, type Claimed, type Claiming, type ClaimingPorts } from "./claims/claim.ts";
export { closedBy, type ClaimLine } from "./claims/line.ts";
export { lookForClaim, pendingClaims, type ClaimLook, type ClaimNamed } from "./claims/look.ts";

export { connect } from "./connection/connect.ts";
export { connectedTenants } from "./connection/connected.ts";
export { disconnect } from "./connection/disconnect.ts";
export type { ConnectPorts } from "./connection/ports.ts";
export { findConnection } from "./connection/store.ts";
export { sync, type SyncAsked } from "./connection/sync.ts";

export { FAULTS_LISTED_MAX, importRcv, type FileFaults, type FileTold, type ImportPorts } from "./import/import.ts";

export { listKept, type KeptQuery } from "./kept/list.ts";

export { filerOf, type TaxProfile } from "./profile/profile.ts";
export { changeProfile, findProfile } from "./profile/store.ts";

export { proposalOf, type ProposalAsked } from "./proposal/proposal.ts";

export { readRcvCsv, type RcvFile } from "./rcv/csv.ts";
export type { RcvDocument, RcvSide, RcvState } from "./rcv/document.ts";
export type { KeptRcvDocument, RcvMonth, RcvTotal } from "./rcv/month.ts";
export { readDetail, readSummary } from "./rcv/payload.ts";

export type { Books, KnownPaper } from "./reconcile/books.ts";
export type * from "./reconcile/difference.ts";
export { differencesOf, type ReconcileRequest, type Reconciliation } from "./reconcile/differences-of.ts";
export { matchRcv, type RcvMatch } from "./reconcile/match-rcv.ts";
export type { SideTotals, Sum } from "./reconcile/sides.ts";

export { briefOf, type TaxBrief } from "./report/brief.ts";
export { gatherReport, type Gathered, type GatherPorts } from "./report/gather.ts";
export { reportPdf } from "./report/pdf/draw.ts";
export { taxReport, type ReportAsked, type TaxReport } from "./report/report.ts";
export { reportXlsx } from "./report/xlsx/workbook.ts";

export { carried, totalOf } from "./run/carried.ts";
export { isSilent, newsOf, type NewsLine, type NewsList, type SiiNews } from "./run/news.ts";
export type { RunTrouble } from "./run/run.ts";
export { lastRun } from "./run/store.ts";

export { openCertificate, type CertificateTrouble } from "./session/certificate.ts";
export type { Credential } from "./session/credential.ts";
export type { Gate, SiiPorts } from "./session/desk.ts";
export type { SiiSessionRpc } from "./session/object.ts";
export { readSeed, readToken, seedRequest, signedSeed, tokenRequest, type SeedSigner } from "./session/seed.ts";
export { policyOf, troubleIn, type SiiTrouble } from "./session/trouble.ts";
export type { TriedOut } from "./session/try-out.ts";

export { trailing } from "./sync/plan.ts";

export { isShaking } from "./taxes/caveat.ts";
export { acceptanceOf, f29DueOn, nextF29, postponedVatDueOn, type Countdown, type Filer } from "./taxes/due.ts";
export { compareF29 } from "./taxes/f29/compare.ts";
export { draftF29, type F29Draft, type F29Given } from "./taxes/f29/draft.ts";
export { readProposal } from "./taxes/f29/payload.ts";
export { holidaysOf, isWorkingDay, workingDayFrom } from "./taxes/holidays.ts";
export { ppmOf, type Taxpayer } from "./taxes/ppm.ts";
export { projectionsOf, type ProjectionAsked } from "./taxes/projection.ts";
export { feesRetention, feesRetentionOn, otherTaxOf, ppmRateOf, vatRateOn, type Regime } from "./taxes/rates.ts";
export { instantOf, SANTIAGO } from "./taxes/santiago.ts";
export { knownUtmOf, revalued, type Remanente } from "./taxes/utm.ts";
export { creditOf, debitOf, vatOf, type VatMonth } from "./taxes/vat.ts";

export { resolve, type Resolved } from "./validate/resolve.ts";
export { openOf, shortKeyOf, tappable, validationTold, type ValidationTold } from "./validate/told.ts";
export { validate, type Validated } from "./validate/validate.ts";
