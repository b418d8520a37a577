// Bytes of an XML document as text. What the document says of its encoding is a claim; which one is right we decide.

import { err, ok, type Result } from "#kernel";

export type Charset = "utf-8" | "iso-8859-1" | "windows-1252";

export type Decoded = { text: string; charset: Charset };

/**
 * The readings of a document's bytes, the likeliest first: as it declares (UTF-8 where it declares nothing), then as the
 * other one. Windows programs declare one and write the other; a signature holds over one of them at most.
 * @returns `encoding` where the bytes are of none that the SII takes
 */
export function decodeXml(file: Uint8Array): Result<Decoded[], "encoding"> {
  const bytes = withoutEnd(file);
  if (hasMarkOf16Bits(bytes) || bytes.subarray(0, HEAD_BYTES).includes(0)) return err("encoding");
  const said = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    latin1(bytes.subarray(0, HEAD_BYTES)),
  )?.[1];
  // A name that nobody knows, or UTF-16 over bytes that are none, says nothing.
  const declared = said === undefined || hasMarkOfUtf8(bytes) ? "utf-8" : (CHARSETS[said.toLowerCase()] ?? "utf-8");
  const orders: readonly Charset[] = declared === "utf-8" ? ["utf-8", "iso-8859-1"] : [declared, "utf-8"];
  const decoded = orders.flatMap((charset) => {
    const text = decode(bytes, charset);
    return text === null ? [] : [{ text: text.trimStart(), charset }];
  });
  // Where no byte is beyond ASCII both are the same.
  return ok(decoded.filter(({ text }, i) => i === 0 || text !== decoded[0]?.text));
}

const HEAD_BYTES = 256;

const CHARSETS: Readonly<Record<string, Charset>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "iso-8859-1",
  ascii: "iso-8859-1",
  "iso-8859-1": "iso-8859-1",
  "iso8859-1": "iso-8859-1",
  "iso-8859-15": "iso-8859-1",
  latin1: "iso-8859-1",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
};

/** Without white space, zeros and the end of file of another age, which some write behind the last element. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= SPACE) end--;
  return bytes.subarray(0, end);
}

const SPACE = 0x20;

function hasMarkOf16Bits([first, second]: Uint8Array): boolean {
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
}

function hasMarkOfUtf8([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

function decode(bytes: Uint8Array, charset: Charset): string | null {
  if (charset === "iso-8859-1") return latin1(bytes);
  try {
    // A mark at the beginning is dropped by the decoder.
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Every byte as the character of its number: platforms decode ISO-8859-1 as Windows-1252, and a stamp signs bytes. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)));
  return parts.join("");
}

const CHUNK_BYTES = 16_384;
