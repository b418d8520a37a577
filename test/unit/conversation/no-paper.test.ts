import { expect, test } from "vitest";
import type { DocumentOutcome } from "#documents";
import { actsOf, hearSaid, say, talkIn } from "./talking.ts";

const NOISE: DocumentOutcome = { outcome: "trouble", document_id: "D", trouble: "unreadable", blank: true };
const BLURRED: DocumentOutcome = { outcome: "trouble", document_id: "D", trouble: "unreadable" };

test("a picture of nothing is told as one, and waits for no amount", () => {
  const talk = talkIn();
  hearSaid(talk, { kind: "document", caption: null, result: NOISE });
  expect(talk.answer).toContain("No veo ningún documento en esa imagen");
  expect(talk.dialogue.open).toEqual([]);
  hearSaid(talk, { kind: "document", caption: null, result: BLURRED });
  expect(talk.dialogue.open).toHaveLength(1);
});

test("words that are booked in the place of a picture leave it waiting for nobody", () => {
  const talk = talkIn();
  expect(actsOf(hearSaid(talk, { kind: "document", caption: "pan 3 lucas", result: BLURRED }))).toMatchObject([
    { kind: "settle_document", document_id: "D", state: "discarded" },
    { kind: "record", entry: { amount_minor: 3_000 } },
  ]);
});

test("what is written with a picture that came before is named, and can be told again", () => {
  const talk = talkIn();
  const result = { outcome: "duplicate", document_id: "D2" } as const;
  expect(actsOf(hearSaid(talk, { kind: "document", caption: "pan 3 lucas", result }))).toEqual([]);
  expect(talk.answer).toContain("ya lo tenía");
  expect(talk.answer).toContain("$3.000");
  expect(actsOf(say(talk, "pan 3 lucas"))).toMatchObject([{ entry: { amount_minor: 3_000 } }]);
});
