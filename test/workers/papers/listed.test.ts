import { beforeAll, expect, test } from "vitest";
import { bookPaper, findDocument, linkPaper, unlinkPaper } from "#src/documents/index.ts";
import { balance, listEntries, recordEntry, verifyBooks, type NewEntry } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { at, bread, ids, newWriter, NOW, openArchive } from "../ledger/books.ts";
import { boleta, send } from "./papers.ts";

// A purchase that the tax service has listed, and its paper, in either order: one entry.

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const live = async (writer: Writer) => {
  const page = await listEntries(writer, { live: true });
  return page.ok ? page.value.entries : [];
};

const invoice = (number: string, over = {}) =>
  boleta({ number, net_minor: 38_378, tax_minor: 7_292, ...over }, { kind: "factura" });

/** As the list of the tax service brings it. */
const listed = (number: string, over: Partial<NewEntry> = {}) =>
  bread({
    amount_minor: 45_670,
    net_minor: 38_378,
    tax_minor: 7_292,
    source: "sii",
    source_ref: `sii:compra:33:96792430-K:${number}`,
    paper: { issuer: "96792430-K", kind: "factura", series: null, number },
    ...over,
  });

const decision = (document_id: string) => ({ document_id, answers: [], now: NOW });

test("a photo of what was listed becomes the paper of that entry", async () => {
  const writer = await newWriter(archive);
  await recordEntry(writer, listed("501"), at());
  const cash = (await balance(writer)).cash;
  const sent = await send({ archive, writer }, invoice("501"));
  expect(sent).toMatchObject({ outcome: "listed" });
  expect(await live(writer)).toMatchObject([{ document_id: sent.document_id, amount_minor: 45_670, tax_minor: 7_292 }]);
  expect(await findDocument(writer, sent.document_id)).toMatchObject({ state: "linked" });
  expect((await balance(writer)).cash).toEqual(cash);
  expect(await verifyBooks(writer)).toMatchObject({ intact: true });
});

test("a photo with another sum waits for a person, whose «sí» books nothing twice", async () => {
  const writer = await newWriter(archive);
  await recordEntry(writer, listed("502"), at());
  const sent = await send({ archive, writer }, invoice("502", { total_minor: 45_610 }));
  expect(sent).toMatchObject({ outcome: "read" });
  const entry = bread({ amount_minor: 45_610, document_id: sent.document_id, source_ref: "whatsapp:yes:0" });
  const booked = await bookPaper(writer, {
    ...decision(sent.document_id),
    entry,
    ids: { entry: ids.id(), reversal: ids.id() },
  });
  expect(booked).toMatchObject({ linked: true, entry: { amount_minor: 45_670, document_id: sent.document_id } });
  expect(await live(writer)).toHaveLength(1);
});

test("what was listed while its paper waited is that paper's entry", async () => {
  const writer = await newWriter(archive);
  const { document_id } = await send({ archive, writer }, invoice("503"));
  await recordEntry(writer, listed("503"), at());
  const entry = bread({ amount_minor: 45_670, document_id, source_ref: "whatsapp:late:0" });
  const booked = await bookPaper(writer, {
    ...decision(document_id),
    entry,
    ids: { entry: ids.id(), reversal: ids.id() },
  });
  expect(booked).toMatchObject({ linked: true });
  expect(await live(writer)).toMatchObject([{ document_id }]);
});

test("what a person says the paper is of takes the place of what was listed meanwhile", async () => {
  const writer = await newWriter(archive);
  const told = await recordEntry(writer, bread({ amount_minor: 45_670, concept: "taladro" }), at());
  const { document_id } = await send({ archive, writer }, invoice("504"));
  await recordEntry(writer, listed("504"), at());
  const linked = await linkPaper(writer, {
    ...decision(document_id),
    entry_id: told.entry.id,
    merchant: null,
    source: "whatsapp",
    source_ref: "whatsapp:link",
    ids: { reversal: ids.id(), replacement: ids.id(), listed: ids.id() },
  });
  expect(linked).toMatchObject({ outcome: "created", entry: { concept: "taladro", document_id } });
  expect(await live(writer)).toHaveLength(1);
  expect((await recordEntry(writer, listed("504"), at())).entry).toMatchObject({
    source_ref: expect.stringContaining("504"),
  });
});

test("parted from its paper, what was listed is still that purchase", async () => {
  const writer = await newWriter(archive);
  await recordEntry(writer, listed("505"), at());
  const { document_id } = await send({ archive, writer }, invoice("505"));
  const parted = await unlinkPaper(writer, {
    document_id,
    source: "whatsapp",
    source_ref: "whatsapp:part",
    ids: { reversal: ids.id(), replacement: ids.id() },
    now: NOW,
  });
  expect(parted).toMatchObject({ entry: { document_id: null, amount_minor: 45_670 } });
  expect(await recordEntry(writer, listed("505", { source_ref: "sii:other" }), at())).toMatchObject({
    outcome: "exists",
  });
  expect(await live(writer)).toHaveLength(1);
});
