// Who holds a certificate: the RUT among its alternative names (otherName 1.3.6.1.4.1.8321.1), or the serial number of
// its subject.
import { createPublicKey, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import forge from "node-forge";
import { plainRut } from "../state/rut.ts";

export type Certificate = { key: KeyObject; rut: string | null; from: number; to: number };

/** Null where the bytes are none. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    const { publicKey, validFrom, validTo } = new X509Certificate(der);
    return { key: publicKey, rut: rutOf(der), from: Date.parse(validFrom), to: Date.parse(validTo) };
  } catch {
    return null;
  }
}

/** @param key as XMLDSig writes one, in base64; null where the numbers are none */
export function keyOf(key: { modulus: string; exponent: string }): KeyObject | null {
  const [n, e] = [key.modulus, key.exponent].map((number) => Buffer.from(number, "base64").toString("base64url"));
  try {
    return createPublicKey({ key: { kty: "RSA", n: n ?? "", e: e ?? "" }, format: "jwk" });
  } catch {
    return null;
  }
}

export function isSameKey(a: KeyObject, b: KeyObject): boolean {
  return a.equals(b);
}

const RUT_OID = "1.3.6.1.4.1.8321.1";
const ALTERNATIVE_NAMES = "2.5.29.17";
const SERIAL_NUMBER = "2.5.4.5";

function rutOf(der: Uint8Array): string | null {
  const certificate = forge.pki.certificateFromAsn1(forge.asn1.fromDer(binary(der)));
  const names = certificate.extensions.find(({ id }: { id?: string }) => id === ALTERNATIVE_NAMES) as
    | { value: string }
    | undefined;
  const inNames = names === undefined ? null : textAfter(forge.asn1.fromDer(names.value), RUT_OID);
  const serial = certificate.subject.attributes.find(({ type }) => type === SERIAL_NUMBER)?.value;
  return plainRut(inNames ?? "") ?? plainRut(typeof serial === "string" ? serial : "");
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("binary");
}

/** The text that stands beside an object identifier, however deep. */
function textAfter(node: forge.asn1.Asn1, oid: string): string | null {
  if (!Array.isArray(node.value)) return null;
  const [first, second] = node.value;
  const isIt = first?.type === forge.asn1.Type.OID && forge.asn1.derToOid(first.value as string) === oid;
  if (isIt && second !== undefined) return firstText(second);
  for (const child of node.value) {
    const found = textAfter(child, oid);
    if (found !== null) return found;
  }
  return null;
}

function firstText({ value }: forge.asn1.Asn1): string | null {
  if (typeof value === "string") return value;
  return value[0] === undefined ? null : firstText(value[0]);
}
