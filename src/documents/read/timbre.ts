// The electronic stamp of a Chilean document (TED, timbre electrónico) as its PDF417 carries it.

import { isCivilDate, readRut, type CivilDate } from "#kernel";

export type Timbre = {
  /** Type of document: 33 factura, 34 exenta, 39 boleta, 52 guía, 56 nota de débito, 61 nota de crédito … */
  type: number;
  folio: number;
  issuer: string;
  issuedOn: CivilDate;
  receiver: string | null;
  receiverName: string | null;
  total: number;
  /** Description of the first item. */
  firstItem: string | null;
  stampedOn: CivilDate | null;
  caf: Caf;
  /** What FRMT signs: the `DD` element without the white space between its tags. */
  signedText: string;
  signature: string;
};

/** The SII's authorisation of a range of folios, with the key that stamps them. */
export type Caf = {
  issuer: string;
  issuerName: string;
  type: number;
  from: number;
  to: number;
  authorisedOn: CivilDate;
  keyId: string;
  modulus: string;
  exponent: string;
  signedText: string;
  signature: string;
};

/** A real stamp has 700 to 1,000 characters. */
const TIMBRE_CHARS_MAX = 4_096;

/** Reads a stamp, or null where the text is none or is malformed. Nothing is verified here. */
export function parseTimbre(text: string): Timbre | null {
  if (text.length > TIMBRE_CHARS_MAX || !text.includes("<TED")) return null;
  // White space between tags is no part of what is signed (SII, Formato DTE, anexo TED).
  const tight = text.replace(/>\s+</g, "><");
  const dd = only(tight, /<DD(?: [^>]*)?>.*<\/DD>/gs);
  const caf = dd === null ? null : parseCaf(dd);
  if (dd === null || caf === null) return null;
  const own = dd.slice(0, dd.indexOf("<CAF"));
  const issuedOn = valueOf(own, "FE");
  const issuer = rutOf(valueOf(own, "RE"));
  const [type, folio, total] = [integerOf(own, "TD"), integerOf(own, "F"), integerOf(own, "MNT")];
  const signature = valueOf(tight.slice(tight.indexOf("</DD>")), "FRMT");
  if (issuer === null || type === null || folio === null || total === null || signature === null) return null;
  if (issuedOn === null || !isCivilDate(issuedOn)) return null;
  return {
    type,
    folio,
    issuer,
    issuedOn,
    total,
    caf,
    signature,
    receiver: rutOf(valueOf(own, "RR")),
    receiverName: plain(valueOf(own, "RSR")),
    firstItem: plain(valueOf(own, "IT1")),
    stampedOn: dayOf(valueOf(dd.slice(dd.indexOf("</CAF>")), "TSTED")),
    signedText: dd,
  };
}

function parseCaf(dd: string): Caf | null {
  const da = only(dd, /<DA>.*<\/DA>/gs);
  if (da === null) return null;
  const text = (tag: string) => valueOf(da, tag);
  const numbers = { type: integerOf(da, "TD"), from: integerOf(da, "D"), to: integerOf(da, "H") };
  const issuer = rutOf(text("RE"));
  const authorisedOn = text("FA");
  const signature = valueOf(dd.slice(dd.indexOf("</DA>")), "FRMA");
  const [keyId, modulus, exponent] = [text("IDK"), text("M"), text("E")];
  if (numbers.type === null || numbers.from === null || numbers.to === null || issuer === null) return null;
  if (keyId === null || modulus === null || exponent === null || signature === null) return null;
  if (authorisedOn === null || !isCivilDate(authorisedOn)) return null;
  return {
    type: numbers.type,
    from: numbers.from,
    to: numbers.to,
    issuer,
    authorisedOn,
    keyId,
    modulus,
    exponent,
    signature,
    issuerName: plain(text("RS")) ?? "",
    signedText: da,
  };
}

/** The one match, or null: of two there is no telling which one a reader of the SII would take. */
function only(text: string, pattern: RegExp): string | null {
  const matches = text.match(pattern);
  return matches?.length === 1 ? (matches[0] ?? null) : null;
}

function valueOf(text: string, tag: string): string | null {
  const found = Array.from(text.matchAll(new RegExp(`<${tag}(?: [^<>]*)?>([^<>]*)</${tag}>`, "g")));
  return found.length === 1 ? (found[0]?.[1]?.trim() ?? null) : null;
}

function integerOf(text: string, tag: string): number | null {
  const value = valueOf(text, tag);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function rutOf(value: string | null): string | null {
  return value === null ? null : readRut(value);
}

function dayOf(value: string | null): CivilDate | null {
  const day = value?.slice(0, 10) ?? "";
  return isCivilDate(day) ? day : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(value: string | null): string | null {
  const text = value?.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();
  return text ? text : null;
}
