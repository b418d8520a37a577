import OpenAI, { toFile } from "openai";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startStage } from "./rig.ts";
import type { Stage } from "./rig.ts";

let stage: Stage;
let client: OpenAI;
const schema = {
  type: "object",
  properties: { amount_minor: { type: ["integer", "null"] } },
  required: ["amount_minor"],
};

beforeAll(async () => {
  stage = await startStage();
  client = new OpenAI({ apiKey: "any", baseURL: stage.rig.openAiBaseUrl, maxRetries: 0 });
});
afterAll(() => stage.close());
beforeEach(() => stage.rig.reset());

async function ask(): Promise<string | null | undefined> {
  const answer = await client.chat.completions.create({
    model: "x",
    messages: [{ role: "user", content: "¿cuánto?" }],
    response_format: { type: "json_schema", json_schema: { name: "receipt", schema, strict: true } },
  });
  return answer.choices[0]?.message.content;
}

it("says what it is", async () => {
  const page = await fetch(stage.rig.openAiBaseUrl);
  expect(page.headers.get("x-stand-in")).toBe("lucas-stand-in");
  expect(await page.text()).toMatch(/no model/);
  expect((await client.models.list()).data.map((model) => model.id)).toContain("lucas-stand-in-speech");
});

it("repeats the words that were given with a voice note, by its bytes alone", async () => {
  const note = new Uint8Array([79, 103, 103, 83, 1, 2, 3]);
  await stage.rig.inbound({
    from: "56911111111",
    said: { type: "audio", bytes: note, mime_type: "audio/ogg; codecs=opus", voice: true, words: "vendí veinte lucas" },
  }).webhook;
  const heard = await client.audio.transcriptions.create({ model: "x", file: await toFile(note, "voice.ogg") });
  expect(heard.text).toBe("vendí veinte lucas");
});

it("hears nothing in a sound it does not know", async () => {
  const heard = await client.audio.transcriptions.create({
    model: "x",
    file: await toFile(new Uint8Array([1]), "voice.ogg"),
  });
  expect(heard.text).toBe("");
});

it.each(["voice.oga", "voice.opus", "voice"])("refuses %s with 400, as the real service does", async (name) => {
  const file = await toFile(new Uint8Array([1]), name);
  await expect(client.audio.transcriptions.create({ model: "x", file })).rejects.toMatchObject({ status: 400 });
});

it("answers a schema with nulls, and free text with a confession", async () => {
  expect(JSON.parse((await ask()) ?? "")).toEqual({ amount_minor: null });
  const free = await client.responses.create({ model: "x", input: "hola" });
  expect(free.output_text).toMatch(/sin modelo/);
  const typed = await client.responses.create({
    model: "x",
    input: "hola",
    text: { format: { type: "json_schema", name: "r", schema } },
  });
  expect(JSON.parse(typed.output_text)).toEqual({ amount_minor: null });
});

it("lies when told to, and breaks its JSON when told to", async () => {
  stage.rig.knobs({ openai: { lie: { amount_minor: 1 } } });
  expect(JSON.parse((await ask()) ?? "")).toEqual({ amount_minor: 1 });
  stage.rig.knobs({ openai: { fault: "malformed", next: 1 } });
  const broken = await ask();
  expect(() => JSON.parse(broken ?? "")).toThrow(SyntaxError);
});

it.each(["401", "429", "500"] as const)("fails once with %s when told to", async (fault) => {
  stage.rig.knobs({ openai: { fault, next: 1 } });
  await expect(ask()).rejects.toMatchObject({ status: Number(fault) });
  expect(await ask()).toContain("null");
});

it("demands a key, any key", async () => {
  const response = await fetch(`${stage.rig.openAiBaseUrl}/chat/completions`, { method: "POST", body: "{}" });
  expect(response.status).toBe(401);
});

it("stalls as long as told", async () => {
  stage.rig.knobs({ openai: { stall_ms: 60_000 } });
  await expect(client.models.list({ timeout: 100 })).rejects.toThrow(/timed out/);
});
