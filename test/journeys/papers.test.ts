// Papers and who they are made out to: what a journey cannot say, since the business's own tax id is set in its settings.
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachment } from "./files.ts";
import { startStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  await stage.close();
});

const OTHER = "56987650081";
const OWN = "56987650082";
const FILM = "56987650083";
const UNDEVELOPED = "56987650084";

/** A business of that tax id, which has said nothing but hello; its conversation starts anew with it. */
async function business(phone: string, tax_id: string) {
  const operator = await stage.api("operator");
  await stage.say(phone, "hola");
  await stage.waitForAnswers(phone, 1);
  const owner = await stage.api(phone);
  const changed = await owner("PATCH", "/api/tenant", { tax_id });
  expect([changed.status, changed.body["tax_id"]]).toEqual([200, tax_id]);
  return { owner, operator };
}

test("an invoice to somebody else is told, and its tax is not deducted", async () => {
  const { owner } = await business(OTHER, "77123456-9");
  await stage.say(OTHER, { type: "document", ...attachment("factura-de-hoy.pdf") });
  const [, shown] = await stage.waitForAnswers(OTHER, 2);
  expect(shown?.text).toContain("⚠️ Esta factura no está a tu RUT: está a nombre de 76543210-3.");
  await stage.say(OTHER, "sí");
  await stage.waitForAnswers(OTHER, 3);
  const { body } = await owner("GET", "/api/ledger/entries");
  expect(body.entries).toMatchObject([{ amount_minor: 45_670, net_minor: null, tax_minor: null }]);
});

test("an invoice to oneself brings its tax to the entry that was told before", async () => {
  const { owner } = await business(OWN, "76543210-3");
  await stage.say(OWN, "gasté 45.670 en un taladro");
  await stage.waitForAnswers(OWN, 2);
  await stage.say(OWN, { type: "document", ...attachment("factura-de-hoy.pdf") });
  const shown = (await stage.waitForAnswers(OWN, 3))[2];
  expect(shown?.text).not.toContain("no está a tu RUT");
  await stage.say(OWN, "sí");
  const linked = (await stage.waitForAnswers(OWN, 4))[3];
  expect(linked?.text).toContain("🔗 *Uní la factura al egreso de $45.670* (taladro)");
  expect(linked?.text).toContain("IVA: $7.292");
  const { body } = await owner("GET", "/api/documents?state=linked");
  const [document] = body.documents;
  expect(document.match).toEqual({ entry_id: document.entry_id, by: "link" });
  const entries = (await owner("GET", "/api/ledger/entries")).body.entries.filter(
    (each: { reversed_by: string | null; type: string }) => each.reversed_by === null && each.type !== "reversa",
  );
  expect(entries).toMatchObject([{ document_id: document.id, net_minor: 38_378, tax_minor: 7_292 }]);
});

test("another business's token reaches none of it", async () => {
  const owner = await stage.api(OWN);
  const stranger = await stage.api(OTHER);
  const [document] = (await owner("GET", "/api/documents")).body.documents;
  for (const verb of ["confirm", "discard"]) {
    expect((await stranger("POST", `/api/documents/${document.id}/${verb}`, {})).status).toBe(404);
  }
  expect((await stranger("POST", `/api/documents/${document.id}/answer`, { entry_id: null })).status).toBe(404);
  expect((await stranger("GET", `/api/documents/${document.id}`)).status).toBe(404);
});

test("a picture in the format of newer telephones is read, and kept, as the JPEG it becomes", async () => {
  await stage.say(FILM, "hola");
  await stage.waitForAnswers(FILM, 1);
  await stage.say(FILM, { type: "document", ...attachment("boleta-sodimac.avif") });
  const [, shown] = await stage.waitForAnswers(FILM, 2);
  expect(shown?.text).toContain("SODIMAC");
  const owner = await stage.api(FILM);
  const [document] = (await owner("GET", "/api/documents")).body.documents;
  expect(document).toMatchObject({ mime_type: "image/jpeg", state: "needs_confirmation" });
});

test("one that cannot be developed is asked for in another format", async () => {
  const heic = new Uint8Array([
    0,
    0,
    0,
    24,
    ...new TextEncoder().encode("ftypheic\0\0\0\0mif1heic"),
    ...new Uint8Array(400),
  ]);
  await stage.say(UNDEVELOPED, "hola");
  await stage.waitForAnswers(UNDEVELOPED, 1);
  await stage.say(UNDEVELOPED, { type: "document", bytes: heic, mime_type: "image/heic", filename: "IMG_0042.HEIC" });
  const [, answer] = await stage.waitForAnswers(UNDEVELOPED, 2);
  expect(answer?.text).toContain("mándala como JPG");
});
