// Papers as the reader hands them over, filed through the real gate into real D1 tables.
import { documentBySource } from "#src/documents/store.ts";
import {
  readFile,
  type DocumentOutcome,
  type FileOutcome,
  type Read,
  type ReadingPorts,
} from "#src/documents/index.ts";
import { ok } from "#src/kernel/index.ts";
import type { Archive, Writer } from "#src/tenants/index.ts";
import { dte, file } from "../../golden/dte/make.ts";
import { BOLETA, png } from "../../unit/web/api/desk.ts";
import { ids, NOW } from "../ledger/books.ts";

export const clock = { now: () => NOW };

/** «pagada», said of a paper that prints credit. */
export const TOLD_PAID = {
  field: "term",
  read: "credit",
  said: "paid",
  by: "contact:C",
  at: "2026-11-18T15:00:00.000Z",
} as const;

/** A bucket that forgets: what is kept in R2 is another test's. */
const bucket = { put: async () => null } as unknown as R2Bucket;

let files = 0;

/** A boleta of $45.670 with a folio that no other has, with anything else said over it. */
export function boleta(over: Partial<Read["fields"]> = {}, marks: Partial<Read> = {}): Read {
  files++;
  const fields = {
    ...BOLETA.fields,
    merchant: "SODIMAC S.A.",
    merchant_tax_id: "96792430-K",
    number: String(482_000_000 + files),
    date: "2026-11-17",
    total_minor: 45_670,
    category: "mantencion",
    items: [{ description: "TALADRO PERCUTOR 650W", quantity: 1, amount_minor: 45_670 }],
    ...over,
  };
  return { ...BOLETA, fields, ...marks };
}

/** Sends a file that is read so. @param sha256 of its bytes: another one each time unless it is told */
export async function send(
  { archive, writer }: { archive: Archive; writer: Writer },
  read: Read,
  sha256 = `sha-${++files}`,
): Promise<DocumentOutcome & { document_id: string }> {
  const source_ref = `whatsapp:m${++files}`;
  const outcome = await sendFile({ archive, writer }, { read, source_ref, sha256 });
  const document = await documentBySource(writer, source_ref);
  if (!document || outcome.outcome === "several" || outcome.outcome === "list" || outcome.document_id === null) {
    throw new Error("the paper was received");
  }
  return { ...outcome, document_id: document.id };
}

type File = { read: Read; source_ref: string; sha256: string; id?: () => string };

/** A file of a message, be it of several documents. @param file `id` makes their ids */
export async function sendFile(
  { archive, writer }: { archive: Archive; writer: Writer },
  { read, source_ref, sha256, id = ids.id }: File,
): Promise<FileOutcome> {
  const ports: ReadingPorts = {
    archive,
    bucket,
    reader: async () => ok(read),
    develop: null,
    vision: null,
    ocr: null,
    list: async () => null,
    clock,
    entropy: { ...ids, id, jitter: () => 0.5 },
  };
  // What the gate takes for an electronic document; the reader's answer is told above.
  const bytes = read.read_from === "xml" ? file(dte()) : new Uint8Array(await png(600, 900).arrayBuffer());
  return readFile(
    writer,
    {
      contact_id: null,
      conversation: null,
      source: "whatsapp",
      source_ref,
      file: { bytes, sha256, mime_type: "image/png", filename: null },
      country: "CL",
      today: "2026-11-18",
    },
    ports,
  );
}
