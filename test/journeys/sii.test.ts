import { afterAll, beforeAll, expect, test } from "vitest";
import { SECOND_MS } from "#src/kernel/index.ts";
import { SYNC_EVERY_MS } from "#src/reminders/due.ts";
import { rutOf } from "../simulators/sii/state/rut.ts";
import { linesOf } from "../simulators/sii/www4/lines.ts";
import { executablePath, launchChromium } from "./chromium.ts";
import { startStage, type Api, type Stage } from "./stage.ts";

// The tax service, from connecting on, with the real Workers and a simulated SII.

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ SII_SPACING_MS: "5", SII_SPREAD_MS: "500" });
});
afterAll(async () => stage.close());

let phones = 56_922_000_000;

/** A business that has written once. */
async function business(): Promise<{ phone: string; api: Api }> {
  const phone = String(phones++);
  await stage.say(phone, "hola");
  await stage.waitForAnswers(phone, 1);
  return { phone, api: await stage.api(phone) };
}

const SYNC_MAX_MS = 60_000;

async function synced(api: Api, runId?: string): Promise<{ state: string; reason: string | null; id: string }> {
  const until = Date.now() + SYNC_MAX_MS;
  for (;;) {
    const { body } = await api("GET", "/api/sii/status");
    const run = body.last_run;
    if (run?.ended_at && (runId === undefined || run.id === runId)) return run;
    if (Date.now() > until)
      throw new Error(
        `no sync came to its end: ${JSON.stringify(body)} ${stage
          .logs()
          .slice(-8)
          .map(({ message }) => message)
          .join("\n")}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function entries(
  api: Api,
): Promise<{ source: string; type: string; source_ref: string; reversed_by: string | null }[]> {
  const all: never[] = [];
  let cursor = "";
  for (;;) {
    const { body } = await api("GET", `/api/ledger/entries?limit=200${cursor}`);
    all.push(...(body.entries as never[]));
    if (body.next_cursor === null) return all;
    cursor = `&cursor=${body.next_cursor}`;
  }
}

const live = async (api: Api) =>
  (await entries(api)).filter(({ type, reversed_by }) => type !== "reversa" && reversed_by === null);

test("connected by its clave, a business has its forty documents booked once, and a second look books none", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { api } = await business();
  const connected = await api("POST", "/api/sii/connect", {
    rut: defaultTaxpayer.rut,
    kind: "clave",
    clave: "aromos26",
  });
  expect(connected).toMatchObject({ status: 200, body: { status: "connected", first_document: { side: "compra" } } });
  expect(await synced(api)).toMatchObject({ state: "done", reason: null });
  const booked = await live(api);
  expect(booked).toHaveLength(40);
  const asked = await api("POST", "/api/sii/sync");
  expect(asked.status).toBe(202);
  expect(await synced(api, asked.body.run_id)).toMatchObject({ state: "done" });
  expect(await entries(api)).toHaveLength(40);
});

const linkIn = (text: string): { page: string; token: string } => {
  const [, page = "", token = ""] = /(http\S+\/conectar-sii)#([0-9a-z]+)/.exec(text) ?? [];
  return { page, token };
};

const post = async (
  path: string,
  body: unknown,
): Promise<{ status: number; body: { message?: string; error?: { code: string; message: string } } }> => {
  const response = await fetch(`${stage.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

const said = async (phone: string, count: number): Promise<string[]> =>
  (await stage.waitForAnswers(phone, count)).map(({ text }) => text);

test("asked in the chat, a page takes the certificate once, and the chat tells what came", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { phone } = await business();
  await stage.say(phone, "quiero conectar el SII");
  const [, offer = ""] = await said(phone, 2);
  expect(offer).toContain("archivo CSV");
  expect(offer.indexOf("CSV")).toBeLessThan(offer.indexOf("Certificado"));
  expect(offer.indexOf("Certificado")).toBeLessThan(offer.indexOf("Clave Tributaria"));
  const { token } = linkIn(offer);
  expect(await post("/api/sii/link/open", { token })).toMatchObject({ status: 200 });
  const file = await fetch(`${stage.phones.url}/sim/sii/certificate.p12`);
  const pfx = Buffer.from(await file.arrayBuffer()).toString("base64");
  const way = { token, rut: defaultTaxpayer.rut, kind: "certificate", pfx };
  expect(await post("/api/sii/link", { ...way, password: "otra" })).toMatchObject({
    status: 422,
    body: { error: { code: "sii_credential" } },
  });
  expect(await post("/api/sii/link", { ...way, password: "lucas" })).toMatchObject({ status: 200 });
  expect(await post("/api/sii/link", { ...way, password: "lucas" })).toMatchObject({
    status: 410,
    body: { error: { code: "sii_link_used" } },
  });
  const [, , connected = "", news = "", ...more] = await said(phone, 4);
  expect(connected).toContain(`Conectado con el SII* como ${defaultTaxpayer.rut}`);
  expect(connected).toContain("Lo primero que veo: Factura");
  expect(news).toContain("anoté 40 documentos nuevos");
  expect(news).toContain("*Compras*: 22, $");
  expect(news).toContain("*Ventas*: 18, $");
  expect(news).toContain("*Por aceptar o reclamar*");
  expect(more).toEqual([]);
  await stage.say(phone, "sincroniza el sii");
  const again = await said(phone, 6);
  expect(again.slice(4)).toEqual([expect.stringContaining("Estoy pidiendo"), expect.stringContaining("nada nuevo")]);
  // Of the counter the register has one sum a month, of which nothing is booked.
  expect(again[5]).toMatch(/Además, (?:\$[\d.]+ \(\d\d-20\d\d\)(?:, )?)+ en boletas y vouchers de venta/);
  await stage.say(phone, "desconectar sii");
  expect((await said(phone, 7)).at(-1)).toContain("borré la credencial");
  await stage.say(phone, "actualiza el sii");
  expect((await said(phone, 8)).at(-1)).toContain("Todavía no estoy conectado");
});

test.skipIf(executablePath === undefined)(
  "the page says how before, and behind it only what is done and where to go",
  async () => {
    const { phone } = await business();
    await stage.say(phone, "conecta el sii");
    const [, offer = ""] = await said(phone, 2);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${stage.url}/conectar-sii#${linkIn(offer).token}`);
      await page.getByLabel("RUT de la empresa").fill(stage.phones.sii.defaultTaxpayer.rut);
      expect(await page.locator("main").innerText()).toContain("Sirve una sola vez.");
      await page.getByLabel("RUT y Clave Tributaria").check();
      await page.getByLabel("Clave Tributaria", { exact: true }).fill("aromos26");
      await page.getByLabel("Autorizo a lucas").check();
      await page.getByRole("button", { name: "Conectar" }).click();
      await page.locator("[data-stage=done]").waitFor();
      const shown = await page.locator("main").innerText();
      expect(shown.split(/\n+/)).toEqual([
        "lucas",
        "Conectar con el SII",
        "✅ Conectado. Ya puedes cerrar esta página y volver a WhatsApp: ahí te cuento lo que encuentro.",
      ]);
    } finally {
      await browser.close();
    }
  },
);

test("a key that is written into the chat is kept nowhere, and answered with the page for it", async () => {
  const { phone } = await business();
  await stage.say(phone, "mi clave del sii es Gato2024");
  const [, answer = ""] = await said(phone, 2);
  expect(answer).toContain("parecía una clave");
  expect(linkIn(answer).token).not.toBe("");
  expect(
    stage
      .logs()
      .map(({ message }) => message)
      .join("\n"),
  ).not.toContain("Gato2024");
});

test("a wrong key is tried once, told in a sentence, and forgotten", async () => {
  const { defaultTaxpayer, calls } = stage.phones.sii;
  const { phone, api } = await business();
  await stage.say(phone, "conectar sii");
  const [, offer = ""] = await said(phone, 2);
  const before = calls("CAutInicio").length;
  const { token } = linkIn(offer);
  const refused = await post("/api/sii/link", { token, rut: defaultTaxpayer.rut, kind: "clave", clave: "no-es-esta" });
  expect(refused).toMatchObject({ status: 422, body: { error: { code: "sii_refused" } } });
  expect((await said(phone, 3)).at(-1)).toContain("la clave no son correctos");
  expect(calls("CAutInicio").length - before).toBe(1);
  expect((await api("GET", "/api/sii/status")).body).toMatchObject({ connected: false, connection: null });
  expect((await api("POST", "/api/sii/sync")).status).toBe(409);
  expect(calls("CAutInicio").length - before).toBe(1);
});

/** The register of a month as the portal gives it out. */
function registerOf(operation: "COMPRA" | "VENTA", { period, rut }: { period: string; rut: string }) {
  const lines = linesOf(stage.phones.sii.office, { rut, period, operation, list: "REGISTRO" });
  return { lines, filename: `RCV_${operation}_REGISTRO_${rut}_${period}.csv` };
}

const csv = (lines: readonly string[], filename: string) => ({
  type: "document" as const,
  bytes: new Uint8Array(Buffer.from(lines.join("\r\n"), "latin1")),
  mime_type: "text/csv",
  filename,
});

/** Sends a register as a program does. */
const uploadTo = (api: Api) => async (lines: readonly string[], filename: string) => {
  const form = new FormData();
  form.set("file", new File([csv(lines, filename).bytes], filename));
  return api("POST", "/api/documents", form);
};

const monthBefore = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7).replace("-", "");
};

test("without any key, the register's file is booked line by line, once, and a sync adds only what it lacks", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { phone, api } = await business();
  const { lines, filename } = registerOf("COMPRA", { period: monthBefore(), rut: defaultTaxpayer.rut });
  const count = new Set(lines.slice(1).map((line) => line.split(";").slice(1, 6).join(";"))).size;
  await stage.say(phone, csv(lines, filename));
  const [, news = ""] = await said(phone, 2);
  expect(news).toMatch(/anoté \d+ documentos nuevos/);
  const fromFile = await live(api);
  expect(fromFile.length).toBeGreaterThan(5);
  expect(fromFile.length).toBeLessThanOrEqual(count);
  await stage.say(phone, csv(lines, filename));
  expect((await said(phone, 3)).at(-1)).toContain("todo eso ya lo tenía");
  expect(await live(api)).toEqual(fromFile);
  await api("POST", "/api/sii/connect", { rut: defaultTaxpayer.rut, kind: "clave", clave: "aromos26" });
  expect(await synced(api)).toMatchObject({ state: "done" });
  expect(await live(api)).toHaveLength(40);
});

test("lines that are none are told one by one, and nothing of them is booked", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { phone, api } = await business();
  const { lines, filename } = registerOf("COMPRA", { period: monthBefore(), rut: defaultTaxpayer.rut });
  const [head = "", first = ""] = lines;
  const broken = [head, first, first.replace(/;\d+-[\dK];/, ";nadie;"), "1;33;"];
  await stage.say(phone, csv(broken, filename));
  const [, news = ""] = await said(phone, 2);
  expect(news).toContain("anoté un documento nuevo");
  expect(news).toContain("2 líneas no las pude leer");
  expect(news).toContain("Línea 3: el RUT no es válido");
  expect(news).toContain("Línea 4: le faltan o le sobran columnas");
  expect(await live(api)).toHaveLength(1);
});

test("a register of another RUT, and one without its columns, are refused whole", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { phone, api } = await business();
  const { lines, filename } = registerOf("COMPRA", { period: monthBefore(), rut: defaultTaxpayer.rut });
  await stage.say(phone, csv(lines.slice(0, 3), filename));
  await said(phone, 2);
  await stage.say(phone, csv(lines, filename.replace(defaultTaxpayer.rut, "76111111-6")));
  expect((await said(phone, 3)).at(-1)).toContain("Ese registro es del RUT 76111111-6");
  await stage.say(phone, csv([(lines[0] ?? "").replace("Monto Total", "Suma"), ...lines.slice(1)], filename));
  expect((await said(phone, 4)).at(-1)).toContain("le faltan columnas del registro (monto total)");
  expect((await live(api)).length).toBeLessThanOrEqual(2);
});

test("a register sent by a program is a run and no document, its faulty lines are named, and sent again books nothing", async () => {
  const { api } = await business();
  const { lines, filename } = registerOf("COMPRA", {
    period: monthBefore(),
    rut: stage.phones.sii.defaultTaxpayer.rut,
  });
  const [head = "", first = "", second = ""] = lines;
  const faulty = [head, first, first.replace(/;\d+-[\dK];/, ";nadie;"), second, "1;33;"];
  const upload = uploadTo(api);
  const taken = await upload(faulty, filename);
  const faults = [
    { line: 3, reason: "rut" },
    { line: 5, reason: "columns" },
  ];
  const run_id = expect.stringMatching(/^[0-9A-Z]{26}$/);
  const answer = { id: null, status: "received", run_id, documents: 2, faults, faults_count: 2 };
  expect(taken).toEqual({ status: 202, body: answer });
  expect(await synced(api, taken.body.run_id)).toMatchObject({ cause: "file", state: "done" });
  const booked = await live(api);
  expect(booked).toHaveLength(2);
  expect((await api("GET", "/api/documents")).body.documents).toEqual([]);
  const again = await upload(faulty, filename);
  expect(again).toEqual({ status: 202, body: answer });
  expect(await synced(api, again.body.run_id)).toMatchObject({ state: "done" });
  expect(await live(api)).toEqual(booked);
});

test("a register sent by a program is known by its name as in the chat: another RUT's is refused", async () => {
  const { api } = await business();
  const { lines, filename } = registerOf("COMPRA", {
    period: monthBefore(),
    rut: stage.phones.sii.defaultTaxpayer.rut,
  });
  const upload = uploadTo(api);
  const taken = await upload(lines.slice(0, 3), filename);
  await synced(api, taken.body.run_id);
  const booked = await live(api);
  const refused = await upload(lines.slice(0, 3), filename.replace(/\d{8}-[\dK]/, "76111111-6"));
  expect(refused).toMatchObject({ status: 422, body: { error: { code: "register_other_rut" } } });
  expect(refused.body.error.message).toContain("Ese registro es del RUT 76111111-6");
  expect(await live(api)).toEqual(booked);
});

test("what was told in the chat before is the document that the SII lists, and not another purchase", async () => {
  const { defaultTaxpayer } = stage.phones.sii;
  const { phone, api } = await business();
  const { lines, filename } = registerOf("COMPRA", { period: monthBefore(), rut: defaultTaxpayer.rut });
  const head = lines[0]?.split(";") ?? [];
  const row = lines.find((line) => line.split(";")[1] === "33")?.split(";") ?? [];
  const cell = (name: string): string => row[head.indexOf(name)] ?? "";
  const [day, month, year] = cell("Fecha Docto").split("/");
  const told = {
    type: "egreso",
    currency: "CLP",
    concept: "compra",
    category: "insumos",
    date: `${year}-${month}-${day}`,
  };
  const entry = {
    ...told,
    amount_minor: Number(cell("Monto Total")),
    counterparty: cell("Razon Social").trim(),
    idempotency_key: "told",
  };
  expect((await api("POST", "/api/ledger/entries", entry)).status).toBe(201);
  await stage.say(phone, csv([lines[0] ?? "", row.join(";")], filename));
  const [, news = ""] = await said(phone, 2);
  expect(news).toContain("Ya los tenías anotados");
  const booked = await live(api);
  expect(booked).toMatchObject([
    { amount_minor: entry.amount_minor, concept: "compra", tax_minor: Number(cell("Monto IVA Recuperable")) },
  ]);
});

test("a credit note, a late document and a claim are followed, and a purchase told in the chat is not doubled", async () => {
  const { sii } = stage.phones;
  const { rut } = sii.addTaxpayer({ rut: "76543210-3", name: "Taller Ñuble Ltda.", clave: "taller26" });
  const ago = (days: number): string => new Date(sii.now() - days * 86_400_000).toISOString().slice(0, 10);
  const seller = { rut: "96792430-K", name: "SODIMAC S.A." };
  const bill = (folio: number, over: object = {}) =>
    sii.addDocument({
      taxpayer: rut,
      side: "compra",
      counterparty: seller,
      folio,
      net: 100_000,
      issued_on: ago(20),
      cash: true,
      ...over,
    });
  const first = bill(5001);
  const { phone, api } = await business();
  await api("POST", "/api/sii/connect", { rut, kind: "clave", clave: "taller26" });
  expect(await synced(api)).toMatchObject({ state: "done" });
  expect(await live(api)).toHaveLength(1);
  await stage.say(phone, `compré pintura por 59.500 en Pinturas Renca`);
  await said(phone, 2);
  // The note takes back of the first invoice, the late one is of a month ago, the other was told in the chat just now.
  bill(77, { type: 61, net: 20_000, references: [{ type: 33, folio: first.folio, code: 3 }], issued_on: ago(1) });
  bill(4002, { net: 30_000, issued_on: ago(35), received_at: new Date(sii.now() - 20 * 86_400_000).toISOString() });
  bill(901, { net: 50_000, issued_on: ago(0), counterparty: { rut: "77222333-4", name: "Pinturas Renca SpA" } });
  const asked = await api("POST", "/api/sii/sync");
  expect(await synced(api, asked.body.run_id)).toMatchObject({ state: "done" });
  const booked = (await entriesOf(api)).filter(({ type, reversed_by }) => type !== "reversa" && reversed_by === null);
  const byRef = new Map(booked.map((entry) => [entry.source_ref, entry]));
  expect(booked).toHaveLength(4);
  expect(byRef.get(`sii:compra:61:96792430-K:77`)).toMatchObject({
    type: "ingreso",
    amount_minor: 23_800,
    tax_minor: 3_800,
  });
  expect(byRef.get(`sii:compra:33:96792430-K:4002`)).toMatchObject({ type: "egreso", amount_minor: 35_700 });
  expect(booked.filter(({ amount_minor }) => amount_minor === 59_500)).toMatchObject([
    { concept: "pintura", tax_minor: 9_500 },
  ]);
  // Told once more by its number: one was booked by the list, the other is the entry that was told before it.
  for (const [words, count] of [
    ["compré 35.700 en Sodimac factura 4002", 3],
    ["compré pintura por 59.500 en Pinturas Renca, factura 901", 5],
  ] as const) {
    await stage.say(phone, words);
    expect((await said(phone, count)).at(-1)).toContain("Con ese número ya tengo");
    await stage.say(phone, "la misma");
    expect((await said(phone, count + 1)).at(-1)).toContain("no lo anoté dos veces");
  }
  expect(await live(api)).toHaveLength(4);
});

async function entriesOf(api: Api): Promise<
  {
    type: string;
    source_ref: string;
    reversed_by: string | null;
    amount_minor: number;
    tax_minor: number | null;
    concept: string | null;
  }[]
> {
  return (await entries(api)) as never;
}
/** What `npm run worker` does for the button of the page: a tick of the platform's clock. */
async function tick(): Promise<void> {
  const worker = await stage.workers.miniflare.getWorker("lucas");
  const { outcome } = await worker.scheduled({ cron: "0 */6 * * *" });
  expect(outcome).toBe("ok");
}

/** A shop of one month with `bought` invoices, which has connected and is looked at for the first time. */
async function shop(nth: number, bought: number): Promise<{ api: Api; rut: string }> {
  const { sii } = stage.phones;
  const rut = rutOf(77_500_000 + nth);
  sii.addTaxpayer({ rut, name: `Almacén ${nth} SpA`, clave: "almacen26" });
  buy(rut, bought);
  const { api } = await business();
  const connected = await api("POST", "/api/sii/connect", { rut, kind: "clave", clave: "almacen26" });
  expect(connected.body).toMatchObject({ status: "connected" });
  await synced(api);
  return { api, rut };
}

function buy(rut: string, count: number): void {
  const line = { taxpayer: rut, side: "compra", net: 10_000, said: "ERM" } as const;
  stage.phones.sii.addDocuments(Array.from({ length: count }, () => line));
}

const lastRun = async (api: Api) => (await api("GET", "/api/sii/status")).body.last_run;
const isScheduled = async ({ api }: { api: Api }) => {
  const run = await lastRun(api);
  return run.cause === "schedule" && run.ended_at !== null;
};

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + SYNC_MAX_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it never came: ${JSON.stringify(stage.logs().slice(-8))}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Windows begin every six hours: where the next is near, what is asked here would be of two. */
const isWindowNear = () => SYNC_EVERY_MS - (Date.now() % SYNC_EVERY_MS) < 50 * SECOND_MS;

test("a tick of the clock looks at two businesses, and a second tick in the same window at none", async () => {
  await waitUntil(async () => !isWindowNear());
  const shops = [await shop(1, 2), await shop(2, 1)];
  for (const { rut } of shops) buy(rut, 1);
  await tick();
  for (const each of shops) await waitUntil(() => isScheduled(each));
  expect(await Promise.all(shops.map(async ({ api }) => (await live(api)).length))).toEqual([3, 2]);
  const before = await Promise.all(shops.map(({ api }) => lastRun(api)));
  const calls = stage.phones.sii.calls().length;
  await tick();
  await waitUntil(async () => stage.logs().filter(({ message }) => message.includes("schedule.swept")).length === 2);
  // A business that comes after the second tick is looked at on its own account; its sync ends behind whatever that began.
  await shop(3, 1);
  const since = stage.phones.sii.calls().slice(calls);
  const askedOf = (rut: string, of: typeof since) => of.filter((call) => call.rut === rut).length;
  expect(shops.map(({ rut }) => askedOf(rut, stage.phones.sii.calls()) > 0)).toEqual([true, true]);
  expect(shops.map(({ rut }) => askedOf(rut, since))).toEqual([0, 0]);
  expect(await Promise.all(shops.map(({ api }) => lastRun(api)))).toEqual(before);
}, 180_000);
