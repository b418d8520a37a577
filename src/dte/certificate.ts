// What a signer's X.509 certificate says of itself (RFC 5280), read by walking its DER. No chain is followed: the roots of
// the Chilean authorities are nowhere at hand, so a certificate names its holder, and proves nothing by itself.

import { readRut } from "#kernel";

export type Certificate = {
  /** Big-endian, without leading zeros. */
  modulus: Uint8Array;
  exponent: Uint8Array;
  /** Tax id of the person who holds it; null where it names none. */
  rut: string | null;
  /** ISO 8601, UTC. */
  validFrom: string;
  validTo: string;
  selfSigned: boolean;
};

/** A certificate of a Chilean authority has 1.5 to 2.5 kB. */
export const CERTIFICATE_BYTES_MAX = 16_384;

/** Reads a certificate, or null where the bytes are none with an RSA key. */
export function readCertificate(der: Uint8Array): Certificate | null {
  if (der.length > CERTIFICATE_BYTES_MAX) return null;
  try {
    return certificateIn(der);
  } catch (fault) {
    if (fault instanceof Malformed) return null;
    throw fault;
  }
}

class Malformed extends Error {}

type Node = { tag: number; content: Uint8Array; whole: Uint8Array };

const TAG = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  version: 0xa0,
  extensions: 0xa3,
} as const;

function certificateIn(der: Uint8Array): Certificate {
  const [body] = partsOf(only(partsOf(der)));
  const fields = partsOf(expect(body, TAG.sequence));
  if (fields[0]?.tag === TAG.version) fields.shift();
  // serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo, then what is optional.
  const [, , issuer, validity, subject, key, ...more] = fields;
  const [from, to] = partsOf(expect(validity, TAG.sequence));
  const extensions = more.find(({ tag }) => tag === TAG.extensions);
  return {
    ...rsaKeyIn(expect(key, TAG.sequence)),
    validFrom: timeOf(from),
    validTo: timeOf(to),
    selfSigned: sameBytes(expect(issuer, TAG.sequence).whole, expect(subject, TAG.sequence).whole),
    rut: (extensions && rutInNames(extensions)) ?? rutInSubject(expect(subject, TAG.sequence)),
  };
}

function rsaKeyIn(info: Node): Pick<Certificate, "modulus" | "exponent"> {
  const bits = expect(partsOf(info)[1], TAG.bits).content;
  const [modulus, exponent] = partsOf(only(partsOf(bits.subarray(1))));
  return {
    modulus: unsigned(expect(modulus, TAG.integer).content),
    exponent: unsigned(expect(exponent, TAG.integer).content),
  };
}

/** A big-endian number without its leading zeros. */
export function unsigned(number: Uint8Array): Uint8Array {
  const start = number.findIndex((byte) => byte !== 0);
  return start === -1 ? number.subarray(0, 0) : number.subarray(start);
}

/** 1.3.6.1.4.1.8321.1: the RUT of the holder, which Chilean authorities put among the alternative names. */
const RUT_OID = Uint8Array.of(0x2b, 0x06, 0x01, 0x04, 0x01, 0xc1, 0x01, 0x01);
/** 2.5.4.5: `serialNumber` of the subject. */
const SERIAL_OID = Uint8Array.of(0x55, 0x04, 0x05);
/** 2.5.29.17: `subjectAltName`. */
const NAMES_OID = Uint8Array.of(0x55, 0x1d, 0x11);

function rutInNames(extensions: Node): string | null {
  for (const extension of partsOf(only(partsOf(extensions)))) {
    const parts = partsOf(extension);
    const value = parts.at(-1);
    if (!parts[0] || !sameBytes(parts[0].content, NAMES_OID) || value?.tag !== TAG.octets) continue;
    const names = partsOf(only(partsOf(value.content)));
    for (const name of names) {
      const [oid, said] = name.tag === 0xa0 ? partsOf(name) : [];
      if (oid?.tag === TAG.oid && sameBytes(oid.content, RUT_OID) && said) return rutIn(partsOf(said)[0]);
    }
  }
  return null;
}

function rutInSubject(subject: Node): string | null {
  for (const set of partsOf(subject)) {
    for (const pair of partsOf(set)) {
      const [oid, said] = partsOf(pair);
      if (oid && sameBytes(oid.content, SERIAL_OID)) return rutIn(said);
    }
  }
  return null;
}

function rutIn(text: Node | undefined): string | null {
  return text ? readRut(new TextDecoder().decode(text.content)) : null;
}

/** UTCTime has two digits of the year: below 50 they are of this century (RFC 5280, 4.1.2.5.1). */
function timeOf(node: Node | undefined): string {
  const text = node ? new TextDecoder().decode(node.content) : "";
  const [, year = "", month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (!year) throw new Malformed("time");
  const century = year.length === 4 ? "" : Number(year) < 50 ? "20" : "19";
  return `${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function partsOf(from: Uint8Array | Node): Node[] {
  const bytes = from instanceof Uint8Array ? from : from.content;
  const parts: Node[] = [];
  for (let at = 0; at < bytes.length; at += parts.at(-1)?.whole.length ?? 1) parts.push(partAt(bytes, at));
  return parts;
}

/** Definite lengths of up to three bytes: more than a certificate has. */
function partAt(bytes: Uint8Array, at: number): Node {
  const [tag = 0, first = 0] = bytes.subarray(at, at + 2);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3) throw new Malformed("length");
  const start = at + 2 + lengthBytes;
  const length = lengthBytes === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  if (start + length > bytes.length) throw new Malformed("cut off");
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

function expect(node: Node | undefined, tag: number): Node {
  if (node?.tag !== tag) throw new Malformed(`no ${tag}`);
  return node;
}

function only([part, ...more]: Node[]): Node {
  if (!part || more.length > 0) throw new Malformed("not one part");
  return part;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
