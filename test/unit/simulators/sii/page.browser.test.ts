// The page of the simulated SII in a real browser. Runs when a Chromium is found.
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath, QUIET_ARGS } from "../../../journeys/chromium.ts";
import { startSimulators, type Simulators } from "../../../simulators/index.ts";
import { visitor } from "./visitor.ts";

describe.skipIf(executablePath === undefined)("the SII's page", () => {
  let rig: Simulators;
  let browser: Browser;
  let page: Page;
  const accidents: string[] = [];

  beforeAll(async () => {
    rig = await startSimulators({ now: () => Date.parse("2026-11-18T15:00:00Z") });
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: QUIET_ARGS });
    page = await browser.newPage();
    page.on("pageerror", (error) => accidents.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(rig.url)) accidents.push(request.url());
    });
    await page.goto(`${rig.url}/sii`);
    await page.getByText("Comercial Los Aromos SpA").waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await rig.close();
  });

  it("accepts what waits, and shows it registered", async () => {
    await page.getByText("quedan 2 días").click();
    await page.getByRole("button", { name: "Dar recibo (ERM)" }).click();
    await page.getByText("quedan 2 días").waitFor({ state: "detached" });
    const [document] = rig.sii.office.documents.filter(({ folio }) => folio === 6_200);
    expect(document?.events).toMatchObject([{ code: "ERM" }]);
  });

  it("says why something may not be done", async () => {
    await page.getByRole("button", { name: "Dar recibo (ERM)" }).click();
    await page.locator(".toast").waitFor();
    expect(await page.locator(".toast").textContent()).toBe("Evento registrado previamente");
  });

  it("turns a fault on and off", async () => {
    await page.getByLabel("Falla", { exact: true }).selectOption("locked");
    await page.getByLabel("Dónde").selectOption("login");
    await page.getByRole("button", { name: "Agregar falla" }).click();
    await page.getByRole("button", { name: "Quitar" }).waitFor();
    expect(rig.rig.knobs.sii.faults).toMatchObject([{ kind: "locked", on: "login", skip: 0, next: 1 }]);
    await page.getByRole("button", { name: "Quitar" }).click();
    await page.getByText("Ninguna: el SII responde.").waitFor();
    expect(rig.rig.knobs.sii.faults).toEqual([]);
  });

  it("shows calls and sessions as they come", async () => {
    await visitor(rig.url).logIn();
    await page.getByText("Sesiones (1)").waitFor();
    await expect.poll(() => page.locator(".calls li").first().textContent()).toContain("CAutInicio");
  });

  it("puts the clock forward", async () => {
    await page.getByRole("button", { name: "+8 días" }).click();
    await expect.poll(() => page.locator("#clock").textContent()).toContain("jueves, 26 de noviembre de 2026");
  });

  it("shows names as text, whatever they are", async () => {
    const name = "<img src=x onerror=alert(1)> SpA";
    rig.sii.addDocument({ side: "compra", net: 1_000, counterparty: { rut: "76123456-0", name } });
    await page.getByRole("button", { name: "+1 hora" }).click();
    await page.getByText(name).waitFor();
    expect(await page.locator("img[src=x]").count()).toBe(0);
    expect(accidents).toEqual([]);
  });

  it("gives the certificate of who may act for the business", async () => {
    const answer = await page.request.get(`${rig.url}/sim/sii/certificate.p12`);
    expect(answer.headers()["content-type"]).toBe("application/x-pkcs12");
    expect((await answer.body()).length).toBeGreaterThan(2_000);
  });

  it("fits a phone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBe(390);
  });
});
