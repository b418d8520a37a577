import { Hono } from "hono";

const app = new Hono();
app.post("/webhook/whatsapp", async (c) => c.body(await c.req.arrayBuffer()));

/** A router, and the bytes that came. */
export default { fetch: app.fetch } satisfies ExportedHandler;
