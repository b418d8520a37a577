import { expect, test } from "vitest";
import { read } from "./read.ts";

// «… y debo el resto»: the amount was paid; what is owed is what it leaves of a whole, or is asked.

test.each([
  "pagué 50 lucas y debo el resto",
  "pagué 50 lucas del arriendo y quedo debiendo el resto",
  "pagué 50 lucas y el resto lo debo",
  "pagué 50 lucas de la factura y el resto se lo debo",
  "pagué 50 lucas, el resto queda pendiente",
  "debo el resto, pagué 50 lucas",
  "le pagué 50 lucas a Juan y le debo lo que falta",
  "compré 50 lucas en pan y el resto a fin de mes",
])("«%s» paid that much, and asks how much is owed", (text) => {
  expect(read(text)).toMatchObject({
    asks: "amount",
    movements: [
      { type: "egreso", amount_minor: 50_000 },
      { type: "deuda", direction: "por_pagar", amount_minor: null },
    ],
  });
});

test.each(["la Ana me pagó 50 lucas y me debe el resto", "Ana pagó 50 lucas y debe el resto"])(
  "«%s» was paid to us, and asks how much she owes",
  (text) => {
    expect(read(text)).toMatchObject({
      asks: "amount",
      movements: [
        { type: "ingreso", amount_minor: 50_000, counterparty: "Ana" },
        { type: "deuda", direction: "por_cobrar", amount_minor: null, counterparty: "Ana" },
      ],
    });
  },
);

test.each([
  ["compré 150 lucas en mercadería, pagué 50 y debo el resto", 50_000, 100_000],
  ["compré 150 lucas en mercadería, pagué 50 y el resto a 30 días", 50_000, 100_000],
  ["compré 150 lucas en mercadería, pagué la mitad y debo el resto", 75_000, 75_000],
  ["la factura era de 150 lucas, pagué 50 y debo el resto", 50_000, 100_000],
])("«%s» is a purchase that is paid in part", (text, ...amounts) => {
  const { movements, needs_clarification } = read(text);
  expect(needs_clarification).toBe(false);
  expect(movements).toMatchObject([
    { type: "egreso", due_date: null },
    { type: "deuda", direction: "por_pagar" },
  ]);
  expect(movements.map(({ amount_minor }) => amount_minor)).toEqual(amounts);
  expect(new Set(movements.map(({ concept }) => concept)).size).toBe(1);
});

test.each([
  ["le vendí 150 lucas a Juan, me pagó 50 y me debe el resto", 50_000, 100_000],
  ["vendí 150 lucas a Juan, pagó la mitad y debe el resto", 75_000, 75_000],
])("«%s» is a sale that is paid in part", (text, paid, left) => {
  expect(read(text)).toMatchObject({
    needs_clarification: false,
    movements: [
      { type: "ingreso", amount_minor: paid, counterparty: "Juan" },
      { type: "deuda", direction: "por_cobrar", amount_minor: left, counterparty: "Juan" },
    ],
  });
});

test.each([
  ["vendí 200 lucas, pagué 50 lucas de arriendo y debo el resto", [200_000, 50_000, null]],
  ["compré 150 lucas en mercadería, pagué 50 dólares y debo el resto", [150_000, 5_000, null]],
])("of «%s» nobody knows the rest: it is another deal, or other money", (text, amounts) => {
  const { asks, movements } = read(text);
  expect([asks, movements.map(({ amount_minor }) => amount_minor)]).toEqual(["amount", amounts]);
});

test("half and what is left make the whole", () => {
  const { movements } = read("compré 15.001 en pan, pagué la mitad y debo el resto");
  expect(movements.map(({ amount_minor }) => amount_minor)).toEqual([7_501, 7_500]);
});

test("the day on which the rest falls due is none of the payment", () => {
  const [paid, rest] = read("compré 150 lucas en mercadería, pagué 50 y el resto a fin de mes").movements;
  expect(paid).toMatchObject({ date: "2026-11-18", due_date: null });
  expect(rest).toMatchObject({ date: "2026-11-18", due_date: "2026-11-30" });
});

test.each([
  ["debo 50 lucas del resto", "deuda"],
  ["me deben el resto, 50 lucas", "deuda"],
  ["pagué el pan y debo 50 lucas", "deuda"],
  ["le pagué a Juan el resto, 50 lucas", "egreso"],
  ["me pagaron el saldo de 50 lucas", "ingreso"],
  ["gasté 50 lucas en pan, el resto lo guardé", "egreso"],
  ["abonó 50 lucas y debe el saldo", "ingreso"],
  ["le aboné 50 lucas a Juan y le debo el resto", "egreso"],
])("«%s» tells of one amount alone", (text, type) => {
  expect(read(text).movements).toMatchObject([{ type, amount_minor: 50_000 }]);
});
