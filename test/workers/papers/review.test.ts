import { beforeAll, expect, test } from "vitest";
import { findDocument, settleDocument } from "#src/documents/index.ts";
import { listEntries, recordEntry } from "#src/ledger/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { desk } from "../../unit/web/api/desk.ts";
import { bread, ids, NOW, newWriter, openArchive } from "../ledger/books.ts";
import { boleta, clock, send, TOLD_PAID } from "./papers.ts";

type Json = Record<string, unknown> & {
  candidates: { entry_id: string; score: number; reasons: { sign: string }[] }[];
};

let archive: Archive;
let writer: Writer;
let post: ReturnType<typeof desk>["post"];
let asOperator: ReturnType<typeof desk>["asOperator"];
beforeAll(async () => {
  archive = await openArchive();
  writer = await newWriter(archive);
  const ports = { archive: async () => archive, clock, entropy: { ...ids, jitter: () => 0.5 } };
  ({ post, asOperator } = desk(ports));
});

const as = (who: Writer) => ({ "X-Tenant-Id": who.tenant.id });

const decide = async (id: string, verb: string, body: unknown = {}) => decideAs(writer, `${id}/${verb}`, body);

const decideAs = async (who: Writer, path: string, body: unknown) => {
  const answer = await post(`/api/documents/${path}`, body, as(who));
  return { status: answer.status, body: await answer.json<Json>() };
};

const list = async (query: string) => {
  const answer = await asOperator(`/api/documents${query}`, { headers: as(writer) });
  return { status: answer.status, body: await answer.json<{ documents: { id: string; state: string }[] }>() };
};

const tell = async (amount_minor: number, over = {}) =>
  (
    await recordEntry(
      writer,
      bread({ amount_minor, concept: "taladro", category: "mantencion", date: "2026-11-17", ...over }),
      {
        now: NOW,
        id: ids.id(),
      },
    )
  ).entry;

const entriesOf = async (documentId: string) => {
  const page = await listEntries(writer, { live: true, limit: 200 });
  return page.ok ? page.value.entries.filter((entry) => entry.document_id === documentId) : [];
};

test("a paper that is confirmed is booked once, however often it is confirmed", async () => {
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 11_110 }));
  const first = await decide(document_id, "confirm");
  const again = await decide(document_id, "confirm");
  expect([first.status, first.body["state"], again.status, again.body["entry_id"]]).toEqual([
    200,
    "booked",
    200,
    first.body["entry_id"],
  ]);
  expect(await entriesOf(document_id)).toMatchObject([{ amount_minor: 11_110, counterparty: "SODIMAC S.A." }]);
});

test("a paper whose entry was told before is linked to it, and nothing is booked twice", async () => {
  const entry = await tell(22_220);
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 22_220 }));
  const { status, body } = await decide(document_id, "confirm");
  expect([status, body["state"], body["match"]]).toEqual([200, "linked", { entry_id: expect.any(String), by: "link" }]);
  expect(await entriesOf(document_id)).toMatchObject([{ replaces_id: entry.id }]);
});

test("of two that are alike the program is asked, with reasons, and its answer links one", async () => {
  const [first] = [await tell(33_330), await tell(33_330)];
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 33_330 }));
  const asked = await decide(document_id, "confirm");
  expect([asked.status, asked.body["state"], asked.body["reason"]]).toEqual([200, "needs_answer", "which_entry"]);
  expect(asked.body.candidates).toHaveLength(2);
  expect(asked.body.candidates[0]?.reasons.map(({ sign }) => sign)).toContain("amount_exact");
  const answered = await decide(document_id, "answer", { entry_id: first.id });
  const again = await decide(document_id, "answer", { entry_id: first.id });
  expect([answered.body["state"], again.status, again.body["state"]]).toEqual(["linked", 200, "linked"]);
  expect(await entriesOf(document_id)).toMatchObject([{ replaces_id: first.id }]);
});

test("«none of them» books it, and the pairs stay declined", async () => {
  await tell(44_440);
  await tell(44_440);
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 44_440 }));
  await decide(document_id, "confirm");
  const answered = await decide(document_id, "answer", { entry_id: null });
  expect([answered.status, answered.body["state"]]).toEqual([200, "booked"]);
  expect((await findDocument(writer, document_id))?.declined).toHaveLength(2);
});

test("fields that are answered stay beside what was read, with who said them", async () => {
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: null }));
  expect((await decide(document_id, "confirm")).status).toBe(409);
  const answered = await decide(document_id, "answer", { fields: { total_minor: 55_550 } });
  expect(answered.body["answers"]).toEqual([
    { field: "total_minor", read: null, said: 55_550, by: "operator:api", at: "2026-11-18T15:00:00.000Z" },
  ]);
  expect((await decide(document_id, "confirm")).body["state"]).toBe("booked");
  expect(await entriesOf(document_id)).toMatchObject([{ amount_minor: 55_550 }]);
});

test("a picture that may have been sent before waits for that answer", async () => {
  const looks = { fingerprint: "0f".repeat(32) };
  await send({ archive, writer }, boleta({ number: null, total_minor: 66_660 }, looks));
  const same = await send({ archive, writer }, boleta({ number: null, total_minor: 66_660 }, looks));
  const other = await send({ archive, writer }, boleta({ number: null, total_minor: 66_660 }, looks));
  expect((await decide(same.document_id, "confirm")).status).toBe(409);
  expect((await decide(same.document_id, "answer", { sent_before: true })).body["state"]).toBe("discarded");
  expect((await decide(other.document_id, "answer", { sent_before: false })).body["state"]).toBe("needs_confirmation");
});

test("what can't follow is 409 and changes nothing", async () => {
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 77_770 }));
  expect((await decide(document_id, "discard")).body["state"]).toBe("discarded");
  expect((await decide(document_id, "discard")).status).toBe(200);
  expect((await decide(document_id, "confirm")).status).toBe(409);
  expect((await decide(document_id, "answer", { fields: { total_minor: 1 } })).status).toBe(409);
  const booked = await send({ archive, writer }, boleta({ total_minor: 77_780 }));
  await decide(booked.document_id, "confirm");
  expect((await decide(booked.document_id, "discard")).status).toBe(409);
  const dollars = await tell(77_790, { currency: "USD" });
  const paper = await send({ archive, writer }, boleta({ total_minor: 77_790 }));
  expect((await decide(paper.document_id, "answer", { entry_id: dollars.id })).status).toBe(409);
  expect(await findDocument(writer, paper.document_id)).toMatchObject({ state: "needs_confirmation" });
});

test("a test document is not booked, and may be discarded", async () => {
  const authenticity = { verdict: "test_document" as const, reasons: ["certification_key"] };
  const { document_id } = await send({ archive, writer }, { ...boleta({ total_minor: 12_120 }), authenticity });
  for (const [verb, body] of [
    ["confirm", {}],
    ["answer", { entry_id: null }],
  ] as const) {
    const { status, body: told } = await decide(document_id, verb, body);
    expect([verb, status, told["error"]]).toMatchObject([verb, 409, { code: "not_decided" }]);
    expect(JSON.stringify(told)).toContain("a test document proves no purchase");
  }
  expect(await entriesOf(document_id)).toEqual([]);
  expect((await decide(document_id, "discard")).body["state"]).toBe("discarded");
});

test("how a person said that it is paid is how a program books it", async () => {
  const invoice = { ...boleta({ total_minor: 13_130 }), kind: "factura" as const, text: "FORMA DE PAGO: CREDITO" };
  const { document_id } = await send({ archive, writer }, invoice);
  await settleDocument(writer, { document_id, answers: [TOLD_PAID], now: NOW });
  expect((await decide(document_id, "confirm")).body["answers"]).toEqual([TOLD_PAID]);
  expect(await entriesOf(document_id)).toMatchObject([{ type: "egreso" }]);
});

test("a body of another form is 400", async () => {
  const { document_id } = await send({ archive, writer }, boleta());
  for (const body of [
    {},
    { fields: { total_minor: -1 } },
    { fields: { total_minor: 1.5 } },
    { state: "booked" },
    "[]",
    "{",
  ]) {
    expect([body, (await decide(document_id, "answer", body)).status]).toEqual([body, 400]);
  }
});

test("another business's paper and entry are nobody's", async () => {
  const stranger = await newWriter(archive);
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 88_880 }));
  for (const [verb, body] of [
    ["confirm", {}],
    ["discard", {}],
    ["answer", { fields: { total_minor: 1 } }],
  ] as const) {
    expect([verb, (await decideAs(stranger, `${document_id}/${verb}`, body)).status]).toEqual([verb, 404]);
  }
  const theirs = await recordEntry(stranger, bread({ amount_minor: 88_880 }), { now: NOW, id: ids.id() });
  expect((await decide(document_id, "answer", { entry_id: theirs.entry.id })).status).toBe(404);
  expect(await findDocument(writer, document_id)).toMatchObject({ state: "needs_confirmation", answers: [] });
});

test("the queue is listed by state", async () => {
  const { document_id } = await send({ archive, writer }, boleta({ total_minor: 99_990 }));
  const waiting = await list("?state=needs_confirmation&limit=200");
  expect(waiting.body.documents.map(({ id }) => id)).toContain(document_id);
  expect(new Set(waiting.body.documents.map(({ state }) => state))).toEqual(new Set(["needs_confirmation"]));
  expect((await list("?state=lost")).status).toBe(400);
});
