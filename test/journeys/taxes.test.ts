import { afterAll, beforeAll, expect, test } from "vitest";
import type { SiiDocument } from "../simulators/sii/state/document.ts";
import { purchasePeriod, salePeriod, saleStateOf } from "../simulators/sii/state/life.ts";
import { startStage, type Api, type Stage } from "./stage.ts";

// What is owed, and what is said of purchases to the tax service, with the real Workers and a simulated SII. The figures
// are added up here once more, from the simulator's own documents.

let stage: Stage;
let shop: Shop;

beforeAll(async () => {
  stage = await startStage({ SII_SPACING_MS: "5" });
  shop = await connected("56922100001");
});
afterAll(async () => stage.close());

type Shop = { phone: string; api: Api; said: number };

/** A business that has written once, and whose register was read. */
async function connected(phone: string): Promise<Shop> {
  await stage.say(phone, "hola");
  await stage.waitForAnswers(phone, 1);
  const api = await stage.api(phone);
  const { rut } = stage.phones.sii.defaultTaxpayer;
  const way = await api("POST", "/api/sii/connect", { rut, kind: "clave", clave: "aromos26" });
  expect(way.status).toBe(200);
  await synced(api);
  return { phone, api, said: 1 };
}

/** What the bot says to one message. */
async function ask(by: Shop, text: string): Promise<{ text: string; buttons: { id: string; title: string }[] }> {
  await stage.say(by.phone, text);
  by.said += 1;
  const answer = (await stage.waitForAnswers(by.phone, by.said))[by.said - 1];
  if (!answer) throw new Error(`nothing is answered to «${text}»`);
  return answer;
}

async function synced(api: Api): Promise<void> {
  const until = Date.now() + SYNC_MAX_MS;
  for (;;) {
    const { body } = await api("GET", "/api/sii/status");
    if (body.last_run?.ended_at) break;
    if (Date.now() > until) throw new Error(`no sync came to its end: ${JSON.stringify(body)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await api("GET", "/api/sii/status")).body.last_run.state).toBe("done");
}

const SYNC_MAX_MS = 60_000;

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

/** `back` months before the one that runs in Chile, `2026-11`. */
function monthBack(back: number): string {
  const [year = 0, month = 0] = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Santiago" })
    .format(stage.phones.sii.now())
    .split("-")
    .map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
}

const nameOf = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? "";
const pesos = (amount: number): string => `$${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

/** Débito and crédito of a month, from what the simulated SII holds of it. */
function vatOf(month: string): { debit: number; credit: number } {
  const { office, stateOf, defaultTaxpayer, now } = stage.phones.sii;
  const period = month.replace("-", "");
  const counted = (tax: (document: SiiDocument) => number, documents: SiiDocument[]): number =>
    documents.reduce((sum, each) => sum + (each.type === 61 ? -1 : 1) * tax(each), 0);
  const isSold = (each: SiiDocument): boolean =>
    each.issuer.rut === defaultTaxpayer.rut && saleStateOf(each, now()) === "REGISTRO" && salePeriod(each) === period;
  const isBought = (each: SiiDocument): boolean =>
    each.receiver.rut === defaultTaxpayer.rut && stateOf(each) === "REGISTRO" && purchasePeriod(each, now()) === period;
  const [sold, bought] = [office.documents.filter(isSold), office.documents.filter(isBought)];
  return {
    debit: counted(({ tax }) => tax, sold),
    credit: counted(({ tax, common_use_tax }) => tax + common_use_tax, bought),
  };
}

/** Whole pesos, as the simulated page of that year has it. */
async function utmOf(month: string): Promise<number> {
  const base = (JSON.parse(stage.phones.siiBaseUrls) as Record<string, string>)["www.sii.cl"] ?? "";
  const page = await (await fetch(`${base}/valores_y_fechas/utm/utm${month.slice(0, 4)}.htm`)).text();
  const [, value = ""] = new RegExp(`<strong>${nameOf(month)}</strong></th><td>([\\d.]+)`, "i").exec(page) ?? [];
  return Number(value.replace(".", ""));
}

const waiting = (folio: number): SiiDocument => {
  const found = stage.phones.sii.office.documents.find((document) => document.folio === folio);
  if (!found) throw new Error(`there is no document ${folio}`);
  return found;
};

const codesOf = (document: SiiDocument): string[] => document.events.map(({ code }) => code);
const isSaid = () => stage.phones.sii.calls("ingresarAceptacionReclamoDoc").length;

const LAST_MONTH = 1;
const A_DAY_MS = 86_400_000;

test("«¿cuánto IVA voy a pagar?» adds up what the SII's register holds", async () => {
  const told = await shop.api("PATCH", "/api/sii/profile", {
    regime: "pro_pyme",
    factor: 1,
    remanente: { period: monthBack(LAST_MONTH + 1), amount_minor: 50_000 },
  });
  expect(told).toMatchObject({ status: 200, body: { regime: "pro_pyme", filer: null } });
  const month = monthBack(LAST_MONTH);
  const { debit, credit } = vatOf(month);
  const previous = Math.round((50_000 * (await utmOf(monthBack(0)))) / (await utmOf(month)));
  const answer = await ask(shop, `iva de ${nameOf(month)}`);
  expect(answer.text).toContain(`Débito (ventas): ${pesos(debit)}`);
  expect(answer.text).toContain(`Crédito (compras): ${pesos(credit)}`);
  expect(answer.text).toContain(`Remanente anterior: ${pesos(previous)}`);
  expect(answer.text).toContain(`IVA a pagar: ${pesos(debit - credit - previous)}`);
  const { body } = await shop.api("GET", `/api/sii/taxes?period=${month}&compare=sii`);
  expect(body.vat).toMatchObject({ debit_minor: debit, credit_minor: credit, previous_minor: previous });
  const line = (code: number) => body.f29.lines.find((each: { code: number }) => each.code === code);
  expect(line(538).amount).toBe(debit);
  expect(line(89).amount).toBe(debit - credit - previous);
  expect(line(502).ids.length).toBe(line(502).count);
  // The SII agrees with each line that the register makes; what we alone were told of differs by just that.
  expect(body.comparison_trouble).toBeNull();
  expect(body.comparison.agreed).toEqual(expect.arrayContaining([502, 503, 538, 519, 520, 563, 115, 62]));
});

test("of the month that runs it tells what waits, and until when its form is due", async () => {
  const { debit, credit } = vatOf(monthBack(0));
  const { text } = await ask(shop, "¿cuánto IVA voy a pagar?");
  expect(text).toContain(`Débito (ventas): ${pesos(debit)}`);
  expect(text).toContain(`Crédito (compras): ${pesos(credit)}`);
  expect(text).toMatch(/Faltan \d facturas por aceptar/);
  expect(text).toMatch(/El F29 de \w+ 20\d\d se paga hasta el \d\d-\d\d-20\d\d/);
});

test("the report is a value, a workbook, and a paper that the chat gives once", async () => {
  const month = monthBack(LAST_MONTH);
  const report = await shop.api("GET", `/api/sii/report?period=${month}`);
  expect(report.body.vat.asked_at).toMatch(/^20\d\d-/);
  expect(report.body.pending).toEqual([]);
  const sheet = await shop.api("GET", `/api/sii/report?period=${month}&format=xlsx`);
  expect(sheet.body.slice(0, 2)).toBe("PK");
  const { text } = await ask(shop, `informe de impuestos de ${nameOf(month)}`);
  const token = /\/informe#([0-9a-z]{75})/.exec(text)?.[1] ?? "";
  const page = await fetch(`${stage.url}/informe`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Descargar PDF")]);
  const redeem = () => fetch(`${stage.url}/informe`, { method: "POST", body: new URLSearchParams({ token }) });
  const paper = await redeem();
  expect(paper.headers.get("content-disposition")).toBe(`attachment; filename="informe-tributario-${month}.pdf"`);
  expect(new TextDecoder().decode(await paper.arrayBuffer()).slice(0, 5)).toBe("%PDF-");
  const spent = await redeem();
  expect([spent.status, spent.headers.get("content-type")]).toEqual([410, "text/html; charset=utf-8"]);
  expect(await spent.text()).toContain("Este enlace ya se usó. Pide otro en el chat");
  const stranger = await fetch(`${stage.url}/informe`, { method: "POST", body: new URLSearchParams({ token: "x" }) });
  expect([stranger.status, await stranger.text()]).toEqual([404, expect.stringContaining("no es de un informe")]);
  expect((await shop.api("GET", "/api/sii/report?period=2019-01")).body.error.code).toBe("sii_month_unseen");
});

test("what waits is told, the most urgent first", async () => {
  const { text } = await ask(shop, "facturas por aceptar");
  const folios = [...text.matchAll(/Factura (62\d\d)/g)].map(([, folio]) => folio);
  expect(folios).toEqual(["6200", "6201", "6202"]);
});

test("«¿qué vence?» tells the next form with its sum, and each purchase that waits with its day", async () => {
  const { text } = await ask(shop, "¿qué vence?");
  expect(text).toMatch(/El F29 de \w+ 20\d\d se paga hasta el \d\d-\d\d-20\d\d/);
  expect(text).toMatch(/son \*\$[\d.]+\*; con \*f29\*/);
  const rows = [...text.matchAll(/• (\d\d)-(\d\d)-(20\d\d) · Factura (62\d\d)/g)];
  expect(rows.map(([, , , , folio]) => folio)).toEqual(["6200", "6201", "6202"]);
  expect(text).not.toContain("No debes nada");
});

test("a purchase is accepted by «sí» and by nothing less, once, and the books follow", async () => {
  const question = await ask(shop, "aceptar factura 6201");
  expect(question.text).toContain("Factura 6201 de Envases del Sur S.A.");
  expect(question.text).toMatch(/Quedan? \*\d días?(?: y \d+ horas?)?\*/);
  expect(question.buttons.map(({ title }) => title)).toEqual(["Sí", "No"]);
  expect([codesOf(waiting(6201)), isSaid()]).toEqual([[], 0]);
  expect((await ask(shop, "sí")).text).toContain("Aceptada en el SII");
  expect(codesOf(waiting(6201))).toEqual(["ACD"]);
  const { body } = await shop.api(
    "GET",
    `/api/sii/documents?state=registro&side=compra&period=${monthBack(0)}&limit=200`,
  );
  const kept = body.documents.find(({ folio }: { folio: string }) => folio === "6201");
  expect(kept.entry_id).toMatch(/^[0-9A-Z]{26}$/);
  const again = await shop.api("POST", `/api/sii/documents/${kept.id}/accept`, { confirm: true });
  expect(again).toMatchObject({ status: 200, body: { outcome: "registered", existed: true } });
  expect(isSaid()).toBe(1);
});

test("another is claimed for goods that never came, and counts no more", async () => {
  expect((await ask(shop, "reclamar la 6202 por falta total de mercadería")).text).toContain("falta total");
  expect((await ask(shop, "sí")).text).toContain("Reclamada en el SII");
  expect(codesOf(waiting(6202))).toEqual(["RFT"]);
  const { body } = await shop.api("GET", "/api/sii/documents?state=reclamado&limit=200");
  const kept = body.documents.find(({ folio }: { folio: string }) => folio === "6202");
  expect(kept).toMatchObject({ side: "compra", entry_id: null });
  const contrary = await shop.api("POST", `/api/sii/documents/${kept.id}/accept`, { confirm: true });
  expect(contrary).toMatchObject({ status: 409, body: { error: { code: "sii_claim_refused" } } });
});

test("nothing is said without its confirmation, nor by who may not", async () => {
  const { body } = await shop.api("GET", "/api/sii/documents?state=pendiente");
  const [pending] = body.documents;
  expect(pending).toMatchObject({ folio: "6200", days_left: expect.any(Number) });
  const path = `/api/sii/documents/${pending.id}/claim`;
  expect((await shop.api("POST", path, { confirm: false })).status).toBe(400);
  const operator = await stage.api("operator");
  const { body: token } = await operator("POST", "/api/operator/tokens", { phone: shop.phone, role: "employee" });
  const employee = await fetch(stage.url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${token.token}`, "content-type": "application/json" },
    body: JSON.stringify({ confirm: true }),
  });
  expect(employee.status).toBe(403);
  expect(codesOf(waiting(6200))).toEqual([]);
});

test("a claim whose answer was lost is looked up in the history, and never made twice", async () => {
  const { sii } = stage.phones;
  const { body } = await shop.api("GET", "/api/sii/documents?state=pendiente");
  const path = `/api/sii/documents/${body.documents[0].id}/claim`;
  const before = isSaid();
  sii.faults({ kind: "reset", on: "claim", next: 2 });
  const lost = await shop.api("POST", path, { confirm: true });
  expect(lost).toMatchObject({ status: 503, body: { error: { details: { said: "unknown" } } } });
  expect(lost.body.error.message).toContain("Hay que pedirlo de nuevo");
  // The SII had heard it after all.
  sii.change(waiting(6200), { event: "reclaim", action: "RCD" });
  const again = await shop.api("POST", path, { confirm: true });
  expect(again).toMatchObject({ status: 200, body: { outcome: "registered" } });
  expect([codesOf(waiting(6200)), isSaid()]).toEqual([["RCD"], before]);
});

test("how the business is taxed is told in the chat, kept once, and counts in its form", async () => {
  const other = await connected("56922100003");
  const entries = async (): Promise<number> =>
    (await other.api("GET", "/api/ledger/entries?limit=200")).body.entries.length;
  const before = await entries();
  expect((await ask(other, "soy pro pyme transparente")).text).toContain("Pro Pyme transparente (14 D N° 8)");
  expect((await ask(other, "mi tasa de ppm es 0,5%")).text).toContain("*0,5%*");
  const month = monthBack(LAST_MONTH + 1);
  const left = `mi remanente de ${nameOf(month)} de ${month.slice(0, 4)} es 45 mil`;
  expect((await ask(other, left)).text).toContain("*$45.000*");
  expect((await ask(other, left)).text).toContain("*$45.000*");
  const { body } = await other.api("GET", "/api/sii/profile");
  const remanente = { period: month, amount_minor: 45_000 };
  expect(body).toMatchObject({ regime: "transparent", ppm_rate: 0.5, remanente });
  expect(await entries()).toBe(before);
  const taxes = await other.api("GET", `/api/sii/taxes?period=${monthBack(LAST_MONTH)}`);
  expect(taxes.body.ppm).toMatchObject({ rate: 0.5 });
});

test("past its eight days the SII's «no» is told with its reason", async () => {
  const { sii } = stage.phones;
  const received_at = new Date(sii.now() - A_DAY_MS).toISOString();
  sii.addDocument({ side: "compra", folio: 7_777, net: 10_000, received_at });
  const late = await connected("56922100002");
  sii.advance({ days: 8 });
  expect((await ask(late, "rechazar factura 7777")).text).toContain("Factura 7777");
  expect((await ask(late, "sí")).text).toMatch(/Factura 7777.*los ocho días pasaron/);
  expect(codesOf(waiting(7_777))).toEqual([]);
});
