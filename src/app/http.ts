import { Hono } from "hono";
import { answerHandshake, receiveWebhook, type WebhookPorts } from "#channels/whatsapp-cloud";
import { readLinkToken } from "#conversation";
import { isAlive } from "#database";
import { readCounters } from "#tenants";
import { apiRoutes, type ApiPorts, type PageFiles } from "#web/api";
import { conversationById, conversationIdOf, deliver } from "./conversations.ts";
import { flushCounts, flushCountsSometimes } from "./counts.ts";
import { claimingPorts, connectPorts, gatherPorts, listTaker } from "./sii-door.ts";
import { worldOf, type World } from "./wiring.ts";

const TOKEN_SECRET_BYTES = 32;

const apps = new WeakMap<World, Hono>();

/** Every request that reaches the Worker, which carries the files of the scan page. */
export function serving(page: PageFiles): (request: Request, env: Env, context: ExecutionContext) => Promise<Response> {
  return async (request, env, context) => {
    const world = worldOf(env);
    const response = await appOf(world, page).fetch(request, env, context);
    context.waitUntil(flushCountsSometimes(world));
    return response;
  };
}

/** The route table: webhooks here, everything for people and programs in `web`. */
function appOf(world: World, page: PageFiles): Hono {
  const known = apps.get(world);
  if (known) return known;
  const app = new Hono();
  const webhook = webhookPorts(world);
  for (const path of ["/webhook/whatsapp", "/api/whatsapp/webhook"]) {
    app.get(path, (c) => answerHandshake(c.req.raw, webhook));
    app.post(path, (c) => receiveWebhook(c.req.raw, webhook));
  }
  app.post("/api/whatsapp/status", (c) => receiveWebhook(c.req.raw, webhook));
  app.route("/", apiRoutes(apiPorts(world, page), app));
  apps.set(world, app);
  return app;
}

function webhookPorts(world: World): WebhookPorts {
  const { whatsapp } = world.settings;
  return {
    keys: world.signatureKeys,
    verify_token: whatsapp.verify_token,
    phone_number_ids: new Set(whatsapp.phone_number_ids),
    now: world.clock.now,
    deliver: (messages, deliveries) => deliver(world.env.CONVERSATION, world, { messages, deliveries }),
  };
}

function apiPorts(world: World, page: PageFiles): ApiPorts {
  const { env, settings, clock, entropy, archive, reader, develop, vision, ocr, tell } = world;
  return {
    archive,
    operator_token: settings.operator_token,
    default_line: settings.whatsapp.phone_number_ids[0] ?? "",
    clock,
    entropy,
    secret: () => crypto.getRandomValues(new Uint8Array(TOKEN_SECRET_BYTES)),
    reader,
    develop,
    vision,
    ocr,
    tell,
    bucket: env.MEDIA,
    letters: lettersOf(world),
    scans: scansOf(world),
    sii: siiLinksOf(world),
    list: listTaker(world),
    page,
    counters: async () => {
      await flushCounts(world);
      return readCounters(await archive());
    },
    readiness: () => readiness(world),
  };
}

/** `<object id>.<row>`: our id of a message says where it stands. */
function lettersOf(world: World): ApiPorts["letters"] {
  const at = (id: string) => {
    const cut = id.indexOf(".");
    return { stub: conversationById(world.env.CONVERSATION, id.slice(0, cut)), key: id.slice(cut + 1) };
  };
  return {
    enqueue: async (to, letter) => {
      const id = await conversationIdOf(world.env.CONVERSATION, world, to);
      const stub = conversationById(world.env.CONVERSATION, id);
      if (!stub) throw new Error("an address without a conversation object");
      return stub.enqueue(letter);
    },
    find: async (id, tenantId) => at(id).stub?.letter(at(id).key, tenantId) ?? null,
    resend: async (id, tenantId) => at(id).stub?.resend(at(id).key, tenantId) ?? null,
    list: async (objects, tenantId, limit) => {
      const lettersAt = async (id: string) =>
        (await conversationById(world.env.CONVERSATION, id)?.letters(tenantId, limit)) ?? [];
      const lists = await Promise.all(objects.map(lettersAt));
      return lists.flat();
    },
  };
}

/** A token names its conversation; what is no id of an object of ours opens none. */
function scansOf({ env }: World): ApiPorts["scans"] {
  const at = (text: string) => {
    const token = readLinkToken(text);
    const stub = token && conversationById(env.CONVERSATION, token.conversation);
    return stub ? { stub, secret: token.secret } : null;
  };
  return {
    open: async (text) => {
      const found = at(text);
      return found ? found.stub.openScan(found.secret) : { state: "unknown" };
    },
    redeem: async (text, code) => {
      const found = at(text);
      return found ? found.stub.redeemScan(found.secret, code) : "unknown";
    },
  };
}

function siiLinksOf(world: World): ApiPorts["sii"] {
  const { env, entropy } = world;
  const at = (text: string) => {
    const token = readLinkToken(text);
    const stub = token && conversationById(env.CONVERSATION, token.conversation);
    return stub ? { stub, ...token } : null;
  };
  return {
    openLink: async (text) => {
      const found = at(text);
      return found ? found.stub.openSiiLink(found.secret) : { state: "unknown" };
    },
    redeemLink: async (text) => {
      const found = at(text);
      const holder = found ? await found.stub.redeemSiiLink(found.secret) : "unknown";
      if (typeof holder === "string" || !found) return typeof holder === "string" ? holder : "unknown";
      return { ...holder, conversation: found.conversation };
    },
    tellConnected: async ({ tenant_id, conversation }, { rut, tried }) => {
      const told = { about: "connected", rut, tried } as const;
      await conversationById(env.CONVERSATION, conversation)?.tellSii(tenant_id, entropy.id(), told);
    },
    connecting: () => connectPorts(world),
    claiming: () => claimingPorts(world),
    gathering: () => gatherPorts(world),
    openReport: async (text) => {
      const found = at(text);
      return found ? found.stub.openReport(found.secret) : "unknown";
    },
    redeemReport: async (text) => {
      const found = at(text);
      return found ? found.stub.redeemReport(found.secret) : "unknown";
    },
  };
}

async function readiness({ env, archive, ring }: World): Promise<Record<string, boolean>> {
  const { databases } = await archive().catch(() => ({ databases: null }));
  const [directory, ledgers, media, keys, conversations] = await Promise.all([
    databases !== null && works(isAlive(databases.directory)),
    databases !== null &&
      works(Promise.all([...databases.ledgers.values()].map(isAlive)).then((all) => all.every(Boolean))),
    works(env.MEDIA.head("readiness").then(() => true)),
    works(ring()),
    works(
      (env.CONVERSATION.get(env.CONVERSATION.idFromName("readiness")) as unknown as { alive(): Promise<true> }).alive(),
    ),
  ]);
  return { directory, ledgers, media, keys, conversations };
}

function works(probe: Promise<unknown>): Promise<boolean> {
  return probe.then(
    (answer) => answer !== false,
    () => false,
  );
}
