import { beforeAll, expect, test } from "vitest";
import { balance, entryBySourceRef, findEntry, recordEntries, recordEntry } from "#src/ledger/index.ts";
import type { Archive } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

test("an entry is booked as it was asked, in double entry", async () => {
  const writer = await newWriter(archive);
  const { outcome, entry } = await recordEntry(writer, bread({ source_ref: "whatsapp:wamid.A:0" }), at());
  expect(outcome).toBe("created");
  expect(entry).toEqual({
    id: entry.id,
    seq: 1,
    type: "egreso",
    direction: null,
    loan: false,
    amount_minor: 5_000,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2026-11-18",
    due_date: null,
    recorded_at: "2026-11-18T15:00:00.000Z",
    concept: "pan",
    category: "alimentacion",
    counterparty: null,
    source: "whatsapp",
    source_ref: "whatsapp:wamid.A:0",
    document_id: null,
    reverses_id: null,
    replaces_id: null,
    settles_id: null,
    reversed_by: null,
    postings: [{ debit: "gasto:alimentacion", credit: "activo:caja", amount_minor: 5_000, currency: "CLP" }],
  });
});

test("the same source_ref twice is the same entry, and nothing is written", async () => {
  const writer = await newWriter(archive);
  const asked = bread();
  const first = await recordEntry(writer, asked, at());
  const again = await recordEntry(writer, { ...asked, amount_minor: 9_999 }, at());
  expect(again).toEqual({ outcome: "exists", entry: first.entry });
  expect((await balance(writer)).cash).toEqual({ amount_minor: -5_000, currency: "CLP" });
});

test("a hundred at once with one source_ref book one entry", async () => {
  const writer = await newWriter(archive);
  const asked = bread();
  const answers = await Promise.all(Array.from({ length: 100 }, () => recordEntry(writer, asked, at())));
  expect(answers.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
  expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
});

test("the movements of one message are booked in one batch and in their order", async () => {
  const writer = await newWriter(archive);
  const asked = ["pan", "bencina", "leche"].map((concept) => ({ entry: bread({ concept }), id: ids.id() }));
  const booked = await recordEntries(writer, asked, NOW);
  expect(booked.map(({ entry }) => [entry.seq, entry.concept])).toEqual([
    [1, "pan"],
    [2, "bencina"],
    [3, "leche"],
  ]);
});

test("words are cut to fit and empty ones are none, but the entry is booked", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread({ concept: "ñ".repeat(4_000), counterparty: "  " }), at());
  expect(entry).toMatchObject({ concept: `${"ñ".repeat(499)}…`, counterparty: null });
});

test("another tenant finds nothing under the same id or source_ref, and may use the key for itself", async () => {
  const [mine, theirs] = [await newWriter(archive), await newWriter(archive)];
  const asked = bread();
  const { entry } = await recordEntry(mine, asked, at());
  expect(await findEntry(theirs, entry.id)).toBeNull();
  expect(await entryBySourceRef(theirs, asked.source_ref)).toBeNull();
  expect((await recordEntry(theirs, asked, at())).outcome).toBe("created");
});
