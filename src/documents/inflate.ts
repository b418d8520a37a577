// Unfolds a zlib stream into nowhere, counting, and stops at its budget.

export type Inflated = {
  /** Bytes that came out, at most the budget plus one chunk. */
  length: number;
  exceeded: boolean;
  /** What came out where it was asked for, else empty. */
  bytes: Uint8Array;
};

const CHUNK_BYTES = 16 * 1024;

/** Never throws: a broken stream yields what came out before its fault, as it would in a PDF library. */
export async function inflate(encoded: Uint8Array, options: { budget: number; keep: boolean }): Promise<Inflated> {
  const stream = new DecompressionStream("deflate");
  const writing = feed(stream.writable.getWriter(), encoded);
  const reader = stream.readable.getReader();
  const kept: Uint8Array[] = [];
  let length = 0;
  let exceeded = false;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.byteLength;
      if (options.keep) kept.push(read.value);
      exceeded = length > options.budget;
      if (exceeded) break;
    }
  } catch {
    // The fault ends the stream; what came out before it counts.
  }
  await reader.cancel().catch(() => undefined);
  await writing;
  return { length, exceeded, bytes: concat(kept) };
}

async function feed(writer: WritableStreamDefaultWriter<Uint8Array>, encoded: Uint8Array): Promise<void> {
  try {
    for (let at = 0; at < encoded.length; at += CHUNK_BYTES) {
      await writer.write(encoded.subarray(at, at + CHUNK_BYTES));
    }
    await writer.close();
  } catch {
    // The reading side stopped at its budget or at a fault.
  }
}

function concat(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
