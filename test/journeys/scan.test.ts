// The scan page over the whole product: the link that the chat gives, what may be sent with it, and a phone's browser
// whose camera sees a stamp.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turn } from "#src/documents/read/picture.ts";
import { fromPng, onPaper, toJpeg } from "../golden/receipts/darkroom.ts";
import { qrPng, stamp, stampPng } from "../golden/receipts/stamp.ts";
import { FACTURA_STAMP } from "../golden/receipts/truth.ts";
import { writeFilm } from "./camera-film.ts";
import { executablePath, launchChromium } from "./chromium.ts";
import { startStage } from "./stage.ts";
import type { Json, Stage } from "./stage.ts";

const STAMP = stamp(FACTURA_STAMP);
const OTHER = stamp({ ...FACTURA_STAMP, folio: 119, total: 59_500 });

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ PUBLIC_URL: "https://lucas.example" });
});
afterAll(() => stage.close());

/** Asks for a link in the chat. @param nth which answer it will be */
async function linkOf(phone: string, nth: number): Promise<string> {
  await stage.say(phone, "escanear");
  const answer = (await stage.waitForAnswers(phone, nth))[nth - 1];
  const [, token] = /https:\/\/lucas\.example\/escanear#([0-9a-z]{75})$/m.exec(answer?.text ?? "") ?? [];
  if (token === undefined) throw new Error(`no link in «${answer?.text}»`);
  return token;
}

async function post(path: string, body: object): Promise<{ status: number; body: Json }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(stage.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

/** Sends what was scanned; answers the status, and the code of a refusal. */
async function send(token: string, text: string): Promise<string> {
  const { status, body } = await post("/api/scan", { token, code: Buffer.from(text, "latin1").toString("base64") });
  return body.error ? `${status} ${body.error.code}` : `${status} ${body.state}`;
}

async function documentsOf(phone: string): Promise<Json[]> {
  return (await (await stage.api(phone))("GET", "/api/documents")).body.documents;
}

test("gives a link in the chat that works once: the scanned stamp is shown there as a photo's would be", async () => {
  const phone = "56956600001";
  const token = await linkOf(phone, 1);
  expect(await post("/api/scan/open", { token })).toMatchObject({ status: 200, body: { locale: "es-CL" } });
  expect(await send(token, STAMP)).toBe("202 received");
  const [, shown] = await stage.waitForAnswers(phone, 2);
  expect(shown?.text).toContain("Número: 118");
  expect(shown?.text).toContain("Total: $117.810");
  expect(shown?.text).toContain("es un documento de prueba del SII");
  expect(shown?.quotes).toBeNull();
  expect(shown?.buttons.map(({ title }) => title)).toEqual(["Descartar"]);
  expect(await documentsOf(phone)).toMatchObject([
    { state: "needs_confirmation", extraction: { read_from: "timbre", authenticity: { verdict: "test_document" } } },
  ]);
  await stage.say(phone, "anotar gasto");
  const [, , booked] = await stage.waitForAnswers(phone, 3);
  expect(booked?.text).toContain("Egreso anotado: $117.810");
});

test("takes the same code with the same link once, and no other code with it", async () => {
  const phone = "56956600002";
  const token = await linkOf(phone, 1);
  const ends = await Promise.all([send(token, STAMP), send(token, STAMP), send(token, STAMP)]);
  expect(ends).toEqual(["202 received", "202 received", "202 received"]);
  expect(await send(token, OTHER)).toBe("410 scan_link_used");
  expect(await post("/api/scan/open", { token })).toMatchObject({ status: 410 });
  await stage.waitForAnswers(phone, 2);
  await stage.phones.settle();
  expect(stage.answers(phone)).toHaveLength(2);
  expect(await documentsOf(phone)).toHaveLength(1);
});

test("spends a link on one of two codes that are sent at the same moment", async () => {
  const token = await linkOf("56956600003", 1);
  const ends = await Promise.all([send(token, STAMP), send(token, OTHER)]);
  expect(ends.toSorted()).toEqual(["202 received", "410 scan_link_used"]);
});

test("knows a code that it was shown before, by whatever link it comes", async () => {
  const phone = "56956600004";
  await send(await linkOf(phone, 1), STAMP);
  await stage.waitForAnswers(phone, 2);
  await send(await linkOf(phone, 3), STAMP);
  const answers = await stage.waitForAnswers(phone, 4);
  expect(answers[3]?.text).toContain("todavía no está anotado: espera tu respuesta");
  const newestFirst = (await documentsOf(phone)).map(({ state }: Json) => state);
  expect(newestFirst).toEqual(["discarded", "needs_confirmation"]);
});

test("refuses what is no code of a paper, forged or too large, and the link is still good", async () => {
  const phone = "56956600005";
  const token = await linkOf(phone, 1);
  const attempts = ["hola", "https://example.com/menu", "<TED>", STAMP.replace("</FRMT>", ""), "\0".repeat(3_000)];
  for (const text of attempts) expect(await send(token, text)).toBe("422 no_tax_code");
  expect(await send(token, "x".repeat(4_000))).toBe("400 invalid");
  expect(await send(token, "x".repeat(300_000))).toBe("413 too_large");
  expect((await post("/api/scan", { token, code: "not base64!" })).status).toBe(400);
  expect((await post("/api/scan", { token })).status).toBe(400);
  expect(await send(token, STAMP)).toBe("202 received");
});

test("a stamp whose total was changed is never booked, and is told so", async () => {
  const phone = "56956600006";
  await send(await linkOf(phone, 1), STAMP.replace("<MNT>117810</MNT>", "<MNT>17810</MNT>"));
  const [, shown] = await stage.waitForAnswers(phone, 2);
  expect(shown?.text).toContain("puede estar adulterado");
  const api = await stage.api(phone);
  expect((await api("GET", "/api/ledger/entries")).body.entries).toEqual([]);
});

test("knows no token that it did not give, and none in another's place", async () => {
  const mine = await linkOf("56956600007", 1);
  const theirs = await linkOf("56956600008", 1);
  const mixed = mine.slice(0, 50) + theirs.slice(50);
  const forged = [
    mixed,
    `${"0".repeat(74)}1`,
    mine.slice(0, 74),
    `${mine.slice(0, 74)}!`,
    mine.toUpperCase(),
    "",
    "z".repeat(75),
  ];
  for (const token of forged) {
    expect(await send(token, STAMP)).toBe("404 not_found");
    expect((await post("/api/scan/open", { token })).status).toBe(404);
  }
  expect((await post("/api/scan/open", { token: "x".repeat(101) })).status).toBe(400);
  await stage.phones.settle();
  for (const phone of ["56956600007", "56956600008"]) expect(await documentsOf(phone)).toEqual([]);
});

test("writes no token and no code into the log", async () => {
  const token = await linkOf("56956600009", 1);
  await send(token, STAMP);
  await stage.waitForAnswers("56956600009", 2);
  const said = stage.logs().map(({ message }) => message);
  expect(said.filter((line) => line.includes(token.slice(50)) || line.includes("<TED"))).toEqual([]);
});

test("serves the page and its own files under a policy that lets nothing else in", async () => {
  const page = await fetch(`${stage.url}/escanear`, { headers: { "Accept-Language": "pt-BR,pt;q=0.9" } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html lang="pt-BR">');
  expect(Object.fromEntries(page.headers)).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
  });
  for (const [file, type] of Object.entries(FILES)) {
    const response = await fetch(`${stage.url}/escanear/${file}`);
    const size = (await response.arrayBuffer()).byteLength;
    expect([file, response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([file, 200, type]);
    expect(size).toBeGreaterThan(1_000);
    expect(response.headers.get("content-security-policy")).toBe(page.headers.get("content-security-policy"));
    const known = { "If-None-Match": response.headers.get("etag") ?? "" };
    expect((await fetch(`${stage.url}/escanear/${file}`, { headers: known })).status).toBe(304);
  }
  expect((await fetch(`${stage.url}/escanear/../wrangler.toml`)).status).toBe(404);
  expect((await fetch(`${stage.url}/escanear/other.js`)).status).toBe(404);
});

const FILES = {
  "scan.js": "text/javascript",
  "reader.js": "text/javascript",
  "scan.css": "text/css",
  "zxing_reader.wasm": "application/wasm",
};

describe.skipIf(executablePath === undefined)("in the browser of a phone", () => {
  const folder = mkdtempSync(join(tmpdir(), "lucas-film-"));
  const NO_CAMERA =
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));";
  const WALL = { width: 600, height: 800, gray: new Uint8Array(600 * 800).fill(200) };
  const PHONE = { width: 390, height: 844 };
  let browser: Browser;

  beforeAll(async () => {
    const paper = onPaper(await fromPng(await stampPng(STAMP, 3)), 30);
    writeFilm(`${folder}/stamp.y4m`, turn(paper, 3), { width: 1_920, height: 1_080 });
    browser = await launchChromium([`--use-file-for-fake-video-capture=${folder}/stamp.y4m`]);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function openPage(token: string, before = ""): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: PHONE, permissions: ["camera"], locale: "es-CL" });
    await context.addInitScript(before);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const faults: string[] = [];
    page.on("console", (line) => void (line.type() === "error" && faults.push(line.text())));
    page.on("pageerror", (fault) => void faults.push(fault.message));
    page.on("request", (request) => void (request.url().startsWith(stage.url) || faults.push(request.url())));
    await page.goto(`${stage.url}/escanear#${token}`);
    return { page, faults };
  }

  test("the camera sees a stamp held askew, and the chat shows the document", async () => {
    const phone = "56956600020";
    const { page, faults } = await openPage(await linkOf(phone, 1));
    await page.getByText("¡Listo, lo recibí!").waitFor();
    expect(await page.getByText("Vuelve a WhatsApp").isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe("");
    const [, shown] = await stage.waitForAnswers(phone, 2);
    expect(shown?.text).toContain("Número: 118");
    expect(shown?.text).toContain("Total: $117.810");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("without a camera a photo of the code does, once it is one of a paper", async () => {
    const phone = "56956600021";
    const { page, faults } = await openPage(await linkOf(phone, 1), NO_CAMERA);
    await page.getByText("No puedo usar la cámara").waitFor();
    const choose = page.getByLabel("Elige una foto");
    const status = page.getByRole("status");
    await choose.setInputFiles(photoOf("menu.png", await qrPng("https://example.com/menu")));
    await status.filter({ hasText: "Ese código no es de una boleta o factura" }).waitFor();
    await choose.setInputFiles(photoOf("wall.jpg", await toJpeg(WALL, 60)));
    await status.filter({ hasText: "En esa foto no encontré el código" }).waitFor();
    await choose.setInputFiles(photoOf("torn.jpg", Buffer.from("no picture")));
    await status.filter({ hasText: "En esa foto no encontré el código" }).waitFor();
    await choose.setInputFiles(
      photoOf("stamp.jpg", await toJpeg(turn(onPaper(await fromPng(await stampPng(OTHER, 3)), 60), -4), 60)),
    );
    await page.getByText("¡Listo, lo recibí!").waitFor();
    const [, shown] = await stage.waitForAnswers(phone, 2);
    expect(shown?.text).toContain("Número: 119");
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
    await page.context().close();
  });

  test("a link that was used says so, and starts no camera", async () => {
    const token = await linkOf("56956600022", 1);
    await send(token, STAMP);
    const { page } = await openPage(token);
    await page.getByText("Este enlace ya se usó. Escribe «escanear» en el chat y te mando otro.").waitFor();
    expect(await page.locator("video").isVisible()).toBe(false);
    await page.context().close();
  });

  function photoOf(name: string, bytes: Uint8Array): string {
    writeFileSync(`${folder}/${name}`, bytes);
    return `${folder}/${name}`;
  }
});
