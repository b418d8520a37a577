import { beforeAll, expect, test } from "vitest";
import { bookPaper, countDocuments, findDocument, type Read } from "#src/documents/index.ts";
import { listEntries, recordEntry } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "../ledger/books.ts";
import { boleta, send } from "./papers.ts";

// A copy that was altered, of a paper that is in the books.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const altered = (read: Read): Read => ({
  ...read,
  fields: { ...read.fields, total_minor: 456_700 },
  authenticity: { verdict: "altered", reasons: ["digest_differs"] },
});

const live = async (writer: Writer) => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

const book = async (writer: Writer, document_id: string) => {
  const entry = bread({ amount_minor: 45_670, document_id, source_ref: `whatsapp:${document_id}:0` });
  return bookPaper(writer, { document_id, answers: [], now: NOW, entry, ids: { entry: ids.id(), reversal: ids.id() } });
};

test("an altered copy of a paper that is booked is told to be one, and waits for no «sí»", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const first = await send({ archive, writer }, paper);
  await book(writer, first.document_id);
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "duplicate", altered: true, earlier: { id: first.document_id } });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({
    state: "discarded",
    reason: "altered_copy",
    twin_id: first.document_id,
    extraction: { authenticity: { verdict: "altered" } },
  });
  expect(await book(writer, copy.document_id)).toEqual({ outcome: "impossible" });
  expect(await live(writer)).toHaveLength(1);
  expect(await countDocuments(writer)).toEqual({ booked: 1, waiting: 0, discarded: 0 });
});

test("an altered copy of what the tax service has listed takes neither its place nor one of its own", async () => {
  const writer = await newWriter(archive);
  const paper = boleta({ number: "601" });
  const id = { issuer: "96792430-K", kind: "boleta", series: null, number: "601" };
  await recordEntry(writer, bread({ source: "sii", source_ref: "sii:compra:39:601", paper: id }), at());
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "duplicate", altered: true });
  expect(await live(writer)).toMatchObject([{ document_id: null }]);
});

test("an altered copy that waited while the paper was booked is not booked any more", async () => {
  const writer = await newWriter(archive);
  const paper = boleta();
  const copy = await send({ archive, writer }, altered(paper));
  expect(copy).toMatchObject({ outcome: "read" });
  await book(writer, (await send({ archive, writer }, paper)).document_id);
  expect(await book(writer, copy.document_id)).toEqual({ outcome: "impossible" });
  expect(await findDocument(writer, copy.document_id)).toMatchObject({ state: "discarded", reason: "altered_copy" });
  expect(await live(writer)).toHaveLength(1);
});
