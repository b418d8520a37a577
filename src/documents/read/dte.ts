// An electronic document as the reading of a paper: what it says, and the lines that its print would have, by which
// everything else knows when it is due, whom it is made out to and which invoice it takes back.

import {
  dealersOf,
  type Dte,
  type DteFileRefusal,
  type Envelope,
  type JudgedDte,
  kindOfType,
  type NoDte,
  readDteFile,
  type Verdict,
} from "#dte";
import { categoryOf } from "#match";
import { err, isPlaceholderRut, minorPerUnit, ok, type Result, tame } from "#kernel";
import type { DocumentKind, Fields, Item, Read, Unreadable, UnreadableCode } from "../extraction.ts";
import { overallOf } from "./confidence.ts";
import type { ReadContext } from "./merge.ts";

/** How sure a code makes its fields: decoded without error either way, but only a signature vouches for them. */
export const PROVED_CONFIDENCE: Readonly<Record<Verdict, number>> = {
  authentic: 0.99,
  test_document: 0.97,
  unverified: 0.6,
  altered: 0.3,
};

/** Reads a file of electronic documents: the first of them, the others beside it, and why any could not be read. */
export async function readDteDocuments(bytes: Uint8Array, { today }: ReadContext): Promise<Result<Read, Unreadable>> {
  const file = await readDteFile(bytes, today);
  if (!file.ok) return err({ code: CODES[file.error.reason], detail: `${file.error.reason}: ${file.error.detail}` });
  const noted = notesOn(file.value.envelope);
  const readings = file.value.documents.filter((document) => "dte" in document).map(readOfDte);
  const [first, ...others] = readings.map((read) => ({
    ...read,
    authenticity: { ...read.authenticity, reasons: [...read.authenticity.reasons, ...noted] },
  }));
  const unread = file.value.documents.filter((document) => "field" in document).map(faultOf);
  if (!first) return err({ code: "unreadable", detail: unread[0] ?? "no document" });
  return ok({ ...first, ...(others.length > 0 && { others }), ...(unread.length > 0 && { unread }) });
}

/**
 * Why the envelope is not as its sender signed it: its cover may have been changed, or a document taken out. It is told of
 * each document and makes none worse, for each is signed by itself, and people put what they received into envelopes anew.
 */
function notesOn(envelope: Envelope | null): string[] {
  const signed = envelope?.signed ?? null;
  return signed === null || signed.valid ? [] : signed.reasons.map((reason) => `envelope_${reason}`);
}

const CODES: Readonly<Record<DteFileRefusal["reason"], UnreadableCode>> = {
  too_large: "too_large",
  too_many_documents: "too_large",
  too_deep: "bomb",
  too_many_attributes: "bomb",
  too_many_namespaces: "bomb",
  too_many_nodes: "bomb",
  doctype: "corrupt",
  processing_instruction: "corrupt",
  xml_version: "corrupt",
  not_well_formed: "corrupt",
  encoding: "corrupt",
  no_dte: "unsupported_type",
};

function faultOf({ field, text }: NoDte): string {
  return `${field}: ${text ?? "missing"}`;
}

function readOfDte({ dte, judgement }: JudgedDte): Read {
  const sure = PROVED_CONFIDENCE[judgement.verdict];
  const fields = fieldsOf(dte);
  const { timbre } = dte;
  return {
    kind: kindOfType(dte.type) ?? "unknown",
    sii_type: dte.type,
    read_from: "xml",
    fields,
    confidence: overallOf({ total: fields.total_minor === null ? 0 : sure, date: sure, merchant: sure }),
    authenticity: judgement,
    quality: { readable: true, problems: [] },
    text: linesOf(dte).join("\n").slice(0, TEXT_CHARS_MAX),
    ...(timbre && { stamp_text: `${timbre.signedText}|${timbre.signature}` }),
  };
}

const TEXT_CHARS_MAX = 8_000;
const NAME_CHARS_MAX = 100;
const ITEMS_SHOWN_MAX = 60;

function fieldsOf(dte: Dte): Fields {
  const currency = currencyOf(dte.currency);
  const minor = (amount: number | null): number | null => (currency === null ? null : minorOf(amount, currency));
  const { seller, buyer } = dealersOf(dte);
  const merchant = tame(seller?.name ?? "", NAME_CHARS_MAX);
  const [sold, bought] = [seller, buyer].map((party) => (party && !isPlaceholderRut(party.rut) ? party.rut : null));
  return {
    merchant: merchant || null,
    merchant_tax_id: sold ?? null,
    receiver_tax_id: bought === sold ? null : (bought ?? null),
    series: null,
    number: String(dte.folio),
    date: dte.issuedOn,
    currency: currency ?? "CLP",
    total_minor: minor(dte.total),
    net_minor: minor(dte.net),
    tax_minor: minor(dte.tax),
    exempt_minor: minor(dte.exempt),
    items: dte.items.slice(0, ITEMS_SHOWN_MAX).map((item): Item => ({
      description: tame(item.description, NAME_CHARS_MAX),
      quantity: item.quantity,
      amount_minor: minor(item.amount),
    })),
    category: categoryOf(merchant, [dte.issuer.trade ?? "", ...dte.items.map(({ description }) => description)]),
  };
}

/** What the SII's table of currencies calls them → ISO 4217. */
const CURRENCIES: Readonly<Record<string, string>> = {
  "DOLAR USA": "USD",
  EURO: "EUR",
  "LIBRA EST": "GBP",
  YEN: "JPY",
  RENMINBI: "CNY",
  "PESO MEX": "MXN",
  "PESO COL": "COP",
  "PESO URUG": "UYU",
  "NUEVO SOL": "PEN",
  "PESO ARG": "ARS",
  BOLIVIANO: "BOB",
  GUARANI: "PYG",
  "DOLAR CAN": "CAD",
  "DOLAR AUST": "AUD",
  "FRANCO SZ": "CHF",
  UF: "UF",
};

/** Null where it is none that we know: its amounts are then of no use. */
function currencyOf(name: string | null): string | null {
  return name === null ? "CLP" : (CURRENCIES[name] ?? null);
}

/** Null where the amount has more decimals than its currency. */
function minorOf(amount: number | null, currency: string): number | null {
  if (amount === null) return null;
  const minor = Math.round(amount * minorPerUnit(currency));
  return Number.isSafeInteger(minor) && Math.abs(minor / minorPerUnit(currency) - amount) < TINY ? minor : null;
}

const TINY = 1e-9;

const PAYMENTS: Readonly<Record<1 | 2 | 3, string>> = { 1: "Contado", 2: "Crédito", 3: "Sin costo" };
const TITLES: Readonly<Partial<Record<DocumentKind, string>>> = {
  factura: "FACTURA ELECTRONICA",
  factura_exenta: "FACTURA EXENTA ELECTRONICA",
  boleta: "BOLETA ELECTRONICA",
  guia: "GUIA DE DESPACHO ELECTRONICA",
  nota_credito: "NOTA DE CREDITO ELECTRONICA",
  nota_debito: "NOTA DE DEBITO ELECTRONICA",
};
/** SII's types of invoices, electronic or on paper, as a reference names them. */
const INVOICE_TYPES: ReadonlySet<string> = new Set(["30", "32", "33", "34", "46", "110"]);

function linesOf(dte: Dte): string[] {
  const { issuer, payment, dueOn, references, items } = dte;
  const { seller, buyer } = dealersOf(dte);
  return [
    `${TITLES[kindOfType(dte.type) ?? "unknown"] ?? "DOCUMENTO"} N° ${dte.folio}`,
    tame(seller?.name ?? "", NAME_CHARS_MAX),
    ...(seller === null ? [] : [`RUT: ${seller.rut}`]),
    ...(seller !== issuer || issuer.trade === null ? [] : [`Giro: ${tame(issuer.trade, NAME_CHARS_MAX)}`]),
    `Fecha emisión: ${printedDay(dte.issuedOn)}`,
    ...(buyer?.name == null ? [] : [`Señor(es): ${tame(buyer.name, NAME_CHARS_MAX)}`]),
    ...(buyer === null ? [] : [`RUT: ${buyer.rut}`]),
    ...(payment === null ? [] : [`Forma de pago: ${PAYMENTS[payment]}`]),
    ...(dueOn === null ? [] : [`Fecha vencimiento: ${printedDay(dueOn)}`]),
    ...references.map(({ type, folio }) => {
      const name = INVOICE_TYPES.has(type) ? "Factura N°" : `Documento ${tame(type)} N°`;
      return `Referencia: ${name} ${tame(folio)}`;
    }),
    ...items.map(({ description, amount }) => `${tame(description, NAME_CHARS_MAX)} ${amount ?? ""}`.trim()),
    `Total: ${dte.total}`,
  ].filter((line) => line !== "");
}

/** 2026-11-20 → 20-11-2026 */
function printedDay(day: string): string {
  return day.split("-").toReversed().join("-");
}
