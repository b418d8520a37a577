import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BEARER, messagesOf, startStage } from "./rig.ts";
import type { Json, Stage } from "./rig.ts";

let stage: Stage;
let now = 0;
const bytes = new TextEncoder().encode("%PDF-1.4 not really") as Uint8Array<ArrayBuffer>;
const sha256 = createHash("sha256").update(bytes);
const digest = sha256.digest();
const agent = { ...BEARER, "user-agent": "lucas" };

beforeEach(async () => {
  now = 1_800_000_000_000;
  stage = await startStage({ now: () => now });
});
afterEach(() => stage.close());

async function received(): Promise<{ id: string; sha256: string }> {
  await stage.rig.inbound({
    from: "56911111111",
    said: { type: "document", bytes, mime_type: "application/pdf", filename: "f.pdf" },
  }).webhook;
  return messagesOf(stage.bot).at(-1).document;
}

async function describe(id: string): Promise<Json> {
  return (await fetch(`${stage.rig.graphBaseUrl}/${id}`, { headers: BEARER })).json();
}

it("gives media by id: base64 in the webhook, hex in the description, the size as text", async () => {
  const { id, sha256: base64 } = await received();
  expect(base64).toBe(Buffer.from(digest).toString("base64"));
  expect(await describe(id)).toMatchObject({
    id,
    sha256: Buffer.from(digest).toString("hex"),
    mime_type: "application/pdf",
    file_size: "19",
  });
});

it("hands out the bytes to the bearer alone, and to none that hides its name", async () => {
  const { url } = await describe((await received()).id);
  const download = await fetch(url, { headers: agent });
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes);
  expect((await fetch(url, { headers: { "user-agent": "lucas" } })).status).toBe(401);
  expect((await fetch(url, { headers: { ...BEARER, "user-agent": "" } })).status).toBe(403);
});

it("lets an address live five minutes, and gives a new one for the asking", async () => {
  const { id } = await received();
  const { url } = await describe(id);
  now += 5 * 60_000;
  expect((await fetch(url, { headers: agent })).status).toBe(200);
  now += 1;
  expect((await fetch(url, { headers: agent })).status).toBe(404);
  expect((await fetch((await describe(id)).url, { headers: agent })).status).toBe(200);
});

it("can say in the webhook where the media lies", async () => {
  stage.rig.knobs({ media: { url_in_webhook: true } });
  const document = await received();
  expect((await fetch((document as unknown as { url: string }).url, { headers: agent })).status).toBe(200);
});

it("fails as told, once, and then no more", async () => {
  const { id } = await received();
  const { url } = await describe(id);
  const hash = async (): Promise<boolean> => {
    const got = new Uint8Array(await (await fetch(url, { headers: agent })).arrayBuffer());
    return createHash("sha256").update(got).digest("hex") === Buffer.from(digest).toString("hex");
  };
  stage.rig.knobs({ media: { fault: "wrong_sha", next: 1 } });
  expect([await hash(), await hash()]).toEqual([false, true]);
  stage.rig.knobs({ media: { fault: "expired", next: 1 } });
  expect((await fetch(url, { headers: agent })).status).toBe(404);
  stage.rig.knobs({ media: { fault: "not_found", next: 1 } });
  expect((await describe(id)).error).toMatchObject({ code: 100, error_subcode: 33 });
  stage.rig.knobs({ media: { fault: "http_500", next: 1 } });
  expect((await fetch(url, { headers: agent })).status).toBe(500);
  expect(await hash()).toBe(true);
});

it("redirects to another host and sees whether the token came along", async () => {
  const { url } = await describe((await received()).id);
  stage.rig.knobs({ media: { fault: "redirect" } });
  const redirect = await fetch(url, { headers: agent, redirect: "manual" });
  const elsewhere = redirect.headers.get("location") ?? "";
  expect(redirect.status).toBe(302);
  expect(new URL(elsewhere).host).not.toBe(new URL(url).host);
  await fetch(elsewhere, { headers: BEARER });
  expect(await (await fetch(`${stage.rig.url}/sim/elsewhere`)).json()).toMatchObject({
    requests: [{ carried_token: true }],
  });
});

it("takes uploads of Meta's types and sizes, lets them be sent, and removes them", async () => {
  const upload = async (type: string, size: number): Promise<Json> => {
    const form = new FormData();
    form.set("messaging_product", "whatsapp");
    form.set("type", type);
    form.set("file", new Blob([new Uint8Array(size)], { type }), "f");
    const response = await fetch(`${stage.rig.graphBaseUrl}/106540352242922/media`, {
      method: "POST",
      headers: BEARER,
      body: form,
    });
    return response.json();
  };
  const { id } = await upload("image/png", 10);
  expect((await stage.send({ to: "56911111111", type: "image", image: { id } })).status).toBe(200);
  expect((await upload("application/x-msdownload", 10)).error.code).toBe(100);
  expect((await upload("image/png", 5_000_001)).error.code).toBe(131053);
  const removal = await fetch(`${stage.rig.graphBaseUrl}/${id}`, { method: "DELETE", headers: BEARER });
  expect(await removal.json()).toEqual({ success: true });
  expect((await stage.send({ to: "56911111111", type: "image", image: { id } })).body.error.code).toBe(100);
});

it("takes a file over the control API as a form", async () => {
  const form = new FormData();
  form.set("from", "56911111111");
  form.set("type", "image");
  form.set("caption", "mi boleta");
  form.set("file", new Blob([bytes], { type: "image/jpeg" }), "boleta.jpg");
  await fetch(`${stage.rig.url}/sim/inbound`, { method: "POST", body: form });
  expect(messagesOf(stage.bot)[0].image).toMatchObject({ caption: "mi boleta", mime_type: "image/jpeg" });
});

it("shows a stranger's HTML on the phone as a download in a sandbox", async () => {
  await stage.rig.inbound({
    from: "56911111111",
    said: { type: "document", bytes, mime_type: "text/html", filename: "x.html" },
  }).webhook;
  const shown = await fetch(`${stage.rig.url}/sim/media/${messagesOf(stage.bot)[0].document.id}`);
  expect(shown.headers.get("content-type")).toBe("application/octet-stream");
  expect(shown.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(shown.headers.get("content-security-policy")).toMatch(/sandbox/);
});
