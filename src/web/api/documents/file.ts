import { fileTypeOf, type FileType } from "#documents";
import { toHex } from "#kernel";

/** What a file is by its own bytes: what a client says of it is a stranger's claim. */
export function mimeTypeOf(bytes: Uint8Array): string {
  return MIME_TYPES[fileTypeOf(bytes)];
}

const MIME_TYPES: Readonly<Record<FileType, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  heif: "image/heif",
  pdf: "application/pdf",
  xml: "application/xml",
  unknown: "application/octet-stream",
};

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
  ["image/gif", "gif"],
  ["application/pdf", "pdf"],
]);

/**
 * Headers for handing out a stranger's file: downloaded and never shown, of a type that is no page, without the right
 * to run anything should a browser open it after all.
 */
export function downloadHeaders({ id, mime_type }: { id: string; mime_type: string | null }): Record<string, string> {
  const extension = EXTENSIONS.get(mime_type ?? "");
  return {
    "Content-Type": extension === undefined ? "application/octet-stream" : (mime_type ?? ""),
    "Content-Disposition": `attachment; filename="document-${id}.${extension ?? "bin"}"`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
  };
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
