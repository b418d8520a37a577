// The electronic stamp of a Chilean document (TED, timbre electrónico) as its PDF417 carries it.

import { isCivilDate, readRut, type CivilDate } from "#kernel";
import { SETTLEMENT_TYPE } from "./types.ts";

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
  /** The same as it stands in the text, white space and all. */
  writtenText: string;
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
  const [dd, written] = [tight, text].map((each) => only(each, DD));
  const caf = dd && parseCaf(dd);
  if (!dd || !caf) return null;
  const own = dd.slice(0, dd.indexOf("<CAF"));
  const required = complete({
    type: integerOf(own, "TD"),
    folio: integerOf(own, "F"),
    total: totalOf(own),
    issuer: rutOf(valueOf(own, "RE")),
    issuedOn: dayOf(valueOf(own, "FE")),
    signature: valueOf(tight.slice(tight.indexOf("</DD>")), "FRMT"),
  });
  return (
    required && {
      ...required,
      caf,
      receiver: rutOf(valueOf(own, "RR")),
      receiverName: plain(valueOf(own, "RSR")),
      firstItem: plain(valueOf(own, "IT1")),
      stampedOn: dayOf((valueOf(dd.slice(dd.indexOf("</CAF>")), "TSTED") ?? "").slice(0, 10)),
      signedText: dd,
      writtenText: written ?? dd,
    }
  );
}

const DD = /<DD(?: [^>]*)?>.*<\/DD>/gs;

function parseCaf(dd: string): Caf | null {
  const da = only(dd, /<DA>.*<\/DA>/gs);
  if (da === null) return null;
  return complete({
    type: integerOf(da, "TD"),
    from: integerOf(da, "D"),
    to: integerOf(da, "H"),
    issuer: rutOf(valueOf(da, "RE")),
    issuerName: plain(valueOf(da, "RS")) ?? "",
    authorisedOn: dayOf(valueOf(da, "FA")),
    keyId: valueOf(da, "IDK"),
    modulus: valueOf(da, "M"),
    exponent: valueOf(da, "E"),
    signature: valueOf(dd.slice(dd.indexOf("</DA>")), "FRMA"),
    signedText: da,
  });
}

/** The record where each of its values was found, else null. */
function complete<T extends object>(parts: { [Name in keyof T]: T[Name] | null }): T | null {
  return Object.values(parts).includes(null) ? null : (parts as T);
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

/** Exports are stamped in a foreign currency with its decimals; whoever stamps pesos so adds «.00». */
function totalOf(text: string): number | null {
  const value = valueOf(text, "MNT");
  if (value === null || !/^-?\d{1,15}(?:\.\d{1,4})?$/.test(value)) return null;
  const type = integerOf(text, "TD");
  if (value.startsWith("-") && type !== SETTLEMENT_TYPE) return null;
  return Number.isInteger(Number(value)) || (type !== null && EXPORT_TYPES.has(type)) ? Number(value) : null;
}

/** Factura, nota de débito and nota de crédito de exportación: their currency is not in the stamp. */
export const EXPORT_TYPES: ReadonlySet<number> = new Set([110, 111, 112]);

function rutOf(value: string | null): string | null {
  return value === null ? null : readRut(value);
}

function dayOf(value: string | null): CivilDate | null {
  return value !== null && isCivilDate(value) ? value : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(value: string | null): string | null {
  const text = value?.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, meant).trim();
  return text ? text : null;
}

/** Programs that stamp in ASCII write «Pi&#241;a»: what is signed stays as it is written, and says «Piña». */
function meant(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
  const code = Number(name.replace(/^#x/i, "#0x").slice(1));
  return code <= UNICODE_MAX ? String.fromCodePoint(code) : whole;
}

const UNICODE_MAX = 0x10ffff;
