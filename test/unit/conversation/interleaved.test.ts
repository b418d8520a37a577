import { describe, expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

const PENDING = "Sigue pendiente: ¿En qué gastaste esos $80.000?";

test.each([
  "vendí 10 lucas a Rosa",
  "hola",
  "saldo",
  "gracias",
  "¿cuánto gasté este mes?",
  "eres un imbécil",
  "¿qué hora es en China?",
])("«%s» while a question is open leaves it open, says so once, and the answer completes it", (text) => {
  const talk = after("gasté como 80 lucas");
  say(talk, text);
  expect(talk.answer.endsWith(PENDING)).toBe(true);
  say(talk, "vendí 3 lucas a Ana");
  expect(talk.answer).not.toContain("Sigue pendiente");
  expect(actsOf(say(talk, "en bencina"))).toMatchObject([{ entry: { amount_minor: 80_000, category: "combustible" } }]);
  expect(talk.answer).not.toContain("Sigue pendiente");
  expect(talk.dialogue.open).toEqual([]);
});

test("a new movement keeps its own buttons under it; a greeting shows those of the question", () => {
  const talk = after("gasté 45 en pan", "vendí 10 lucas a Rosa");
  expect(talk.answer).toContain("Sigue pendiente: ¿$45 o $45.000?");
  expect(titles(talk)).toEqual(["Deshacer", "Editar"]);
  const other = after("gasté 45 en pan", "hola");
  expect(titles(other)).toEqual(["$45", "$45.000"]);
  tap(other, "$45.000");
  expect(other.entries).toMatchObject([{ amount_minor: 45_000, source_ref: "whatsapp:wamid.1:0" }]);
});

test("a photo in between loses neither the question nor itself", () => {
  const talk = after("gasté como 80 lucas");
  hearPaper(talk, "D1", 45_670);
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document", document_id: "D1" }]);
  expect(talk.answer).toContain(PENDING);
  expect(actsOf(say(talk, "en bencina"))).toMatchObject([{ entry: { amount_minor: 80_000 } }]);
});

test("of two questions the newer is answered first, then the older is asked again", () => {
  const talk = after("gasté como 80 lucas", "gasté 45 en pan");
  expect(talk.answer).not.toContain("Sigue pendiente");
  expect(actsOf(say(talk, "45 mil"))).toMatchObject([{ entry: { amount_minor: 45_000, concept: "pan" } }]);
  expect(talk.answer).toContain(PENDING);
  expect(actsOf(say(talk, "en bencina"))).toMatchObject([{ entry: { amount_minor: 80_000 } }]);
});

test("the older one is asked again with its buttons, beside the way to undo", () => {
  const talk = after("gasté 45 en pan", "gasté como 80 lucas", "en bencina");
  expect(talk.answer).toContain("Sigue pendiente: ¿$45 o $45.000?");
  expect(titles(talk)).toEqual(["$45", "$45.000", "Deshacer"]);
});

test("an answer that fits only the older question is of that one", () => {
  const talk = after("gasté como 80 lucas", "gasté 45 en pan");
  expect(actsOf(say(talk, "en fletes"))).toMatchObject([{ entry: { amount_minor: 80_000, category: "transporte" } }]);
  expect(talk.answer).toContain("Sigue pendiente: ¿$45 o $45.000?");
});

test("«sí» answers no «¿en qué?»: it is asked again", () => {
  const talk = after("gasté como 80 lucas", "sí");
  expect(talk.answer).toBe(PENDING);
  expect(talk.dialogue.open).toHaveLength(1);
});

test("an option of one movement of several books the others too", () => {
  const talk = after("gasté 45 en pan y 20 lucas en bencina");
  tap(talk, "$45.000");
  expect(talk.entries.map(({ amount_minor }) => amount_minor)).toEqual([45_000, 20_000]);
});

describe("by number", () => {
  test.each(["1", "1.", "la 1", "la primera", "opción 1", "el primero", "la primera opción", "1️⃣"])(
    "«%s» is the first option",
    (text) => {
      const talk = after("gasté 45 en pan");
      expect(actsOf(say(talk, text))).toMatchObject([{ entry: { amount_minor: 45 } }]);
    },
  );

  test.each([
    "2",
    "la 2",
    "la segunda",
    "opción 2",
    "el segundo",
    "la última",
    "número 2",
    "la de 45 lucas",
    "la 2 porfa",
  ])("«%s» is the second option", (text) => {
    const talk = after("gasté 45 en pan");
    expect(actsOf(say(talk, text))).toMatchObject([{ entry: { amount_minor: 45_000 } }]);
  });

  test("a place beyond the list, and one where nothing was offered, choose nothing", () => {
    expect(actsOf(say(after("gasté 45 en pan"), "la 7"))).toEqual([]);
    const talk = after("pagué el flete");
    say(talk, "2");
    expect(talk.answer).toContain("¿$2 o $2.000?");
  });

  test("which debt a payment pays", () => {
    const debts = ["le fié 40 lucas a don Pedro", "le fié 25 lucas de pan a don Pedro", "don Pedro me pagó 12 lucas"];
    for (const [text, id] of [
      ["1", "E1"],
      ["opción 2", "E2"],
      ["la segunda", "E2"],
      ["la última", "E2"],
      ["3", "E1"],
    ]) {
      expect(actsOf(say(after(...debts), text ?? ""))).toMatchObject([{ entry: { settles_id: id } }]);
    }
  });

  test("«1» and «2» under a paper are its «Sí» and its «No»", () => {
    const talk = after("hola");
    hearPaper(talk, "D1", 45_670);
    say(talk, "2");
    expect(talk.answer).toContain("¿Qué corrijo?");
    say(talk, "fue ayer");
    expect(actsOf(say(talk, "1"))).toMatchObject([{ kind: "book_document", document_id: "D1" }]);
  });

  test("«1» and «2» to «¿todos o solo el último?»", () => {
    for (const [text, count] of [
      ["1", 2],
      ["2", 1],
    ] as const) {
      const talk = twoPapers();
      say(talk, "sí");
      expect(actsOf(say(talk, text))).toHaveLength(count);
    }
  });

  test("of several papers a bare number asks which, an ordinal or an amount names one", () => {
    const bare = twoPapers();
    expect(say(bare, "1").effects).toEqual([]);
    expect(bare.answer).toContain("¿Los confirmo todos o solo el último?");
    for (const [text, id] of [
      ["la primera", "D1"],
      ["el segundo", "D2"],
      ["la de 45", "D1"],
      ["la de 20 lucas", "D2"],
    ] as const) {
      expect(actsOf(say(twoPapers(), text))).toMatchObject([{ document_id: id }]);
    }
  });

  test("«1» agrees to what was edited", () => {
    const talk = after("gasté 20 lucas en bencina");
    hearSaid(talk, { kind: "edit", text: "gasté 25 lucas en bencina" }, talk.entries[0] ?? null);
    expect(actsOf(say(talk, "1"))).toMatchObject([{ kind: "correct", patch: { amount_minor: 25_000 } }]);
  });
});

describe("«sí, pero eran 32»", () => {
  test("books the paper with that total", () => {
    const talk = after("hola");
    hearPaper(talk, "D1", 45_670);
    expect(actsOf(say(talk, "sí, pero eran 32"))).toMatchObject([
      { kind: "book_document", entry: { amount_minor: 32_000 } },
    ]);
  });

  test("changes what is asked about, and asks again", () => {
    const talk = after("gasté como 80 lucas");
    expect(say(talk, "sí, pero eran 32").effects).toEqual([]);
    expect(talk.answer).toBe("¿En qué gastaste esos $32.000?");
  });

  test("corrects the entry that was booked", () => {
    const talk = after("gasté 54 lucas en bencina");
    expect(actsOf(say(talk, "sí, pero eran 32"))).toMatchObject([
      { kind: "correct", entry_id: "E1", patch: { amount_minor: 32_000 } },
    ]);
  });

  test("agrees to an edited message but for its amount", () => {
    const talk = after("gasté 20 lucas en bencina");
    hearSaid(talk, { kind: "edit", text: "gasté 25 lucas en bencina" }, talk.entries[0] ?? null);
    expect(actsOf(say(talk, "sí, pero eran 32"))).toMatchObject([{ kind: "correct", patch: { amount_minor: 32_000 } }]);
    expect(talk.dialogue.open).toEqual([]);
  });
});

describe("words", () => {
  test.each([
    ["me pagó doña Lupe", "¿Cuánto te pagó doña Lupe?"],
    ["pagué el flete", "¿Cuánto gastaste en flete?"],
    ["vendí pan", "¿Cuánto recibiste por pan?"],
    ["le vendí a Rosa", "¿Cuánto fue la venta a Rosa?"],
    ["20 lucas Pedro", "Esos $20.000 de Pedro, ¿entraron o salieron?"],
    ["transferí 20 lucas", "Esos $20.000, ¿entraron o salieron?"],
  ])("«%s» is asked about as what it was", (text, question) => {
    expect(after("hola", text).answer).toBe(question);
  });

  test("an insult gets a calm line, what is no bookkeeping a kind one", () => {
    expect(after("hola", "eres un imbécil").answer).toBe(
      "Te leo con calma. Si algo quedó mal anotado, dime qué era y lo corrijo.",
    );
    expect(after("hola", "¿quién ganó el partido?").answer).toContain("Yo solo llevo tus cuentas");
    expect(after("hola", "gasté 8 lucas en pan, bot de mierda").entries).toHaveLength(1);
  });
});

describe("another currency", () => {
  test("is shown with its worth at home where that is known", () => {
    const talk = talkIn();
    talk.worth = { amount_minor: 137_890, currency: "CLP", on: "2026-11-18" };
    const taken = say(talk, "pagué 3,5 UF de arriendo");
    expect(taken.effects.map(({ kind }) => kind).indexOf("worth")).toBeGreaterThan(0);
    expect(talk.answer).toContain("*Egreso anotado: UF 3,5 (≈ $137.890 al 18-11-2026)*");
  });

  test("is shown as it was said where it is not", () => {
    expect(after("pagué 3,5 UF de arriendo").answer).toContain("*Egreso anotado: UF 3,5*");
    expect(after("pagué 100 dólares de hosting").answer).toContain("US$100,00*");
    expect(say(talkIn(), "gasté 5 lucas en pan").effects.some(({ kind }) => kind === "worth")).toBe(false);
  });
});

function after(...texts: string[]): Talk {
  const talk = talkIn();
  for (const text of texts) say(talk, text);
  return talk;
}

function titles({ buttons }: Talk): string[] {
  return buttons.map(({ title }) => title);
}

function twoPapers(): Talk {
  const talk = after("hola");
  hearPaper(talk, "D1", 45_670);
  hearPaper(talk, "D2", 20_000);
  return talk;
}

function hearPaper(talk: Talk, document_id: string, total_minor: number): void {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor, date: "2026-11-17", merchant: "Sodimac" };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const extraction: Extraction = { ...blank, kind: "boleta", fields, confidence };
  hearSaid(talk, { kind: "document", caption: null, result: { outcome: "read", document_id, extraction } });
}
