import { beforeAll, expect, test } from "vitest";
import { MINUTE_MS } from "#src/kernel/index.ts";
import { claim, lastRun, validate, type ClaimAction } from "#src/sii/index.ts";
import { findJob, type Phase } from "#src/sii/session/store.ts";
import { pendingRows, rowsOfMonth } from "#src/sii/store.ts";
import { asks, entriesOf, live, openWorld, passes, synced, type Business } from "./business.ts";
import { newShop } from "./shop.ts";
import { ids, world } from "./world.ts";

// What its owner says to the SII while the pages of a sync are read and not written down yet, or before the next one.

beforeAll(openWorld);

const PAPER = "sii:compra:33:76133605-2:3001";

async function liveUntil(business: Business, phase: Phase): Promise<void> {
  await live(business, ({ desk }) => findJob(desk.sql, business.writer.tenant.id)?.phase !== phase);
}

async function says({ writer, connecting }: Business, document_id: string, action: ClaimAction): Promise<string> {
  const { sessionOf } = connecting;
  const ports = { now: world.at, entropy: ids, sessionOf, papersOf: async () => [] };
  return (await claim(writer, { document_id, action }, ports)).outcome;
}

test.each([
  ["accepted", "ERM", "registro", [PAPER]],
  ["claimed", "RCD", "reclamado", []],
] as const)("a purchase that was %s meanwhile stays so, whatever the pages said before", async (...of) => {
  const [, action, state, booked] = of;
  const business = await newShop();
  const { writer } = business;
  await synced(business);
  const [waiting] = await pendingRows(writer);
  await asks(business);
  await liveUntil(business, "keeping");
  await passes(MINUTE_MS);
  expect(await says(business, waiting?.id ?? "", action)).toBe("registered");
  const stands = async () => ({
    state: (await rowsOfMonth(writer, "2031-06")).find(({ id }) => id === waiting?.id)?.state,
    booked: (await entriesOf(writer, { live: false }))
      .map(({ source_ref }) => source_ref)
      .filter((ref) => ref.startsWith(PAPER)),
  });
  expect(await stands()).toEqual({ state, booked });
  await live(business);
  expect(await lastRun(writer)).toMatchObject({ state: "done" });
  expect(await stands()).toEqual({ state, booked });
  await passes(MINUTE_MS);
  await synced(business);
  expect(await stands()).toEqual({ state, booked });
});

test.each(["ACD", "RCD"] as const)(
  "sums from before %s are not held against the lists that it changed",
  async (action) => {
    const business = await newShop();
    const { writer } = business;
    await synced(business);
    const unsummed = async () => {
      const validated = await validate(writer, "2031-06", { now: world.at, papersOf: async () => [] });
      if (!validated.ok) throw new Error(validated.error.reason);
      return validated.value.differences.filter((each) => each.class === "totals");
    };
    const [waiting] = await pendingRows(writer);
    await passes(MINUTE_MS);
    expect(await says(business, waiting?.id ?? "", action)).toBe("registered");
    expect(await unsummed()).toEqual([]);
    await passes(MINUTE_MS);
    await synced(business);
    expect(await unsummed()).toEqual([]);
  },
);
