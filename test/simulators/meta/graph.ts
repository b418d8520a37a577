// The Graph API of a WhatsApp number: messages and media under any version, and the host that serves media.
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { graphError } from "./graph-error.ts";
import { fail, unknownObject } from "./answers.ts";
import { mediaHost, mediaRoutes } from "./media-routes.ts";
import { takeSend } from "./messages.ts";

export type GraphEnv = { Bindings: HttpBindings };

/** A hanging answer is cut after this, longer than any client waits. */
const HANG_MS_MAX = 120_000;

export function graphApp(rig: Rig): Hono<GraphEnv> {
  const app = new Hono<GraphEnv>();
  const version = "/:version{v\\d+\\.\\d+}";
  app.use(`${version}/*`, bearer(rig));
  app.use("/media/*", bearer(rig));
  app.post(`${version}/:phone/messages`, async (c) => {
    if (c.req.param("phone") !== rig.line.phone_number_id) return unknownObject(c, c.req.param("phone"));
    await pause(rig.knobs.send.latency_ms);
    const outcome = takeSend(rig, await c.req.json().catch(() => null));
    if (outcome.kind === "answer") return answer(c, outcome.status, outcome.body);
    if (outcome.kind === "hang") await hang(c);
    c.env.incoming.socket.destroy();
    return c.body(null);
  });
  app.route(version, mediaRoutes(rig));
  app.all(`${version}/*`, (c) => unknownObject(c, c.req.path));
  app.route("/", mediaHost(rig));
  return app;
}

/** 401 and code 190 unless the bearer is the account's. */
function bearer(rig: Rig): MiddlewareHandler<GraphEnv> {
  return (c, next) => {
    const header = c.req.header("authorization");
    if (header === `Bearer ${rig.settings.accessToken}`) return next();
    rig.log("bearer refused", { path: c.req.path });
    const details = header === undefined ? "An access token is required to request this resource." : UNREADABLE_TOKEN;
    return Promise.resolve(fail(c, graphError(190, details)));
  };
}

const UNREADABLE_TOKEN = "Invalid OAuth access token - Cannot parse access token";

function answer(c: Context, status: number, body: unknown): Response {
  const code = status as ContentfulStatusCode;
  return typeof body === "string" ? c.text(body, code) : c.json(body, code);
}

/** Waits until the client gives up. */
async function hang(c: Context<GraphEnv>): Promise<void> {
  const { socket } = c.env.incoming;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, HANG_MS_MAX);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
