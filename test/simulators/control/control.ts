// /sim: what tests and the phone page ask of the rig itself. No real service has these routes.
import { Hono } from "hono";
import type { Context, MiddlewareHandler } from "hono";
import { z } from "zod";
import { patchKnobs } from "../knobs.ts";
import { inject } from "../phone/person.ts";
import { phoneRoutes } from "../phone/routes.ts";
import type { Rig } from "../rig.ts";
import { siiControl } from "../sii/control.ts";
import { pressCron, readCrons } from "./crons.ts";
import { readInboundForm, readInboundJson } from "./inbound-request.ts";

export function controlApp(rig: Rig): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    return c.json({ error: String(error) }, 500);
  });
  app.use("*", onlyOwnPages);
  app.route("/", knobRoutes(rig));
  app.route("/", recordRoutes(rig));
  app.route("/", webhookRoutes(rig));
  app.route("/sii", siiControl(rig));
  app.route("/", phoneRoutes(rig));
  return app;
}

/** A web page of another origin must not press our knobs. */
const onlyOwnPages: MiddlewareHandler = (c, next) => {
  const origin = c.req.header("origin");
  const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin;
  return isForeign && c.req.method !== "GET"
    ? Promise.resolve(c.json({ error: "another page's request" }, 403))
    : next();
};

function knobRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.get("/knobs", (c) => c.json(rig.knobs));
  app.patch("/knobs", async (c) => {
    rig.knobs = patchKnobs(rig.knobs, await c.req.json());
    rig.log("knobs", rig.knobs);
    rig.publish("knobs", rig.knobs);
    return c.json(rig.knobs);
  });
  app.post("/reset", (c) => {
    rig.reset();
    return c.json({ ok: true });
  });
  app.get("/crons", async (c) => c.json({ crons: await readCrons(rig.settings.wranglerFile) }));
  app.post("/crons", async (c) => {
    const { cron } = z.object({ cron: z.string().max(60) }).parse(await c.req.json());
    const answer = await pressCron(rig.settings.webhookUrl, cron);
    rig.log("cron", { cron, ...answer });
    return c.json(answer);
  });
  return app;
}

/** What the rig has seen. */
function recordRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.get("/sent", (c) => c.json({ sent: filterSent(rig, c.req.query("to"), c.req.query("key")) }));
  app.get("/reads", (c) => c.json({ reads: rig.reads }));
  app.get("/elsewhere", (c) => c.json({ requests: rig.elsewhere }));
  app.get("/openai", (c) => c.json({ calls: rig.openAiCalls }));
  app.get("/events", (c) => {
    const after = Number(c.req.query("after") ?? 0);
    return c.json({ events: rig.events.filter((event) => event.seq > after) });
  });
  return app;
}

function filterSent(rig: Rig, to: string | undefined, key: string | undefined): Rig["sent"] {
  return rig.sent.filter(
    (sent) => (to === undefined || sent.chat === to || sent.to === to) && (key === undefined || sent.key === key),
  );
}

/** A change's `value`, as free as a test wants it. */
const anyValue = z.object({
  value: z.looseObject({
    messaging_product: z.literal("whatsapp"),
    metadata: z.object({ display_phone_number: z.string(), phone_number_id: z.string() }),
    messages: z.array(z.record(z.string(), z.unknown())).default([]),
    statuses: z.array(z.record(z.string(), z.unknown())).default([]),
  }),
});

function webhookRoutes(rig: Rig): Hono {
  const app = new Hono();
  app.post("/inbound", async (c) => {
    const request = await readInbound(c);
    const { id, chat, webhook } = inject(rig, { ...request, origin: new URL(c.req.url).origin });
    return c.json({ id, chat, webhook: c.req.query("wait") === "false" ? null : await webhook });
  });
  app.post("/webhook", async (c) => {
    const { value } = anyValue.parse(await c.req.json());
    return c.json({ webhook: await rig.courier.carry(value) });
  });
  return app;
}

async function readInbound(c: Context): ReturnType<typeof readInboundForm> {
  const isForm = c.req.header("content-type")?.startsWith("multipart/form-data") === true;
  return isForm ? readInboundForm(await c.req.formData()) : readInboundJson(await c.req.json());
}
