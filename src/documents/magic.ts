// What a file is, told by its first bytes alone: names and MIME types are a stranger's claims.

export type FileType = "jpeg" | "png" | "webp" | "gif" | "heif" | "pdf" | "xml" | "unknown";

/** The type of a file by its magic bytes. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return "webp";
  if (ascii(bytes, 0, 6) === "GIF87a" || ascii(bytes, 0, 6) === "GIF89a") return "gif";
  if (ascii(bytes, 4, 4) === "ftyp" && HEIF_BRANDS.has(ascii(bytes, 8, 4))) return "heif";
  const start = firstInk(bytes);
  if (ascii(bytes, start, 5) === "%PDF-") return "pdf";
  if (ascii(bytes, start, 5).toLowerCase() === "<?xml") return "xml";
  return DOCUMENT_ROOT.test(ascii(bytes, start, ROOT_BYTES_MAX)) ? "xml" : "unknown";
}

/** What telephones call their pictures (ISO/IEC 23008-12): HEVC or AV1 in an ISO container. */
const HEIF_BRANDS: ReadonlySet<string> = new Set(["heic", "heix", "heim", "heis", "mif1", "avif"]);

/** The root of electronic documents that say no encoding, under any prefix; a program may have put its name before it. */
const DOCUMENT_ROOT =
  /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[A-Za-z_][\w.-]{0,40}:)?(?:EnvioDTE|EnvioBOLETA|SetDTE|DTE)[\s>/]/;
const ROOT_BYTES_MAX = 2_048;

const LEADING_BYTES_MAX = 64;

/** Where the first byte stands that is neither a byte order mark nor white space: some printers write a line first. */
function firstInk(bytes: Uint8Array): number {
  let i = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (i < LEADING_BYTES_MAX && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[i] ?? 0)) i++;
  return i;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
