import { expect, test } from "vitest";
import { blankExtraction, type Earlier, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, type Talk } from "./talking.ts";

// Numbers that are said while the card of a paper is open: an amount is one only where it stands as one.

const BLANK = blankExtraction("CL");

function paper(kind: "boleta" | "factura", fields: Partial<Extraction["fields"]>): Extraction {
  return {
    ...BLANK,
    kind,
    fields: { ...BLANK.fields, date: "2026-11-16", ...fields },
    confidence: { overall: 0.96, total: 0.97, date: 0.97, merchant: 0.85 },
    quality: { readable: true, problems: [] },
    text: kind === "factura" ? "FACTURA ELECTRONICA N° 118\nCONDICIÓN DE PAGO: CRÉDITO" : "",
  };
}

const BOLETA = paper("boleta", { merchant: "PANADERIA SAN JOSE", number: "2231", total_minor: 12_500 });
const TAX = { net_minor: 200_000, tax_minor: 38_000 };
const FACTURA = paper("factura", { merchant: "Distribuidora Andina", number: "118", total_minor: 238_000, ...TAX });

function send(talk: Talk, extraction: Extraction, maybe?: Earlier): Talk {
  const document_id = `D${extraction.fields.number}`;
  const result = { outcome: "read" as const, document_id, extraction: structuredClone(extraction), maybe };
  hearSaid(talk, { kind: "document", caption: null, result });
  return talk;
}

const shown = (extraction: Extraction) => send(talkIn(), extraction);

function fieldsOf(talk: Talk) {
  const open = talk.dialogue.open.find((each) => each.kind === "document");
  return open?.kind === "document" ? open.draft.extraction.fields : null;
}

test.each([
  "te mando 3 boletas más",
  "espera, te mando 2 fotos mas",
  "mañana te mando 2 más",
  "mañana te mando 2",
  "al tiro te mando 2 más",
  "no, te mando 3 mas",
  "no, mañana te mando 2",
  "tengo 3 hijos",
  "no, tengo 3 hijos",
  "son dos boletas",
  "son 2 boletas en la misma foto",
  "no, son 2 boletas",
  "sí, pero son 2 boletas",
  "la pago en 3 cuotas",
  "son 3 cuotas",
  "la compré en 6 cuotas",
  "llegaron solo 8 aceites",
  "tengo una duda, son 10 aceites",
  "son 4 empanadas",
  "no, son 4 empanadas",
  "son 8 aceites de 5 litros",
  "llegó con 2 dias de atraso",
  "llegó 2 días tarde",
  "eran 2 kilos",
  "somos 2 personas",
  "es para 2 personas",
  "faltaron 2",
  "la 1 no",
  "no, la 1",
  "era 1 boleta",
  "perdón, son 3 fotos",
  "me falta mandarte 2",
  "espérame 5 minutos",
  "te la mando a las 3",
  "hoy tengo 3 reuniones",
  "el neto es 200.000",
  "la propina fueron 1.250",
  "la llevo el viernes",
  "ayer llegaron los aceites",
])("«%s» under a card is no other total and no other day", (words) => {
  for (const extraction of [BOLETA, FACTURA]) {
    const talk = shown(extraction);
    expect(actsOf(say(talk, words)).filter(({ kind }) => kind !== "settle_document")).toEqual([]);
    expect(fieldsOf(talk)).toEqual(extraction.fields);
    expect(talk.answer).not.toContain("¿$");
  }
});

test.each([
  ["12.900", 12_900],
  ["no, era 12.900", 12_900],
  ["era 12.900", 12_900],
  ["son 45 lucas", 45_000],
  ["45 lucas", 45_000],
  ["el total es 4490", 4_490],
  ["eran 12900", 12_900],
  ["no, eran 45", 45_000],
  ["no eran 45, perdón", 45_000],
  ["son 13", 13_000],
  ["creo que son 12.900", 12_900],
  ["la boleta dice 12.900", 12_900],
  ["está mal el total, son 12.900", 12_900],
  ["leíste mal, es 12.900", 12_900],
  ["el monto correcto es $12.900", 12_900],
  ["son 12.900 en total", 12_900],
  ["ponle 12.900 porfa", 12_900],
  ["corrige el total a 12.900", 12_900],
  ["12.900 pesos po", 12_900],
])("«%s» under a card is its total", (words, total_minor) => {
  const talk = shown(BOLETA);
  expect(actsOf(say(talk, words))).toEqual([]);
  expect(fieldsOf(talk)).toMatchObject({ total_minor });
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", entry: { amount_minor: total_minor } }]);
});

test("the total as it was read keeps its tax", () => {
  const talk = shown(FACTURA);
  say(talk, "son 238.000");
  expect(fieldsOf(talk)).toMatchObject({ total_minor: 238_000, ...TAX });
});

test("«son 3» of 12.500 is asked, and either may be right", () => {
  const asked = shown(BOLETA);
  say(asked, "son 3");
  expect(asked.answer).toContain("Escribiste $3.000, y el documento dice otra cosa.");
  expect(actsOf(say(asked, "sí"))).toMatchObject([{ entry: { amount_minor: 12_500 } }]);
  const meant = shown(BOLETA);
  say(meant, "son 3");
  say(meant, "3 lucas");
  expect(actsOf(say(meant, "sí"))).toMatchObject([{ entry: { amount_minor: 3_000 } }]);
});

test.each(["son 4 empanadas", "son 2 boletas", "no, son 4 empanadas", "te mando 2 más", "son 3"])(
  "«%s» once the paper was booked corrects nothing",
  (words) => {
    const talk = shown(BOLETA);
    say(talk, "sí");
    expect(actsOf(say(talk, words))).toEqual([]);
    expect(talk.entries).toHaveLength(1);
  },
);

test.each([
  ["no, eran 45", 45_000],
  ["eran 13.900", 13_900],
  ["son 13", 13_000],
])("«%s» once the paper was booked corrects it", (words, amount_minor) => {
  const talk = shown(BOLETA);
  say(talk, "sí");
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "correct", patch: { amount_minor } }]);
});

test("«son 3» while it is asked whether a paper came before asks nothing else", () => {
  const talk = send(talkIn(), BOLETA, { id: "X", at: "2026-11-10T12:00:00.000Z" });
  expect(actsOf(say(talk, "son 3"))).toEqual([]);
  expect(talk.answer).not.toContain("$3");
  expect(talk.answer).toContain("¿ya la enviaste?");
});

/** Both papers wait, and were listed with their numbers. */
function listed(): Talk {
  const talk = send(shown(BOLETA), FACTURA);
  say(talk, "pendientes");
  expect(talk.answer).toContain("1. Boleta de PANADERIA SAN JOSE");
  return talk;
}

test.each([
  ["la 1 bórrala", "D2231"],
  ["borra la 1", "D2231"],
  ["borra la boleta 1", "D2231"],
  ["la primera bórrala porfa", "D2231"],
  ["descarta el 2", "D118"],
  ["elimina la segunda", "D118"],
  ["la 2 no la anotes", "D118"],
  ["saca la número 2", "D118"],
  ["borra la última", "D118"],
])("«%s» to the list lets go of that one, and of nothing else", (words, document_id) => {
  const talk = listed();
  expect(actsOf(say(talk, words))).toMatchObject([{ kind: "settle_document", document_id, state: "discarded" }]);
  expect(talk.dialogue.open.filter(({ kind }) => kind === "document")).toHaveLength(1);
  const left = document_id === "D118" ? BOLETA : FACTURA;
  expect(fieldsOf(talk)).toEqual(left.fields);
});

test("«borra la 1» where none were numbered lists them first", () => {
  const talk = send(shown(BOLETA), FACTURA);
  expect(actsOf(say(talk, "la 1 bórrala"))).toEqual([]);
  expect(talk.answer).toContain("1. Boleta de PANADERIA SAN JOSE");
  expect(actsOf(say(talk, "la 1 bórrala"))).toMatchObject([{ document_id: "D2231", state: "discarded" }]);
});
