import { beforeAll, expect, test } from "vitest";
import {
  entriesOfNumbers,
  entriesOfPapers,
  entryBySourceRef,
  listEntries,
  recordEntries,
  recordEntry,
  replaceEntry,
  reverseEntry,
  type NewEntry,
  type PaperId,
} from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { at, bindings, bread, ids, newWriter, NOW, openArchive } from "./books.ts";

// A paper is in the books once, whoever brought it.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const INVOICE: PaperId = { issuer: "76123456-0", kind: "factura", series: null, number: "812" };

const photo = (over: Partial<NewEntry> = {}) => bread({ source_ref: "whatsapp:photo:0", paper: INVOICE, ...over });
const listed = (over: Partial<NewEntry> = {}) =>
  bread({ source: "sii", source_ref: "sii:compra:33:76123456-0:812", paper: INVOICE, ...over });

const live = async (writer: Writer) => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

test("a paper that the tax service listed is the entry that its photo made", async () => {
  const writer = await newWriter(archive);
  const first = await recordEntry(writer, photo(), at());
  const second = await recordEntry(writer, listed(), at());
  expect(second).toMatchObject({ outcome: "exists", entry: { id: first.entry.id } });
  expect(await live(writer)).toHaveLength(1);
  expect(await entryBySourceRef(writer, "sii:compra:33:76123456-0:812")).toBeNull();
});

test("zeros before a folio are nobody's number, another kind is another paper", async () => {
  const writer = await newWriter(archive);
  await recordEntry(writer, photo({ paper: { ...INVOICE, number: "000812" } }), at());
  expect((await recordEntry(writer, listed(), at())).outcome).toBe("exists");
  const note = listed({ source_ref: "sii:note", paper: { ...INVOICE, kind: "nota_credito" } });
  expect((await recordEntry(writer, note, at())).outcome).toBe("created");
});

test("of twenty that book one paper at once, one does", async () => {
  const writer = await newWriter(archive);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => recordEntry(writer, photo({ source_ref: `whatsapp:race-${i}:0` }), at())),
  );
  expect(answers.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
  expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
});

test("of a batch only what is new is booked", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, photo(), at());
  const more = listed({ source_ref: "sii:other", paper: { ...INVOICE, number: "813" } });
  const recorded = await recordEntries(
    writer,
    [listed(), more].map((each) => ({ entry: each, id: ids.id() })),
    NOW,
  );
  expect(recorded.map(({ outcome }) => outcome)).toEqual(["exists", "created"]);
  expect(recorded[0]?.entry.id).toBe(entry.id);
});

test("of two lines of a batch that are of one paper one is booked, and both are answered with it", async () => {
  const writer = await newWriter(archive);
  const lines = ["76111222-3:812", "76333444-5:0812"].map((of) => {
    const [, number = ""] = of.split(":");
    return { entry: listed({ source_ref: `sii:venta:33:${of}`, paper: { ...INVOICE, number } }), id: ids.id() };
  });
  const recorded = await recordEntries(writer, lines, NOW);
  expect(recorded.map(({ outcome }) => outcome)).toEqual(["created", "exists"]);
  expect(new Set(recorded.map(({ entry }) => entry.id)).size).toBe(1);
  expect(await live(writer)).toHaveLength(1);
});

test("forty entries with their papers fit into one batch", async () => {
  const writer = await newWriter(archive);
  const many = Array.from({ length: 40 }, (_, i) => ({
    entry: listed({ source_ref: `sii:${i}`, paper: { ...INVOICE, number: String(i + 1) } }),
    id: ids.id(),
  }));
  const recorded = await recordEntries(writer, many, NOW);
  expect(recorded.every(({ outcome }) => outcome === "created")).toBe(true);
  const found = await entriesOfPapers(
    writer,
    many.map(({ entry }) => entry.paper).filter((paper) => paper !== null && paper !== undefined),
  );
  expect(found.map((entry) => entry?.id)).toEqual(many.map(({ id }) => id));
});

test("a paper follows a correction of its entry, and goes with its reversal", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, photo(), at());
  const correction = { entry_id: entry.id, patch: { category: "insumos" }, source: "whatsapp", now: NOW } as const;
  const two = () => ({ reversal: ids.id(), replacement: ids.id() });
  const replaced = await replaceEntry(writer, { ...correction, source_ref: "whatsapp:fix", ids: two() });
  const after = "entry" in replaced ? replaced.entry.id : "";
  expect((await entriesOfPapers(writer, [INVOICE]))[0]?.id).toBe(after);
  expect((await recordEntry(writer, listed(), at())).entry.id).toBe(after);
  const undo = { entry_id: after, source: "whatsapp", source_ref: "whatsapp:undo", now: NOW, id: ids.id() } as const;
  await reverseEntry(writer, undo);
  expect(await entriesOfPapers(writer, [INVOICE])).toEqual([null]);
  expect((await recordEntry(writer, listed(), at())).outcome).toBe("created");
});

test("a correction may take the paper away, or bring one", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, photo(), at());
  const two = () => ({ reversal: ids.id(), replacement: ids.id() });
  const without = { entry_id: entry.id, patch: { paper: null }, source: "whatsapp", now: NOW } as const;
  const parted = await replaceEntry(writer, { ...without, source_ref: "whatsapp:part", ids: two() });
  expect(await entriesOfPapers(writer, [INVOICE])).toEqual([null]);
  const id = "entry" in parted ? parted.entry.id : "";
  const again = { entry_id: id, patch: { paper: INVOICE }, source: "whatsapp", now: NOW } as const;
  const joined = await replaceEntry(writer, { ...again, source_ref: "whatsapp:join", ids: two() });
  expect((await entriesOfPapers(writer, [INVOICE]))[0]?.id).toBe("entry" in joined ? joined.entry.id : "");
});

test("another business has its own paper of that name", async () => {
  const [mine, theirs] = [await newWriter(archive), await newWriter(archive)];
  await recordEntry(mine, photo(), at());
  expect(await entriesOfPapers(theirs, [INVOICE])).toEqual([null]);
  expect((await recordEntry(theirs, listed(), at())).outcome).toBe("created");
});

test("an entry that stands keeps its paper", async () => {
  const writer = await newWriter(archive);
  await recordEntry(writer, photo(), at());
  const away = bindings[writer.tenant.shard as "LEDGER_00"]
    .prepare("DELETE FROM evidence WHERE tenant_id = ?")
    .bind(writer.tenant.id);
  await expect(away.run()).rejects.toThrow("an entry that stands keeps its paper");
});

test("a number finds the entries that stand for its papers, whoever issued them, and none that was taken back", async () => {
  const writer = await newWriter(archive);
  const { entry } = await recordEntry(writer, listed(), at());
  const other = await recordEntry(
    writer,
    listed({ source_ref: "sii:other", paper: { ...INVOICE, issuer: "76111111-6", number: "0812" } }),
    at(),
  );
  await recordEntry(writer, listed({ source_ref: "sii:next", paper: { ...INVOICE, number: "813" } }), at());
  const found = async () => (await entriesOfNumbers(writer, ["812", "7"])).map(({ entry: { id } }) => id);
  expect(new Set(await found())).toEqual(new Set([entry.id, other.entry.id]));
  const order = { source: "api" as const, source_ref: "api:1", now: NOW };
  await replaceEntry(writer, {
    ...order,
    entry_id: entry.id,
    patch: { category: "aseo" },
    ids: { reversal: ids.id(), replacement: "01REPLACEMENT" },
  });
  expect(new Set(await found())).toEqual(new Set(["01REPLACEMENT", other.entry.id]));
  await reverseEntry(writer, { ...order, source_ref: "api:2", entry_id: other.entry.id, id: ids.id() });
  expect(await found()).toEqual(["01REPLACEMENT"]);
});
