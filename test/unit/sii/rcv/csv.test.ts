import { expect, test } from "vitest";
import { readRcvCsv, type RcvFile } from "#sii";
import { PURCHASE_READ } from "./purchase.ts";

const COMPRA =
  "Nro;Tipo Doc;Tipo Compra;RUT Proveedor;Razon Social;Folio;Fecha Docto;Fecha Recepcion;{acuse}Monto Exento;Monto Neto;Monto IVA Recuperable;Monto Iva No Recuperable;Codigo IVA No Rec.;Monto Total;Monto Neto Activo Fijo;IVA Activo Fijo;IVA uso Comun;Impto. Sin Derecho a Credito;IVA No Retenido;{tabacos}NCE o NDE sobre Fact. de Compra;Codigo Otro Impuesto;Valor Otro Impuesto;Tasa Otro Impuesto";
const head = (acuse: string, tabacos: string): string => COMPRA.replace("{acuse}", acuse).replace("{tabacos}", tabacos);
const REGISTRO = head("Fecha Acuse;", "Tabacos Puros;Tabacos Cigarrillos;Tabacos Elaborados;");
const NO_INCLUIR = head("Fecha Acuse;", "");
const RECLAMADO = head("Fecha Reclamo;", "");
const PENDIENTE = head("", "");
const VENTA =
  "Nro;Tipo Doc;Tipo Venta;Rut cliente;Razon Social;Folio;Fecha Docto;Fecha Recepcion;Fecha Acuse Recibo;Fecha Reclamo;Monto Exento;Monto Neto;Monto IVA;Monto total;IVA Retenido Total;Tipo Docto. Referencia;Folio Docto. Referencia;Codigo Otro Imp.;Valor Otro Imp.;Tasa Otro Imp.";

const PURCHASE =
  "1;33;Del Giro;76123456-0;Comercial Ñuñoa S.A. ;23084;21/06/2026;24/06/2026 09:55:53;;0;240169;45632;;;285801;;;;;0;;;;0;;;;";

const bytes = (...lines: string[]): Uint8Array => Uint8Array.from(Buffer.from(lines.join("\r\n"), "utf8"));

function read(...lines: string[]): RcvFile {
  const file = readRcvCsv(bytes(...lines));
  if (!file.ok) throw new Error(`${file.error.reason}: ${file.error.detail}`);
  return file.value;
}

test("reads a purchase of the register", () => {
  const { side, state, documents, faults } = read(REGISTRO, PURCHASE);
  expect({ side, state, faults }).toEqual({ side: "compra", state: "registro", faults: [] });
  const counterparty = { ...PURCHASE_READ.counterparty, name: "Comercial Ñuñoa S.A." };
  // The portal's table does not say in which month a document counts.
  expect(documents).toEqual([{ ...PURCHASE_READ, counterparty, period: null }]);
});

test.each([
  ["registro", REGISTRO, PURCHASE],
  [
    "no_incluir",
    NO_INCLUIR,
    "1;33;No Corresp. Incluir;76123456-0;X;1;13/12/2026;14/12/2026 15:56:27;;0;87699;;16663;9;104362;;;;;0;0;;;;",
  ],
  [
    "reclamado",
    RECLAMADO,
    "1;61;Del Giro;76123456-0;X;1;24/06/2026;24/06/2026 15:24:41;null;0;1652840;314040;;;1966880;;;;;0;0;;;;",
  ],
  ["pendiente", PENDIENTE, "1;33;Del Giro;76123456-0;X;1;24/06/2026;24/06/2026 15:24:41;0;100;19;;;119;;;;;0;0;;;;"],
])("tells the list %s by its columns", (state, columns, line) => {
  const file = read(columns, line);
  expect(file).toMatchObject({ side: "compra", state, faults: [], documents: [{ state }] });
});

test("what may not be recovered of a purchase's tax is told apart, with its code", () => {
  const { documents } = read(
    NO_INCLUIR,
    "1;33;No Corresp. Incluir;76123456-0;X;1;13/12/2026;14/12/2026 15:56:27;;0;87699;;16663;9;104362;;;;;0;0;;;;",
  );
  expect(documents).toMatchObject([{ tax: 0, unrecoverable: { tax: 16_663, code: 9 }, total: 104_362 }]);
});

test("reads a sale, its receiver and the invoices that a note refers to", () => {
  const { side, documents } = read(
    VENTA,
    "1;61;Del Giro;76123456-0;Cliente;506;04/06/2026;18/06/2026 17:01:06;;;0;1750181;332534;2082715;0;33;10370-10371;;;;",
  );
  expect(side).toBe("venta");
  expect(documents).toMatchObject([
    {
      type: 61,
      total: 2_082_715,
      references: [
        { type: 33, folio: "10370" },
        { type: 33, folio: "10371" },
      ],
    },
  ]);
});

test("a second tax of a document stands on the line below it", () => {
  const beer = "1;33;Del Giro;76123456-0;X;5;21/06/2026;24/06/2026 09:55:53;;0;1000;190;;;1710;;;;;0;;;;0;26;205;20.5;";
  const wine = ";;;;;;;;;;;;;;;;;;;;;;;;24;315;31,5;";
  expect(read(REGISTRO, beer, wine).documents).toMatchObject([
    {
      otherTaxes: [
        { code: 26, amount: 205, rate: 20.5 },
        { code: 24, amount: 315, rate: 31.5 },
      ],
    },
  ]);
  const repeated = beer.replace(/^1;/, ";").replace("26;205;20.5", "24;315;31.5");
  expect(read(REGISTRO, beer, repeated)).toMatchObject({
    faults: [],
    documents: [{ otherTaxes: [{ code: 26 }, { code: 24 }] }],
  });
});

test.each([
  ["columns", "1;33;Del Giro;76123456-0;X;5"],
  ["columns", `${PURCHASE};;`],
  ["type", PURCHASE.replace(";33;", ';"";')],
  ["rut", PURCHASE.replace("76123456-0", "")],
  ["rut", PURCHASE.replace("76123456-0", "=cmd|calc")],
  ["folio", PURCHASE.replace(";23084;", ";;")],
  ["date", PURCHASE.replace("21/06/2026", "31/06/2026")],
  ["amount", PURCHASE.replace("285801", "285.801,5")],
  ["amount", PURCHASE.replace("285801", "")],
  ["orphan_tax", ";;;;;;;;;;;;;;;;;;;;;;;;24;315;31.5;"],
])("a line is told by its number and why: %s", (reason, line) => {
  const good = PURCHASE.replace("23084", "9");
  const { documents, faults } = read(REGISTRO, line, good);
  expect(faults).toMatchObject([{ line: 2, reason }]);
  expect(documents).toMatchObject([{ folio: "9" }]);
});

test("the further tax of a line that is none is nobody else's", () => {
  const broken = PURCHASE.replace("76123456-0", "");
  const { documents, faults } = read(REGISTRO, PURCHASE, broken, ";;;;;;;;;;;;;;;;;;;;;;;;24;315;31.5;");
  expect(documents).toMatchObject([{ otherTaxes: [] }]);
  expect(faults).toMatchObject([{ line: 3 }, { line: 4, reason: "orphan_tax" }]);
});

test("a document stands once: said again it is repeated, said otherwise it contradicts", () => {
  const { documents, faults } = read(
    REGISTRO,
    PURCHASE,
    PURCHASE.replace(/^1;/, "2;"),
    PURCHASE.replace("285801", "285802"),
  );
  expect(documents).toHaveLength(1);
  expect(faults).toMatchObject([
    { line: 3, reason: "repeated" },
    { line: 4, reason: "contradicts" },
  ]);
});

test("the same folio of two sellers is two documents", () => {
  expect(read(REGISTRO, PURCHASE, PURCHASE.replace("76123456-0", "96792430-K")).documents).toHaveLength(2);
});

test("a tax id that fails its check digit is kept, and flagged", () => {
  const { documents } = read(REGISTRO, PURCHASE.replace("76123456-0", "76.123.456-9"));
  expect(documents).toMatchObject([{ counterparty: { rut: "76123456-9", isValid: false } }]);
});

test.each([
  ["UTF-8", Buffer.from(`${REGISTRO}\n${PURCHASE}\n`, "utf8")],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${REGISTRO}\n${PURCHASE}\n`, "utf8")],
  ["ISO-8859-1", Buffer.from(`${REGISTRO}\r${PURCHASE}\r`, "latin1")],
  [
    "quoted cells",
    Buffer.from(`${REGISTRO}\n${PURCHASE.replace("Comercial Ñuñoa S.A. ", '"Comercial Ñuñoa S.A."')}`, "utf8"),
  ],
])("reads %s", (_, file) => {
  const answer = readRcvCsv(new Uint8Array(file));
  expect(answer).toMatchObject({
    ok: true,
    value: { documents: [{ counterparty: { name: "Comercial Ñuñoa S.A." } }] },
  });
});

test("a semicolon inside quotes parts nothing", () => {
  const line = PURCHASE.replace("Comercial Ñuñoa S.A. ", '"Uno; ""Dos"" Ltda"');
  expect(read(REGISTRO, line).documents).toMatchObject([{ counterparty: { name: 'Uno; "Dos" Ltda' }, folio: "23084" }]);
});

test.each([
  ["nothing", "", "no_rcv"],
  ["another table", "fecha,monto\n1,2", "no_rcv"],
  ["a web page", "<html>no disponible</html>", "no_rcv"],
  ["a head without its total", REGISTRO.replace("Monto Total;", ""), "missing_columns"],
  ["too many lines", `${REGISTRO}\n${"x\n".repeat(100_001)}`, "too_many_lines"],
])("refuses %s", (_, text, reason) => {
  expect(readRcvCsv(bytes(text))).toMatchObject({ ok: false, error: { reason } });
});

test("a month without documents is empty, and no error", () => {
  expect(read(REGISTRO)).toEqual({ side: "compra", state: "registro", documents: [], faults: [] });
});

test("a hundred thousand lines are read in seconds, each once", () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => PURCHASE.replace("23084", String(i + 1)));
  const file = bytes([REGISTRO, ...lines].join("\n"));
  const begun = performance.now();
  expect(readRcvCsv(file)).toMatchObject({ ok: true, value: { faults: [] } });
  expect(performance.now() - begun).toBeLessThan(10_000);
});
