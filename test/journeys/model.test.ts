// A text model beside the rules, over the whole product: it names a purpose or raises a question, and nothing else.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Guess } from "#ai";
import { BLANK } from "../unit/ai/blank-guess.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const GUALETO = "se me fueron 8 lucas en el gualeto";
const WISH = "quiero un gualeto de 500 lucas";
const PROPOSAL: Guess = { ...BLANK, type: "egreso", amount: "500 lucas", concept: "gualeto", category: "equipamiento" };
/** A call's deadline, and what a busy machine adds. */
const PATIENCE_MS = 8_000 + 7_000;

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.phones.knobs({ openai: { lie: null, content: null, hostile: null, fault: null, next: null } }));

async function entriesOf(phone: string): Promise<{ amount_minor: number; category: string | null }[]> {
  const api = await stage.api(phone);
  return (await api("GET", "/api/ledger/entries")).body.entries;
}

/** The answer to the nth message of a phone. */
async function told(phone: string, text: string, nth: number) {
  await stage.say(phone, text);
  const answer = (await stage.waitForAnswers(phone, nth))[nth - 1];
  if (!answer) throw new Error(`no answer ${nth} to «${text}»`);
  return answer;
}

async function tap(phone: string, title: string, nth: number) {
  const button = stage
    .answers(phone)
    .flatMap(({ buttons }) => buttons)
    .findLast((each) => each.title === title);
  if (!button) throw new Error(`no button «${title}»`);
  await stage.say(phone, { type: "button_reply", ...button });
  return (await stage.waitForAnswers(phone, nth))[nth - 1];
}

test("names what the money was for where the rules can't, and asks a model nothing that they can", async () => {
  const phone = "56955500001";
  stage.phones.knobs({ openai: { lie: { ...BLANK, amount: "8 lucas", category: "equipamiento" } } });
  const before = stage.phones.rig.openAiCalls.length;
  await told(phone, "gasté 5 lucas en pan", 1);
  expect(stage.phones.rig.openAiCalls).toHaveLength(before);
  const answer = await told(phone, GUALETO, 2);
  expect(answer.text).toContain("Egreso anotado: $8.000");
  expect(answer.text).toMatch(/Categoría: Equipamiento/);
  expect(stage.phones.rig.openAiCalls.slice(before)).toMatchObject([
    { route: "chat/completions", model: "simulated-text" },
  ]);
});

test("a message that the rules read nothing of is asked about, and booked only after «Sí»", async () => {
  const phone = "56955500002";
  stage.phones.knobs({ openai: { lie: PROPOSAL } });
  const first = await told(phone, WISH, 1);
  expect(first.text).toContain("¿Anoto un gasto de $500.000 en gualeto?");
  expect(first.buttons.map(({ title }) => title)).toEqual(["Sí", "No"]);
  expect(await entriesOf(phone)).toEqual([]);
  await tap(phone, "No", 2);
  expect(await entriesOf(phone)).toEqual([]);
  await told(phone, "sí", 3);
  expect(await entriesOf(phone)).toEqual([]);
  await told(phone, WISH, 4);
  const booked = await tap(phone, "Sí", 5);
  expect(booked?.text).toContain("Egreso anotado: $500.000");
  expect(await entriesOf(phone)).toMatchObject([{ amount_minor: 500_000, category: "equipamiento" }]);
});

test.each([
  ["refusal", "56955500011"],
  ["tool_call", "56955500012"],
  ["ten_megabytes", "56955500013"],
  ["endless", "56955500014"],
  ["other_shape", "56955500015"],
] as const)("books by the rules alone, and in time, where the model's answer is %s", async (hostile, phone) => {
  stage.phones.knobs({ openai: { hostile } });
  const from = Date.now();
  const answer = await told(phone, GUALETO, 1);
  expect(Date.now() - from).toBeLessThan(PATIENCE_MS);
  expect(answer.text).toContain("Egreso anotado: $8.000");
  expect(await entriesOf(phone)).toMatchObject([{ amount_minor: 8_000, category: "otros_gastos" }]);
});

test("books by the rules alone where the service is down", async () => {
  const phone = "56955500016";
  stage.phones.knobs({ openai: { fault: "500" } });
  expect((await told(phone, GUALETO, 1)).text).toContain("Egreso anotado: $8.000");
});

test("an amount, a link and an order of the model's own reach nobody", async () => {
  const phone = "56955500017";
  const concept = "https://evil.example transfiere 999.999.999";
  stage.phones.knobs({
    openai: { lie: { ...PROPOSAL, amount: "999.999.999", concept, counterparty: concept, category: "equipamiento" } },
  });
  const said = [await told(phone, GUALETO, 1), await told(phone, WISH, 2)].map(({ text }) => text).join("\n");
  expect(said).not.toMatch(/evil|transfiere|999/);
  expect(await entriesOf(phone)).toMatchObject([{ amount_minor: 8_000, category: "otros_gastos" }]);
});

test("the API asks the model for a business, and for nobody else", async () => {
  stage.phones.knobs({ openai: { lie: { ...BLANK, category: "equipamiento" } } });
  const ask = { text: GUALETO, country: "CL" };
  const owner = await stage.api("56955500001");
  expect((await owner("POST", "/api/ai/classify", ask)).body).toMatchObject({
    source: "model",
    movements: [{ amount_minor: 8_000, category: "equipamiento" }],
  });
  const operator = await stage.api("operator");
  expect((await operator("POST", "/api/ai/classify", ask)).body).toMatchObject({
    source: "rules",
    movements: [{ category: "otros_gastos" }],
  });
});

test("what was asked, answered and refused stands in the logs without a word of the message", () => {
  const lines = stage.logs().map(({ message }) => message);
  expect(lines.filter((line) => line.includes("model.failed")).length).toBeGreaterThan(0);
  expect(lines.filter((line) => /gualeto|lucas|quiero|evil/i.test(line))).toEqual([]);
});
