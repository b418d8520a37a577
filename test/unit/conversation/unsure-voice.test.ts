import { expect, test } from "vitest";
import { actsOf, hearSaid, say, talkIn } from "./talking.ts";

const mumbled = (text: string) => ({ kind: "text", text, voice: true, unsure: true }) as const;

test("what was hardly heard is shown and asked, and a «sí» books it", () => {
  const talk = talkIn();
  expect(actsOf(hearSaid(talk, mumbled("gasté doce lucas en bencina")))).toEqual([]);
  expect(talk.answer).toContain("«gasté doce lucas en bencina»");
  expect(talk.answer).toContain("$12.000");
  expect(actsOf(say(talk, "sí"))).toMatchObject([{ kind: "record", entry: { type: "egreso", amount_minor: 12_000 } }]);
});

test("a «no» to what was hardly heard books nothing", () => {
  const talk = talkIn();
  hearSaid(talk, mumbled("gasté doce lucas en bencina"));
  expect(actsOf(say(talk, "no"))).toEqual([]);
});

test.each(["deshacer", "sí", "vendí 10 lucas y gasté 5 en pan", "le debo 80 lucas al maestro"])(
  "«%s», hardly heard, does nothing and is asked for again",
  (text) => {
    const talk = talkIn();
    say(talk, "vendí 10 lucas");
    expect(actsOf(hearSaid(talk, mumbled(text)))).toEqual([]);
    expect(talk.answer).toContain("no anoté nada");
    expect(talk.entries.length).toBe(1);
  },
);

test("a country that was hardly heard is not set, and the question stays open", () => {
  const talk = talkIn("US", false);
  say(talk, "vendí 10");
  expect(actsOf(hearSaid(talk, mumbled("Chile")))).toEqual([]);
  expect(talk.dialogue.membership).toMatchObject({ country: "US", country_certain: false });
  expect(talk.answer).toContain("I recorded nothing");
  expect(actsOf(hearSaid(talk, { kind: "text", text: "Chile", voice: true }))).toMatchObject([
    { kind: "set_country", country: "CL" },
  ]);
});

test("a note that is too long is answered kindly", () => {
  const talk = talkIn();
  hearSaid(talk, { kind: "voice_trouble", trouble: "too_long" });
  expect(talk.answer).toContain("más de 5 minutos");
});
