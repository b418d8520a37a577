/**
 * How much of a body that is too large is still read, and thrown away, before it is refused: one that is answered half
 * read costs its connection, and in local development the whole server. Cloudflare itself takes no more than this.
 */
const DRAIN_BYTES_MAX = 100 * 1_024 * 1_024;

/**
 * The bytes of a request or an answer, or null where there are more than `max`. An announced length is believed where
 * it is too much already, and where the platform holds the sender to it; what comes unannounced is counted.
 */
export async function readBody(message: Request | Response, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!message.body) return new Uint8Array(0);
  const announced = message.headers.get("Content-Length");
  if (Number(announced ?? 0) > max) return null;
  if (announced !== null && message instanceof Request) return new Uint8Array(await message.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message.body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length <= max) chunks.push(chunk);
    if (length > DRAIN_BYTES_MAX || (length > max && message instanceof Response)) break;
  }
  return length > max ? null : joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
