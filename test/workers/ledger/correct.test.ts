import { beforeAll, expect, test } from "vitest";
import { balance, findEntry, lastLiveEntry, recordEntry, replaceEntry, reverseEntry } from "#src/ledger/index.ts";
import type { Archive } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const undo = (entry_id: string, ref: string) => ({
  entry_id,
  source: "whatsapp" as const,
  source_ref: `whatsapp:${ref}:0`,
  now: NOW + 60_000,
});

const twoIds = () => ({ reversal: ids.id(), replacement: ids.id() });

test("a reversal mirrors the entry, carries its date, and leaves the cash as it was", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread({ date: "2026-10-31", net_minor: 4_202, tax_minor: 798 }), at());
  const reversal = await reverseEntry(writer, { ...undo(entry.id, "undo"), id: ids.id() });
  expect(reversal).toMatchObject({
    outcome: "created",
    of: { id: entry.id, reversed_by: expect.stringMatching(/^[0-9A-Z]{26}$/) },
    entry: {
      type: "reversa",
      seq: 2,
      date: "2026-10-31",
      recorded_at: "2026-11-18T15:01:00.000Z",
      reverses_id: entry.id,
      concept: "pan",
      postings: [
        { debit: "activo:caja", credit: "gasto:alimentacion", amount_minor: 4_202 },
        { debit: "activo:caja", credit: "activo:iva_credito", amount_minor: 798 },
      ],
    },
  });
  expect((await balance(writer)).cash.amount_minor).toBe(0);
});

test("the same reversal again exists, another one comes too late, and both answer with the one that stands", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread(), at());
  const first = await reverseEntry(writer, { ...undo(entry.id, "undo"), id: ids.id() });
  const again = await reverseEntry(writer, { ...undo(entry.id, "undo"), id: ids.id() });
  const other = await reverseEntry(writer, { ...undo(entry.id, "undo-too"), id: ids.id() });
  expect([first.outcome, again.outcome, other.outcome]).toEqual(["created", "exists", "already_reversed"]);
  expect(again).toMatchObject({ entry: "entry" in first ? first.entry : null });
  expect(other).toMatchObject({ entry: "entry" in first ? first.entry : null });
});

test("twenty reversals at once write one", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread(), at());
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => reverseEntry(writer, { ...undo(entry.id, `undo-${i}`), id: ids.id() })),
  );
  expect(answers.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "already_reversed")).toHaveLength(19);
  expect((await balance(writer)).cash.amount_minor).toBe(0);
});

test("a reversal is not reversed, and its key may not be another entry's", async () => {
  const writer = await newWriter(archive);
  const asked = bread();
  const { entry } = await recordEntry(writer, asked, at());
  const taken = await reverseEntry(writer, { ...undo(entry.id, "x"), source_ref: asked.source_ref, id: ids.id() });
  expect(taken).toEqual({ outcome: "source_ref_taken" });
  const reversal = await reverseEntry(writer, { ...undo(entry.id, "undo"), id: ids.id() });
  const id = "entry" in reversal ? reversal.entry.id : "";
  expect(await reverseEntry(writer, { ...undo(id, "undo-undo"), id: ids.id() })).toEqual({ outcome: "not_reversible" });
});

test("«no, eran 45» keeps both in the books and counts the second", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread({ amount_minor: 54_000, counterparty: "Don Pepe" }), at());
  const request = { ...undo(entry.id, "fix"), patch: { amount_minor: 45_000 }, ids: twoIds() };
  const replacement = await replaceEntry(writer, request);
  expect(replacement).toMatchObject({
    outcome: "created",
    entry: {
      seq: 3,
      amount_minor: 45_000,
      counterparty: "Don Pepe",
      concept: "pan",
      replaces_id: entry.id,
      reversed_by: null,
    },
    of: { id: entry.id, reversed_by: request.ids.reversal },
  });
  expect((await balance(writer)).cash.amount_minor).toBe(-45_000);
  const again = await replaceEntry(writer, { ...request, ids: twoIds() });
  expect(again).toEqual({ ...replacement, outcome: "exists" });
});

test("after a correction, undoing removes the movement whole", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread(), at());
  await replaceEntry(writer, { ...undo(entry.id, "fix"), patch: { amount_minor: 45_000 }, ids: twoIds() });
  const last = await lastLiveEntry(writer);
  expect(last).toMatchObject({ amount_minor: 45_000 });
  await reverseEntry(writer, { ...undo(last?.id ?? "", "undo"), id: ids.id() });
  expect(await lastLiveEntry(writer)).toBeNull();
  expect((await balance(writer)).cash.amount_minor).toBe(0);
});

test("a correction that can't be booked is refused, and the entry stands", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, bread(), at());
  const request = { ...undo(entry.id, "fix"), patch: { date: "2026-02-30" }, ids: twoIds() };
  expect(await replaceEntry(writer, request)).toEqual({
    outcome: "refused",
    refusal: { reason: "date", field: "date" },
  });
  expect(await findEntry(writer, entry.id)).toEqual(entry);
});

test("another tenant can neither reverse nor replace an entry", async () => {
  const [mine, theirs] = [await newWriter(archive), await newWriter(archive)];
  const { entry } = await recordEntry(mine, bread(), at());
  expect(await reverseEntry(theirs, { ...undo(entry.id, "undo"), id: ids.id() })).toEqual({ outcome: "not_found" });
  const request = { ...undo(entry.id, "fix"), patch: { amount_minor: 1 }, ids: twoIds() };
  expect(await replaceEntry(theirs, request)).toEqual({ outcome: "not_found" });
  expect(await lastLiveEntry(theirs)).toBeNull();
  expect(await findEntry(mine, entry.id)).toEqual(entry);
});
