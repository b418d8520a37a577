// What the phone page asks: chats, contacts, media, samples, and the stream of changes.
import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";
import { readSample, sampleNames } from "../control/samples.ts";
import { streamChanges } from "../control/stream.ts";
import { readChat } from "../meta/fate.ts";
import type { Rig } from "../rig.ts";
import { summary } from "./person.ts";

const newContact = z.object({
  phone: z.string().regex(/^\+?[\d\s()-]{8,20}$/),
  name: z.string().trim().min(1).max(60).optional(),
});
const focus = z.object({ connection: z.string().max(64), chat: z.string().max(160).nullable() });

export function phoneRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.get("/chats", (c) => c.json({ chats: rig.chats.all().map((chat) => summary(chat)) }));
  app.get("/chats/:key", (c) => {
    const chat = rig.chats.get(c.req.param("key"));
    return chat === null ? c.json({ error: "no such chat" }, 404) : c.json(chat);
  });
  app.post("/contacts", async (c) => {
    const contact = newContact.parse(await c.req.json());
    const chat = rig.chats.of({ phone: contact.phone, name: contact.name ?? null });
    rig.publish("chat", summary(chat));
    return c.json(summary(chat), 201);
  });
  app.post("/focus", async (c) => {
    const { connection, chat } = focus.parse(await c.req.json());
    if (chat === null) rig.open.delete(connection);
    else rig.open.set(connection, chat);
    if (chat !== null) readChat(rig, chat);
    return c.json({ ok: true });
  });
  app.get("/stream", (c) => streamChanges(rig, c));
  app.get("/media/:id", (c) => serveMedia(rig, c));
  app.get("/samples", async (c) => c.json({ samples: await sampleNames(rig.settings.samplesFolder) }));
  app.get("/samples/:name", async (c) => {
    const sample = await readSample(rig.settings.samplesFolder, c.req.param("name"));
    if (sample === null) return c.json({ error: "no such sample" }, 404);
    return c.body(sample.bytes, 200, { "content-type": sample.mime_type, "x-content-type-options": "nosniff" });
  });
  return app;
}

/** Kinds that a browser may show; everything else is a download in a sandbox. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf)(;|$)/;

function serveMedia(rig: Rig, c: Context): Response {
  const item = rig.media.get(c.req.param("id") ?? "");
  if (item === null) return c.json({ error: "no such media" }, 404);
  const isShown = SHOWN.test(item.mime_type);
  const name = encodeURIComponent(item.filename ?? item.id);
  return c.body(item.bytes, 200, {
    "content-type": isShown ? item.mime_type : "application/octet-stream",
    "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
}
