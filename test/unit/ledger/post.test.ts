import { expect, test } from "vitest";
import type { NewEntry } from "#src/ledger/entry.ts";
import { mirrored, postingsOf } from "#src/ledger/post.ts";
import { asked } from "./asked.ts";

const tax = { amount_minor: 119, net_minor: 100, tax_minor: 19 };

test.each<[string, Partial<NewEntry>, string[]]>([
  ["vendí 100", { type: "ingreso", category: "ventas" }, ["activo:caja < ingreso:ventas 100"]],
  ["me llegaron 100", { type: "ingreso", category: null }, ["activo:caja < ingreso:otros_ingresos 100"]],
  ["gasté 100 en bencina", { type: "egreso", category: "combustible" }, ["gasto:combustible < activo:caja 100"]],
  ["gasté 100", { type: "egreso", category: null }, ["gasto:otros_gastos < activo:caja 100"]],
  ["saqué 100 para mí", { type: "egreso", category: "retiros" }, ["patrimonio:retiros < activo:caja 100"]],
  [
    "le fié 100",
    { type: "deuda", direction: "por_cobrar", category: "ventas" },
    ["activo:por_cobrar < ingreso:ventas 100"],
  ],
  [
    "le debo 100 por insumos",
    { type: "deuda", direction: "por_pagar", category: "insumos" },
    ["gasto:insumos < pasivo:por_pagar 100"],
  ],
  [
    "me abonó 100",
    { type: "ingreso", direction: "por_cobrar", category: null },
    ["activo:caja < activo:por_cobrar 100"],
  ],
  ["le aboné 100", { type: "egreso", direction: "por_pagar", category: null }, ["pasivo:por_pagar < activo:caja 100"]],
  ["me prestaron 100", { type: "deuda", direction: "por_pagar", loan: true }, ["activo:caja < pasivo:prestamos 100"]],
  ["le presté 100", { type: "deuda", direction: "por_cobrar", loan: true }, ["activo:por_cobrar < activo:caja 100"]],
  [
    "pagué 100 del préstamo",
    { type: "egreso", direction: "por_pagar", loan: true },
    ["pasivo:prestamos < activo:caja 100"],
  ],
  ["deposité 100 en el banco", { type: "transferencia" }, ["activo:banco < activo:caja 100"]],
  [
    "saqué 100 del cajero",
    { type: "transferencia", transfer: { from: "banco", to: "caja" } },
    ["activo:caja < activo:banco 100"],
  ],
  [
    "vendí 100 más IVA",
    { type: "ingreso", category: "ventas", ...tax },
    ["activo:caja < ingreso:ventas 100", "activo:caja < pasivo:iva_debito 19"],
  ],
  [
    "compré 100 más IVA",
    { type: "egreso", category: "insumos", ...tax },
    ["gasto:insumos < activo:caja 100", "activo:iva_credito < activo:caja 19"],
  ],
  [
    "le fié 100 más IVA",
    { type: "deuda", direction: "por_cobrar", category: "ventas", ...tax },
    ["activo:por_cobrar < ingreso:ventas 100", "activo:por_cobrar < pasivo:iva_debito 19"],
  ],
  [
    "compra con parte exenta",
    { type: "egreso", category: "insumos", ...tax, amount_minor: 150 },
    ["gasto:insumos < activo:caja 131", "activo:iva_credito < activo:caja 19"],
  ],
  [
    "nota de crédito de lo que debo",
    { type: "egreso", direction: "por_pagar", returned: true, category: "insumos", ...tax },
    ["pasivo:por_pagar < gasto:insumos 100", "pasivo:por_pagar < activo:iva_credito 19"],
  ],
  [
    "nota de crédito de lo que me deben",
    { type: "ingreso", direction: "por_cobrar", returned: true, category: "ventas" },
    ["ingreso:ventas < activo:por_cobrar 100"],
  ],
  [
    "nota de crédito de lo que pagué",
    { type: "ingreso", refund: true, category: "insumos", ...tax },
    ["activo:caja < gasto:insumos 100", "activo:caja < activo:iva_credito 19"],
  ],
  [
    "nota de crédito de lo que me pagaron",
    { type: "egreso", refund: true, category: "ventas", ...tax },
    ["ingreso:ventas < activo:caja 100", "pasivo:iva_debito < activo:caja 19"],
  ],
  [
    "exenta",
    { type: "egreso", category: "insumos", net_minor: 100, tax_minor: 0 },
    ["gasto:insumos < activo:caja 100"],
  ],
])("«%s»", (_words, over, lines) => {
  const postings = postingsOf(asked(over));
  expect(postings.map(({ debit, credit, amount_minor }) => `${debit} < ${credit} ${amount_minor}`)).toEqual(lines);
});

test("a mirror image twice is the original", () => {
  const postings = postingsOf(asked({ type: "ingreso", ...tax }));
  expect(mirrored(postings)).not.toEqual(postings);
  expect(mirrored(mirrored(postings))).toEqual(postings);
});
