import { expect, test } from "vitest";
import { say, talkIn } from "./talking.ts";

test.each([
  ["ají 20 lucas", "Esos $20.000 de ají, ¿entraron o salieron?"],
  ["maní 20 lucas", "Esos $20.000 de maní, ¿entraron o salieron?"],
  ["paté 45 lucas", "Esos $45.000 de paté, ¿entraron o salieron?"],
  ["transferí 45 lucas", "Esos $45.000, ¿entraron o salieron?"],
])("«%s» is asked about by its purpose, a verb is none", (text, question) => {
  const talk = talkIn();
  say(talk, text);
  expect(talk.answer).toContain(question);
});
