// Which line of the F29 each document of a month stands in, with the form's own captions. Codes have stayed the same for
// years while lines were renumbered, so lines are known here by the code of their amount.

import { isElectronic, type DocumentKind } from "../document-kind.ts";
import type { VatItem } from "../vat.ts";

/** `sum`: of what `takes` lets in; whole pesos. `least`: the form has no amount below it there. */
export type LineRule = {
  caption: string;
  /** Code of the number of documents; null where the form does not ask it. */
  count_code: number | null;
  code: number;
  /** Empty: told, and in no total. */
  sign: "+" | "-" | "";
  takes: (item: VatItem) => boolean;
  sum: (item: VatItem) => number;
  least?: 0;
};

const vat = ({ vat: counted }: VatItem): number => counted;
const net = ({ sign, net: amount }: VatItem): number => sign * amount;
const exempt = ({ sign, exempt: amount }: VatItem): number => sign * amount;

function sold(...kinds: readonly DocumentKind[]): (item: VatItem) => boolean {
  return ({ side, kind }) => side === "venta" && kinds.includes(kind);
}

function isBought({ side, effect }: VatItem): boolean {
  return side === "compra" && effect === "credit";
}

const isNote = ({ kind }: VatItem): boolean => NOTES.has(kind);
const NOTES: ReadonlySet<DocumentKind> = new Set([
  "credit_note",
  "debit_note",
  "export_credit_note",
  "export_debit_note",
]);
const EXPORTS: readonly DocumentKind[] = ["export", "export_debit_note", "export_credit_note"];

/** A sale by factura de compra of which the buyer pays all the tax. */
const isWhollyWithheld = ({ kind, tax, withheld }: VatItem): boolean =>
  kind === "first_invoice" || (kind === "purchase_invoice" && withheld >= tax);

export const SALES: readonly LineRule[] = [
  {
    ...told("Exportaciones", 585, 20),
    takes: sold(...EXPORTS),
    sum: ({ sign, net: amount, exempt: free }) => sign * (amount + free),
    least: 0,
  },
  {
    // SII, pregunta 001.130.8200.003: exempt notes are compensated with the exempt sales of the same month, not beyond.
    ...told("Ventas y/o Servicios prestados Exentos o No Gravados del giro", 586, 142),
    takes: (item) =>
      item.side === "venta" && item.exempt > 0 && !EXPORTS.includes(item.kind) && item.use !== "fixed_asset",
    sum: exempt,
    least: 0,
  },
  {
    ...told("Ventas y/o Servicios prestados Exentos o No Gravados que no son del giro", 714, 715),
    takes: (item) =>
      item.side === "venta" && item.exempt > 0 && !EXPORTS.includes(item.kind) && item.use === "fixed_asset",
    sum: exempt,
    least: 0,
  },
  {
    ...told(
      "Facturas de Compra recibidas con retención total (contribuyentes retenidos) y Factura de Inicio emitida",
      515,
      587,
    ),
    takes: (item) => sold("purchase_invoice", "first_invoice")(item) && isWhollyWithheld(item),
    sum: net,
  },
  {
    ...told("Facturas de compra recibidas con retención parcial (Total neto)", null, 720),
    takes: (item) => sold("purchase_invoice")(item) && !isWhollyWithheld(item),
    sum: net,
  },
  {
    ...adds("Facturas emitidas por ventas y servicios del giro", 503, 502),
    takes: (item) => sold("invoice")(item) && item.use !== "real_estate" && item.use !== "fixed_asset",
  },
  {
    ...adds("Facturas emitidas por la venta de bienes inmuebles afectas a IVA", 763, 764),
    takes: (item) => sold("invoice")(item) && item.use === "real_estate",
  },
  {
    ...adds("Facturas y Notas de Débitos por ventas y servicios que no son del giro (activo fijo y otros)", 716, 717),
    takes: (item) => sold("invoice", "debit_note")(item) && item.use === "fixed_asset",
  },
  { ...adds("Boletas", 110, 111), takes: sold("boleta") },
  {
    ...adds(
      "Comprobantes o Recibos de Pago generados en transacciones pagadas a través de medios electrónicos",
      758,
      759,
    ),
    takes: sold("voucher"),
  },
  {
    ...adds("Notas de Débito emitidas asociadas al giro", 512, 513),
    takes: (item) => sold("debit_note")(item) && item.use !== "fixed_asset",
  },
  {
    ...takesAway("Notas de Crédito emitidas por Facturas asociadas al giro", 509, 510),
    takes: (item) => sold("credit_note")(item) && item.use !== "fixed_asset" && item.tax > 0,
  },
  {
    ...takesAway(
      "Notas de Crédito emitidas por ventas y servicios que no son del giro (activo fijo y otros)",
      733,
      734,
    ),
    takes: (item) => sold("credit_note")(item) && item.use === "fixed_asset" && item.tax > 0,
  },
  {
    ...adds("Facturas de Compra recibidas con retención parcial (contribuyentes retenidos)", 516, 517),
    takes: (item) => sold("purchase_invoice")(item) && !isWhollyWithheld(item),
  },
  {
    ...adds("Liquidación y Liquidación Factura", 500, 501),
    takes: ({ side, kind }) => side === "compra" && kind === "liquidation",
  },
];

export const PURCHASES: readonly LineRule[] = [
  {
    ...told("IVA por documentos electrónicos recibidos, con derecho a crédito", null, 511),
    takes: (item) => isBought(item) && isElectronic(item.type),
    sum: ({ sign, vat: counted }) => sign * counted,
  },
  {
    ...told("IVA por documentos electrónicos recibidos, sin derecho a crédito", null, 514),
    takes: (item) => isBought(item) && isElectronic(item.type) && item.tax > item.vat,
    sum: ({ sign, tax, vat: counted }) => sign * (tax - counted),
  },
  {
    ...told("Internas afectas, sin derecho a crédito", 564, 521),
    takes: (item) => isBought(item) && item.use === "unrecoverable" && item.kind !== "import",
    sum: net,
  },
  {
    ...told("Importaciones, sin derecho a crédito", 566, 560),
    takes: (item) => isBought(item) && item.use === "unrecoverable" && item.kind === "import",
    sum: net,
  },
  {
    ...told("Internas exentas, o no gravadas", 584, 562),
    takes: (item) => isBought(item) && item.exempt > 0 && item.kind !== "import",
    sum: exempt,
    least: 0,
  },
  {
    ...adds("Facturas recibidas del giro y Facturas de compra emitidas", 519, 520),
    takes: bought("giro", "common_use"),
  },
  {
    ...adds("Facturas recibidas de Proveedores: Supermercados y Comercios similares, Art. 23 N° 4 D.L. 825", 761, 762),
    takes: bought("supermarket"),
  },
  {
    ...adds(
      "Facturas recibidas por Adquisición o Construcción de Bienes Inmuebles, Art. 8° transitorio (Ley N° 20.780)",
      765,
      766,
    ),
    takes: bought("real_estate"),
  },
  { ...adds("Facturas activo fijo", 524, 525), takes: bought("fixed_asset") },
  {
    ...takesAway("Notas de Crédito recibidas y Notas de Crédito emitidas por retención de cambio de sujeto", 527, 528),
    takes: (item) => isCredit(item) && isNote(item) && item.sign === -1,
  },
  {
    ...adds("Notas de Débito recibidas y Notas de Débito emitidas por retención de cambio de sujeto", 531, 532),
    takes: (item) => isCredit(item) && isNote(item) && item.sign === 1,
  },
  {
    ...adds("Declaraciones de Ingreso (DIN) importaciones del giro", 534, 535),
    takes: (item) => isCredit(item) && item.kind === "import" && item.use !== "fixed_asset",
  },
  {
    ...adds("Declaraciones de Ingreso (DIN) importaciones activo fijo", 536, 553),
    takes: (item) => isCredit(item) && item.kind === "import" && item.use === "fixed_asset",
  },
];

/** VAT of others that the business keeps back and pays: of its own facturas de compra. */
export const WITHHELD: readonly LineRule[] = [
  {
    ...adds("IVA total retenido a terceros (tasa Art. 14 D.L. 825)", null, 39),
    takes: (item) => withholds(item) && item.sign === 1 && item.withheld >= item.tax,
    sum: ({ withheld }) => withheld,
  },
  {
    ...adds("IVA parcial retenido a terceros (según tasa)", null, 554),
    takes: (item) => withholds(item) && item.sign === 1 && item.withheld < item.tax,
    sum: ({ withheld }) => withheld,
  },
  {
    ...takesAway("IVA Retenido por notas de crédito emitidas", null, 736),
    takes: (item) => withholds(item) && item.sign === -1,
    sum: ({ withheld }) => withheld,
  },
];

function withholds({ side, withheld }: VatItem): boolean {
  return side === "compra" && withheld > 0;
}

/** Counts as crédito, and has tax at all: an exempt purchase stands in its own line. */
function isCredit(item: VatItem): boolean {
  return isBought(item) && item.tax > 0 && item.use !== "unrecoverable";
}

function bought(...uses: readonly VatItem["use"][]): (item: VatItem) => boolean {
  return (item) => isCredit(item) && !isNote(item) && item.kind !== "import" && uses.includes(item.use);
}

type Heading = Pick<LineRule, "caption" | "count_code" | "code" | "sign">;

function told(caption: string, count_code: number | null, code: number): Heading {
  return { caption, count_code, code, sign: "" };
}

function adds(caption: string, count_code: number | null, code: number): Heading & Pick<LineRule, "sum"> {
  return { caption, count_code, code, sign: "+", sum: vat };
}

function takesAway(caption: string, count_code: number | null, code: number): Heading & Pick<LineRule, "sum"> {
  return { caption, count_code, code, sign: "-", sum: vat };
}
