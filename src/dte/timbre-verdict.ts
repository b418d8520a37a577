// Judges a stamp with the SII's own keys: was this folio authorised, and were these amounts stamped with it?

import { addDays, type CivilDate, fromBase64, utf8 } from "#kernel";
import { RSA_SHA1, verifyingKey } from "./rsa.ts";
import { CERTIFICATION_KEY_ID, SII_KEYS } from "./sii-keys.ts";
import type { Timbre } from "./timbre.ts";

/** Worst first: each is told before those behind it. `test_document`: of the SII's certification environment. */
export const VERDICTS = ["altered", "unverified", "test_document", "authentic"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judgement = { verdict: Verdict; reasons: string[] };

/**
 * The verdict over a stamp, worst finding first: `altered` (a signature fails), `unverified` (a key we do not know, a
 * folio outside its range, dates that cannot be), `test_document` (folios of the certification environment),
 * `authentic`. An authentic stamp proves an emission with authorised folios, not that the document was not annulled.
 * @param today the reader's local date, against which a date lies in the future
 */
export async function judgeTimbre(timbre: Timbre, today: CivilDate): Promise<Judgement> {
  const siiKey = SII_KEYS[timbre.caf.keyId];
  const altered: string[] = [];
  const unverified = inconsistencies(timbre, today);
  if (siiKey === undefined) unverified.push("caf_key_unknown");
  else if (!(await cafIsSigned(timbre, siiKey))) altered.push("caf_signature_invalid");
  const stamp = await stampIsSigned(timbre);
  if (stamp === "nonstandard") unverified.push("stamp_signature_nonstandard");
  if (stamp === "invalid") altered.push("stamp_signature_invalid");
  if (altered.length > 0) return { verdict: "altered", reasons: [...altered, ...unverified] };
  if (unverified.length > 0) return { verdict: "unverified", reasons: unverified };
  if (timbre.caf.keyId === CERTIFICATION_KEY_ID) return { verdict: "test_document", reasons: ["certification_key"] };
  return { verdict: "authentic", reasons: ["caf_signature_valid", "stamp_signature_valid"] };
}

/** Clocks of stamping machines run ahead by less than this. */
const DAYS_AHEAD_MAX = 1;

function inconsistencies(timbre: Timbre, today: CivilDate): string[] {
  const { caf } = timbre;
  const latest = addDays(today, DAYS_AHEAD_MAX);
  const found: string[] = [];
  if (timbre.folio < caf.from || timbre.folio > caf.to) found.push("folio_out_of_range");
  if (timbre.type !== caf.type) found.push("type_differs_from_caf");
  if (timbre.issuer !== caf.issuer) found.push("issuer_differs_from_caf");
  if (timbre.issuedOn < caf.authorisedOn) found.push("issued_before_caf");
  if (timbre.issuedOn > latest) found.push("issued_in_the_future");
  if (timbre.stampedOn === null) found.push("stamp_date_missing");
  else if (timbre.stampedOn < caf.authorisedOn || timbre.stampedOn > latest) found.push("stamp_date_impossible");
  return found;
}

async function cafIsSigned(timbre: Timbre, siiKey: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("spki", fromBase64(siiKey), RSA_SHA1, false, ["verify"]);
  const { signature, signedText } = timbre.caf;
  return anyVerifies([signedText, unbroken(signedText)], { key, signature });
}

/** Namespaces that some programs let into what they sign when they stamp a document again. */
const STRAY_NAMESPACES = [
  ' xmlns="http://www.sii.cl/SiiDte"',
  ' xmlns="http://www.sii.cl/SiiDte" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
];

async function stampIsSigned(timbre: Timbre): Promise<"standard" | "nonstandard" | "invalid"> {
  const key = await verifyingKey(timbre.caf);
  if (key === null) return "invalid";
  const { signature, signedText } = timbre;
  if (await anyVerifies([signedText, unbroken(signedText)], { key, signature })) return "standard";
  const bare = unbroken(signedText).replace(/^<DD(?: [^>]*)?>/, "<DD>");
  const namespaced = STRAY_NAMESPACES.map((namespaces) => bare.replace("<DD>", `<DD${namespaces}>`));
  const variants = [bare, ...namespaced, ...withItsWhiteSpace(timbre)];
  if (await anyVerifies(variants, { key, signature })) return "nonstandard";
  return (await verifies(key, signature, utf8(bare))) ? "nonstandard" : "invalid";
}

/**
 * What writes a document anew may break the lines of its base64, which mean nothing there; they were not when it was
 * stamped. All that is said stands in other elements.
 */
function unbroken(signedText: string): string {
  return signedText.replace(BASE64_CONTENT, (base64) => base64.replace(/\s/g, ""));
}

const BASE64_CONTENT = /(?<=<(?:M|E|FRMA)(?: [^<>]*)?>)[^<>]*(?=<\/(?:M|E|FRMA)>)/g;

/** Some sign the lines between the tags too, against the rule, as they stand or as the other system ends them. */
function withItsWhiteSpace({ writtenText }: Timbre): string[] {
  const bare = writtenText.replace(/^<DD(?: [^>]*)?>/, "<DD>").replaceAll("\r\n", "\n");
  return [writtenText, bare, bare.replaceAll("\n", "\r\n")];
}

type Signing = { key: CryptoKey; signature: string };

async function anyVerifies(texts: readonly string[], { key, signature }: Signing): Promise<boolean> {
  for (const text of new Set(texts)) if (await verifies(key, signature, latin1(text))) return true;
  return false;
}

async function verifies(key: CryptoKey, signature: string, signed: Uint8Array<ArrayBuffer> | null): Promise<boolean> {
  if (signed === null || !/^[A-Za-z0-9+/\s]+=*$/.test(signature)) return false;
  try {
    return await crypto.subtle.verify(RSA_SHA1.name, key, fromBase64(signature.replace(/\s/g, "")), signed);
  } catch {
    return false;
  }
}

/**
 * Stamps are signed as ISO-8859-1; what programs of Windows write between 0x80 and 0x9f is decoded as the letters of
 * Windows-1252, and is their bytes again. Null where a character is in neither: no stamp holds over such a text.
 */
function latin1(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code > 0xff ? WINDOWS_BYTES.get(code) : code;
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

/** Code of a character → its byte in Windows-1252 (WHATWG, Encoding), of those that ISO-8859-1 does not have. */
const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 0x20 }, (_, i) => 0x80 + i).map((byte) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(byte)).charCodeAt(0),
    byte,
  ]),
);
