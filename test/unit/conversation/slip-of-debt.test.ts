import { expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, booksOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

// A screen of a bank is of money that moved: where its party has a debt open, it pays it.

const BLANK = blankExtraction("CL");

function slip(total_minor: number, merchant: string | null, text: string): Extraction {
  const fields = { ...BLANK.fields, total_minor, merchant, date: "2026-11-18", category: "otros_gastos" };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  return { ...BLANK, kind: "comprobante", fields, confidence, text };
}

const received = (total_minor: number, from: string | null = "Juan Pérez Soto") =>
  slip(total_minor, from, `Transferencia recibida\n$${total_minor}\nDe\n${from}`);

const sent = (total_minor: number, to: string | null = "Distribuidora del Sur") =>
  slip(total_minor, to, `Transferiste $${total_minor} a\n${to}`);

let papers = 0;

/** Some words, then the picture of a screen. */
function shown(extraction: Extraction, ...before: string[]): Talk {
  const talk = talkIn();
  for (const words of before) say(talk, words);
  photo(talk, extraction);
  return talk;
}

function photo(talk: Talk, extraction: Extraction): void {
  const document_id = `D${++papers}`;
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
}

const agreed = (talk: Talk) => actsOf(say(talk, "sí"));

const HE_OWES = "Juan Pérez me debe 150 lucas";
const I_OWE = "le debo 304640 a Distribuidora del Sur";
const PAID_US = { type: "ingreso", direction: "por_cobrar", category: null, concept: "Pago de Juan Pérez" };

test("money that came from who owed it settles the debt, with its slip, and is no sale", () => {
  const talk = shown(received(150_000), HE_OWES);
  expect(talk.answer).toContain("🤝 Paga la deuda de Juan Pérez ($150.000): queda saldada.");
  expect(talk.answer).not.toContain("Ventas");
  expect(talk.answer).not.toContain("Va como ingreso");
  const acts = agreed(talk);
  expect(acts).toMatchObject([
    {
      kind: "book_document",
      entry: { ...PAID_US, amount_minor: 150_000, settles_id: "E1", counterparty: "Juan Pérez" },
    },
  ]);
  expect(acts).toMatchObject([{ entry: { document_id: `D${papers}` } }]);
  expect(booksOf(talk).debts).toEqual([]);
});

test("a part of it lowers the debt by so much", () => {
  const talk = shown(received(60_000), HE_OWES);
  expect(talk.answer).toContain("Paga la deuda de Juan Pérez ($150.000): quedan $90.000.");
  expect(agreed(talk)).toMatchObject([{ entry: { ...PAID_US, amount_minor: 60_000, settles_id: "E1" } }]);
  expect(booksOf(talk).debts).toMatchObject([{ entry_id: "E1", amount_minor: 90_000 }]);
  expect(talk.answer).toContain("$90.000");
});

test("money that went to whom it was owed settles that debt", () => {
  const talk = shown(sent(304_640), I_OWE);
  expect(talk.answer).toContain("Paga tu deuda con Distribuidora del Sur ($304.640): queda saldada.");
  const paid = { type: "egreso", direction: "por_pagar", settles_id: "E1", amount_minor: 304_640 };
  expect(agreed(talk)).toMatchObject([{ kind: "book_document", entry: paid }]);
  expect(booksOf(talk).debts).toEqual([]);
});

test("several debts of one party are paid oldest first, and what is beyond them is a sale", () => {
  const talk = shown(received(200_000), HE_OWES, "Juan Pérez me debe 30 lucas");
  expect(talk.answer).toContain("Paga 2 deudas de Juan Pérez ($180.000): quedan saldadas.");
  expect(talk.answer).toContain("Lo que sobra ($20.000) va como venta.");
  expect(agreed(talk)).toMatchObject([
    { kind: "book_document", entry: { settles_id: "E1", amount_minor: 150_000 } },
    { kind: "record", entry: { settles_id: "E2", amount_minor: 30_000, document_id: null } },
    { kind: "record", entry: { type: "ingreso", direction: null, category: "ventas", amount_minor: 20_000 } },
  ]);
  expect(booksOf(talk).debts).toEqual([]);
});

test.each(["es aparte", "no es de esa deuda", "no, es otra venta", "es una venta"])(
  "«%s»: it is booked as a sale, and the debt stays",
  (words) => {
    const talk = shown(received(60_000), HE_OWES);
    expect(actsOf(say(talk, words))).toEqual([]);
    expect(talk.answer).not.toContain("Paga la deuda");
    expect(agreed(talk)).toMatchObject([{ entry: { type: "ingreso", direction: null, category: "ventas" } }]);
    expect(booksOf(talk).debts).toMatchObject([{ amount_minor: 150_000 }]);
  },
);

test("«no», and then that it is apart", () => {
  const talk = shown(received(60_000), HE_OWES);
  tap(talk, "No");
  say(talk, "es aparte");
  expect(agreed(talk)).toMatchObject([{ entry: { direction: null, category: "ventas" } }]);
});

test.each([
  ["another party", received(60_000, "María González Rojas"), HE_OWES],
  ["the other direction", sent(150_000, "Juan Pérez Soto"), HE_OWES],
  ["a round sum of somebody else", received(150_000, "María González Rojas"), HE_OWES],
])("%s pays no debt", (_, extraction, debt) => {
  const talk = shown(extraction, debt);
  expect(talk.answer).not.toContain("🤝");
  const acts = agreed(talk);
  expect(acts).toMatchObject([{ kind: "book_document" }]);
  expect(booksOf(talk).debts).toMatchObject([{ amount_minor: 150_000 }]);
});

test.each([
  ["nobody", sent(304_640, null)],
  ["the owner of the shop, to the peso", sent(304_640, "Rosa Fuentes Díaz")],
])("a screen that names %s pays the only debt of that amount", (_, extraction) => {
  const talk = shown(extraction, I_OWE);
  expect(agreed(talk)).toMatchObject([{ entry: { settles_id: "E1", counterparty: "Distribuidora del Sur" } }]);
});

test("of «Juan» and «Juan Pérez» the transfer of Juan Pérez Soto pays the second", () => {
  const talk = shown(received(20_000), "Juan me debe 90 lucas", HE_OWES, "otra persona");
  expect(agreed(talk)).toMatchObject([{ entry: { counterparty: "Juan Pérez" } }]);
});

test("what was told as paid before is asked about, and not paid twice", () => {
  const talk = shown(received(60_000), HE_OWES, "Juan Pérez me pagó 60 lucas");
  say(talk, "sí");
  expect(talk.answer).toContain("¿Es el ingreso de $60.000");
  expect(actsOf(say(talk, "sí, es ese"))).toMatchObject([{ kind: "link_document", entry_id: "E2" }, {}]);
  expect(booksOf(talk).debts).toMatchObject([{ amount_minor: 90_000 }]);
});

test("«no, es otro» to that: its card says which debt it pays, before it does", () => {
  const talk = shown(received(60_000), HE_OWES, "Juan Pérez me pagó 60 lucas");
  say(talk, "sí");
  expect(actsOf(say(talk, "no, es otro"))).toEqual([]);
  expect(talk.answer).toContain("Paga la deuda de Juan Pérez ($90.000): quedan $30.000.");
  expect(agreed(talk)).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 60_000 } }]);
});

test("a debt that was paid after the card was shown: «sí» shows it again", () => {
  const talk = shown(received(150_000), HE_OWES);
  say(talk, "Juan Pérez me pagó 100 lucas en efectivo");
  expect(actsOf(hearSaid(talk, { kind: "choice", id: `yes:D${papers}`, title: "Sí" }))).toEqual([]);
  expect(talk.answer).toContain("($50.000): queda saldada. Lo que sobra ($100.000) va como venta.");
});

test("«todos» to two screens of one debt: the second is shown again, as what it pays now", () => {
  const talk = shown(received(100_000), HE_OWES);
  photo(talk, received(100_000));
  expect(actsOf(say(talk, "todos"))).toMatchObject([{ entry: { settles_id: "E1", amount_minor: 100_000 } }]);
  expect(talk.answer).toContain("($50.000): queda saldada. Lo que sobra ($50.000) va como venta.");
});

test("a slip that says nobody's way pays the debt once that is told", () => {
  const deposit = slip(150_000, null, "CAJA VECINA\nCOMPROBANTE DE DEPOSITO\nMONTO $150.000");
  const talk = shown(deposit, HE_OWES);
  expect(talk.answer).not.toContain("🤝");
  say(talk, "me pagaron");
  expect(talk.answer).toContain("Paga la deuda de Juan Pérez");
  expect(agreed(talk)).toMatchObject([{ entry: { settles_id: "E1" } }]);
});

test("money that settles a loan is booked as such", () => {
  const talk = shown(received(50_000), "le presté 80 lucas a Juan Pérez");
  expect(agreed(talk)).toMatchObject([{ entry: { settles_id: "E1", loan: true } }]);
});

test("an invoice, and a boleta, of what is owed is still that debt's paper", () => {
  for (const kind of ["factura", "boleta"] as const) {
    const talk = shown({ ...sent(304_640), kind, text: "TOTAL $304.640" }, I_OWE);
    say(talk, "sí");
    expect(talk.answer).toContain("¿Es la deuda de $304.640");
  }
});
