import { describe, expect, test } from "vitest";
import { blankExtraction, type Extraction } from "#documents";
import { disownedIn } from "#src/conversation/flows/not-mine.ts";
import { actsOf, hearSaid, say, talkIn, tap, type Talk } from "./talking.ts";

function shown(caption: string | null = null): Talk {
  const blank = blankExtraction("CL");
  const fields = { ...blank.fields, total_minor: 45_670, date: "2026-11-18", merchant: "Sodimac" };
  const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
  const extraction: Extraction = { ...blank, kind: "boleta", fields, confidence };
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption, result: { outcome: "read", document_id: "D", extraction } });
  return talk;
}

const GONE = [{ kind: "settle_document", document_id: "D", state: "discarded" }];

const NEVER = [
  "eso no es mío",
  "no es mia",
  "esa no es mía",
  "no era mío",
  "esta boleta no es mía",
  "no es nuestra",
  "no es del negocio",
  "la boleta es de mi vecino",
  "es de mi hermana",
  "no, es de mi vecina",
  "no eso no lo compré yo",
  "es de otra persona",
  "esa es del vecino",
  "no corresponde",
  "esa no me corresponde",
  "sáltatela",
  "sáltate esta",
  "ignórala",
  "no, eso no lo compré yo",
  "esa no la compré yo",
  "yo no compré eso",
  "no la hice yo",
  "es de prueba",
  "es una prueba",
  "era una boleta de prueba",
  "la mandé por error",
  "me equivoqué de foto",
  "no va",
  "olvidalo, no era mio",
  "ah, no es mía, perdón",
];

const PRIVATE = [
  "esta es personal",
  "es un gasto personal",
  "es particular",
  "es pa la casa",
  "es para la casa",
  "esto lo compré pa la casa",
  "la compré para mi casa",
  "es para mí",
  "era para la familia",
  "es de uso personal".replace("uso personal", "la casa"),
];

test.each(NEVER)("«%s» under a card lets it go", (text) => {
  const talk = shown();
  expect(actsOf(say(talk, text))).toEqual(GONE);
  expect(talk.dialogue.open).toEqual([]);
});

test.each(PRIVATE)("«%s»: whether it goes is asked", (text) => {
  const talk = shown();
  expect(actsOf(say(talk, text))).toEqual([]);
  expect(talk.answer).toContain("¿Descarto el documento de Sodimac por $45.670");
  expect(talk.buttons.map(({ title }) => title)).toEqual(["Descartar", "No"]);
  expect(actsOf(say(talk, "sí"))).toEqual(GONE);
});

describe("once it was asked", () => {
  test("«no» shows the card again, and «sí» to that books it", () => {
    const talk = shown();
    say(talk, "es pa la casa");
    expect(actsOf(say(talk, "no"))).toEqual([]);
    expect(talk.answer).toContain("¿Es correcto?");
    expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "book_document" }]);
  });

  test("the button of the card books it, that of the question lets it go", () => {
    const talk = shown();
    const card = talk.buttons;
    say(talk, "es personal");
    expect(actsOf(tap({ ...talk, buttons: card }, "Sí"))).toMatchObject([{ kind: "book_document" }]);
    const other = shown();
    say(other, "es personal");
    expect(actsOf(tap(other, "Descartar"))).toEqual(GONE);
  });

  test("what is said beside it leaves the question as it is", () => {
    const talk = shown();
    say(talk, "es personal");
    say(talk, "saldo");
    expect(talk.answer).toContain("¿Descarto el documento de Sodimac");
  });

  test("«todos» lets nothing go", () => {
    const talk = shown();
    const result = { outcome: "read", document_id: "E", extraction: blankExtraction("CL") } as const;
    const fields = { ...result.extraction.fields, total_minor: 1_000, date: "2026-11-18" };
    const confidence = { overall: 0.97, total: 0.97, date: 0.97, merchant: 0.9 };
    const extraction = { ...result.extraction, fields, confidence };
    hearSaid(talk, { kind: "document", caption: null, result: { ...result, extraction } });
    say(talk, "es personal");
    expect(actsOf(say(talk, "todos")).map(({ kind }) => kind)).toEqual(["book_document"]);
    expect(talk.dialogue.open).toMatchObject([{ draft: { document_id: "E" } }]);
  });
});

test.each(NEVER)("«%s» right after it was booked takes it back", (text) => {
  const talk = shown();
  say(talk, "sí");
  expect(actsOf(say(talk, text))).toMatchObject([{ kind: "undo", entry_ids: ["E1"] }]);
});

test("an entry without a paper is not taken back by «no es mío»", () => {
  const talk = talkIn();
  say(talk, "vendí 10 lucas");
  expect(actsOf(say(talk, "no corresponde"))).toEqual([]);
});

test.each(["esto lo compré pa la casa", "es personal", "no es mía"])("«%s» beside the picture is asked", (caption) => {
  const talk = shown(caption);
  expect(talk.answer).toContain("¿Descarto el documento de Sodimac por $45.670");
  expect(actsOf(say(talk, "sí"))).toEqual(GONE);
});

test.each([
  "no",
  "sí",
  "no es correcto",
  "no es personal",
  "no es de mi vecino",
  "no pagué la boleta",
  "no es ese monto",
  "no, eran 45",
  "es de ayer",
  "es de Sodimac",
  "es de Juan",
  "compré pan para la casa 5 lucas",
  "compré pa la casa 5 lucas",
  "pagué 20 lucas",
  "es la misma",
  "es otra",
  "no pagué",
  "no la he pagado",
  "la debo",
  "no compré pan ayer, 5 lucas",
  "¿no es mía?",
  "es mía",
  "es del negocio",
  "es para el negocio",
  "no es gasto",
  "fue en efectivo",
])("«%s» disowns nothing", (text) => {
  expect(disownedIn(text)).toBeNull();
});
