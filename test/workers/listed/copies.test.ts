import { beforeAll, expect, test } from "vitest";
import { bookPaper, findDocument, type Read } from "#src/documents/index.ts";
import { listEntries, verifyBooks } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { bread, ids, NOW, openArchive } from "../ledger/books.ts";
import { boleta, send } from "../papers/papers.ts";
import { bring, listed, listedWriter, settle } from "./listed.ts";

// An altered copy of an invoice was booked before the tax service lists the invoice itself.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const live = async (writer: Writer) => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

const invoice = (number: string, total_minor: number, over: Partial<Read> = {}) =>
  boleta({ number, total_minor, date: "2026-11-05" }, { kind: "factura", sii_type: 33, ...over });

/** Booked by a «sí» to a copy whose stamp does not hold. */
async function bookCopy(writer: Writer, number: string, amount_minor: number): Promise<string> {
  const authenticity = { verdict: "altered" as const, reasons: ["digest_differs" as const] };
  const { document_id } = await send({ archive, writer }, invoice(number, amount_minor, { authenticity }));
  const entry = bread({ amount_minor, document_id, date: "2026-11-05", source_ref: `whatsapp:${document_id}:0` });
  await bookPaper(writer, { document_id, answers: [], now: NOW, entry, ids: { entry: ids.id(), reversal: ids.id() } });
  return document_id;
}

test("of the same sum it is that purchase, without the copy for its paper, and takes the genuine one", async () => {
  const writer = await listedWriter(archive);
  await bookCopy(writer, "9001", 119_000);
  expect(await bring(writer, [listed({ folio: "9001" })])).toMatchObject({ booked: 0, linked: 1 });
  expect(await settle(writer)).toMatchObject({ booked: 0, linked: 0 });
  expect(await live(writer)).toMatchObject([{ amount_minor: 119_000, tax_minor: 19_000, document_id: null }]);
  const genuine = await send({ archive, writer }, invoice("9001", 119_000));
  expect(genuine).toMatchObject({ outcome: "listed" });
  expect(await live(writer)).toMatchObject([{ document_id: genuine.document_id }]);
  expect(await findDocument(writer, genuine.document_id)).toMatchObject({ state: "linked" });
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("of another sum nothing is booked beside it: somebody says which is right", async () => {
  const writer = await listedWriter(archive);
  const document_id = await bookCopy(writer, "9002", 19_000);
  expect(await bring(writer, [listed({ folio: "9002" })])).toMatchObject({ booked: 0, linked: 0 });
  expect(await live(writer)).toMatchObject([{ amount_minor: 19_000, document_id }]);
});
