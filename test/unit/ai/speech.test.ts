import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openAi } from "#src/ai/client.ts";
import { isUnsure, type Segment } from "#src/ai/speech.ts";
import { startStage, type Stage } from "../simulators/rig.ts";

let stage: Stage;
const SOUND = new Uint8Array([1, 2, 3]);

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => stage.rig.reset());

function hear(model: string, mimeType = "audio/ogg; codecs=opus") {
  const settings = { api_key: "any", base_url: stage.rig.openAiBaseUrl, text_model: "x", vision_model: "x", fetch };
  return openAi({ ...settings, speech_model: model }).hear(SOUND, mimeType);
}

test.each(["gpt-transcribe", "gpt-4o-transcribe", "gpt-4o-mini-transcribe", "whisper-1", "simulated-speech"])(
  "asks %s only what it takes, under a name it takes",
  async (model) => {
    expect(await hear(model, "audio/opus")).toMatchObject({ outcome: "text", unsure: false });
  },
);

test.each(["gpt-4o-transcribe", "whisper-1"])("what %s hardly believes itself is unsure", async (model) => {
  const note = { type: "audio", bytes: SOUND, mime_type: "audio/ogg", voice: true, words: "gasté doce lucas" } as const;
  await stage.rig.inbound({ from: "56911111111", said: note }).webhook;
  stage.rig.knobs({ openai: { mumble: true } });
  expect(await hear(model)).toEqual({ outcome: "text", text: "gasté doce lucas", unsure: true });
});

const CLEAR: Segment = { start: 0, end: 8, avg_logprob: -0.2, no_speech_prob: 0.01 };

test.each<[string, Segment[], boolean]>([
  ["said clearly", [CLEAR], false],
  ["said clearly over music", [{ ...CLEAR, no_speech_prob: 0.9 }], false],
  ["with half a second nobody understood", [CLEAR, { ...CLEAR, start: 8, end: 8.5, avg_logprob: -1.4 }], false],
  ["that is mostly guessed", [CLEAR, { ...CLEAR, start: 8, end: 40, avg_logprob: -1.1 }], true],
  ["with words out of silence", [CLEAR, { start: 8, end: 9, avg_logprob: -1.2, no_speech_prob: 0.8 }], true],
  ["whose segments say no times", [{ avg_logprob: -0.1 }, { avg_logprob: -0.9 }], false],
  ["whose segments say nothing", [{}, {}], false],
  ["without segments", [], false],
])("a note %s is believed accordingly", (_, segments, unsure) => {
  expect(isUnsure({ segments })).toBe(unsure);
});

test("429 and 500 are tried again by whoever asked, 401 is as good as no key", async () => {
  stage.rig.knobs({ openai: { fault: "500" } });
  await expect(hear("gpt-transcribe")).rejects.toMatchObject({ status: 500 });
  stage.rig.knobs({ openai: { fault: "401" } });
  expect(await hear("gpt-transcribe")).toMatchObject({ outcome: "locked" });
});
