// Documents that people send: gated, kept, read, filed. It books nothing, and holds no engine: those live in the
// Worker `lucas-reader` (reader.ts), which alone imports them.

export * from "./extraction.ts";
export * from "./outcome.ts";
export { fileTypeOf, type FileType } from "./magic.ts";
export { checkFields, type CheckContext } from "./read/check-fields.ts";
export { blankExtraction } from "./read/merge.ts";
export * from "./jobs.ts";
export * from "./proof.ts";
export { mergeVision, type VisionReading } from "./read/merge-vision.ts";

export { findDocument, listDocuments, settleDocument, type Settlement, type StoredDocument } from "./store.ts";
