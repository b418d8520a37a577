// Documents that people send: gated, kept, read, filed. It books nothing, and holds no engine: those live in the
// Worker `lucas-reader` (reader.ts), which alone imports them.

export * from "./extraction.ts";
export * from "./outcome.ts";
export { fileTypeOf, type FileType } from "./magic.ts";
export { checkFields, type CheckContext } from "./read/check-fields.ts";
export { blankExtraction } from "./read/merge.ts";
export { extract, readFile, readSent } from "./jobs.ts";
export type { DocumentJob, JobPorts, Reader, ReadingPorts, SentFile } from "./jobs.ts";
export * from "./proof.ts";
export { CODE_BYTES_MAX, isTaxCode, TAX_CODE_COUNTRIES } from "./read/tax-codes.ts";
export { readScanned, type ScanJob } from "./scanned/jobs.ts";
export { mergeVision, type VisionReading } from "./read/merge-vision.ts";

export { findDocument, listDocuments, settleDocument, type Settlement, type StoredDocument } from "./store.ts";
