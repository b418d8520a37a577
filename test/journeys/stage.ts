// The whole product on one machine: its Workers, and simulators in the place of Meta and of the model.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { startSimulators } from "../simulators/index.ts";
import type { Simulators } from "../simulators/index.ts";
import { readAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { startWorkers } from "./workers.ts";
import type { LogLine, Workers } from "./workers.ts";

export type Said = Parameters<Simulators["inbound"]>[0]["said"];
export type Injected = ReturnType<Simulators["inbound"]>;
export type Around = Omit<Parameters<Simulators["inbound"]>[0], "said" | "from">;

export type Stage = {
  /** The Worker that takes the requests. */
  url: string;
  port: number;
  workers: Workers;
  phones: Simulators;
  /** Folder of databases, objects, files and queues; not to be read before `halt`. */
  state: string;
  /** A person writes; resolves when the webhook was answered, and fails where that was not with 200. */
  say(phone: string, said: Said | string, around?: Around): Promise<Injected>;
  /** What the bot answered to a phone, oldest first. */
  answers(phone: string): Answer[];
  /** Resolves with the answers to a phone once there are `count` of them. */
  waitForAnswers(phone: string, count: number, timeoutMs?: number): Promise<Answer[]>;
  /** The HTTP API as the owner of the business of that phone, or as `operator`. */
  api(who: string): Promise<Api>;
  logs(): readonly LogLine[];
  /** Stops everything, and leaves the state on disk. */
  halt(): Promise<void>;
  close(): Promise<void>;
};

export type Api = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Json }>;

/** JSON read by path, each step a string or an index. */
// oxlint-disable-next-line typescript/no-explicit-any -- foreign JSON, whose shape is what the tests are about
export type Json = any;

/** Generous: machines that test are slow, and a document may take 30 s. */
const ANSWER_TIMEOUT_MS = 60_000;
const OPERATOR_TOKEN = "dev-operator-token";

/** @param settings those that differ from `.dev.vars.example` */
export async function startStage(settings: Record<string, string> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "lucas-stage-"));
  const state = join(folder, "state");
  const phones = await startSimulators({ port: 0 });
  const base = {
    GRAPH_BASE_URL: phones.graphBaseUrl,
    OPENAI_BASE_URL: phones.openAiBaseUrl,
    SII_BASE_URLS: phones.siiBaseUrls,
  };
  const workers = await startWorkers({ bundles: inject("bundles"), state, settings: { ...base, ...settings } });
  // The courier takes its address anew with a reset: the Workers had to know the simulators' port first.
  phones.rig.settings.webhookUrl = `${workers.url}/webhook/whatsapp`;
  phones.reset();
  let halted = false;
  const halt = async (): Promise<void> => {
    if (halted) return;
    halted = true;
    await workers.stop();
    await phones.close();
  };
  const answers = (phone: string): Answer[] => phones.sent(phone).map((sent) => readAnswer(sent));
  return {
    url: workers.url,
    port: workers.port,
    workers,
    phones,
    state,
    say: async (phone, said, around = {}) => {
      const words = typeof said === "string" ? { type: "text" as const, text: said } : said;
      const injected = phones.inbound({ ...around, ...whoOf(phone), said: words });
      const { status } = await injected.webhook;
      // No answer at all is a connection that was closed while idle; the courier comes again at once.
      if (status !== 200 && status !== null) throw new Error(`the webhook answered ${status}`);
      return injected;
    },
    answers,
    waitForAnswers: async (phone, count, timeoutMs = ANSWER_TIMEOUT_MS) => {
      const isEnough = (): boolean => phones.sent(phone).length >= count;
      if (!isEnough()) await phones.waitForSent(isEnough, timeoutMs).catch(() => undefined);
      return answers(phone);
    },
    api: async (who) => apiOf(workers.url, who === "operator" ? OPERATOR_TOKEN : await tokenOf(workers.url, who)),
    logs: () => workers.logs,
    halt,
    close: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A business-scoped id has its country's letters in front of it. */
function whoOf(phone: string): { from: string } | { from_user_id: string } {
  return /^\d+$/.test(phone) ? { from: phone } : { from_user_id: phone };
}

async function tokenOf(url: string, phone: string): Promise<string> {
  const { body } = await apiOf(url, OPERATOR_TOKEN)("POST", "/api/operator/tokens", { phone, role: "owner" });
  return body.token;
}

function apiOf(url: string, token: string): Api {
  return async (method, path, body) => {
    const form = body instanceof FormData ? body : null;
    const isJson = body !== undefined && form === null;
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(isJson && { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: form ?? JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
  };
}
