// With what somebody lets us in, and who that is.

import { fromBase64, MINUTE_MS, type Result } from "#kernel";
import { RSA_SHA1 } from "#dte";
import type { OpenedCertificate } from "./certificate.ts";
import type { SeedSigner } from "./seed.ts";
import type { SiiTrouble } from "./trouble.ts";

/** `certificate` is of a person who may act for the business; `clave` is the business's own or its representative's. */
export type Credential =
  | { kind: "certificate"; certificate: OpenedCertificate }
  | { kind: "clave"; /** Whose clave it is. */ rut: string; clave: string };

/** A session with the portal. Its cookies are as good as the key: they stand sealed, and live for an hour. */
export type Session = {
  kind: Credential["kind"];
  /** Who logged in: the business itself or who acts for it; null where the key does not say. */
  rut: string | null;
  token: string;
  /** By host, name and value. */
  cookies: Readonly<Record<string, string>>;
  /** Epoch ms. */
  opened_at: number;
  /** The page of the RCV was seen with it, without which its facade knows no session. */
  saw_register: boolean;
};

/** Half an hour less is nobody's loss, and a session that dies under a page costs another login. */
export const SESSION_MAX_MS = 55 * MINUTE_MS;

/**
 * `evidence`: what was said, for the log: never a document's. `wait_ms`: nothing was asked, for the host is not to be asked
 * before that. `rest_ms`: whatever the reason asks for, nothing is tried before that.
 */
export type Trouble = { reason: SiiTrouble; evidence: string; host?: string; wait_ms?: number; rest_ms?: number };

export type LoggedIn = Result<Session, Trouble>;

/** The key as the signature of a seed wants it. */
export async function signerOf({ pkcs8, certificate, modulus, exponent }: OpenedCertificate): Promise<SeedSigner> {
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(pkcs8), RSA_SHA1, false, ["sign"]);
  return {
    key,
    modulus: fromBase64(modulus),
    exponent: fromBase64(exponent),
    certificate: fromBase64(certificate),
  };
}
