// An electronic document as the SII holds it, and the short form in which tests and the page give one.
import { z } from "zod";
import { plainRut } from "./rut.ts";

/** What a receiver may say of a document, and what the SII notes of it by itself (a credit note that annuls). */
export const CLAIMS = ["RCD", "RFP", "RFT"] as const;
export const ACTIONS = ["ACD", "ERM", ...CLAIMS] as const;
export type Action = (typeof ACTIONS)[number];
export type EventCode = Action | "NCA";

/** 1 del giro, 2 supermercados, 3 bienes raíces, 4 activo fijo, 5 IVA uso común, 6 IVA no recuperable, 7 no incluir. */
export const TRANSACTIONS: Readonly<Record<number, string>> = {
  1: "Del Giro",
  2: "Supermercados",
  3: "Bienes Raíces",
  4: "Activo Fijo",
  5: "IVA Uso Común",
  6: "IVA No Recuperable",
  7: "No Corresp. Incluir",
};

export const TYPE_NAMES: Readonly<Record<number, string>> = {
  30: "Factura",
  32: "Factura de Venta Exenta",
  33: "Factura Electrónica",
  34: "Factura no Afecta o Exenta Electrónica",
  39: "Boleta Electrónica",
  41: "Boleta no Afecta o Exenta Electrónica",
  43: "Liquidación-Factura Electrónica",
  46: "Factura de Compra Electrónica",
  48: "Comprobante de Pago Electrónico",
  56: "Nota de Débito Electrónica",
  60: "Nota de Crédito",
  61: "Nota de Crédito Electrónica",
  110: "Factura de Exportación Electrónica",
  112: "Nota de Crédito de Exportación Electrónica",
  914: "Declaración de Ingreso (DIN)",
};

/** Of these the RCV has monthly totals only. */
export const TOTALS_ONLY: ReadonlySet<number> = new Set([39, 41, 48]);
/** These wait for their receiver; all others are registered as they come. */
export const CLAIMABLE: ReadonlySet<number> = new Set([33, 34, 43]);
/** Written above zero, counted below. */
export const CREDIT_NOTES: ReadonlySet<number> = new Set([60, 61, 112]);
const EXEMPT: ReadonlySet<number> = new Set([32, 34, 41, 110, 112]);

const pesos = z.number().int().min(0).max(1e14);
const day = z.iso.date();
const period = z.string().regex(/^20\d\d(0[1-9]|1[0-2])$/);

const otherTax = z.strictObject({ code: z.number().int(), amount: pesos, rate: z.number().nullable().default(null) });
/** `code`: 1 annuls, 2 corrects words, 3 corrects amounts. */
const reference = z.strictObject({
  type: z.number().int(),
  folio: z.number().int(),
  code: z.literal([1, 2, 3]).default(3),
});

export const documentSchema = z.strictObject({
  /** RUT of a taxpayer of the simulator; the default one when left out. */
  taxpayer: z.string().optional(),
  side: z.enum(["compra", "venta"]),
  /** Its check digit may be wrong: the SII lists such documents all the same. */
  counterparty: z
    .strictObject({ rut: z.string().refine((text) => plainRut(text) !== null, "no RUT"), name: z.string().max(100) })
    .optional(),
  type: z.number().int().min(1).max(999).default(33),
  folio: z.number().int().min(1).max(9_999_999_999).optional(),
  issued_on: day.optional(),
  /** When the SII received it; null while it has not. Noon of the day of issue when left out, and never later than now. */
  received_at: z.iso.datetime({ offset: true }).nullable().optional(),
  net: pesos.default(0),
  exempt: pesos.default(0),
  /** 19 % of the net amount when left out; none of an exempt type. */
  tax: pesos.optional(),
  other_taxes: z.array(otherTax).default([]),
  /** Why the tax is no credit, 1 to 9. */
  unrecoverable: z.number().int().min(1).max(9).nullable().default(null),
  fixed_asset: z.boolean().default(false),
  common_use: z.boolean().default(false),
  transaction: z.number().int().min(1).max(7).optional(),
  references: z.array(reference).default([]),
  /** Paid in cash: registered at once, and nothing may be said against it. */
  cash: z.boolean().default(false),
  /** How many documents a line of 39, 41 or 48 stands for. */
  count: z.number().int().min(1).default(1),
  /** How often the detail lists it; the summary counts it once. */
  copies: z.number().int().min(1).max(10).default(1),
  /** What was said of it when it came. */
  said: z.enum(ACTIONS).nullable().default(null),
  /** The month of the RCV in which it counts, against the rule: `202611`. */
  period: period.nullable().default(null),
});

export type DocumentInput = z.input<typeof documentSchema>;
type Given = z.output<typeof documentSchema>;

export type Party = { rut: string; name: string };
export type DocumentEvent = { code: EventCode; at: number; by: string };

/** Amounts in whole pesos, above zero of a credit note as well; moments in epoch ms. */
export type SiiDocument = Pick<Given, "type" | "other_taxes" | "references" | "cash" | "count" | "copies"> & {
  id: string;
  issuer: Party;
  receiver: Party;
  folio: number;
  issued_on: string;
  received_at: number | null;
  exempt: number;
  net: number;
  /** Of a purchase what may be recovered. */
  tax: number;
  unrecoverable: { tax: number; code: number } | null;
  fixed_asset: { net: number; tax: number } | null;
  common_use_tax: number;
  total: number;
  transaction: number;
  events: DocumentEvent[];
  /** The month to which it was moved by hand. */
  moved_to: string | null;
};

export type Amounts = Pick<
  SiiDocument,
  "exempt" | "net" | "tax" | "unrecoverable" | "fixed_asset" | "common_use_tax" | "total" | "transaction"
>;

const VAT_PERCENT = 19;

/** What the few numbers of the short form come to. */
export function amountsOf(given: Given): Amounts {
  const { net, exempt, unrecoverable, fixed_asset, common_use } = given;
  const vat = given.tax ?? (EXEMPT.has(given.type) ? 0 : Math.round((net * VAT_PERCENT) / 100));
  const isLost = unrecoverable !== null;
  const others = given.other_taxes.reduce((sum, { amount }) => sum + amount, 0);
  return {
    exempt,
    net,
    tax: isLost || common_use ? 0 : vat,
    unrecoverable: isLost ? { tax: vat, code: unrecoverable } : null,
    fixed_asset: fixed_asset ? { net, tax: vat } : null,
    common_use_tax: common_use && !isLost ? vat : 0,
    total: exempt + net + vat + others,
    transaction: given.transaction ?? (fixed_asset ? 4 : common_use ? 5 : isLost ? 6 : 1),
  };
}
