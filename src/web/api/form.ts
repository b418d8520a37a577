import {
  getMultipartBoundary,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MultipartParser,
  type MultipartPart,
} from "@remix-run/multipart-parser";
import { err, ok, type Result } from "#kernel";

/** Ours have two. */
export const FORM_PARTS_MAX = 16;
/** A name, a file's name and a type. */
export const FORM_HEADER_BYTES_MAX = 8 * 1_024;
/** RFC 2046. */
const BOUNDARY_CHARS_MAX = 70;

/** A file of a form: what its sender calls it, and its bytes. What it is, is found in the bytes. */
export type FormFile = { filename: string; bytes: Uint8Array<ArrayBuffer> };
/** What a part is called and holds; a name stands as often as it was sent. */
export type FormPart = readonly [name: string, value: string | FormFile];

export type FormFault = { reason: "not_a_form" | "header_too_long" | "too_many_parts" };

/**
 * The parts of a body of `multipart/form-data` (RFC 7578), in their order. The platform's own reader makes `File`s of
 * them, whose memory its collector does not see: an isolate keeps three times of what it was ever sent.
 * @param contentType the header that names the boundary
 */
export function readForm(body: Uint8Array, contentType: string): Result<FormPart[], FormFault> {
  const boundary = getMultipartBoundary(contentType)?.trim() ?? "";
  if (boundary.length === 0 || boundary.length > BOUNDARY_CHARS_MAX) return err({ reason: "not_a_form" });
  try {
    return ok(partsOf(body, boundary));
  } catch (fault) {
    // Of a malformed form, of a header in another encoding and of a limit the parser tells by throwing.
    return err({ reason: reasonOf(fault) });
  }
}

function reasonOf(fault: unknown): FormFault["reason"] {
  if (fault instanceof MaxHeaderSizeExceededError) return "header_too_long";
  return fault instanceof MaxPartsExceededError ? "too_many_parts" : "not_a_form";
}

function partsOf(body: Uint8Array, boundary: string): FormPart[] {
  const parser = new MultipartParser(boundary, {
    maxHeaderSize: FORM_HEADER_BYTES_MAX,
    maxFileSize: body.length,
    maxTotalSize: body.length,
    maxParts: FORM_PARTS_MAX,
  });
  const parts = [...parser.write(body)].map(partOf);
  parser.finish();
  return parts;
}

function partOf(part: MultipartPart): FormPart {
  const { name, filename } = part;
  if (name === undefined) throw new TypeError("a part has no name");
  return [name, part.isFile ? { filename: filename ?? "", bytes: part.bytes as Uint8Array<ArrayBuffer> } : part.text];
}
