// A purchase as a printer sets it: rows of text in one of the ways shops print them.

import { addMonths, type CivilDate, monthOf } from "#kernel";
import type { Purchase } from "./purchase.ts";
import type { Chance } from "./random.ts";

/** One row: text at the left and at the right, or in the middle. `size` is relative to the usual letter. */
export type Row = { left?: string; right?: string; middle?: string; size?: number; bold?: boolean; rule?: boolean };

/** The rows of a document, from its head to its foot. */
export function printed(purchase: Purchase, chance: Chance): Row[] {
  const style = styleOf(purchase, chance);
  if (purchase.kind === "comprobante") return voucher(purchase, style, chance);
  return [...head(purchase, style, chance), ...items(purchase, style, chance), ...foot(purchase, style, chance)];
}

type Style = {
  money: (minor: number) => string;
  sign: string;
  day: string;
  id: string;
  accents: boolean;
};

function styleOf(purchase: Purchase, chance: Chance): Style {
  const sign = purchase.country === "PE" ? "S/ " : chance.pick(["$", "$ ", "$ ", ""]);
  return {
    money: (minor) => amount(minor, purchase.country),
    sign,
    day: dayIn(purchase.date, chance),
    id: idOf(purchase.merchant_tax_id, purchase.country, chance),
    accents: chance.often(0.4),
  };
}

/** `45.670`, `1.234,50` or `1,234.50`, as the country writes it. */
export function amount(minor: number, country: Purchase["country"]): string {
  const grouped = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
  if (country === "CL") return grouped(minor, ".");
  const comma = country === "AR";
  return `${grouped(Math.floor(minor / 100), comma ? "." : ",")}${comma ? "," : "."}${String(minor % 100).padStart(2, "0")}`;
}

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

/** A day as shops print it. */
export function dayIn(date: CivilDate, chance: Chance): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  const forms = [
    `${day}/${month}/${year}`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${year}`,
    `${day}-${month}-${year}`,
    `${day}/${month}/${year.slice(2)}`,
    `${day}.${month}.${year}`,
    `${year}-${month}-${day}`,
    `${day}-${name.slice(0, 3).toUpperCase()}-${year}`,
    `${Number(day)} de ${name} de ${year}`,
  ];
  return chance.pick(forms);
}

/** A tax id behind its word. */
export function idOf(taxId: string, country: Purchase["country"], chance: Chance): string {
  if (country === "CL") {
    const [body = "", check = ""] = taxId.split("-");
    const dotted = `${body.replace(/\B(?=(\d{3})+$)/g, ".")}-${check}`;
    return `${chance.pick(["R.U.T.: ", "RUT: ", "RUT ", "R.U.T. : ", "Rut: ", "RUT.: "])}${chance.pick([dotted, dotted, taxId])}`;
  }
  if (country === "PE") return `${chance.pick(["RUC: ", "R.U.C. ", "RUC "])}${taxId}`;
  if (country === "AR")
    return `${chance.pick(["CUIT: ", "C.U.I.T.: "])}${taxId.slice(0, 2)}-${taxId.slice(2, 10)}-${taxId.slice(10)}`;
  return `RFC: ${taxId}`;
}

export const STREETS = [
  "AV. MATTA 1120",
  "LOS AROMOS 455",
  "SAN DIEGO 2040 LOCAL 3",
  "GRAN AVENIDA 5512",
  "CALLE UNO 77",
];
export const PLACES = ["SANTIAGO", "ÑUÑOA", "VALPARAISO", "TEMUCO", "LA SERENA", "MAIPU"];

function head(purchase: Purchase, style: Style, chance: Chance): Row[] {
  const title = titleOf(purchase, style, chance);
  const day = dayRow(style, chance);
  const rows: Row[] = [{ middle: purchase.merchant, bold: chance.often(0.7), size: chance.pick([1, 1, 1.2]) }];
  const own: Row[] = [
    { middle: style.id },
    { middle: `GIRO: ${chance.pick(["VENTA AL POR MENOR", "MINIMARKET", "FERRETERIA Y MATERIALES", "ALIMENTOS"])}` },
    { middle: `${chance.pick(STREETS)}, ${chance.pick(PLACES)}` },
  ];
  if (chance.often(0.4)) own.push({ middle: `FONO: ${chance.whole(2_000_000, 2_999_999)}${chance.whole(10, 99)}` });
  const receiver: Row[] =
    purchase.receiver_tax_id === null
      ? []
      : [
          {
            left: `SEÑOR(ES): ${chance.pick(["JUAN PEREZ Y CIA LTDA", "SERVICIOS DEL SUR SPA", "CLIENTE FRECUENTE LTDA"])}`,
          },
          { left: idOf(purchase.receiver_tax_id, purchase.country, chance) },
        ];
  return chance.often(0.75)
    ? [...rows, ...own, { rule: true }, ...title, ...receiver, ...day, { rule: true }]
    : [...rows, own[0] as Row, ...title, ...own.slice(1), ...receiver, ...day, { rule: true }];
}

function titleOf(purchase: Purchase, { accents }: Style, chance: Chance): Row[] {
  const { kind, number, series, country } = purchase;
  const electronic = accents ? "ELECTRÓNICA" : "ELECTRONICA";
  const name =
    kind === "factura"
      ? `FACTURA ${electronic}`
      : country === "PE"
        ? `BOLETA DE VENTA ${electronic}`
        : `BOLETA ${electronic}`;
  if (country === "PE")
    return [
      { middle: name, bold: true },
      { middle: `${series}-${number.padStart(8, "0")}`, bold: true },
    ];
  if (country === "AR")
    return [
      { middle: kind === "factura" ? "FACTURA A" : "FACTURA B", bold: true },
      { middle: `Nro. ${series}-${number.padStart(8, "0")}` },
    ];
  if (country === "MX") return [{ middle: "TICKET DE VENTA", bold: true }, { middle: `FOLIO: ${number}` }];
  const padded = chance.often(0.15) ? number.padStart(8, "0") : number;
  const sign = chance.pick(["N° ", "Nº ", "N°", "Nro. ", "NRO: ", "FOLIO: ", "N° : ", "Folio N° "]);
  return chance.often(0.5)
    ? [{ middle: `${name} ${sign}${padded}`, bold: true }]
    : [
        { middle: name, bold: true },
        { middle: `${sign}${padded}`, bold: chance.often(0.5) },
      ];
}

function dayRow({ day }: Style, chance: Chance): Row[] {
  const time = `${String(chance.whole(8, 21)).padStart(2, "0")}:${String(chance.whole(0, 59)).padStart(2, "0")}`;
  const label = chance.pick(["FECHA: ", "Fecha: ", "FECHA EMISION: ", "Fecha Emisión : ", "FECHA ", ""]);
  const forms: Row[][] = [
    [{ left: `${label}${day}`, right: `HORA: ${time}` }],
    [{ left: `${label}${day} ${time}` }],
    [{ left: `${label}${day}` }, { left: `CAJA: ${chance.whole(1, 15)}`, right: `CAJERO: ${chance.whole(100, 999)}` }],
    [
      { left: `CAJA ${chance.whole(1, 9)} VENDEDOR ${chance.whole(1, 40)}` },
      { left: `${label || "FECHA: "}${day}`, right: time },
    ],
  ];
  return chance.pick(forms);
}

function items(purchase: Purchase, { money }: Style, chance: Chance): Row[] {
  const form = chance.whole(0, 3);
  const title: Row[] = chance.often(0.4)
    ? [{ left: form === 3 ? "CANT DESCRIPCION" : "DESCRIPCION", right: "VALOR" }, { rule: true }]
    : [];
  const rows = purchase.items.flatMap(({ description, quantity, price_minor, amount_minor }): Row[] => {
    const end = money(amount_minor);
    if (form === 3) return [{ left: `${quantity} ${description}`, right: end }];
    if (quantity === 1 && form !== 2) return [{ left: description, right: end }];
    if (form === 1) return [{ left: `${quantity} X ${money(price_minor)}` }, { left: description, right: end }];
    return [{ left: description }, { left: `  ${quantity} x ${money(price_minor)}`, right: end }];
  });
  return [...title, ...rows, { rule: true }];
}

function foot(purchase: Purchase, style: Style, chance: Chance): Row[] {
  const { total_minor, net_minor, tax_minor, discount_minor, country } = purchase;
  const { money, sign } = style;
  const rows: Row[] = [];
  if (net_minor !== null && tax_minor !== null) {
    rows.push({ left: chance.pick(["MONTO NETO", "NETO", "Neto $"]), right: sign + money(net_minor) });
    rows.push({
      left: chance
        .pick(country === "PE" ? ["IGV 18%"] : ["I.V.A. 19%", "IVA 19 %", "19% I.V.A"])
        .replace("19", country === "CL" ? "19" : country === "AR" ? "21" : "16"),
      right: sign + money(tax_minor),
    });
  } else if (discount_minor > 0 || chance.often(0.35)) {
    rows.push({
      left: chance.pick(["SUBTOTAL", "SUB TOTAL", "Subtotal"]),
      right: sign + money(total_minor + discount_minor),
    });
    if (discount_minor > 0)
      rows.push({
        left: chance.pick(["DESCUENTO", "DCTO 10%", "TOTAL DESCUENTOS"]),
        right: `-${money(discount_minor)}`,
      });
  }
  rows.push({
    left: chance.pick(["TOTAL", "TOTAL", "TOTAL A PAGAR", "Total", "TOTAL:", "MONTO TOTAL"]),
    right: `${sign}${money(total_minor)}`,
    bold: chance.often(0.7),
    size: chance.pick([1, 1.2, 1.5]),
  });
  return [...rows, ...payment(purchase, style, chance), ...farewell(purchase, style, chance)];
}

function payment({ paid, total_minor }: Purchase, { money, sign }: Style, chance: Chance): Row[] {
  if (paid.by === "tarjeta")
    return [
      {
        left: chance.pick(["TARJETA DEBITO", "REDCOMPRA", "TARJETA CREDITO", "DEBITO"]),
        right: sign + money(total_minor),
      },
    ];
  if (chance.often(0.2)) return [];
  return [
    { left: "EFECTIVO", right: sign + money(paid.handed_minor) },
    { left: chance.pick(["VUELTO", "SU VUELTO", "CAMBIO"]), right: sign + money(paid.handed_minor - total_minor) },
  ];
}

function farewell(purchase: Purchase, { money, sign }: Style, chance: Chance): Row[] {
  const rows: Row[] = [{ rule: true }];
  const inside = purchase.country === "CL" && purchase.kind === "boleta" && chance.often(0.4);
  if (inside) {
    const tax = Math.round((purchase.total_minor * 19) / 119);
    rows.push({ left: chance.pick(["EL IVA DE ESTA BOLETA ES:", "IVA INCLUIDO"]), right: sign + money(tax) });
  }
  if (purchase.country === "CL" && chance.often(0.5)) {
    rows.push(
      { middle: "Timbre Electrónico SII" },
      { middle: `Res. ${chance.whole(10, 99)} de ${chance.pick(["2010", "2014"])} - Verifique: www.sii.cl` },
    );
  }
  if (chance.often(0.2))
    rows.push({ middle: `PROPINA SUGERIDA 10% ${sign}${money(Math.round(purchase.total_minor / 10))}` });
  rows.push({
    middle: chance.pick(["GRACIAS POR SU COMPRA", "¡Muchas gracias!", "VUELVA PRONTO", "CONSERVE SU BOLETA"]),
  });
  if (chance.often(0.15))
    rows.push({ middle: `CAMBIOS HASTA ${dayIn(`${addMonths(monthOf(purchase.date), 1)}-10`, chance)}` });
  return rows;
}

function voucher(purchase: Purchase, style: Style, chance: Chance): Row[] {
  const { number, merchant, total_minor } = purchase;
  const operation = chance.pick(["NUMERO OPERACION", "N° OPERACION", "NUMERO DE OPERACION"]);
  return [
    { middle: "COMPROBANTE DE VENTA", bold: true },
    { middle: chance.pick(["TARJETA DE DEBITO", "TARJETA DE CREDITO", "VENTA DEBITO"]) },
    { middle: merchant, bold: chance.often(0.5) },
    { middle: style.id },
    { middle: `${chance.pick(STREETS)}, ${chance.pick(PLACES)}` },
    { rule: true },
    ...dayRow(style, chance).filter(({ left }) => left?.includes(style.day)),
    { left: "TERMINAL", right: `${chance.whole(10, 99)}B${chance.whole(10_000, 99_999)}` },
    { left: operation, right: number },
    { left: "CODIGO AUTORIZACION", right: String(chance.whole(100_000, 999_999)) },
    { left: "**** **** ****", right: String(chance.whole(1_000, 9_999)) },
    {
      left: chance.pick(["TOTAL:", "TOTAL", "MONTO"]),
      right: style.sign + style.money(total_minor),
      size: chance.pick([1, 1.3]),
    },
    { rule: true },
    { middle: "ACEPTO PAGAR SEGUN CONTRATO CON EMISOR" },
  ];
}
