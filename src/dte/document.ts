// What a Chilean electronic document says (SII, Formato DTE v2.5), read from one node: the signed one.

import { type CivilDate, err, isCivilDate, ok, readRut, type Result } from "#kernel";
import { parseTimbre, type Timbre } from "./timbre.ts";
import { kindOfType } from "./types.ts";
import { childrenNamed, onlyChild, textOf, type XmlElement } from "./xml/tree.ts";

/** Amounts are in whole pesos; those of exports in the currency they name, with its decimals. */
export type Dte = {
  type: number;
  folio: number;
  issuedOn: CivilDate;
  /** As the paper calls it: «PESO CL» or absent is null, «DOLAR USA», «EURO» … */
  currency: string | null;
  issuer: { rut: string; name: string; trade: string | null; activity: number | null };
  /** Null where the paper names nobody: «66666666-6» is everybody. */
  receiver: { rut: string; name: string | null } | null;
  net: number | null;
  exempt: number | null;
  /** Percent. */
  taxRate: number | null;
  tax: number | null;
  total: number;
  /** By what the total is less than its parts: the credit of builders (CredEC); of a settlement (43) its commissions. */
  deducted: { credit: number; commission: number };
  /** Additional taxes and retentions by the SII's code. */
  otherTaxes: OtherTax[];
  items: DteItem[];
  references: Reference[];
  /** 1 paid at once, 2 on credit, 3 without charge (FmaPago). */
  payment: 1 | 2 | 3 | null;
  dueOn: CivilDate | null;
  /** Of the forms in which its text may have been stamped the one that holds, else the first. */
  timbre: Timbre | null;
  /** Local, ISO 8601 without zone: when it was signed. */
  signedOn: string | null;
};

export type OtherTax = { code: number; rate: number | null; amount: number };
export type DteItem = { description: string; quantity: number | null; amount: number | null; exempt: boolean };
/** `code`: 1 annuls, 2 corrects a text, 3 corrects amounts (CodRef). */
export type Reference = { type: string; folio: string; date: CivilDate | null; code: 1 | 2 | 3 | null };

/** The field that a document lacks, or has in a form that the SII's schema does not know. */
export type DteFault = { field: string; text: string | null };

/** The elements that hold a document, one of them in every `DTE`. */
export const DOCUMENT_NODES: readonly string[] = ["Documento", "Exportaciones", "Liquidacion"];

/** Sixty is what the format allows; envelopes with more have been seen. */
const ITEMS_MAX = 1_000;

/** A document without its stamp; a boleta need not say its issuer's name. */
export type ReadDte = Omit<Dte, "timbre" | "issuer"> & {
  issuer: Omit<Dte["issuer"], "name"> & { name: string | null };
};

/** Reads a document from its node; which form of its stamp is meant (`timbresOf`) only a verdict tells. */
export function readDte(node: XmlElement): Result<ReadDte, DteFault> {
  const head = onlyChild(node, "Encabezado");
  const [id, issuer, totals] = ["IdDoc", "Emisor", "Totales"].map((name) => head && onlyChild(head, name));
  if (!head || !id || !issuer || !totals) return missing(!id ? "IdDoc" : issuer ? "Totales" : "Emisor");
  const [type, folio] = [whole(id, "TipoDTE"), whole(id, "Folio")];
  if (type === null || folio === null) return malformed(id, type === null ? "TipoDTE" : "Folio");
  const named = issuerOf(issuer, type);
  if (!named.ok) return named;
  const [issuedOn, total] = [day(id, "FchEmis"), amount(totals, "MntTotal")];
  if (issuedOn === null) return malformed(id, "FchEmis");
  if (total === null) return malformed(totals, "MntTotal");
  const receiver = onlyChild(head, "Receptor");
  return ok({
    type,
    folio,
    issuedOn,
    total,
    issuer: named.value,
    receiver: receiver && receiverOf(receiver),
    ...figures(totals),
    deducted: deductedFrom(totals),
    items: childrenNamed(node, "Detalle").slice(0, ITEMS_MAX).map(itemOf),
    references: childrenNamed(node, "Referencia").map(referenceOf),
    payment: oneOf(whole(id, "FmaPago"), [1, 2, 3]),
    dueOn: day(id, "FchVenc"),
    signedOn: said(node, "TmstFirma"),
  });
}

/** Boletas call two of its fields otherwise, and may leave its name out (EnvioBOLETA_v11). */
function issuerOf(issuer: XmlElement, type: number): Result<ReadDte["issuer"], DteFault> {
  const [found, name] = [rut(issuer, "RUTEmisor"), said(issuer, "RznSoc") ?? said(issuer, "RznSocEmisor")];
  if (found === null) return malformed(issuer, "RUTEmisor");
  if (name === null && kindOfType(type) !== "boleta") return malformed(issuer, "RznSoc");
  const trade = said(issuer, "GiroEmis") ?? said(issuer, "GiroEmisor");
  return ok({ rut: found, name, trade, activity: whole(issuer, "Acteco") });
}

function missing(field: string): Result<never, DteFault> {
  return err({ field, text: null });
}

function malformed(parent: XmlElement, field: string): Result<never, DteFault> {
  return err({ field, text: said(parent, field)?.slice(0, SHOWN_CHARS_MAX) ?? null });
}

const SHOWN_CHARS_MAX = 80;

function figures(totals: XmlElement): Pick<Dte, "net" | "exempt" | "taxRate" | "tax" | "otherTaxes" | "currency"> {
  const currency = said(totals, "TpoMoneda");
  return {
    net: amount(totals, "MntNeto"),
    exempt: amount(totals, "MntExe"),
    taxRate: amount(totals, "TasaIVA"),
    tax: amount(totals, "IVA"),
    currency: currency === "PESO CL" ? null : currency,
    otherTaxes: childrenNamed(totals, "ImptoReten").flatMap((tax) => {
      const [code, figure] = [whole(tax, "TipoImp"), amount(tax, "MontoImp")];
      return code === null || figure === null ? [] : [{ code, rate: amount(tax, "TasaImp"), amount: figure }];
    }),
  };
}

function deductedFrom(totals: XmlElement): Dte["deducted"] {
  const commissions = onlyChild(totals, "Comisiones");
  const parts = ["ValComNeto", "ValComExe", "ValComIVA"].map((name) => (commissions && amount(commissions, name)) ?? 0);
  return { credit: amount(totals, "CredEC") ?? 0, commission: parts.reduce((sum, part) => sum + part, 0) };
}

/** The final consumer and the foreigner: valid check digits, and nobody's. */
export const NOBODYS: ReadonlySet<string> = new Set(["66666666-6", "55555555-5"]);

function receiverOf(receiver: XmlElement): Dte["receiver"] {
  const found = rut(receiver, "RUTRecep");
  return found === null || NOBODYS.has(found) ? null : { rut: found, name: said(receiver, "RznSocRecep") };
}

function itemOf(item: XmlElement): DteItem {
  return {
    description: said(item, "NmbItem") ?? said(item, "DscItem") ?? "",
    quantity: amount(item, "QtyItem"),
    amount: amount(item, "MontoItem"),
    exempt: said(item, "IndExe") !== null,
  };
}

function referenceOf(reference: XmlElement): Reference {
  return {
    type: said(reference, "TpoDocRef") ?? "",
    folio: said(reference, "FolioRef") ?? "",
    date: day(reference, "FchRef"),
    code: oneOf(whole(reference, "CodRef"), [1, 2, 3]),
  };
}

/**
 * The stamp of a document, in each form in which its text may have been signed: as it stands in `source`, the text that it was parsed from, then as programs write the
 * same content that read it and wrote it anew (entities, quotes, empty elements). What holds in one of them was stamped.
 */
export function timbresOf(node: XmlElement, source: string): Timbre[] {
  const ted = onlyChild(node, "TED");
  if (!ted) return [];
  const raw = source.slice(ted.from, ted.to);
  // What a comment or a section holds is no element, and no signature over the document speaks of it so.
  const texts = [...(/<!(?:--|\[CDATA\[)/.test(raw) ? [] : [raw]), ...WRITINGS.map((writing) => written(ted, writing))];
  return [...new Set(texts)].flatMap((text) => parseTimbre(text) ?? []);
}

type Writing = { escapes: RegExp; closesItself: boolean };

const WRITINGS: readonly Writing[] = [/[&<>]/g, /[&<>'"]/g, /[&<]/g].flatMap((escapes) =>
  [false, true].map((closesItself) => ({ escapes, closesItself })),
);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;",
};

function written(element: XmlElement, writing: Writing): string {
  const attributes = element.attributes.map(({ local, value }) => ` ${local}="${value}"`).join("");
  if (element.children.length === 0 && writing.closesItself) return `<${element.local}${attributes}/>`;
  const content = element.children.map((child) =>
    typeof child === "string"
      ? child.replace(writing.escapes, (character) => ENTITIES[character] ?? character)
      : written(child, writing),
  );
  return `<${element.local}${attributes}>${content.join("")}</${element.local}>`;
}

function said(parent: XmlElement, name: string): string | null {
  const child = onlyChild(parent, name);
  return (child && textOf(child)) || null;
}

function whole(parent: XmlElement, name: string): number | null {
  const text = said(parent, name);
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** MntTotal of a settlement may be below zero. */
function amount(parent: XmlElement, name: string): number | null {
  const text = said(parent, name);
  return text !== null && /^-?\d{1,18}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

function day(parent: XmlElement, name: string): CivilDate | null {
  const text = said(parent, name);
  return text !== null && isCivilDate(text) ? text : null;
}

function rut(parent: XmlElement, name: string): string | null {
  const text = said(parent, name);
  return text === null ? null : readRut(text);
}

function oneOf<T extends number>(value: number | null, allowed: readonly T[]): T | null {
  return allowed.find((each) => each === value) ?? null;
}
