// The signature Meta puts on its webhooks.
import { createHmac } from "node:crypto";

/** `sha256=` and the lower-case hex HMAC-SHA256 of the raw bytes under the app secret (X-Hub-Signature-256). */
export function sign(body: string | Uint8Array, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}

/** JSON as Meta writes it on the wire: everything beyond ASCII as lower-case `\uXXXX`, slashes escaped. */
export function serialiseLikeMeta(payload: unknown): string {
  return JSON.stringify(payload)
    .replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("/", String.raw`\/`);
}
