// The phone page in a real browser. Runs when a Chromium is found.
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executablePath, QUIET_ARGS } from "../../journeys/chromium.ts";
import { messagesOf, startStage } from "./rig.ts";
import type { Stage } from "./rig.ts";

describe.skipIf(executablePath === undefined)("phone page", () => {
  let stage: Stage;
  let browser: Browser;
  let page: Page;
  const accidents: string[] = [];

  beforeAll(async () => {
    stage = await startStage();
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: QUIET_ARGS });
    page = await browser.newPage();
    page.on("dialog", (dialog) => {
      accidents.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => accidents.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(stage.rig.url) && !request.url().startsWith("blob:")) accidents.push(request.url());
    });
    await page.goto(stage.rig.url);
    await page.getByRole("button", { name: /Rosa/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it("sends what is typed with Enter and shows its blue ticks when the bot has read it", async () => {
    await page.getByLabel("Mensaje", { exact: true }).fill("vendí 150 lucas");
    await page.keyboard.press("Enter");
    await page.locator(".row.mine .tick.delivered").waitFor();
    const message = messagesOf(stage.bot).find((one) => one.text?.body === "vendí 150 lucas");
    expect(message.from).toBe("56911111111");
    await stage.send({ status: "read", message_id: message.id, typing_indicator: { type: "text" } });
    await page.locator(".row.mine .tick.read").waitFor();
    await page.getByText("escribiendo…").waitFor();
  });

  it("answers with a tapped button, in reply to its message", async () => {
    const action = { buttons: [{ type: "reply", reply: { id: "undo:1", title: "Deshacer" } }] };
    const sent = await stage.send({
      to: "56911111111",
      type: "interactive",
      interactive: { type: "button", body: { text: "*Ingreso* $150.000" }, action },
    });
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.locator(".row.mine").nth(1).waitFor();
    const reply = messagesOf(stage.bot).find((one) => one.type === "interactive");
    expect(reply).toMatchObject({
      context: { id: sent.body.messages[0].id },
      interactive: { button_reply: { id: "undo:1", title: "Deshacer" } },
    });
  });

  it("shows hostile text, names and files as text, and runs none of it", async () => {
    const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script> *<svg onload=alert(3)>* javascript:alert(4) [x](javascript:alert(5))`;
    await stage.send({ to: "56911111111", type: "text", text: { body: hostile } });
    await stage.rig.inbound({ from: "56911111111", profile_name: hostile, said: { type: "text", text: hostile } })
      .webhook;
    const bytes = new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(6)"/>`,
    ) as Uint8Array<ArrayBuffer>;
    await stage.rig.inbound({
      from: "56911111111",
      said: { type: "image", bytes, mime_type: "image/svg+xml", filename: hostile },
    }).webhook;
    await page.locator(".row.mine .document").last().waitFor();
    expect(
      await page.locator(".bubbles script, .bubbles img[src=x], .bubbles svg[onload], a[href^=javascript]").count(),
    ).toBe(0);
    expect(await page.locator(".row.theirs .text").last().textContent()).toContain("<script>alert(2)</script>");
    expect(accidents).toEqual([]);
  });

  it("records a voice note as Ogg with Opus, and teaches its words to the transcriber", async () => {
    await page.getByRole("button", { name: "Nota de voz", exact: true }).click();
    await page.getByLabel("Palabras de la nota").fill("gasté doce lucas en bencina");
    await page.getByText("0:01").waitFor();
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await page.locator(".row.mine audio").waitFor();
    await stage.rig.settle();
    const { audio } = messagesOf(stage.bot).find((one) => one.type === "audio");
    expect(audio).toMatchObject({ mime_type: "audio/ogg; codecs=opus", voice: true });
    const note = stage.rig.rig.media.get(audio.id);
    expect(new TextDecoder().decode(note?.bytes.subarray(0, 4))).toBe("OggS");
    expect(new TextDecoder().decode(note?.bytes.subarray(28, 36))).toBe("OpusHead");
    expect(stage.rig.rig.words.get(note?.sha256_hex ?? "")).toBe("gasté doce lucas en bencina");
  });

  it("attaches a photo with its caption", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    );
    await page.locator("input[type=file]").setInputFiles({ name: "boleta.png", mimeType: "image/png", buffer: png });
    await page.getByLabel("Mensaje", { exact: true }).fill("mi boleta");
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await page.locator(".row.mine .picture img").waitFor();
    await stage.rig.settle();
    expect(messagesOf(stage.bot).findLast((one) => one.type === "image").image).toMatchObject({
      caption: "mi boleta",
      mime_type: "image/png",
    });
  });

  it("keeps the newest message in sight while photos load late, until somebody scrolls up", async () => {
    const arrived = page.locator(".row.mine .picture").nth(5).waitFor({ state: "attached" });
    await page.route("**/sim/media/*", (route) => arrived.then(() => route.continue()));
    const photo = await page.screenshot({ type: "png" });
    const photos = [1, 2, 3, 4, 5].map((i) => ({ name: `${i}.png`, mimeType: "image/png", buffer: photo }));
    await page.locator("input[type=file]").setInputFiles(photos);
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await stage.rig.settle();
    const shown = page.locator(".row.mine .picture img");
    const tall = () => shown.evaluateAll((all) => all.filter(({ clientHeight }) => clientHeight > 100).length);
    await expect.poll(tall).toBe(5);
    await expect.poll(() => belowSight(page)).toBeLessThan(2);

    await page.locator("#wall").hover();
    await page.mouse.wheel(0, -600);
    await expect.poll(() => belowSight(page)).toBeGreaterThan(300);
    const read = await page.locator("#wall").evaluate((wall) => wall.scrollTop);
    await stage.send({ to: "56911111111", type: "text", text: { body: "la última" } });
    await page.getByText("la última").first().waitFor();
    expect(await page.locator("#wall").evaluate((wall) => wall.scrollTop)).toBe(read);
    await page.unroute("**/sim/media/*");
  });

  it("writes as another person, each in a chat of their own", async () => {
    await page.getByLabel("Nuevo número").fill("+57 300 123 4567");
    await page.getByRole("button", { name: "Agregar número" }).click();
    await page.getByRole("button", { name: "saldo", exact: true }).click();
    await page.locator(".row.mine .tick.delivered").waitFor();
    expect(messagesOf(stage.bot).at(-1)).toMatchObject({ from: "573001234567", text: { body: "saldo" } });
    expect(await page.locator(".row").count()).toBe(1);
    expect(accidents).toEqual([]);
  });
});

/** How much of the chat lies below what is seen, in pixels. */
function belowSight(page: Page): Promise<number> {
  return page.locator("#wall").evaluate((wall) => wall.scrollHeight - wall.scrollTop - wall.clientHeight);
}
