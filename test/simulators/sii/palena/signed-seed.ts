// Judges a signed seed as the SII does (Autenticación automática, OI2007_AUTAUTOM v1.9): enveloped, C14N, RSA with SHA-1,
// the key in KeyValue and in a certificate, and both the same.
import { createHash, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { canonical, descendant, readXml, wordOf } from "../xml.ts";
import type { Element } from "../xml.ts";
import { isSameKey, keyOf, readCertificate } from "./certificate.ts";
import type { Certificate } from "./certificate.ts";

/** ESTADO and GLOSA of what is wrong. */
export type Refusal = { state: string; gloss: string };
export type Judged = { seed: string; certificate: Certificate } | Refusal;

const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** @param text what stood in `pszXml` */
export function judge(text: string): Judged {
  const root = readXml(text.trim());
  if (root === null) return { state: "02", gloss: "SAXException: documento mal formado" };
  const signature = descendant(root, "Signature");
  if (signature === null) return { state: "04", gloss: "No existe Signature en el documento" };
  const seed = wordOf(root, "Semilla");
  if (seed === null || seed === "") return { state: "06", gloss: "No existe Semilla en el documento" };
  const certificate = certificateIn(signature);
  if (certificate === null) return { state: "11", gloss: "No existe Certificado en el documento" };
  const key = keyIn(signature);
  if (key === null || !isSameKey(key, certificate.key)) {
    return { state: "21", gloss: "Llave pública no corresponde al certificado" };
  }
  const wrong = methodsOf(signature) ?? digestOf(root, signature) ?? valueOf({ root, signature, key });
  return wrong === null ? { seed, certificate } : { state: "05", gloss: `Firma inválida: ${wrong}` };
}

function certificateIn(signature: Element): Certificate | null {
  const text = wordOf(signature, "X509Certificate");
  return text === null ? null : readCertificate(Uint8Array.from(Buffer.from(text, "base64")));
}

function keyIn(signature: Element): KeyObject | null {
  const [modulus, exponent] = [wordOf(signature, "Modulus"), wordOf(signature, "Exponent")];
  return modulus === null || exponent === null ? null : keyOf({ modulus, exponent });
}

/** The algorithms that the SII takes, each in its place. */
const METHODS = [
  ["CanonicalizationMethod", C14N],
  ["SignatureMethod", `${DSIG}rsa-sha1`],
  ["Transform", `${DSIG}enveloped-signature`],
  ["DigestMethod", `${DSIG}sha1`],
] as const;

function methodsOf(signature: Element): string | null {
  for (const [name, algorithm] of METHODS) {
    const method = descendant(signature, name);
    if (method === null || attributeOf(method, "Algorithm") !== algorithm) return name;
  }
  const reference = descendant(signature, "Reference");
  return reference !== null && attributeOf(reference, "URI") === "" ? null : "Reference";
}

function attributeOf({ attributes }: Element, wanted: string): string | null {
  return attributes.find(([name]) => name === wanted)?.[1] ?? null;
}

function digestOf(root: Element, signature: Element): string | null {
  const signed = canonical(root, root, signature);
  const digest = createHash("sha1").update(signed, "utf8").digest("base64");
  return wordOf(signature, "DigestValue") === digest ? null : "DigestValue";
}

function valueOf({ root, signature, key }: { root: Element; signature: Element; key: KeyObject }): string | null {
  const info = descendant(signature, "SignedInfo");
  if (info === null) return "SignedInfo";
  const value = Buffer.from(wordOf(signature, "SignatureValue") ?? "", "base64");
  const isGood = verify("sha1", Buffer.from(canonical(root, info), "utf8"), key, value);
  return isGood ? null : "SignatureValue";
}
