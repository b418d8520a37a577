// Starts the whole rig on one port: Graph API, OpenAI stand-in, the SII, control API and the pages.
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { controlApp } from "./control/control.ts";
import { patchKnobs } from "./knobs.ts";
import type { Knobs, KnobsPatch } from "./knobs.ts";
import { googleVisionApp } from "./google-vision/google-vision.ts";
import { graphApp } from "./meta/graph.ts";
import { openAiApp } from "./openai/openai.ts";
import { watchWorker } from "./phone/handshake.ts";
import { phoneApp } from "./phone/page.ts";
import { inject } from "./phone/person.ts";
import type { InboundRequest, Injected } from "./phone/person.ts";
import { createRig } from "./rig.ts";
import type { Rig, RigSettings, SentMessage } from "./rig.ts";
import { siiDesk } from "./sii/desk.ts";
import type { SiiDesk } from "./sii/desk.ts";
import { siiPageApp } from "./sii/page.ts";
import { siiApp, siiBaseUrls } from "./sii/sii.ts";

export type SimulatorOptions = Partial<RigSettings> & {
  /** 0 or left out: any free port. */
  port?: number;
  /** Keep asking the bot's webhook for the GET handshake and show the answer on the page. */
  watch?: boolean;
  now?: () => number;
  random?: () => number;
};

export type Simulators = {
  url: string;
  port: number;
  /** For GRAPH_BASE_URL. */
  graphBaseUrl: string;
  /** For OPENAI_BASE_URL. */
  openAiBaseUrl: string;
  /** For GOOGLE_VISION_BASE_URL. */
  googleVisionBaseUrl: string;
  /** For SII_BASE_URLS: JSON. */
  siiBaseUrls: string;
  /** The simulated tax service, without HTTP. */
  sii: SiiDesk;
  rig: Rig;
  /** A person does something; `await (…).webhook` for the bot's first answer. */
  inbound(request: InboundRequest): Injected;
  /** Messages that the bot sent and the service took, oldest first. */
  sent(to?: string): SentMessage[];
  knobs(patch: KnobsPatch): Knobs;
  /** Resolves with the first sent message that fits, already there or yet to come. */
  waitForSent(fits: (sent: SentMessage) => boolean, timeoutMs?: number): Promise<SentMessage>;
  /** Resolves when no status is planned and no webhook waits, flies or is being retried. */
  settle(): Promise<void>;
  reset(): void;
  close(): Promise<void>;
};

export const DEV_SETTINGS: RigSettings = {
  webhookUrl: "http://localhost:8787/webhook/whatsapp",
  appSecret: "dev-app-secret",
  verifyToken: "dev-verify-token",
  accessToken: "dev-access-token",
  phoneNumberId: "106540352242922",
  wabaId: "102290129340398",
  displayPhoneNumber: "56900000000",
  samplesFolder: null,
  wranglerFile: null,
};

/** @throws when the port is taken */
export async function startSimulators(options: SimulatorOptions = {}): Promise<Simulators> {
  const { port: wanted = 0, watch = false, now = Date.now, random = Math.random, ...settings } = options;
  const rig = createRig({ ...DEV_SETTINGS, ...settings }, { now, random });
  const handle = getRequestListener(wholeApp(rig).fetch, { overrideGlobalObjects: false });
  const listener = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response);
  const server = createServer(listener);
  const port = await listen(server, wanted, "127.0.0.1");
  // `localhost` is ::1 for some clients; where there is no IPv6, IPv4 must do.
  const twin = createServer(listener);
  const hasTwin = await listen(twin, port, "::1").then(
    () => true,
    () => false,
  );
  rig.elsewhereUrl = hasTwin ? `http://[::1]:${port}` : `http://127.0.0.1:${port}`;
  const stopWatching = watch ? watchWorker(rig) : (): void => undefined;
  const url = `http://localhost:${port}`;
  const knobs = (patch: KnobsPatch): Knobs => (rig.knobs = patchKnobs(rig.knobs, patch));
  return {
    url,
    port,
    graphBaseUrl: `${url}/v25.0`,
    openAiBaseUrl: `${url}/openai/v1`,
    googleVisionBaseUrl: `${url}/google-vision/v1`,
    siiBaseUrls: siiBaseUrls(url),
    sii: siiDesk(rig, knobs),
    rig,
    inbound: (request) => inject(rig, { origin: url, ...request }),
    sent: (to) => rig.sent.filter((sent) => to === undefined || sent.chat === to || sent.to === to),
    knobs,
    waitForSent: (fits, timeoutMs = WAIT_MS) => waitForSent(rig, fits, timeoutMs),
    settle: () => rig.settle(),
    reset: () => rig.reset(),
    close: async () => {
      stopWatching();
      rig.stop();
      await Promise.all([shut(server), hasTwin ? shut(twin) : undefined]);
    },
  };
}

function wholeApp(rig: Rig): Hono {
  const app = new Hono();
  app.route("/sim", controlApp(rig));
  app.get("/openai", (c) => c.redirect("/openai/v1"));
  app.route("/openai/v1", openAiApp(rig));
  app.route("/google-vision/v1", googleVisionApp(rig));
  app.route("/", siiPageApp());
  app.route("/sii", siiApp(rig) as unknown as Hono);
  app.route("/", phoneApp());
  app.route("/", graphApp(rig) as unknown as Hono);
  return app;
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const WAIT_MS = 10_000;

async function waitForSent(rig: Rig, fits: (sent: SentMessage) => boolean, timeoutMs: number): Promise<SentMessage> {
  const there = rig.sent.find((sent) => fits(sent));
  if (there !== undefined) return there;
  return new Promise((resolve, reject) => {
    const listener = ({ type, body }: { type: string; body: unknown }): void => {
      if (type === "sent" && fits(body as SentMessage)) finish(() => resolve(body as SentMessage));
    };
    const timer = setTimeout(
      () => finish(() => reject(new Error(`the bot sent nothing that fits in ${timeoutMs} ms`))),
      timeoutMs,
    );
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      rig.listeners.delete(listener);
      end();
    };
    rig.listeners.add(listener);
  });
}
