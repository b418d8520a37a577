// What people write, and who they are, stays out of the console and off the disk: proved with words nobody else uses.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachment, voiceNote } from "./files.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const PHONE = "56984736251";
const USER_ID = "CL.84736251908473625190";
const SECRETS = {
  WHATSAPP_APP_SECRET: "dev-app-secret",
  WHATSAPP_ACCESS_TOKEN: "dev-access-token",
  OPENAI_API_KEY: "canary-openai-key",
  OPERATOR_TOKEN: "dev-operator-token",
  MASTER_KEYS: `canary1:${createHash("sha256").update("canary").digest("base64")}`,
};

/** What people said and were called. */
const PERSONAL = {
  text: "canariotexto",
  counterparty: "Canariocliente",
  transcript: "canariovoz",
  caption: "canariopie",
  filename: "canarioarchivo",
  profile_name: "Canarionombre",
  voice_phone: "56984736252",
};

let stage: Stage;
let apiToken: string;
let disk: Map<string, string>;

beforeAll(async () => {
  stage = await startStage(SECRETS);
  await talk();
  await stage.phones.settle();
  await stage.halt();
  disk = filesBelow(stage.state);
});
afterAll(() => stage.close());

/** One of everything: text, question, voice, photo, file, correction, refusal, API, forged request. */
async function talk(): Promise<void> {
  const around = { profile_name: PERSONAL.profile_name, from_user_id: USER_ID };
  let nth = 0;
  const say = async (said: Parameters<Stage["say"]>[1]): Promise<void> => {
    await stage.say(PHONE, said, around);
    await stage.waitForAnswers(PHONE, ++nth);
  };
  await say(`vendí 10 lucas de ${PERSONAL.text} a ${PERSONAL.counterparty}`);
  await say(`gasté 12 en ${PERSONAL.text}`);
  await say(`${PERSONAL.text} no es un movimiento`);
  await say("no, eran 45 lucas");
  const { bytes } = attachment("boleta-sodimac.jpg");
  const photo = { type: "image", bytes, mime_type: "image/jpeg", caption: PERSONAL.caption } as const;
  await say(photo);
  await say("sí");
  await say({ type: "document", ...attachment("con-clave.pdf"), filename: `${PERSONAL.filename}.pdf` });
  const words = `gasté 5 lucas en ${PERSONAL.transcript}`;
  const note = { type: "audio", bytes: voiceNote(), mime_type: "audio/ogg; codecs=opus", voice: true, words } as const;
  await stage.say(PERSONAL.voice_phone, note);
  await stage.waitForAnswers(PERSONAL.voice_phone, 1);
  const { body } = await (await stage.api("operator"))("POST", "/api/operator/tokens", { phone: PHONE, role: "owner" });
  apiToken = body.token;
  const asMember = await stage.api(PHONE);
  await asMember("GET", `/api/ledger/entries?counterparty=${PERSONAL.counterparty}`);
  await asMember("POST", "/api/ledger/entries", { concept: PERSONAL.text });
  await asMember("POST", "/api/whatsapp/send", { to: PHONE, type: "text", text: { body: PERSONAL.text } });
  await stage.waitForAnswers(PHONE, ++nth);
  await fetch(`${stage.url}/webhook/whatsapp?${PERSONAL.text}`, { method: "POST", body: PERSONAL.text });
  await fetch(`${stage.url}/webhook/whatsapp?hub.mode=subscribe&hub.verify_token=${PERSONAL.text}&hub.challenge=1`);
  await asMember("GET", "/metrics");
}

test("the console of both Workers, all levels, names nobody and nothing", () => {
  const said = stage.logs().map(({ level, message }) => `${level} ${message}`);
  expect(said.length).toBeGreaterThan(5);
  const canaries = [...Object.values(PERSONAL), PHONE, USER_ID, apiToken, ...Object.values(SECRETS), "96792430"];
  for (const canary of canaries.flatMap(spellings)) {
    expect(said.filter((line) => line.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
  }
});

test("databases and objects on disk hold no word, name or number of a person in clear", () => {
  expect([...disk.keys()].filter((name) => name.endsWith(".sqlite")).length).toBeGreaterThan(3);
  const canaries = [...Object.values(PERSONAL), PHONE, USER_ID, apiToken, ...Object.values(SECRETS), "SODIMAC"];
  const found = canaries
    .flatMap(spellings)
    .flatMap((canary) =>
      [...disk].filter(([, bytes]) => bytes.includes(canary)).map(([name]) => `${canary} in ${name}`),
    );
  expect(found).toEqual([]);
});

test("the same search does find what is not hidden: the hash of a token, the type of a file", () => {
  const all = [...disk.values()];
  expect(all.some((bytes) => bytes.includes("image/jpeg"))).toBe(true);
  expect(all.some((bytes) => bytes.includes("tenant"))).toBe(true);
});

/** As it stands, and as base64 spells it at each of the three places that it may begin at (a wamid spells the phone). */
function spellings(text: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const spelled = Buffer.from(" ".repeat(shift) + text).toString("base64");
    return spelled.slice(shift === 0 ? 0 : shift + 1, spelled.length - 4);
  });
  return [text, ...shifted];
}

/** Every file but the bytes of the media themselves. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => !name.split(sep).includes("blobs") && statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}
