/**
 * The bytes of a request or an answer, or null, the rest unread, where there are more than `max`. A length that is
 * announced can only shorten the work: what comes is counted.
 */
export async function readBody(message: Request | Response, max: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!message.body) return new Uint8Array(0);
  if (Number(message.headers.get("Content-Length") ?? 0) > max) return null;
  if (message instanceof Request) {
    const whole = await message.arrayBuffer();
    return whole.byteLength > max ? null : new Uint8Array(whole);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message.body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length > max) return null;
    chunks.push(chunk);
  }
  return joined(chunks, length);
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
