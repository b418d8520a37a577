import type { MiddlewareHandler } from "hono";
import { refusal } from "./errors.ts";
import { readJson } from "./json.ts";

/** The largest is a message with a template and its parameters. */
export const JSON_BYTES_MAX = 256 * 1_024;
/**
 * A PDF may have 20 MB; what is a little larger is still told so in a shopkeeper's words (422). The body, its form and
 * its file stand side by side in an isolate of 128 MB.
 */
export const UPLOAD_BYTES_MAX = 25 * 1_024 * 1_024;

/**
 * How much of a body that is too large is still read, and thrown away, before it is refused: one that is answered half
 * read costs its connection, and in local development the whole server. Cloudflare itself takes no more than this.
 */
const DRAIN_BYTES_MAX = 100 * 1_024 * 1_024;

/** Lets a JSON body through that is small and well formed; the route's schema then judges what it says. */
export const jsonBody: MiddlewareHandler = async (c, next) => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "")) throw refusal("unsupported_media_type");
  const bytes = await bodyWithin(c.req.raw, JSON_BYTES_MAX);
  const json = readJson(bytes);
  if (!json.ok) throw refusal("malformed", json.error);
  c.req.raw = withBody(c.req.raw, bytes);
  await next();
};

/** Lets a multipart body through that is no larger than a file of ours may be. */
export const fileBody: MiddlewareHandler = async (c, next) => {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header("Content-Type") ?? "")) throw refusal("unsupported_media_type");
  const bytes = await bodyWithin(c.req.raw, UPLOAD_BYTES_MAX);
  c.req.raw = withBody(c.req.raw, bytes);
  await next();
};

/** The bytes of a request. What it says of its length is believed only where that is too much already. */
async function bodyWithin(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = refusal("too_large", { bytes_max: max });
  if (Number(request.headers.get("Content-Length") ?? 0) > max) throw tooLarge;
  if (!request.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length <= max) chunks.push(chunk);
    if (length > DRAIN_BYTES_MAX) break;
  }
  if (length > max) throw tooLarge;
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

function withBody({ url, method, headers }: Request, body: Uint8Array<ArrayBuffer>): Request {
  return new Request(url, { method, headers, body });
}
