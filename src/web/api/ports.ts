import type { Ocr, TellFor, Vision } from "#ai";
import type { Address } from "#channels";
import type { LetterState, NewLetter, ReportHolder, ScanOpened, LinkRefusal, SiiLinkHolder } from "#conversation";
import type { Develop, Reader, TakeList } from "#documents";
import type { Clock, Entropy } from "#kernel";
import type { ClaimingPorts, ConnectPorts, GatherPorts, TriedOut } from "#sii";
import type { Archive } from "#tenants";
import type { PageFiles } from "./scan/page.ts";

/** What the HTTP API needs of the world; the app hands it in. */
export type ApiPorts = {
  archive(): Promise<Archive>;
  /** Null where none is configured: then nobody is the operator, and the operator's routes answer 503. */
  operator_token: string | null;
  /** Our number that messages of the API are sent from (Meta: phone_number_id). */
  default_line: string;
  clock: Clock;
  entropy: Entropy;
  /** 32 random bytes, for a token. */
  secret(): Uint8Array<ArrayBuffer>;
  reader: Reader;
  develop: Develop | null;
  /** Null where no model is configured. */
  vision: Vision | null;
  /** Null where no hosted OCR is configured. */
  ocr: Ocr | null;
  /** The text model within its budget; null where none is configured. */
  tell: TellFor | null;
  bucket: R2Bucket;
  letters: Letters;
  scans: Scans;
  sii: SiiLinks;
  /** Takes a file that is a list of another room's. */
  list: TakeList;
  /** The files of the scan page. */
  page: PageFiles;
  /** Counters of all isolates by their Prometheus name, labels included. */
  counters(): Promise<Record<string, number>>;
  /** Each part that requests depend on, and whether it answers. */
  readiness(): Promise<Record<string, boolean>>;
};

/** Links to the scan page; each stands in the conversation object that gave it, and its token says which. */
export type Scans = {
  open(token: string): Promise<ScanOpened>;
  /** @param code what was scanned, base64 */
  redeem(token: string, code: string): Promise<"received" | LinkRefusal>;
};

/** The way to the SII, and the links that the chat gives to its page. */
export type SiiLinks = {
  openLink(token: string): Promise<{ state: "open" | LinkRefusal }>;
  /** Spends it, and says for whom it was. */
  redeemLink(token: string): Promise<(SiiLinkHolder & { conversation: string }) | LinkRefusal>;
  tellConnected(to: { tenant_id: string; conversation: string }, told: { rut: string; tried: TriedOut }): Promise<void>;
  connecting(): ConnectPorts;
  claiming(): ClaimingPorts;
  gathering(): GatherPorts;
  /** For whom a link to a report is, and of which month; spends nothing. */
  openReport(token: string): Promise<ReportHolder | LinkRefusal>;
  redeemReport(token: string): Promise<"spent" | LinkRefusal>;
};

/** Outgoing messages; they live in the conversation objects. An id is `<object id>.<key>`. */
export type Letters = {
  enqueue(to: Address, letter: NewLetter): Promise<{ id: string; state: string }>;
  /** @param tenantId whose message it must be; null for the operator */
  find(id: string, tenantId: string | null): Promise<LetterState | null>;
  /** Takes a dead message up again; any other stays as it is. */
  resend(id: string, tenantId: string | null): Promise<LetterState | null>;
  /** The newest `limit` of each conversation object. */
  list(objects: string[], tenantId: string, limit: number): Promise<LetterState[]>;
};
