import { expect, test } from "vitest";
import { wantsBooks } from "#src/conversation/flows/wants-books.ts";
import { heard, say, talkIn } from "./talking.ts";

test.each([
  ["vendí 10 lucas", true],
  ["don Pedro me pagó todo", true],
  ["mis reglas", true],
  ["olvida lo de Copec", true],
  ["gasté 45 en pan", true],
  ["f29", true],
  ["f29 de octubre", false],
  ["facturas por aceptar", false],
  ["hola", false],
  ["ayuda", false],
  ["¿cuánto gasté este mes?", false],
  ["saldo", false],
  ["gracias", false],
  ["deshacer", false],
])("«%s» needs the books: %s", (text, wants) => {
  const talk = talkIn();
  expect(wantsBooks(talk.dialogue, heard(talk, { kind: "text", text, voice: false }))).toBe(wants);
});

test("what may answer a question needs them, a greeting beside it does not", () => {
  const talk = talkIn();
  say(talk, "gasté como 80 lucas");
  const wants = (text: string) => wantsBooks(talk.dialogue, heard(talk, { kind: "text", text, voice: false }));
  expect(["en bencina", "hola", "saldo"].map(wants)).toEqual([true, false, false]);
});

test("a tapped reading needs them, a tapped «Deshacer» does not", () => {
  const talk = talkIn();
  const wants = (id: string) => wantsBooks(talk.dialogue, heard(talk, { kind: "choice", id, title: "" }));
  expect(["pick:wamid.1:0", "debt:wamid.1:0", "paid_me:D1", "undo:E1", "edit:E1", ""].map(wants)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
