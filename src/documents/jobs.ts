import type { Channel, MediaBytes, MediaError, MediaRef } from "#channels";
import { assert, ok, type Entropy, type Ok, type Result } from "#kernel";
import { logEvent } from "#telemetry";
import { authorize, type Archive, type Writer } from "#tenants";
import { barePicture } from "./bare-picture.ts";
import { apart, type Extraction, type Marks, type Read, type Unreadable } from "./extraction.ts";
import { type Admitted, type Develop, developedIntake } from "./intake.ts";
import { fileTypeOf } from "./magic.ts";
import { troubleOf, type DocumentOutcome, type DocumentTrouble } from "./outcome.ts";
import { lookAgain, lookInstead, type LookPorts } from "./look/jobs.ts";
import { documentBySource, findDocument, receiveDocument, saveReading, type KeptDocument } from "./store.ts";
import { within } from "./within.ts";
import { earlierOf, sameFile, sameLooks, samePaper, type Earlier } from "./twins/store.ts";

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
};

export type JobPorts = ReadingPorts & { media: Channel["media"] };

/**
 * A document of the chat: fetched, kept, read, filed. Done again it answers what it answered before. Throws where a
 * later try may go better (channel, reader or database away); the conversation's outbox dispatches it again.
 */
export async function readSent(job: DocumentJob, ports: JobPorts): Promise<DocumentOutcome> {
  const writer = await writerOf(ports.archive, job.tenant_id);
  const known = await documentBySource(writer, job.ref);
  if (known && known.state !== "received") return outcomeOf(writer, known);
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
export async function readFile(writer: Writer, sent: SentFile, ports: ReadingPorts): Promise<DocumentOutcome> {
  const { file, contact_id, conversation, source, source_ref } = sent;
  const gate = await developedIntake(file.bytes, ports.develop);
  const r2_key = gate.ok ? `t/${writer.tenant.id}/${file.sha256}` : null;
  // Named by what was sent, so that the same file is known again; kept without where and with what it was taken.
  const mime_type = gate.ok && fileTypeOf(file.bytes) === "heif" ? "image/jpeg" : file.mime_type;
  if (r2_key && gate.ok) await ports.bucket.put(r2_key, keepable(gate.value), contentType(mime_type));
  const document = await receiveDocument(writer, {
    id: ports.entropy.id(),
    contact_id,
    conversation,
    source,
    source_ref,
    r2_key,
    sha256: file.sha256,
    mime_type,
    bytes: file.bytes.length,
    filename: file.filename,
    now: ports.clock.now(),
  });
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
  return fileReading(writer, { document_id: document.id, ...read.value }, ports);
}

type Reading = { extraction: Extraction; marks: Marks };

/** What the reader and then the services make of a file, within the time that a document may take. */
async function readAdmitted(
  admitted: Admitted,
  { country, today, payer }: { country: string; today: string; payer: string },
  ports: LookPorts & Pick<ReadingPorts, "reader">,
): Promise<Result<Reading, Unreadable> | "timeout"> {
  const until = ports.clock.now() + READ_MAX_MS;
  const read = await within(READ_MAX_MS, ports.reader(admitted.bytes, { country, today }));
  if (read === "timeout") return read;
  const looking = { look: { admitted, country, today, payer, until }, ports };
  if (!read.ok) {
    const seen = await lookInstead(read.error, looking);
    return seen ? ok({ extraction: seen, marks: { stamp_text: null, fingerprint: null } }) : read;
  }
  const { extraction: local, marks, coded } = apart(read.value);
  return ok({ extraction: await lookAgain(local, coded, looking), marks });
}

type Finding = Reading & { document_id: string };

/** What was read waits for «sí», unless it came before; where it only looks so, that is asked. */
async function fileReading(writer: Writer, finding: Finding, ports: ReadingPorts): Promise<DocumentOutcome> {
  const { document_id, extraction, marks } = finding;
  const twin = await samePaper(writer, document_id, finding);
  if (twin) return duplicate(writer, { document_id, twin }, ports);
  const lookalike = await sameLooks(writer, document_id, finding);
  await saveReading(writer, {
    document_id,
    extraction,
    marks,
    now: ports.clock.now(),
    twin_id: lookalike?.id ?? null,
    ...(lookalike ? MAYBE_SENT : { state: "needs_confirmation", reason: null }),
  });
  const { read_from: from, authenticity } = extraction;
  logEvent("document.read", { document: document_id, from, verdict: authenticity.verdict });
  return { outcome: "read", document_id, extraction, ...(lookalike && { maybe: lookalike }) };
}

const MAYBE_SENT = { state: "needs_answer", reason: "maybe_sent_before" } as const;

/** Reads a file and keeps nothing (`POST /api/documents/extract`). @param options `payer` whose budget it is read on */
export async function extract(
  bytes: Uint8Array<ArrayBuffer>,
  options: { country: string; today: string; payer: string },
  ports: LookPorts & Pick<ReadingPorts, "reader" | "develop">,
): Promise<Result<Extraction, Unreadable>> {
  const gate = await developedIntake(bytes, ports.develop);
  if (!gate.ok) return gate;
  const read = await readAdmitted(gate.value, options, ports);
  if (read === "timeout") return { ok: false, error: { code: "unreadable", detail: "timeout" } };
  return read.ok ? ok(read.value.extraction) : read;
}

/** A picture nobody could read is kept for a person to look at; what is no document, or shows none, does not wait. */
export async function refuse(
  writer: Writer,
  { document_id, code, blank, pages }: { document_id: string } & Pick<Unreadable, "code" | "blank" | "pages">,
  ports: Pick<ReadingPorts, "clock">,
): Promise<Extract<DocumentOutcome, { outcome: "trouble" }>> {
  if (code === "unreadable" && !blank) return review(writer, { document_id, trouble: code }, ports);
  const now = ports.clock.now();
  const trouble = troubleOf({ code, ...(pages !== undefined && { pages }) });
  await saveReading(writer, { ...UNREAD, document_id, state: "refused", reason: trouble, now });
  return { outcome: "trouble", document_id, trouble, ...(blank && { blank }) };
}

async function review(
  writer: Writer,
  { document_id, trouble }: { document_id: string; trouble: DocumentTrouble },
  ports: Pick<ReadingPorts, "clock">,
): Promise<Extract<DocumentOutcome, { outcome: "trouble" }>> {
  const now = ports.clock.now();
  await saveReading(writer, { ...UNREAD, document_id, state: "review", reason: trouble, now });
  return { outcome: "trouble", document_id, trouble };
}

const UNREAD = { extraction: null, marks: null, twin_id: null } as const;

export async function duplicate(
  writer: Writer,
  { document_id, twin }: { document_id: string; twin: Earlier },
  ports: Pick<ReadingPorts, "clock">,
): Promise<DocumentOutcome> {
  const now = ports.clock.now();
  await saveReading(writer, { ...UNREAD, document_id, state: "discarded", reason: "duplicate", twin_id: twin.id, now });
  return { outcome: "duplicate", document_id, earlier: twin };
}

export async function outcomeOf(writer: Writer, document: KeptDocument): Promise<DocumentOutcome> {
  const { id: document_id, state, extraction, reason, twin_id } = document;
  const twin = twin_id === null ? null : await findDocument(writer, twin_id);
  const earlier = twin ? earlierOf(twin) : undefined;
  if (reason === "duplicate") return { outcome: "duplicate", document_id, earlier };
  if (extraction) return { outcome: "read", document_id, extraction, maybe: earlier };
  const trouble = (reason ?? "unreadable") as DocumentTrouble;
  const isBlank = state === "refused" && trouble === "unreadable";
  return { outcome: "trouble", document_id, trouble, ...(isBlank && { blank: true }) };
}

function lost(error: MediaError): DocumentOutcome {
  if (error.reason === "unavailable") throw new Error("document media unavailable");
  logEvent("document.media_lost", { reason: error.reason });
  return { outcome: "trouble", document_id: null, trouble: error.reason === "too_large" ? "too_large" : "media_lost" };
}

/** A PDF stays byte by byte: its signature would break. */
function keepable(admitted: Admitted): Uint8Array {
  return admitted.type === "pdf" ? admitted.bytes : barePicture(admitted.type, admitted.bytes);
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
