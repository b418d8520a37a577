import { beforeAll, expect, test } from "vitest";
import { countDocuments, findDocument, listDocuments, settleDocument } from "#src/documents/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { NOW, newWriter, openArchive } from "../ledger/books.ts";
import { boleta, send } from "./papers.ts";

let archive: Archive;
let writer: Writer;
beforeAll(async () => {
  archive = await openArchive();
  writer = await newWriter(archive);
});

const state = async (id: string) => (await findDocument(writer, id))?.state;

const LOOKS = "a5".repeat(32);

test("the same file again is the earlier document, which is named", async () => {
  const first = await send({ archive, writer }, boleta(), "same-bytes");
  const again = await send({ archive, writer }, boleta(), "same-bytes");
  expect(again).toMatchObject({
    outcome: "duplicate",
    earlier: { id: first.document_id, at: "2026-11-18T15:00:00.000Z" },
  });
  expect(await findDocument(writer, again.document_id)).toMatchObject({
    state: "discarded",
    reason: "duplicate",
    twin_id: first.document_id,
  });
});

test("the same folio of the same issuer is the same paper, and a forged one is not", async () => {
  const paper = boleta();
  const first = await send({ archive, writer }, paper);
  expect(await send({ archive, writer }, paper)).toMatchObject({
    outcome: "duplicate",
    earlier: { id: first.document_id },
  });
  const forged = { ...paper, authenticity: { verdict: "altered" as const, reasons: [] } };
  expect((await send({ archive, writer }, forged)).outcome).toBe("read");
});

test("the same stamp is the same paper, whatever was read around it", async () => {
  const first = await send({ archive, writer }, boleta({ number: null }, { stamp_text: "<DD>…</DD>|c2lnbmVk" }));
  const again = await send({ archive, writer }, boleta({ number: null }, { stamp_text: "<DD>…</DD>|c2lnbmVk" }));
  expect(again).toMatchObject({ outcome: "duplicate", earlier: { id: first.document_id } });
});

test("what only looks the same and says the same is asked about", async () => {
  const unnamed = { number: null, total_minor: 9_990 };
  const first = await send({ archive, writer }, boleta(unnamed, { fingerprint: LOOKS }));
  const nearly = `b${LOOKS.slice(1)}`;
  const again = await send({ archive, writer }, boleta(unnamed, { fingerprint: nearly }));
  expect(again).toMatchObject({ outcome: "read", maybe: { id: first.document_id } });
  expect(await findDocument(writer, again.document_id)).toMatchObject({
    state: "needs_answer",
    reason: "maybe_sent_before",
    twin_id: first.document_id,
  });
  const other = await send({ archive, writer }, boleta({ ...unnamed, total_minor: 9_980 }, { fingerprint: nearly }));
  expect(other).not.toHaveProperty("maybe");
});

test("what was discarded may be sent anew", async () => {
  const first = await send({ archive, writer }, boleta(), "thrown-away");
  await settleDocument(writer, { document_id: first.document_id, state: "discarded", now: NOW });
  expect((await send({ archive, writer }, boleta(), "thrown-away")).outcome).toBe("read");
});

test("another business sends the same paper for the first time", async () => {
  const stranger = await newWriter(archive);
  const paper = boleta({}, { fingerprint: LOOKS, stamp_text: "<DD>x</DD>|eA==" });
  await send({ archive, writer }, paper, "shared-bytes");
  const theirs = await send({ archive, writer: stranger }, paper, "shared-bytes");
  expect(theirs).toMatchObject({ outcome: "read" });
  expect(theirs).not.toHaveProperty("maybe");
  expect(await settleDocument(writer, { document_id: theirs.document_id, state: "booked", now: NOW })).toBe(
    "not_found",
  );
});

test("a document goes only where it may go, and what it is asked for twice is done once", async () => {
  const { document_id } = await send({ archive, writer }, boleta());
  const to = (next: "booked" | "discarded" | "review" | "refused" | "linked") =>
    settleDocument(writer, { document_id, state: next, now: NOW });
  expect(await to("refused")).toBe("impossible");
  expect(await to("discarded")).toBe("settled");
  expect(await to("discarded")).toBe("exists");
  expect(await to("booked")).toBe("impossible");
  expect(await to("review")).toBe("impossible");
  expect(await state(document_id)).toBe("discarded");
});

test("what people say of a field stays beside what was read, each answer once", async () => {
  const { document_id } = await send({ archive, writer }, boleta());
  const said = {
    field: "total_minor" as const,
    read: 45_670,
    said: 45_760,
    by: "contact:c1",
    at: "2026-11-18T15:00:00.000Z",
  };
  const answer = () => settleDocument(writer, { document_id, state: "needs_confirmation", answers: [said], now: NOW });
  expect(await answer()).toBe("settled");
  expect(await answer()).toBe("exists");
  expect(await findDocument(writer, document_id)).toMatchObject({
    answers: [said],
    extraction: { fields: { total_minor: 45_670 } },
  });
});

test("the queue lists what waits, a page at a time", async () => {
  const shop = await newWriter(archive);
  for (let i = 0; i < 3; i++) await send({ archive, writer: shop }, boleta());
  const discarded = await send({ archive, writer: shop }, boleta());
  await settleDocument(shop, { document_id: discarded.document_id, state: "discarded", now: NOW });
  expect(await countDocuments(shop)).toEqual({ booked: 0, waiting: 3, discarded: 1 });
  const paper = boleta();
  await send({ archive, writer: shop }, paper, "counted-once");
  expect((await send({ archive, writer: shop }, paper, "counted-once")).outcome).toBe("duplicate");
  expect(await countDocuments(shop)).toEqual({ booked: 0, waiting: 4, discarded: 1 });
  const query = { states: ["needs_confirmation"] as const, limit: 2 };
  const first = await listDocuments(shop, { ...query, cursor: null });
  const second = await listDocuments(shop, { ...query, cursor: first.next_cursor });
  expect([first.documents.length, second.documents.length, second.next_cursor]).toEqual([2, 2, null]);
});
