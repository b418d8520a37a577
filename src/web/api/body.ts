import type { MiddlewareHandler } from "hono";
import { readBody } from "#kernel";
import { refusal } from "./errors.ts";
import { readJson } from "./json.ts";

/** The largest is a message with a template and its parameters. */
export const JSON_BYTES_MAX = 256 * 1_024;
/**
 * A PDF may have 20 MB; what is a little larger is still told so in a shopkeeper's words (422). The body, its form and
 * its file stand side by side in an isolate of 128 MB.
 */
export const UPLOAD_BYTES_MAX = 25 * 1_024 * 1_024;

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
  const bytes = await readBody(request, max);
  if (!bytes) throw refusal("too_large", { bytes_max: max });
  return bytes;
}

function withBody({ url, method, headers }: Request, body: Uint8Array<ArrayBuffer>): Request {
  return new Request(url, { method, headers, body });
}
