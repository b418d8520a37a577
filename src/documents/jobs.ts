import type { Channel, MediaBytes, MediaError, MediaRef } from "#channels";
import { assert, ok, type Entropy, type Ok, type Result } from "#kernel";
import { logEvent } from "#telemetry";
import { authorize, type Archive, type Writer } from "#tenants";
import { barePicture } from "./bare-picture.ts";
import { apart, type Extraction, type Read, type Unreadable } from "./extraction.ts";
import { duplicate, type FileReading, fileReadings, outcomesOf, refuse, review } from "./filing/jobs.ts";
import { type Admitted, type Develop, developedIntake } from "./intake.ts";
import { fileTypeOf } from "./magic.ts";
import type { DocumentOutcome, FileOutcome, ListTaken } from "./outcome.ts";
import { lookAgain, lookInstead, type LookPorts } from "./look/jobs.ts";
import { documentBySource, type KeptDocument, receiveDocument } from "./store.ts";
import { sameFile } from "./twins/store.ts";
import { within } from "./within.ts";

/** Contract §8: a read takes at most so long; then the document goes to review and its sender is told. */
const READ_MAX_MS = 30_000;

export type Reader = (
  bytes: Uint8Array,
  options: { country: string; today: string },
) => Promise<Result<Read, Unreadable>>;

/** Where something that was sent in a chat comes from, and what of its business a reading needs. */
export type SentJob = {
  conversation: string;
  ref: string;
  tenant_id: string;
  contact_id: string;
  country: string;
  today: string;
};

export type DocumentJob = SentJob & { media: MediaRef; line: string };

export type ReadingPorts = LookPorts & {
  archive: Archive;
  bucket: R2Bucket;
  reader: Reader;
  /** Null where there is nothing that opens what our engines do not. */
  develop: Develop | null;
  entropy: Entropy;
  /** Takes a file that is a list of another room's; null where it is none. */
  list: TakeList;
};

export type TakeList = (
  writer: Writer,
  sent: Pick<SentFile, "file" | "source_ref" | "conversation">,
) => Promise<ListTaken | null>;

export type JobPorts = ReadingPorts & { media: Channel["media"] };

/**
 * A document of the chat: fetched, kept, read, filed. Done again it answers what it answered before. Throws where a
 * later try may go better (channel, reader or database away); the conversation's outbox dispatches it again.
 */
export async function readSent(job: DocumentJob, ports: JobPorts): Promise<FileOutcome> {
  const writer = await writerOf(ports.archive, job.tenant_id);
  const known = await documentBySource(writer, job.ref);
  if (known && known.state !== "received") return outcomesOf(writer, known, job.ref);
  const found = (await keptFile(known, ports.bucket)) ?? (await ports.media(job.media, job.line));
  if (!found.ok) return lost(found.error);
  const { bytes, sha256, mime_type } = found.value;
  const from = { contact_id: job.contact_id, conversation: job.conversation, source: "whatsapp" as const };
  const file = { bytes, sha256, mime_type: mime_type ?? job.media.mime_type, filename: job.media.filename };
  return readFile(writer, { ...from, source_ref: job.ref, file, country: job.country, today: job.today }, ports);
}

/** The file of a try that was cut off: the channel may have forgotten it since. */
async function keptFile(known: KeptDocument | null, bucket: R2Bucket): Promise<Ok<MediaBytes> | null> {
  if (!known?.r2_key || !known.sha256) return null;
  const kept = await bucket.get(known.r2_key);
  if (!kept) return null;
  return ok({ bytes: new Uint8Array(await kept.arrayBuffer()), sha256: known.sha256, mime_type: known.mime_type });
}

export type SentFile = {
  contact_id: string | null;
  conversation: string | null;
  source: "whatsapp" | "api" | "web";
  source_ref: string;
  file: { bytes: Uint8Array<ArrayBuffer>; sha256: string; mime_type: string | null; filename: string | null };
  country: string;
  today: string;
};

/**
 * A file of any door: gated, kept under the digest of what was sent, read, filed. What the gate refuses is never stored;
 * of a picture its pixels are, and nothing of what its camera says beside them.
 */
export async function readFile(writer: Writer, sent: SentFile, ports: ReadingPorts): Promise<FileOutcome> {
  const { file, contact_id, conversation, source, source_ref } = sent;
  const list = await ports.list(writer, sent);
  if (list) return list;
  const gate = await developedIntake(file.bytes, ports.develop);
  const r2_key = gate.ok ? `t/${writer.tenant.id}/${file.sha256}` : null;
  // Named by what was sent, so that the same file is known again; kept without where and with what it was taken.
  const mime_type = gate.ok && fileTypeOf(file.bytes) === "heif" ? "image/jpeg" : file.mime_type;
  if (r2_key && gate.ok) await ports.bucket.put(r2_key, keepable(gate.value), contentType(mime_type));
  const receipt = {
    contact_id,
    conversation,
    source,
    source_ref,
    r2_key,
    sha256: file.sha256,
    mime_type,
    bytes: file.bytes.length,
    filename: file.filename,
  };
  const document = await receiveDocument(writer, { ...receipt, id: ports.entropy.id(), now: ports.clock.now() });
  if (!gate.ok) return refuse(writer, { document_id: document.id, ...gate.error }, ports);
  const twin = await sameFile(writer, document.id, file.sha256);
  if (twin) return duplicate(writer, { document_id: document.id, twin }, ports);
  const { country, today } = sent;
  const read = await readAdmitted(gate.value, { country, today, payer: writer.tenant.id }, ports);
  if (read === "timeout") return review(writer, { document_id: document.id, trouble: "timeout" }, ports);
  if (!read.ok)
    return {
      ...(await refuse(writer, { document_id: document.id, ...read.error }, ports)),
      problems: read.error.problems,
    };
  return fileReadings(writer, { document_id: document.id, receipt, read: read.value }, ports);
}

/** What the reader and then the services make of a file, within the time that a document may take. */
async function readAdmitted(
  admitted: Admitted,
  { country, today, payer }: { country: string; today: string; payer: string },
  ports: LookPorts & Pick<ReadingPorts, "reader">,
): Promise<Result<FileReading, Unreadable> | "timeout"> {
  const until = ports.clock.now() + READ_MAX_MS;
  const read = await within(READ_MAX_MS, ports.reader(admitted.bytes, { country, today }));
  if (read === "timeout") return read;
  // A signed file proves itself or is nothing; there is no page to look at.
  if (admitted.type === "xml") return read.ok ? ok(readingsOf(read.value)) : read;
  const looking = { look: { admitted, country, today, payer, until }, ports };
  if (!read.ok) {
    const seen = await lookInstead(read.error, looking);
    return seen ? ok({ extraction: seen, marks: { stamp_text: null, fingerprint: null } }) : read;
  }
  const { extraction: local, marks, coded } = apart(read.value);
  return ok({ extraction: await lookAgain(local, coded, looking), marks });
}

function readingsOf(read: Read): FileReading {
  const { extraction, marks, others, unread } = apart(read);
  return { extraction, marks, others: others.map(apart), unread };
}

/**
 * Reads a file and keeps nothing (`POST /api/documents/extract`): one document, or all that an envelope holds.
 * @param options `payer` whose budget it is read on
 */
export async function extract(
  bytes: Uint8Array<ArrayBuffer>,
  options: { country: string; today: string; payer: string },
  ports: LookPorts & Pick<ReadingPorts, "reader" | "develop">,
): Promise<Result<Extraction[], Unreadable>> {
  const gate = await developedIntake(bytes, ports.develop);
  if (!gate.ok) return gate;
  const read = await readAdmitted(gate.value, options, ports);
  if (read === "timeout") return { ok: false, error: { code: "unreadable", detail: "timeout" } };
  return read.ok ? ok([read.value, ...(read.value.others ?? [])].map(({ extraction }) => extraction)) : read;
}

function lost(error: MediaError): DocumentOutcome {
  if (error.reason === "unavailable") throw new Error("document media unavailable");
  logEvent("document.media_lost", { reason: error.reason });
  return { outcome: "trouble", document_id: null, trouble: error.reason === "too_large" ? "too_large" : "media_lost" };
}

/** A PDF or an XML stays byte by byte: its signature would break. */
function keepable(admitted: Admitted): Uint8Array {
  const { type, bytes } = admitted;
  return type === "pdf" || type === "xml" ? bytes : barePicture(type, bytes);
}

function contentType(mimeType: string | null): R2PutOptions {
  return mimeType === null ? {} : { httpMetadata: { contentType: mimeType } };
}

export async function writerOf(archive: Archive, tenant_id: string): Promise<Writer> {
  const actor = { kind: "system", id: "documents" } as const;
  const allowed = await authorize(archive, { tenant_id, actor, standing: "system", action: "document.receive" });
  assert(allowed.ok, "the business of a document job exists");
  return allowed.value;
}
