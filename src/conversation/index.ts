// The talk with one person: what was heard, what was decided, what was answered. It refuses to know channels and hosts.
export * from "./accept.ts";
export type { Membership } from "./dialogue.ts";
export type { SiiTold } from "./heard.ts";
export type { NewLetter, LetterState } from "./letters.ts";
export * from "./object.ts";
export type { Job, JobTicket, Ports } from "./ports.ts";
export type { ScanOpened } from "./links/scan.ts";
export type { ReportHolder } from "./links/report.ts";
export type { SiiLinkHolder } from "./links/sii.ts";
export type { LinkRefusal } from "./links/state.ts";
export { readLinkToken } from "./links/token.ts";
