// The RCV as lines of a table: what the direct export answers, and what a file that was ordered holds.
import { slashed, slashedMoment } from "../state/chile.ts";
import { TRANSACTIONS } from "../state/document.ts";
import type { SiiDocument } from "../state/document.ts";
import { acceptanceOf, claimOf } from "../state/life.ts";
import type { SiiOffice } from "../state/office.ts";
import { counterpartyOf, rowsOf } from "./register.ts";
import type { List, Wanted } from "./register.ts";

/** The head, and a line for each document and each further tax of it. Every line but the head ends with a semicolon. */
export function linesOf(office: SiiOffice, wanted: Wanted): string[] {
  const documents = rowsOf(office, wanted);
  const lines = documents.flatMap((document, nth) =>
    wanted.operation === "COMPRA" ? purchaseLines(document, wanted.list, nth + 1) : saleLines(document, nth + 1),
  );
  return [wanted.operation === "COMPRA" ? purchaseHead(wanted.list) : SALE_HEAD, ...lines];
}

const SMOKES = ["Tabacos Puros", "Tabacos Cigarrillos", "Tabacos Elaborados"];

/** Each of the four lists has columns that another has not. */
function purchaseHead(list: List): string {
  const said = { REGISTRO: ["Fecha Acuse"], NO_INCLUIR: ["Fecha Acuse"], RECLAMADO: ["Fecha Reclamo"], PENDIENTE: [] };
  return [
    "Nro;Tipo Doc;Tipo Compra;RUT Proveedor;Razon Social;Folio;Fecha Docto;Fecha Recepcion",
    ...said[list],
    "Monto Exento;Monto Neto;Monto IVA Recuperable;Monto Iva No Recuperable;Codigo IVA No Rec.;Monto Total;Monto Neto Activo Fijo;IVA Activo Fijo;IVA uso Comun;Impto. Sin Derecho a Credito;IVA No Retenido",
    ...(list === "REGISTRO" ? SMOKES : []),
    "NCE o NDE sobre Fact. de Compra;Codigo Otro Impuesto;Valor Otro Impuesto;Tasa Otro Impuesto",
  ].join(";");
}

type Cell = string | number;

function purchaseLines(document: SiiDocument, list: List, number: number): string[] {
  const { unrecoverable, fixed_asset, common_use_tax } = document;
  const said = {
    REGISTRO: [momentOr(acceptanceOf(document), "")],
    NO_INCLUIR: [momentOr(acceptanceOf(document), "")],
    RECLAMADO: [momentOr(claimOf(document), "null")],
    PENDIENTE: [],
  };
  const { type, transaction, issuer, folio, issued_on, received_at } = document;
  const kind = TRANSACTIONS[transaction] ?? "";
  const cells: Cell[][] = [
    [number, type, kind, issuer.rut, `${issuer.name} `, folio, slashed(issued_on), momentOr(received_at, "")],
    said[list],
    [document.exempt, document.net, document.tax || "", unrecoverable?.tax ?? "", unrecoverable?.code ?? ""],
    [document.total, fixed_asset?.net ?? "", fixed_asset?.tax ?? "", common_use_tax || "", "", 0],
    list === "REGISTRO" ? SMOKES.map(() => "") : [],
    [0],
  ];
  return withOtherTaxes(cells.flat(), document);
}

const SALE_HEAD =
  "Nro;Tipo Doc;Tipo Venta;Rut cliente;Razon Social;Folio;Fecha Docto;Fecha Recepcion;Fecha Acuse Recibo;Fecha Reclamo;Monto Exento;Monto Neto;Monto IVA;Monto total;IVA Retenido Total;IVA Retenido Parcial;IVA no retenido;IVA propio;IVA Terceros;RUT Emisor Liquid. Factura;Neto Comision Liquid. Factura;Exento Comision Liquid. Factura;IVA Comision Liquid. Factura;IVA fuera de plazo;Tipo Docto. Referencia;Folio Docto. Referencia;Num. Ident. Receptor Extranjero;Nacionalidad Receptor Extranjero;Credito empresa constructora;Impto. Zona Franca (Ley 18211);Garantia Dep. Envases;Indicador Venta sin Costo;Indicador Servicio Periodico;Monto No facturable;Total Monto Periodo;Venta Pasajes Transporte Nacional;Venta Pasajes Transporte Internacional;Numero Interno;Codigo Sucursal;NCE o NDE sobre Fact. de Compra;Codigo Otro Imp.;Valor Otro Imp.;Tasa Otro Imp.";

function saleLines(document: SiiDocument, number: number): string[] {
  const { rut, name } = counterpartyOf(document, "VENTA");
  const folios = document.references.map(({ folio }) => folio).join("-");
  const { type, folio, issued_on, received_at, references, exempt, net, tax, total } = document;
  const moments = [received_at, acceptanceOf(document), claimOf(document)].map((at) => momentOr(at, ""));
  const cells: Cell[][] = [
    [number, type, TRANSACTIONS[1] ?? "", rut, `${name} `, folio, slashed(issued_on)],
    moments,
    [exempt, net, tax, total, 0, 0, 0, 0, 0, "-", 0, 0, 0, 0],
    // «0» beside an empty folio: the portal's way of no reference.
    [references[0]?.type ?? 0, folios, "", "", 0, "", 0, 2, 0, 0, 0, "", "", "", 0, ""],
  ];
  return withOtherTaxes(cells.flat(), document);
}

/** The first stands on the line of its document, each further one on a line without a number. */
function withOtherTaxes(cells: readonly Cell[], { other_taxes }: SiiDocument): string[] {
  const [first, ...more] = other_taxes;
  const line = (before: readonly Cell[], tax: (typeof other_taxes)[number] | undefined): string =>
    [...before, tax?.code ?? "", tax?.amount ?? "", tax?.rate ?? "", ""].join(";");
  const empty = cells.map(() => "");
  return [line(cells, first), ...more.map((tax) => line(empty, tax))];
}

function momentOr(at: number | null, otherwise: string): string {
  return at === null ? otherwise : slashedMoment(at);
}
