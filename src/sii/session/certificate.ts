// A digital certificate as Chilean authorities hand it out: PKCS #12 under a password, often still under RC2 and 3DES,
// which WebCrypto cannot open (node-forge can).

import forge from "node-forge";
import { readCertificate } from "#dte";
import { err, fromBase64, ok, toBase64, type Result } from "#kernel";

/** With its chain such a file has 4 to 8 kB. */
export const PFX_BYTES_MAX = 100_000;
/** Derivation is plain JavaScript, a million rounds take seconds; programs write 2,000 to 100,000. */
const ITERATIONS_MAX = 300_000;
const NODES_MAX = 5_000;
const DEPTH_MAX = 30;

/** Base64 of what logs in; `pkcs8` is the private key. */
export type OpenedCertificate = {
  pkcs8: string;
  certificate: string;
  modulus: string;
  exponent: string;
  /** Of the person who holds it. */
  rut: string;
  /** ISO 8601, UTC. */
  valid_until: string;
};

export type CertificateTrouble = {
  reason: "too_large" | "no_pfx" | "wrong_password" | "no_key" | "no_rut" | "expired" | "not_yet";
};

/** Opens the file that somebody uploads. @param now epoch ms */
export function openCertificate(
  bytes: Uint8Array,
  { password, now }: { password: string; now: number },
): Result<OpenedCertificate, CertificateTrouble> {
  if (bytes.length > PFX_BYTES_MAX) return err({ reason: "too_large" });
  const pfx = parsed(bytes);
  if (pfx === null) return err({ reason: "no_pfx" });
  const bags = bagsOf(pfx, password);
  if (bags === null) return err({ reason: "wrong_password" });
  return holderOf(bags, now);
}

type Asn1 = forge.asn1.Asn1;

/** Null where it is no such file, or one that would be derived for minutes. */
function parsed(bytes: Uint8Array): Asn1 | null {
  try {
    const pfx = forge.asn1.fromDer(forge.util.createBuffer(forge.util.binary.raw.encode(bytes)), true);
    return isWithinBounds(pfx) ? pfx : null;
  } catch {
    return null;
  }
}

/** The rounds of each key derivation stand as a number behind its salt, wherever that is. */
function isWithinBounds(root: Asn1): boolean {
  const left = [{ node: root, depth: 0 }];
  let nodes = 0;
  for (let at = left.pop(); at; at = left.pop()) {
    if (++nodes > NODES_MAX || at.depth > DEPTH_MAX) return false;
    const parts = partsOf(at.node);
    if (parts.some((part, i) => isRounds(part, parts[i - 1]))) return false;
    left.push(...parts.map((node) => ({ node, depth: (at?.depth ?? 0) + 1 })));
  }
  return true;
}

function isRounds(part: Asn1, before: Asn1 | undefined): boolean {
  const { INTEGER, OCTETSTRING } = forge.asn1.Type;
  if (part.type !== INTEGER || before?.type !== OCTETSTRING || typeof part.value !== "string") return false;
  return part.value.length > Math.ceil(Math.log2(ITERATIONS_MAX) / 8) + 1 || numberIn(part.value) > ITERATIONS_MAX;
}

function numberIn(bytes: string): number {
  return forge.util.binary.raw.decode(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** What is packed into a string of bytes counts as well. */
function partsOf(node: Asn1): Asn1[] {
  if (Array.isArray(node.value)) return node.value;
  if (node.type !== forge.asn1.Type.OCTETSTRING || typeof node.value !== "string" || node.value.length === 0) return [];
  try {
    return [forge.asn1.fromDer(forge.util.createBuffer(node.value), true)];
  } catch {
    return [];
  }
}

type Bags = { keys: forge.pki.rsa.PrivateKey[]; certificates: forge.pki.Certificate[] };

function bagsOf(pfx: Asn1, password: string): Bags | null {
  try {
    const bags = forge.pkcs12.pkcs12FromAsn1(pfx, false, password).safeContents.flatMap(({ safeBags }) => safeBags);
    return {
      keys: bags.flatMap(({ key }) => key ?? []),
      certificates: bags.flatMap(({ cert }) => cert ?? []),
    };
  } catch {
    return null;
  }
}

/** The certificate of the key; the others are of those who issued it. */
function holderOf({ keys: [key], certificates }: Bags, now: number): Result<OpenedCertificate, CertificateTrouble> {
  const own = certificates.find(({ publicKey }) => key !== undefined && isOf(publicKey, key));
  if (!key || !own) return err({ reason: "no_key" });
  const certificate = derOf(forge.pki.certificateToAsn1(own));
  const read = readCertificate(fromBase64(certificate));
  if (!read) return err({ reason: "no_key" });
  if (read.rut === null) return err({ reason: "no_rut" });
  const today = new Date(now).toISOString();
  if (today < read.validFrom) return err({ reason: "not_yet" });
  if (today > read.validTo) return err({ reason: "expired" });
  return ok({
    pkcs8: derOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))),
    certificate,
    modulus: toBase64(read.modulus),
    exponent: toBase64(read.exponent),
    rut: read.rut,
    valid_until: read.validTo,
  });
}

function isOf(publicKey: forge.pki.PublicKey, key: forge.pki.rsa.PrivateKey): boolean {
  return "n" in publicKey && publicKey.n.equals(key.n);
}

function derOf(node: Asn1): string {
  return forge.util.encode64(forge.asn1.toDer(node).getBytes());
}
