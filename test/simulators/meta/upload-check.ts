// Judges a file that the bot uploads, by Meta's published types and sizes. Pure.
import { err, ok } from "#kernel";
import type { Result } from "#kernel";
import type { Refusal } from "./graph-error.ts";

const MEGABYTE = 1_000_000;

/** Size limit in bytes by MIME type; documents allow more kinds than listed at Meta's. */
const BYTES_MAX: Readonly<Record<string, number>> = {
  "audio/aac": 16 * MEGABYTE,
  "audio/amr": 16 * MEGABYTE,
  "audio/mpeg": 16 * MEGABYTE,
  "audio/mp4": 16 * MEGABYTE,
  "audio/ogg": 16 * MEGABYTE,
  "image/jpeg": 5 * MEGABYTE,
  "image/png": 5 * MEGABYTE,
  "image/webp": 500_000,
  "video/mp4": 16 * MEGABYTE,
  "video/3gpp": 16 * MEGABYTE,
  "text/plain": 100 * MEGABYTE,
  "text/csv": 100 * MEGABYTE,
  "application/pdf": 100 * MEGABYTE,
  "application/msword": 100 * MEGABYTE,
  "application/vnd.ms-excel": 100 * MEGABYTE,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 100 * MEGABYTE,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 100 * MEGABYTE,
};

export type Upload = { file: File; mime_type: string };

export function checkUpload(form: Record<string, unknown>): Result<Upload, Refusal> {
  if (form["messaging_product"] !== "whatsapp") return refuse("The parameter messaging_product is required.");
  const { file } = form;
  if (!(file instanceof File)) return refuse("The parameter file is required.");
  const said = typeof form["type"] === "string" ? form["type"] : file.type;
  const mime = said.split(";")[0]?.trim() ?? "";
  const max = BYTES_MAX[mime];
  if (max === undefined) {
    return refuse(
      `Param file must be a file with one of the following types: ${Object.keys(BYTES_MAX).join(", ")}. Received file of type '${mime}'.`,
    );
  }
  if (file.size > max)
    return err({ code: 131053, details: `File size exceeds the limit of ${max} bytes for ${mime}.` });
  return ok({ file, mime_type: said });
}

function refuse(details: string): Result<never, Refusal> {
  return err({ code: 100, details });
}
