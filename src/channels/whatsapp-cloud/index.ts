// WhatsApp by Meta's Cloud API: reads its webhooks, writes its messages, fetches its media; it refuses to know what a message means.
export * from "./client.ts";
export type { Connection, Fetch } from "./connection.ts";
export { MEDIA_BYTES_MAX } from "./media/client.ts";
export * from "./parse.ts";
export * from "./render.ts";
export * from "./send-outcome.ts";
export * from "./verify.ts";
export * from "./routes.ts";
