import type { TellFor } from "#ai";
import type { Channel, MediaRef } from "#channels";
import type { Clock, Entropy, Month } from "#kernel";
import type { Asked as AskedWorth, Equivalent } from "#rates";
import type { KeyRing } from "#security";
import type { RateLimits } from "#security/rate-limiter";
import type { Claimed, Claiming, SyncAsked, TaxReport } from "#sii";
import type { Archive, Viewer, Writer } from "#tenants";

// What a conversation needs of the world; the app hands it in.

/** What a queue carries: where the job stands, and nothing of what it is about. */
export type JobTicket = { v: 1; kind: "document" | "voice"; conversation: string; key: string };

/** The job itself, as its conversation tells it to whoever holds the ticket. */
export type Job = {
  conversation: string;
  /** Hash of the message that brought the media: the natural key of what is made of it. */
  ref: string;
  tenant_id: string;
  contact_id: string;
  country: string;
  /** Local date on which it was sent, YYYY-MM-DD. */
  today: string;
} & JobSubject;

/** Media of the channel; or a code (base64) that the scan page read, and the document for which it was scanned. */
export type JobSubject = { media: MediaRef; line: string } | { code: string; replaces: string | null };

export type Ports = {
  clock: Clock;
  entropy: Entropy;
  /** Throws where no master key is configured: nothing may be stored in clear. */
  ring(): Promise<KeyRing>;
  archive(): Promise<Archive>;
  /** Null where the channel has no credentials: replies wait. */
  channel(): Channel | null;
  limits: RateLimits;
  /** A text model within its budget; null where no key is set. */
  tell: TellFor | null;
  /** What an amount of another currency was worth at home on its day, in little time or not at all; it never throws. */
  worth(asked: AskedWorth): Promise<Equivalent | null>;
  /** Brings this isolate's counters to where all add up; it may do so rarely. */
  flushCounts(): Promise<void>;
  dispatch(ticket: JobTicket): Promise<void>;
  /** Address of the scan page; a link to it adds its token as the fragment. */
  scan_page: string;
  /** The same of the page on which the SII is connected. */
  sii_page: string;
  /** The same of the page on which a month's tax report is had. */
  report_page: string;
  sii: SiiDoor;
};

/** What a conversation may ask of the tax service. */
export type SiiDoor = {
  sync(writer: Writer, request: string): Promise<SyncAsked>;
  /** False where there was nothing to take back. */
  disconnect(writer: Writer): Promise<boolean>;
  claim(writer: Writer, claiming: Claiming): Promise<Claimed>;
  /** Null where nothing was ever seen of that month. */
  taxes(viewer: Viewer, month: Month): Promise<TaxReport | null>;
};
