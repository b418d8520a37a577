// The way in that a business has given us, as far as anybody may see it.

import type { Credential } from "../session/credential.ts";
import type { SiiTrouble } from "../session/trouble.ts";

/** `testing`: it has not worked yet. `stopped`: its owner must act before anything is asked of the SII again. */
export type ConnectionState = "testing" | "active" | "stopped";

/** By which a session object tells whether a sync is still of the RUT that it began with. */
export const RUT_PURPOSE = "sii-rut";

/** A way in that was just given and has yet to be tried. `given_at`: ISO 8601, tells it from any other of that business. */
export type Candidate = {
  /** Of the business. */
  rut: string;
  credential: Credential;
  given_at: string;
};

export type Connection = {
  kind: Credential["kind"];
  /** Of the business. */
  rut: string;
  /** Of a certificate, ISO 8601. */
  valid_until: string | null;
  consent_by: string;
  consent_at: string;
  /** The conversation object that is told. */
  conversation: string | null;
  state: ConnectionState;
  reason: SiiTrouble | null;
  /** When a sync last came to its end. */
  synced_at: string | null;
};
