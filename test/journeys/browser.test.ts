// The phone page in a real browser against the real product: what somebody sees who has just typed `npm start`.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "#src/commands/programs.ts";
import { executablePath, launchChromium } from "./chromium.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const ANSWER_TIMEOUT_MS = 60_000;

describe.skipIf(executablePath === undefined)("the phone page and the product", () => {
  let stage: Stage;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    stage = await startStage();
    browser = await launchChromium();
    const context = await browser.newContext({ permissions: ["microphone"] });
    page = await context.newPage();
    page.setDefaultTimeout(ANSWER_TIMEOUT_MS);
    await page.goto(stage.phones.url);
    await page.getByRole("button", { name: /Rosa/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it("answers a sale that was typed with what was booked, and two buttons", async () => {
    await page.getByLabel("Mensaje", { exact: true }).fill("vendí 150 lucas a Distribuidora XYZ");
    await page.keyboard.press("Enter");
    const answer = page.locator(".row.theirs").filter({ hasText: "Ingreso anotado: $150.000" });
    await answer.waitFor();
    expect(await answer.innerText()).toContain("Te acabo de registrar automáticamente.");
    await answer.getByRole("button", { name: "Deshacer" }).waitFor();
    await page.locator(".row.mine .tick.read").first().waitFor();
  });

  it("reads a photographed boleta, and books it when «Sí» is tapped", async () => {
    await page.locator("input[type=file]").setInputFiles(`${ROOT}test/golden/receipts/boleta-sodimac.jpg`);
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    const shown = page.locator(".row.theirs").filter({ hasText: "SODIMAC S.A." });
    await shown.waitFor();
    expect(await shown.innerText()).toContain("Total: $45.670");
    await shown.getByRole("button", { name: "Sí", exact: true }).click();
    await page.locator(".row.theirs").filter({ hasText: "Egreso anotado: $45.670" }).waitFor();
  });

  it("hears a voice note recorded in the page", async () => {
    await page.getByRole("button", { name: "Nota de voz", exact: true }).click();
    await page.getByLabel("Palabras de la nota").fill("gasté doce lucas en bencina");
    await page.getByText("0:01").waitFor();
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    const answer = page.locator(".row.theirs").filter({ hasText: "Escuché: «gasté doce lucas en bencina»" });
    await answer.waitFor();
    expect(await answer.innerText()).toContain("Caja: $92.330");
  });
});
