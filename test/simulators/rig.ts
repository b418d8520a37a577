// Everything the simulators remember and share. In memory; gone when the process ends.
import { createCourier } from "./meta/courier.ts";
import type { Attempt, Courier } from "./meta/courier.ts";
import type { Line, Payload } from "./meta/inbound.ts";
import { createMediaShelf } from "./meta/media-shelf.ts";
import type { MediaShelf } from "./meta/media-shelf.ts";
import { defaultKnobs } from "./knobs.ts";
import type { Knobs } from "./knobs.ts";
import { createChats } from "./phone/chats.ts";
import type { Chats } from "./phone/chats.ts";
import { pause } from "./pause.ts";
import { createSiiOffice } from "./sii/state/office.ts";
import type { SiiOffice } from "./sii/state/office.ts";
import { createTimers } from "./timers.ts";
import type { Timers } from "./timers.ts";

export type RigSettings = {
  webhookUrl: string;
  appSecret: string;
  verifyToken: string;
  accessToken: string;
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  /** Folder of sample receipts that the phone page offers, or null. */
  samplesFolder: string | null;
  /** The Worker's wrangler configuration, for its cron lines, or null. */
  wranglerFile: string | null;
};

/** A message that the bot sent and the service took. */
export type SentMessage = {
  id: string;
  /** As the bot wrote it. */
  to: string | null;
  recipient: string | null;
  /** The chat it landed in: phone digits, or the user id of a person without phone. */
  chat: string;
  key: string | null;
  type: string;
  body: Record<string, unknown>;
  /** Epoch ms. */
  at: number;
  states: { state: string; at: number }[];
};

export type Read = { message_id: string; typing: boolean; at: number };

export type OpenAiCall = {
  route: string;
  model: string | null;
  filename: string | null;
  bytes: number;
  status: number;
  at: number;
};

/** A line of the raw log. */
export type RigEvent = { seq: number; at: number; kind: string; detail: unknown };

export type BusMessage = { type: string; body: unknown };

export type Rig = {
  settings: RigSettings;
  line: Line;
  knobs: Knobs;
  now: () => number;
  random: () => number;
  chats: Chats;
  media: MediaShelf;
  courier: Courier;
  sent: SentMessage[];
  reads: Read[];
  /** sha256 (hex) of an audio → the words it says. */
  words: Map<string, string>;
  openAiCalls: OpenAiCall[];
  events: RigEvent[];
  /** Chats that a phone page shows right now, by connection. */
  open: Map<string, string>;
  /** Requests that reached the host of the redirect fault. */
  elsewhere: { path: string; carried_token: boolean; at: number }[];
  pairTokens: Map<string, { left: number; at: number }>;
  /** The simulated tax service: who it knows, and what it holds. */
  sii: SiiOffice;
  worker: { connected: boolean; detail: string };
  listeners: Set<(message: BusMessage) => void>;
  /** Base URL of the host that the redirect fault points at. */
  elsewhereUrl: string | null;
  later: (milliseconds: number, task: () => void) => void;
  publish: (type: string, body: unknown) => void;
  log: (kind: string, detail: unknown) => void;
  /** Resolves when no status is planned and no webhook waits, flies or is being retried. */
  settle: () => Promise<void>;
  reset: () => void;
  stop: () => void;
};

const EVENTS_KEPT = 2_000;
const SETTLE_STEP_MS = 5;

export function createRig(settings: RigSettings, world: { now: () => number; random: () => number }): Rig {
  const timers = createTimers();
  let seq = 0;
  const rig: Rig = {
    settings,
    line: {
      phone_number_id: settings.phoneNumberId,
      display_phone_number: settings.displayPhoneNumber,
      waba_id: settings.wabaId,
    },
    knobs: defaultKnobs(),
    now: world.now,
    random: world.random,
    chats: createChats(),
    media: createMediaShelf(),
    courier: startCourier(settings, () => rig),
    sent: [],
    reads: [],
    words: new Map(),
    openAiCalls: [],
    events: [],
    open: new Map(),
    elsewhere: [],
    pairTokens: new Map(),
    sii: createSiiOffice(world.now),
    worker: { connected: false, detail: "sin probar" },
    listeners: new Set(),
    elsewhereUrl: null,
    later: (milliseconds, task) => timers.later(milliseconds, task),
    publish: (type, body) => {
      for (const listener of rig.listeners) listener({ type, body });
    },
    log: (kind, detail) => {
      const event = { seq: (seq += 1), at: world.now(), kind, detail };
      rig.events.push(event);
      if (rig.events.length > EVENTS_KEPT) rig.events.shift();
      rig.publish("event", event);
    },
    settle: () => settle(rig, timers),
    reset: () => {
      timers.clear();
      rig.courier.stop();
      rig.courier = startCourier(settings, () => rig);
      rig.knobs = defaultKnobs();
      rig.chats.clear();
      rig.media.clear();
      for (const list of [rig.sent, rig.reads, rig.openAiCalls, rig.events, rig.elsewhere]) list.length = 0;
      rig.words.clear();
      rig.pairTokens.clear();
      rig.sii.reset();
      rig.publish("reset", null);
    },
    stop: () => {
      timers.clear();
      rig.courier.stop();
    },
  };
  return rig;
}

function startCourier(settings: RigSettings, rig: () => Rig): Courier {
  return createCourier({
    webhookUrl: settings.webhookUrl,
    appSecret: settings.appSecret,
    wabaId: settings.wabaId,
    knobs: () => rig().knobs,
    random: () => rig().random(),
    report: ({ payload, copy, attempt, outcome }) => {
      rig().log("webhook", { ...describe(outcome), copy, attempt, payload });
      if (outcome.status === 200) tickDelivered(rig(), payload);
    },
  });
}

async function settle(rig: Rig, timers: Timers): Promise<void> {
  do {
    await rig.courier.settle();
    if (timers.pending() > 0) await pause(SETTLE_STEP_MS);
  } while (timers.pending() > 0);
  await rig.courier.settle();
}

/** The bot's 200 is the second tick of every message in the payload. */
function tickDelivered(rig: Rig, payload: Payload): void {
  const values = payload.entry.flatMap((entry) => entry.changes.map((change) => change.value));
  for (const message of values.flatMap((value) => value.messages ?? [])) {
    const bubble = rig.chats.find(String(message["id"]))?.bubble;
    if (bubble === undefined || bubble.tick === "read" || bubble.tick === "delivered") continue;
    bubble.tick = "delivered";
    rig.publish("bubble", bubble);
  }
}

function describe(outcome: Attempt): Record<string, unknown> {
  return outcome.error === null ? { status: outcome.status, ms: outcome.milliseconds } : { error: outcome.error };
}
