// The gate every file passes before an engine sees it: type, bytes, pixels, and what a PDF would unfold to.

import { err, ok, type Result } from "#kernel";
import type { Unreadable, UnreadableCode } from "./extraction.ts";
import { partsUpTo } from "./bare-picture.ts";
import { fileTypeOf } from "./magic.ts";
import { guardPdf } from "./pdf-guard.ts";
import { isProgressive, jpegScans, pictureSizeOf, type PictureType, type Size } from "./picture-size.ts";

/** A file that may be opened: a picture with the size its header states, a PDF that unfolds within its budget, or an XML. */
export type Admitted = AdmittedPaper | { type: "xml"; bytes: Uint8Array };

/** What has pages that can be looked at. */
export type AdmittedPaper = { type: PictureType; bytes: Uint8Array; size: Size } | { type: "pdf"; bytes: Uint8Array };

/** WhatsApp's own limit for a photo is 5 MB; a photo sent as a document, the best one for a stamp, is up to twice that. */
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
export const PDF_BYTES_MAX = 20 * 1024 * 1024;
/** An envelope of six hundred invoices. */
export const XML_BYTES_MAX = 5_000_000;
/** A JPEG is decoded small from the start; see `read/jpeg`. A page scanned at 600 dpi has 35 million. */
export const JPEG_PIXELS_MAX = 40_000_000;
/** One whose details come in layers must be held whole until the last of them. */
export const PROGRESSIVE_PIXELS_MAX = 16_000_000;
/** An encoder writes ten; each costs a walk over the whole picture. */
export const JPEG_SCANS_MAX = 64;
/** Pixels that all scans together walk over: twenty scans of the largest picture in layers. */
const SCANNED_PIXELS_MAX = 320_000_000;
/** Parts a picture is made of: a PNG of ten megabytes that is cut every four kilobytes has 2,560. */
const PICTURE_PARTS_MAX = 8_192;
/** Other pictures are decoded whole, at eight bytes a pixel. A letter scanned at 300 dpi has 8.7 million. */
export const PICTURE_PIXELS_MAX = 9_000_000;
/** Under this side no line of a receipt is legible and no stamp has a module per pixel. */
export const PICTURE_SIDE_MIN = 16;

/**
 * Admits a file or says why not. Decodes nothing; a PDF's streams are inflated into nowhere to measure them.
 * @returns the admitted file, or `unsupported_type`, `too_large`, `corrupt`, `encrypted` or `bomb`
 */
export async function intake(bytes: Uint8Array): Promise<Result<Admitted, Unreadable>> {
  const type = fileTypeOf(bytes);
  if (bytes.byteLength === 0) return refuse("corrupt", "empty file");
  if (type === "xml" && declaresEntities(bytes)) return refuse("bomb", "an XML with entities of its own");
  if (type === "heif" && bytes.byteLength > PICTURE_BYTES_MAX) return refuse("too_large", `${bytes.byteLength} bytes`);
  if (type === "unknown" || type === "heif") return refuse("unsupported_type", type);
  if (type === "xml" && bytes.byteLength > XML_BYTES_MAX) return refuse("too_large", `${bytes.byteLength} bytes`);
  if (type === "xml") return ok({ type, bytes });
  if (type !== "pdf") return admitPicture(type, bytes);
  if (bytes.byteLength > PDF_BYTES_MAX) return refuse("too_large", `${bytes.byteLength} bytes`);
  const guarded = guardPdf(bytes);
  return guarded.ok ? ok({ type, bytes }) : guarded;
}

/** Turns a picture that our engines do not open into a JPEG. Throws where a later try may go better. */
export type Develop = (
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<Result<Uint8Array<ArrayBuffer>, "unsupported_type" | "too_large">>;

/** The same gate where pictures can be developed: HEIC and AVIF pass it as the JPEG that they become. */
export async function developedIntake(
  bytes: Uint8Array<ArrayBuffer>,
  develop: Develop | null,
): Promise<Result<Admitted, Unreadable>> {
  if (develop === null || fileTypeOf(bytes) !== "heif" || bytes.byteLength > PICTURE_BYTES_MAX) return intake(bytes);
  const developed = await develop(bytes);
  return developed.ok ? intake(developed.value) : refuse(developed.error, "heif");
}

/** No tax document has entities; those of a stranger unfold without end, read files and call hosts. */
function declaresEntities(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, XML_HEAD_BYTES)).includes("<!ENTITY");
}

/** A declaration of entities stands before the first element. */
const XML_HEAD_BYTES = 64 * 1024;

function admitPicture(type: PictureType, bytes: Uint8Array): Result<Admitted, Unreadable> {
  if (bytes.byteLength > PICTURE_BYTES_MAX) return refuse("too_large", `${bytes.byteLength} bytes`);
  if (partsUpTo(PICTURE_PARTS_MAX, type, bytes) > PICTURE_PARTS_MAX) {
    return refuse("bomb", `more than ${PICTURE_PARTS_MAX} parts`);
  }
  const size = pictureSizeOf(type, bytes);
  if (!size) return refuse("corrupt", `${type} without a size in its header`);
  const pixels = size.width * size.height;
  if (pixels > pixelsMax(type, bytes)) return refuse("too_large", `${size.width}x${size.height} pixels`);
  const scans = type === "jpeg" ? jpegScans(bytes) : 1;
  if (scans > JPEG_SCANS_MAX || scans * pixels > SCANNED_PIXELS_MAX) {
    return refuse("bomb", `${scans} scans of ${pixels} pixels`);
  }
  if (Math.min(size.width, size.height) < PICTURE_SIDE_MIN) {
    return refuse("unreadable", `${size.width}x${size.height} pixels`);
  }
  return ok({ type, bytes, size });
}

function pixelsMax(type: PictureType, bytes: Uint8Array): number {
  if (type !== "jpeg") return PICTURE_PIXELS_MAX;
  return isProgressive(bytes) ? PROGRESSIVE_PIXELS_MAX : JPEG_PIXELS_MAX;
}

function refuse(code: UnreadableCode, detail: string): Result<never, Unreadable> {
  return err({ code, detail });
}
