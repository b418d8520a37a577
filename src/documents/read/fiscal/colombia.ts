import { nitCheckDigit, readNit } from "#kernel";
import type { DocumentKind } from "../../extraction.ts";
import { datesIn } from "../dates.ts";
import { hundredthsOfEither } from "./amounts.ts";
import { type FiscalQr, SAYS_NOTHING } from "./code.ts";

/** Names of the fields; the total has had several, and notes have their own. */
const NAME =
  /(NumFac|NumNcr|NumNdb|NumDS|FecFac|FecNcr|FecNdb|HorFac|HorNcr|HorNdb|NitFac|NitOFE|DocAdq|ValFacImp?|ValFac|ValNcrIm|ValNcr|ValIva|ValOtroIm|ValTolFac|ValTotFac|ValTotal|ValTol|CUFE|CUDE|CUDS|QRCode)\s*[:=]\s*/gi;
/** What a field is called, on an invoice first. */
const NAMES = {
  code: ["cufe", "cude", "cuds"],
  number: ["numfac", "numncr", "numndb", "numds"],
  day: ["fecfac", "fecncr", "fecndb"],
  issuer: ["nitfac", "nitofe"],
  receiver: ["docadq"],
  total: ["valtolfac", "valtotfac", "valtotal", "valtol", "valfacimp", "valfacim", "valncrim"],
  tax: ["valiva"],
} as const;

/** SHA-384; SHA-1 before 2019. It cannot be worked out again here: its formula takes a key that the DIAN gives the issuer. */
const CODE = /^(?:[0-9a-f]{96}|[0-9a-f]{40})$/i;
const ADDRESS = /https?:\/\/catalogo-vpfe(?:-hab)?\.dian\.gov\.co\/\S{0,200}?documentkey=([0-9a-f]{40,96})/i;

/**
 * `NumFac: … FecFac: … NitFac: … ValTolFac: … CUFE: …` a line each, in one line or with `=`, and the address of the
 * DIAN's search, which comes alone as well and then names nothing but the document (Anexo técnico 1.9, §11.7).
 */
export function readColombian(text: string): FiscalQr | null {
  const values = valuesIn(text);
  const said = (field: keyof typeof NAMES): string => {
    const name = NAMES[field].find((each) => values.has(each));
    return values.get(name ?? "") ?? "";
  };
  const code = said("code") || (ADDRESS.exec(text)?.[1] ?? "");
  if (!CODE.test(code)) return null;
  return {
    country: "CO",
    kind: kindOf(values),
    key: code.toLowerCase(),
    month: null,
    namesCurrency: false,
    fields: {
      ...SAYS_NOTHING,
      merchant_tax_id: nitOf(said("issuer")),
      receiver_tax_id: nitOf(said("receiver")),
      ...numberOf(said("number")),
      date: datesIn(said("day"))[0] ?? null,
      currency: "COP",
      total_minor: hundredthsOfEither(said("total")),
      tax_minor: hundredthsOfEither(said("tax")),
    },
  };
}

/** A value ends where its line ends or the next name begins. */
function valuesIn(text: string): ReadonlyMap<string, string> {
  const names = [...text.matchAll(NAME)];
  return new Map(
    names.map((name, i) => {
      const value = text.slice(name.index + name[0].length, names[i + 1]?.index ?? text.length);
      return [(name[1] ?? "").toLowerCase(), (value.split(/[\r\n;|]|\s{2}|https?:/)[0] ?? "").trim()];
    }),
  );
}

/** A CUDE is that of a note as well as that of a till's receipt: then the print must tell. */
function kindOf(values: ReadonlyMap<string, string>): DocumentKind {
  if (values.has("numncr") || values.has("valncr") || values.has("valncrim")) return "nota_credito";
  if (values.has("numndb")) return "nota_debito";
  return values.has("cufe") ? "factura" : "unknown";
}

/** Prefix and number; a prefix that ends in a digit can't be told from its number. */
function numberOf(text: string): { series: string | null; number: string | null } {
  const plain = text.replace(/\s/g, "").toUpperCase();
  const [, series, number] = /^([A-Z]{1,4})-?(\d{1,12})$/.exec(plain) ?? [];
  if (number !== undefined) return { series: series ?? null, number };
  return { series: null, number: /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(plain) ? plain : null };
}

/** Companies' numbers begin with 8 or 9 and have nine digits; the annex has them written without the check digit. */
const COMPANY = /^[89]\d{8}$/;
const BUYER_UNKNOWN = "222222222222";

/** A NIT with its check digit, which a company's always can be given: it follows from the digits, and a code is not misread. */
function nitOf(text: string): string | null {
  const plain = text.replace(/[.\s]/g, "");
  if (plain === BUYER_UNKNOWN) return null;
  return COMPANY.test(plain) ? `${plain}-${nitCheckDigit(plain)}` : readNit(plain);
}
