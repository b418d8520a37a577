import { expect, test } from "vitest";
import { localDay } from "#src/web/api/language/local-day.ts";
import { desk, outcome } from "./desk.ts";

const { post } = desk();
const NOON = "2026-11-18T12:00:00-03:00";
const FIELDS = [
  "confidence",
  "movements",
  "needs_clarification",
  "options",
  "patch",
  "query",
  "question",
  "source",
  "type",
];

test("reads «gasté 5 lucas en pan» as 5.000 pesos spent on the day of `now`", async () => {
  const told = { text: "gasté 5 lucas en pan", country: "CL", channel: "text", now: NOON, context: null };
  const answer = await post("/api/ai/classify", told);
  expect(answer.status).toBe(200);
  const reading = await answer.json<{ movements: object[] }>();
  expect(reading).toMatchObject({
    type: "egreso",
    needs_clarification: false,
    movements: [{ type: "egreso", amount_minor: 5_000, currency: "CLP", concept: "pan", date: "2026-11-18" }],
  });
  expect(Object.keys(reading).toSorted()).toEqual(FIELDS);
  expect(Object.keys(reading.movements[0] ?? {}).toSorted()).toEqual([
    "amount_minor",
    "category",
    "concept",
    "counterparty",
    "currency",
    "date",
    "direction",
    "due_date",
    "evidence",
    "net_minor",
    "tax_minor",
    "type",
  ]);
});

test("answers the contract's fields and no other to every kind of message", async () => {
  for (const text of [
    "hola",
    "sí",
    "ayuda",
    "¿cuánto gasté este mes?",
    "gasté 20",
    "bórralo",
    "¿quién ganó el mundial?",
    "",
  ]) {
    const answer = await post("/api/ai/classify", { text, country: "CL", channel: "text", now: NOON });
    expect([text, answer.status]).toEqual([text, 200]);
    expect([text, Object.keys(await answer.json<object>()).toSorted()]).toEqual([text, FIELDS]);
  }
});

test("takes the clock, Chile and text where a request names none", async () => {
  const answer = await post("/api/ai/classify", { text: "vendí 10 lucas" });
  expect(await answer.json()).toMatchObject({
    type: "ingreso",
    movements: [{ amount_minor: 10_000, currency: "CLP", date: "2026-11-18" }],
  });
});

test("reads a Peruvian's soles where the request says so", async () => {
  const answer = await post("/api/ai/classify", { text: "gasté 25.50 soles en almuerzo", country: "PE", now: NOON });
  expect(await answer.json()).toMatchObject({ movements: [{ amount_minor: 2_550, currency: "PEN" }] });
});

test("corrects the entry that the context names", async () => {
  const last = {
    type: "egreso",
    amount_minor: 54_000,
    currency: "CLP",
    concept: "bencina",
    category: "combustible",
    counterparty: null,
    date: "2026-11-18",
    state: "recorded",
  };
  const answer = await post("/api/ai/classify", { text: "no, eran 45", country: "CL", now: NOON, context: { last } });
  expect(await answer.json()).toMatchObject({ type: "correccion", patch: { amount_minor: 45_000 } });
});

test("takes a last entry of which only type and state are known, and no last entry at all", async () => {
  const bare = { type: "egreso", state: "pending_confirmation" };
  for (const context of [{ last: bare }, { last: null }, {}, null]) {
    expect((await post("/api/ai/classify", { text: "hola", context })).status).toBe(200);
  }
});

test("refuses what is not a request", async () => {
  const cases: [string, unknown][] = [
    ["no text", { country: "CL" }],
    ["text that is a number", { text: 5_000 }],
    ["a text over 4.096 characters", { text: "a".repeat(4_097) }],
    ["a country that is a name", { text: "hola", country: "Chile" }],
    ["a channel of its own", { text: "hola", channel: "smoke" }],
    ["a time without its offset", { text: "hola", now: "2026-11-18T12:00:00" }],
    ["a day of no calendar", { text: "hola", now: "2026-02-30T12:00:00-03:00" }],
    ["an unknown state", { text: "hola", context: { last: { type: "egreso", state: "lost" } } }],
    ["a list", []],
    ["null", null],
  ];
  for (const [what, body] of cases)
    expect([what, await outcome(await post("/api/ai/classify", body))]).toEqual([what, "400 invalid"]);
});

test("says which field is wrong, and not what stood in it", async () => {
  const answer = await post("/api/ai/classify", { text: "hola", country: "clave-secreta" });
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ error: { details: [{ field: "country" }] } });
  expect(text).not.toContain("clave-secreta");
});

test("takes the day beside an offset as the writer's own, and an instant by the zone", () => {
  expect(localDay("2026-11-18T23:30:00-03:00", "America/Santiago")).toBe("2026-11-18");
  expect(localDay("2026-11-19T02:30:00Z", "America/Santiago")).toBe("2026-11-18");
  expect(localDay("2026-11-19T02:30:00+00:00", "America/Lima")).toBe("2026-11-18");
  expect(localDay("2026-11-19T02:30:00Z", "UTC")).toBe("2026-11-19");
});
