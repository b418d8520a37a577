import { beforeAll, expect, test } from "vitest";
import { apart, listDocuments, type Read } from "#src/documents/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { ids, newWriter, openArchive } from "../ledger/books.ts";
import { boleta, sendFile } from "./papers.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

function envelope(count: number): Read {
  const [first, ...others] = Array.from({ length: count }, () => boleta({}, { read_from: "xml" }));
  if (!first) throw new Error("an envelope of nothing");
  return { ...first, others: others.map((other) => ({ ...apart(other).extraction, stamp_text: other.fields.number })) };
}

async function statesOf(writer: Writer): Promise<string[]> {
  const { documents } = await listDocuments(writer, { states: null, limit: 100, cursor: null });
  return documents.map(({ state }) => state);
}

test("each document of a file is filed by itself, and asked for again it is what it was", async () => {
  const writer = await newWriter(archive);
  const sent = { read: envelope(3), source_ref: "whatsapp:envelope", sha256: "e-1" };
  const outcome = await sendFile({ archive, writer }, sent);
  expect(outcome).toMatchObject({
    outcome: "several",
    documents: [{ outcome: "read" }, { outcome: "read" }, { outcome: "read" }],
  });
  expect(await statesOf(writer)).toEqual(["needs_confirmation", "needs_confirmation", "needs_confirmation"]);
  await sendFile({ archive, writer }, sent);
  expect(await statesOf(writer)).toHaveLength(3);
  const again = await sendFile({ archive, writer }, { ...sent, source_ref: "whatsapp:again" });
  expect(again).toMatchObject({ outcome: "duplicate" });
});

test.each([2, 3, 4])(
  "a file whose filing was cut short at its %d. document is filed whole by the next try",
  async (at) => {
    const writer = await newWriter(archive);
    const sent = { read: envelope(4), source_ref: `whatsapp:cut-${at}`, sha256: `c-${at}` };
    let made = 0;
    const id = (): string => {
      made++;
      if (made === at) throw new Error("the power is gone");
      return ids.id();
    };
    await expect(sendFile({ archive, writer }, { ...sent, id })).rejects.toThrow("the power is gone");
    expect(await sendFile({ archive, writer }, sent)).toMatchObject({ outcome: "several" });
    expect(await statesOf(writer)).toEqual(Array.from({ length: 4 }, () => "needs_confirmation"));
  },
);

test("one document of two files is one document", async () => {
  const writer = await newWriter(archive);
  const read = envelope(2);
  await sendFile({ archive, writer }, { read, source_ref: "whatsapp:two", sha256: "t-1" });
  const fresh = envelope(2);
  const mixed = { ...fresh, others: [...(fresh.others ?? []), ...(read.others ?? [])] };
  const outcome = await sendFile({ archive, writer }, { read: mixed, source_ref: "whatsapp:mixed", sha256: "t-2" });
  expect(outcome).toMatchObject({
    documents: [{ outcome: "read" }, { outcome: "read" }, { outcome: "duplicate" }],
  });
});

test("what could not be read of a file waits for a person, the next time too, and the rest is filed", async () => {
  const writer = await newWriter(archive);
  const sent = { read: { ...envelope(1), unread: ["MntTotal: missing"] }, source_ref: "whatsapp:half", sha256: "h-1" };
  const filed = { documents: [{ outcome: "read" }, { outcome: "trouble", trouble: "unreadable" }] };
  expect(await sendFile({ archive, writer }, sent)).toMatchObject(filed);
  expect((await statesOf(writer)).toSorted()).toEqual(["needs_confirmation", "review"]);
  await sendFile({ archive, writer }, sent);
  expect(await statesOf(writer)).toHaveLength(2);
});

test("a file of more than forty documents is refused, and says of how many it is", async () => {
  const writer = await newWriter(archive);
  const outcome = await sendFile({ archive, writer }, { read: envelope(41), source_ref: "whatsapp:many", sha256: "m" });
  expect(outcome).toMatchObject({ outcome: "trouble", trouble: "too_many_documents" });
  expect(await statesOf(writer)).toEqual(["refused"]);
});
