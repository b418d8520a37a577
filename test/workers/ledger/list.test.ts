import { beforeAll, expect, test } from "vitest";
import {
  listEntries,
  recordEntries,
  recordEntry,
  reverseEntry,
  lastLiveEntry,
  type EntryQuery,
} from "#src/ledger/index.ts";
import type { Archive, Viewer, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive, writerOf } from "./books.ts";

let archive: Archive;
let writer: Writer;
beforeAll(async () => {
  archive = await openArchive();
  writer = await newWriter(archive);
  const asked = [
    bread({ date: "2026-11-01", counterparty: "Almacén Gómez" }),
    bread({ date: "2026-11-02", category: "combustible", concept: "bencina" }),
    bread({ date: "2026-10-30", counterparty: "almacen gomez" }),
  ];
  await recordEntries(
    writer,
    asked.map((entry) => ({ entry, id: ids.id() })),
    NOW,
  );
});

const page = async (viewer: Viewer, query: EntryQuery) => {
  const listed = await listEntries(viewer, query);
  if (!listed.ok) throw new Error(listed.error.reason);
  return listed.value;
};

const numbers = async (query: EntryQuery) => (await page(writer, query)).entries.map(({ seq }) => seq);

test("entries are listed newest first", async () => {
  expect(await numbers({})).toEqual([3, 2, 1]);
});

test("days, category and counterparty narrow the list; a name is found however it was accented", async () => {
  expect(await numbers({ from: "2026-11-01" })).toEqual([2, 1]);
  expect(await numbers({ to: "2026-11-01" })).toEqual([3, 1]);
  expect(await numbers({ from: "2026-11-02", to: "2026-11-02" })).toEqual([2]);
  expect(await numbers({ category: "combustible" })).toEqual([2]);
  expect(await numbers({ counterparty: "ALMACÉN GÓMEZ" })).toEqual([3, 1]);
  expect(await numbers({ counterparty: "Gómez" })).toEqual([]);
});

test("pages follow each other without a gap, also when entries are booked in between", async () => {
  const own = await newWriter(archive);
  for (let i = 0; i < 5; i++) await recordEntry(own, bread(), at());
  const first = await page(own, { limit: 2 });
  await recordEntry(own, bread(), at());
  const second = await page(own, { limit: 2, cursor: first.next_cursor ?? "" });
  const third = await page(own, { limit: 2, cursor: second.next_cursor ?? "" });
  expect([first, second, third].map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[5, 4], [3, 2], [1]]);
  expect(third.next_cursor).toBeNull();
});

test("a page of exactly the last entries has no next one", async () => {
  expect((await page(writer, { limit: 3 })).next_cursor).toBeNull();
});

test.each(["", "x", "%%%%", "djE6", "djE6LTE", "djE6OTk5OTk5OTk5OTk5OTk5OTk5", "A".repeat(500)])(
  "a cursor that is not ours is refused: %s",
  async (cursor) => {
    expect(await listEntries(writer, { cursor })).toEqual({ ok: false, error: { reason: "cursor" } });
  },
);

test("a cursor of one tenant shows another tenant only its own entries", async () => {
  const own = await newWriter(archive);
  const { next_cursor } = await page(writer, { limit: 1 });
  expect((await page(own, { cursor: next_cursor ?? "" })).entries).toEqual([]);
});

test("reversed pairs stay listed, and are left out among the live ones", async () => {
  const own = await newWriter(archive);
  const { entry } = await recordEntry(own, bread(), at());
  await recordEntry(own, bread(), at());
  await reverseEntry(own, { entry_id: entry.id, source: "api", source_ref: "api:undo:0", now: NOW, id: ids.id() });
  const all = (await page(own, {})).entries;
  expect(all.map(({ seq, type }) => [seq, type])).toEqual([
    [3, "reversa"],
    [2, "egreso"],
    [1, "egreso"],
  ]);
  expect(all.map(({ reversed_by }) => reversed_by)).toEqual([null, null, all[0]?.id]);
  expect((await page(own, { live: true })).entries.map(({ seq }) => seq)).toEqual([2]);
});

test("two hundred entries with three sealed words each come in one page", async () => {
  const own = await newWriter(archive);
  for (let batch = 0; batch < 5; batch++) {
    const forty = Array.from({ length: 40 }, () => ({ entry: bread({ counterparty: "Rosa" }), id: ids.id() }));
    await recordEntries(own, forty, NOW);
  }
  const { entries } = await page(own, { limit: 200 });
  expect(entries).toHaveLength(200);
  expect(entries.every(({ counterparty, postings }) => counterparty === "Rosa" && postings.length === 1)).toBe(true);
});

test("the last entry of one person is not the last of another", async () => {
  const own = await newWriter(archive);
  const employee = await writerOf(archive, own.tenant.id, "employee");
  await recordEntry(employee, bread({ concept: "de la empleada" }), at());
  expect(await lastLiveEntry(own, { kind: "contact", id: "c2" })).toBeNull();
  expect(await lastLiveEntry(own, employee.actor)).toMatchObject({ concept: "de la empleada" });
});
