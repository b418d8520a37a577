import type { Context, MiddlewareHandler } from "hono";
import { fromUtf8, readBody } from "#kernel";
import { refusal } from "./errors.ts";
import { readForm, type FormPart } from "./form.ts";
import { readJson } from "./json.ts";

/** The largest is a message with a template and its parameters. */
export const JSON_BYTES_MAX = 256 * 1_024;
/**
 * A PDF may have 20 MB; what is a little larger is still told so in a shopkeeper's words (422). The body and its
 * file stand side by side in an isolate of 128 MB.
 */
export const UPLOAD_BYTES_MAX = 25 * 1_024 * 1_024;

/** Lets a JSON body through that is small and well formed; the route's schema then judges what it says. */
export const jsonBody: MiddlewareHandler = async (c, next) => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "")) throw refusal("unsupported_media_type");
  const bytes = await bodyWithin(c.req.raw, JSON_BYTES_MAX);
  const json = readJson(bytes);
  if (!json.ok) throw refusal("malformed", json.error);
  remember(c, { text: Promise.resolve(fromUtf8(bytes)) });
  await next();
};

/** Lets a multipart body through that is no larger than a file of ours may be. */
export const fileBody: MiddlewareHandler = async (c, next) => {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) throw refusal("unsupported_media_type");
  const form = readForm(await bodyWithin(c.req.raw, UPLOAD_BYTES_MAX), type);
  if (!form.ok) throw refusal("malformed", form.error);
  const parts = form.value;
  remember(c, {
    formData: {
      forEach: (visit) => {
        for (const [name, value] of parts) visit(value, name);
      },
    },
  });
  await next();
};

/** The bytes of a request. What it says of its length is believed only where that is too much already. */
async function bodyWithin(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBody(request, max);
  if (!bytes) throw refusal("too_large", { bytes_max: max });
  return bytes;
}

/** All that hono's validators ask of a body. */
type ReadBody =
  | { text: Promise<string> }
  | { formData: { forEach(visit: (value: FormPart[1], name: string) => void): void } };

/**
 * Hands a body that was read on to the validators, where hono keeps it: in a new `Request` it would lie outside the
 * collector's sight, and an isolate would keep it.
 */
function remember(c: Context, body: ReadBody): void {
  // Its type names what a body was, not the promise of it that it holds.
  c.req.bodyCache = body as unknown as Context["req"]["bodyCache"];
}
