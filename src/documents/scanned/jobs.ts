import { fromBase64, toHex } from "#kernel";
import { logEvent } from "#telemetry";
import type { Writer } from "#tenants";
import { apart } from "../extraction.ts";
import type { DocumentOutcome } from "../outcome.ts";
import { duplicate, outcomeOf, refuse } from "../filing/jobs.ts";
import { writerOf, type ReadingPorts, type SentJob } from "../jobs.ts";
import { readTaxCode } from "../read/tax-codes.ts";
import { documentBySource, findDocument, receiveDocument, saveReading } from "../store.ts";
import { discardAltered } from "../twins/altered.ts";
import { sameFile, samePaper } from "../twins/store.ts";

export type ScanJob = SentJob & {
  /** The bytes that the code holds, base64. */
  code: string;
  /** The document that was too blurred to read its code, and for which this one was scanned. */
  replaces: string | null;
};

export type ScanPorts = Omit<ReadingPorts, "reader" | "develop" | "vision" | "ocr" | "list">;

/**
 * A code that the scan page read: kept, verified here, filed, as a photo that shows it would be. Done again it answers
 * what it answered before. Throws where a database is away; the conversation's outbox dispatches it again.
 */
export async function readScanned(job: ScanJob, ports: ScanPorts): Promise<DocumentOutcome> {
  const writer = await writerOf(ports.archive, job.tenant_id);
  const known = await documentBySource(writer, job.ref);
  if (known && known.state !== "received") return outcomeOf(writer, known);
  const bytes = fromBase64(job.code);
  const { id: document_id } = await keepCode(writer, { job, bytes }, ports);
  const read = await readTaxCode(bytes, { country: job.country, today: job.today });
  if (!read) return refuse(writer, { document_id, code: "unsupported_type" }, ports);
  const { extraction, marks } = apart(read);
  const copy = await discardAltered(writer, { document_id, extraction }, ports.clock.now());
  if (copy) return copy;
  const twin =
    (await sameFile(writer, document_id, await sha256Of(bytes))) ??
    (await samePaper(writer, document_id, { extraction, marks }));
  if (twin !== null && !(await mayReplace(writer, twin.id, job)))
    return duplicate(writer, { document_id, twin }, ports);
  const now = ports.clock.now();
  const reading = { document_id, state: "needs_confirmation", reason: null, twin_id: null } as const;
  await saveReading(writer, { ...reading, extraction, marks, now });
  const { read_from: from, authenticity } = extraction;
  logEvent("document.scanned", { document: document_id, from, verdict: authenticity.verdict });
  return { outcome: "read", document_id, extraction };
}

/** What the code says is evidence, so its bytes are kept as a file is. */
async function keepCode(
  writer: Writer,
  { job, bytes }: { job: ScanJob; bytes: Uint8Array<ArrayBuffer> },
  { bucket, entropy, clock }: ScanPorts,
): Promise<{ id: string }> {
  const sha256 = await sha256Of(bytes);
  const r2_key = `t/${writer.tenant.id}/${sha256}`;
  await bucket.put(r2_key, bytes, { sha256, httpMetadata: { contentType: CODE_TYPE } });
  return receiveDocument(writer, {
    id: entropy.id(),
    contact_id: job.contact_id,
    conversation: job.conversation,
    source: "web",
    source_ref: job.ref,
    r2_key,
    sha256,
    mime_type: CODE_TYPE,
    bytes: bytes.length,
    filename: null,
    now: clock.now(),
  });
}

const CODE_TYPE = "application/octet-stream";

/** The photo of this very paper waits for a better reading, and this is it; once it was booked, it is the same paper twice. */
async function mayReplace(writer: Writer, twin: string, { replaces }: ScanJob): Promise<boolean> {
  return twin === replaces && (await findDocument(writer, twin))?.state !== "booked";
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
