import fc from "fast-check";
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

test("a line that begins with an empty cell keeps its columns, whatever quotes stand in it", () => {
  const beer = PURCHASE.replace(/0;;;;$/, "0;26;205;20.5;").replace("Comercial Ñuñoa S.A. ", 'COMERCIAL "EL SOL" LTDA');
  const wine = beer.replace(/^1;/, ";").replace("26;205;20.5", "24;315;31.5");
  expect(read(REGISTRO, beer, wine)).toMatchObject({
    faults: [],
    documents: [{ counterparty: { name: 'COMERCIAL "EL SOL" LTDA' }, otherTaxes: [{ code: 26 }, { code: 24 }] }],
  });
});

test("whatever name a writer puts into a cell is read as it was, and all other cells beside it", () => {
  const name = fc.string({ unit: fc.constantFrom('"', ";", "a", "Ñ", " ", "'"), maxLength: 12 });
  const written = fc.tuple(name, fc.boolean()).map(([text, isQuoted]) => {
    const plain = text.trim();
    // What a plain cell cannot say is quoted.
    const must = isQuoted || plain.includes(";") || plain.startsWith('"');
    return { plain, cell: must ? `"${plain.replaceAll('"', '""')}"` : plain };
  });
  fc.assert(
    fc.property(written, fc.boolean(), ({ plain, cell }, isNumbered) => {
      const line = PURCHASE.replace("Comercial Ñuñoa S.A. ", () => cell).replace(/^1/, isNumbered ? "1" : "");
      const said = plain.replace(/\s+/g, " ").trim();
      expect(read(REGISTRO, line)).toMatchObject({
        faults: [],
        documents: [{ counterparty: { name: said }, folio: "23084", total: 285_801 }],
      });
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["quotes that never end", '"'.repeat(200_001)],
  ["cells that begin with one", ';"'.repeat(100_000)],
  ["cells that begin with three", ';"""x'.repeat(100_000)],
  ["spaces before a quote", `${" ".repeat(200_000)}x"`],
])("a line of %s is read in a moment", (_, line) => {
  const begun = performance.now();
  expect(read(REGISTRO, line).faults).toMatchObject([{ line: 2 }]);
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test.each([
  ["registro without one of its columns", REGISTRO.replace("Tabacos Puros;", ""), "registro"],
  ["registro without its acknowledgement", REGISTRO.replace("Fecha Acuse;", ""), "registro"],
])("%s is told by what no other list has", (_, columns, state) => {
  expect(readRcvCsv(bytes(columns))).toMatchObject({ ok: true, value: { state } });
});

test("the name of a file says which list it is, whatever its columns look like", () => {
  expect(readRcvCsv(bytes(NO_INCLUIR), "registro")).toMatchObject({ ok: true, value: { state: "registro" } });
  const cut = PENDIENTE.replace("IVA uso Comun;", "");
  expect(readRcvCsv(bytes(cut), "pendiente")).toMatchObject({ ok: true, value: { state: "pendiente" } });
  expect(readRcvCsv(bytes(cut))).toMatchObject({ error: { reason: "missing_columns", detail: "iva uso comun" } });
});

const PLAIN = NO_INCLUIR.replace("Nro;", "");
const SHOP = ";33;Del Giro;76123456-0;X;5;21/06/2026;24/06/2026 09:55:53;;0;1000;190;;;1710;;;;;0;0;26;205;20.5;".slice(
  1,
);

test("where lines have no number, another document is no further tax of the one above", () => {
  const other = SHOP.replace("76123456-0", "96792430-K");
  expect(read(PLAIN, SHOP, other)).toMatchObject({
    faults: [],
    documents: [{ otherTaxes: [{ code: 26 }] }, { otherTaxes: [{ code: 26 }] }],
  });
  const note = SHOP.replace("33;", "61;");
  expect(read(PLAIN, SHOP, note).documents).toHaveLength(2);
  const wine = SHOP.replace("26;205;20.5", "24;315;31.5");
  expect(read(PLAIN, SHOP, wine).documents).toMatchObject([{ otherTaxes: [{ code: 26 }, { code: 24 }] }]);
  expect(read(PLAIN, SHOP, SHOP)).toMatchObject({ faults: [{ line: 3, reason: "repeated" }], documents: [{}] });
});

test("a further tax may stand under the number of its document", () => {
  const beer = `1;${SHOP}`;
  const wine = beer.replace("26;205;20.5", "24;315;31.5");
  expect(read(NO_INCLUIR, beer, wine)).toMatchObject({
    faults: [],
    documents: [{ otherTaxes: [{ code: 26 }, { code: 24 }] }],
  });
});

test("a document listed again with another moment of reception is repeated, and contradicts nothing", () => {
  const again = PURCHASE.replace(/^1;/, "2;").replace("09:55:53", "10:12:00");
  expect(read(REGISTRO, PURCHASE, again)).toMatchObject({ faults: [{ reason: "repeated" }], documents: [{}] });
});

test.each([
  [
    "a mark of UTF-8 before Latin 1",
    [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${REGISTRO}\n${PURCHASE}`, "latin1")],
  ],
  [
    "one letter of Latin 1 amid UTF-8",
    [Buffer.from(`${REGISTRO}\n${PURCHASE}\n${PURCHASE.replace("23084;", "9;")}`), Buffer.from("\n\xd1", "latin1")],
  ],
])("%s garbles nothing", (_, parts) => {
  expect(readRcvCsv(new Uint8Array(Buffer.concat(parts)))).toMatchObject({
    ok: true,
    value: { documents: expect.arrayContaining([expect.objectContaining({ counterparty: NUNOA })]) },
  });
});

const NUNOA = { ...PURCHASE_READ.counterparty, name: "Comercial Ñuñoa S.A." };

test.each([
  ["nothing", "", "no_rcv"],
  ["another table", "fecha,monto\n1,2", "no_rcv"],
  ["a web page", "<html>no disponible</html>", "no_rcv"],
  ["a head without its total", REGISTRO.replace("Monto Total;", ""), "missing_columns"],
  ["a head without what is exempt", REGISTRO.replace("Monto Exento;", ""), "missing_columns"],
  ["too many lines", `${REGISTRO}\n${"x\n".repeat(100_001)}`, "too_many_lines"],
])("refuses %s", (_, text, reason) => {
  expect(readRcvCsv(bytes(text))).toMatchObject({ ok: false, error: { reason } });
});

test("a month without documents is empty, and no error", () => {
  expect(read(REGISTRO)).toEqual({ side: "compra", state: "registro", documents: [], faults: [] });
});

test("a hundred thousand lines are read, each once, and each as fast as of a file of ten thousand", () => {
  const msOf = (count: number): number => {
    const lines = Array.from({ length: count }, (_, i) => PURCHASE.replace("23084", String(i + 1)));
    const file = bytes([REGISTRO, ...lines].join("\n"));
    const begun = performance.now();
    expect(readRcvCsv(file)).toMatchObject({ ok: true, value: { faults: [] } });
    return performance.now() - begun;
  };
  msOf(10_000);
  expect(msOf(100_000)).toBeLessThan(10 * SLACK * msOf(10_000));
}, 120_000);

/** Of a machine that does other things as well; what is quadratic takes ten times as long. */
const SLACK = 3;
