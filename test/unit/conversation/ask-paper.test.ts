import { describe, expect, test } from "vitest";
import { blankExtraction, type Earlier, type Extraction, type Verdict } from "#documents";
import { askOf, type PaperAsk } from "#src/conversation/flows/ask-paper.ts";
import { plainly } from "#src/conversation/flows/plainly.ts";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

function shown(verdict: Verdict, told: { reasons?: string[]; maybe?: Earlier; country?: string } = {}): Talk {
  const { reasons = [], maybe, country = "CL" } = told;
  const blank = blankExtraction(country);
  const fields = {
    ...blank.fields,
    total_minor: 45_670,
    date: "2026-11-18",
    merchant: "SODIMAC S.A.",
    merchant_tax_id: "96792430-K",
  };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const authenticity = { verdict, reasons };
  // What a stamp proves is booked at once.
  const extraction: Extraction = { ...blank, kind: "boleta", fields, confidence, authenticity };
  const talk = talkIn(country);
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id: "D", extraction, maybe } });
  return talk;
}

const asked: Readonly<Record<PaperAsk, readonly string[]>> = {
  proof: [
    "¿es auténtica esta boleta?",
    "es auténtica?",
    "es de verdad esta boleta?",
    "la factura es falsa?",
    "¿esta boleta es trucha?",
    "es falsa?",
    "es original o falsa",
    "¿el timbre es válido?",
    "es válida la factura?",
    "¿está adulterada?",
    "puedes verificar esta boleta?",
    "verifícala",
    "será falsa?",
    "es legal esta factura?",
  ],
  office: [
    "está en el sii?",
    "¿la factura está en el SII?",
    "esta boleta aparece en el sii?",
    "¿está registrada en el sii?",
    "está en impuestos internos?",
    "¿la revisaste en el SII?",
    "está declarada en el sii",
  ],
  sent: [
    "ya la mandé?",
    "¿ya te la había mandado?",
    "¿te la mandé antes?",
    "ya te la envié?",
    "¿está repetida?",
    "ya la tenías?",
  ],
  seller: [
    "quien es el proveedor",
    "¿quién es el proveedor?",
    "cuál es el local?",
    "¿quién la emitió?",
    "de quién es esta factura?",
    "de qué local es",
  ],
};

const CASES = Object.entries(asked).flatMap(([asks, texts]) => texts.map((text): [string, string] => [text, asks]));

test.each(CASES)("«%s» asks for %s", (text, asks) => {
  expect(askOf(plainly(text), text.includes("?"))).toBe(asks);
  const talk = shown("unverified");
  const { effects } = say(talk, text);
  expect(effects).toMatchObject([{ kind: "about_paper", document_id: "D" }]);
});

test.each([
  "es falso que pagué 20 lucas",
  "pagué 20 lucas al sii",
  "le pagué al proveedor",
  "ya la mandé",
  "ya la pagué?",
  "cuánto le debo al proveedor?",
  "el proveedor es Lider",
  "es de verdad caro el pan",
  "cuánto gasté?",
  "debo plata en el sii",
  "es correcto",
  "sí",
  "no es mía",
  "es otra",
  "quién me debe?",
])("«%s» asks nothing of a paper", (text) => {
  expect(askOf(plainly(text), text.includes("?"))).toBeNull();
});

describe("what is told is what was proved, and no more", () => {
  test.each<[Verdict, string]>([
    ["authentic", "Su timbre es auténtico"],
    ["altered", "No parece auténtico"],
    ["unverified", "No lo puedo asegurar: leí su timbre"],
    ["test_document", "Su timbre es de prueba"],
    ["not_applicable", "no leí ningún timbre"],
  ])("%s", (verdict, words) => {
    const talk = shown(verdict);
    expect(actsOf(say(talk, "¿es auténtica?"))).toMatchObject([{ kind: "about_paper", document_id: "D" }]);
    expect(talk.answer).toContain(words);
    say(talk, "está en el sii?");
    expect(talk.answer).toContain("En línea con el SII todavía no lo he consultado");
    expect(talk.answer).toContain(words);
  });

  test("another total beside the stamp is told", () => {
    const talk = shown("unverified", { reasons: ["printed_total_differs"] });
    say(talk, "es auténtica?");
    expect(talk.answer).toContain("el total impreso no es el que dice el timbre");
  });

  test("only Chile has a timbre", () => {
    const talk = shown("not_applicable", { country: "PE" });
    say(talk, "es auténtica?");
    expect(talk.answer).toContain("ningún código fiscal");
  });

  test("the paper still waits, and «sí» books it", () => {
    const talk = shown("not_applicable");
    say(talk, "es auténtica?");
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document" }]);
    say(talk, "es auténtica?");
    expect(talk.answer).toContain("no leí ningún timbre");
  });
});

test("whether it came before", () => {
  const first = shown("unverified");
  say(first, "ya la mandé?");
  expect(first.answer).toContain("No encuentro otro igual");
  const paper = { kind: "boleta", merchant: "SODIMAC S.A.", total_minor: 45_670, currency: "CLP" } as const;
  const again = shown("unverified", { maybe: { id: "D0", at: "2026-11-18T12:00:00.000Z", paper } });
  say(again, "¿ya te la había mandado?");
  expect(again.answer).toContain("Se parece a uno que ya me llegó hoy, de SODIMAC S.A., por $45.670.");
});

test("who issued it", () => {
  const talk = shown("unverified");
  say(talk, "quien es el proveedor");
  expect(talk.answer).toContain("Lo emitió *SODIMAC S.A., RUT 96792430-K*.");
});

test.each([
  "cuantas boletas te he mandado",
  "¿cuántas boletas te he mandado?",
  "cuántos documentos te mandé",
  "cuántas facturas llevo mandadas",
  "¿cuántas fotos has recibido?",
  "cuántas boletas y facturas te he enviado hasta ahora",
])("«%s» is told as a number of documents", (text) => {
  const talk = shown("unverified");
  expect(actsOf(say(talk, text))).toEqual([{ kind: "count_papers" }]);
  expect(talk.answer).toContain("📄 Me ha llegado 1 documento: 0 anotados, 1 por confirmar, 0 descartados.");
});

test("of some days nobody counts them, and no other figure is told", () => {
  const talk = shown("unverified");
  expect(actsOf(say(talk, "cuántas boletas te he mandado este mes"))).toEqual([]);
  expect(talk.answer).not.toContain("$0");
});

test("without a paper it is said that there is none", () => {
  const talk = talkIn();
  expect(actsOf(say(talk, "es auténtica?"))).toEqual([]);
  expect(talk.answer).toContain("No tengo ningún documento a mano");
  say(talk, "ya la mandé?");
  expect(talk.answer).not.toContain("documento a mano");
});
