import { afterAll, beforeAll, expect, test } from "vitest";
import { startStage, type Api, type Stage } from "./stage.ts";

// The tax service, from connecting on, with the real Workers and a simulated SII.

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ SII_SPACING_MS: "5" });
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
