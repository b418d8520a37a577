// The sample receipts that the phone page offers, as they lie in a folder.
import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { mimeOf } from "./inbound-request.ts";

const SAMPLE = /\.(jpe?g|png|webp|pdf)$/i;

/** File names of pictures and PDFs, sorted; none when there is no folder. */
export async function sampleNames(folder: string | null): Promise<string[]> {
  if (folder === null) return [];
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => SAMPLE.test(name)).toSorted();
}

export async function readSample(
  folder: string | null,
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime_type: string } | null> {
  const isPlain = basename(name) === name && SAMPLE.test(name);
  if (folder === null || !isPlain) return null;
  const bytes = await readFile(join(folder, name)).catch(() => null);
  return bytes === null ? null : { bytes: new Uint8Array(bytes), mime_type: mimeOf(name, "application/octet-stream") };
}
