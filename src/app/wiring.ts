import { budgeted, googleVision, openAi, pictureBudget, type Ai, type Ocr, type TellFor, type Vision } from "#ai";
import { whatsappCloud } from "#channels/whatsapp-cloud";
import type { Channel } from "#channels";
import type { JobTicket, Ports } from "#conversation";
import { openDatabases } from "#database";
import { within, type Develop, type Reader } from "#documents";
import { assert, ulid, type Clock, type Entropy } from "#kernel";
import { equivalent, siiPages, type RatePorts } from "#rates";
import { importSignatureKeys, openKeyRing, type KeyRing, type SignatureKeys } from "#security";
import { rateLimits } from "#security/rate-limiter";
import { logProblem } from "#telemetry";
import type { Archive } from "#tenants";
import { REPORT_PAGE_PATH, SCAN_PAGE_PATH, SII_PAGE_PATH } from "#web/api";
import { flushCountsSometimes } from "./counts.ts";
import { developer } from "./images.ts";
import { boundReader } from "./reader.ts";
import { siiDoor } from "./sii-door.ts";
import { readSettings, type Settings } from "./settings.ts";

// Settings and bindings become ports, once per isolate. The only place that knows every room.

export type World = {
  env: Env;
  settings: Settings;
  clock: Clock;
  entropy: Entropy;
  ring(): Promise<KeyRing>;
  archive(): Promise<Archive>;
  /** Null where no app secret is set. */
  signatureKeys(): Promise<SignatureKeys | null>;
  whatsapp: Channel | null;
  ai: Ai | null;
  /** The text model within its budget; null where no key is set. */
  tell: TellFor | null;
  /** The model that sees, on one budget with hosted OCR: each isolate's own, for each business. Null where no key is set. */
  vision: Vision | null;
  /** Hosted OCR, on that same budget; null where no key is set. */
  ocr: Ocr | null;
  reader: Reader;
  /** Null where the account has no Images binding. */
  develop: Develop | null;
  /** Null where the address of the SII is not understood: amounts are then shown as they were said. */
  rates: RatePorts | null;
};

const worlds = new WeakMap<object, World>();

export function worldOf(env: Env): World {
  const known = worlds.get(env);
  if (known) return known;
  const made = makeWorld(env);
  worlds.set(env, made);
  return made;
}

/** The ports of a conversation object. */
export function conversationPorts(env: Env): Ports {
  const world = worldOf(env);
  return {
    clock: world.clock,
    entropy: world.entropy,
    ring: world.ring,
    archive: world.archive,
    channel: () => world.whatsapp,
    limits: rateLimits(env.RATE_LEASE),
    tell: world.tell,
    worth: (asked) => worthInTime(world.rates, asked),
    flushCounts: () => flushCountsSometimes(world),
    scan_page: `${world.settings.public_url}${SCAN_PAGE_PATH}`,
    sii_page: `${world.settings.public_url}${SII_PAGE_PATH}`,
    report_page: `${world.settings.public_url}${REPORT_PAGE_PATH}`,
    sii: siiDoor(world),
    dispatch: async (ticket: JobTicket) =>
      void (await (ticket.kind === "voice" ? env.VOICE : env.DOCUMENTS).send(ticket)),
  };
}

/** An answer waits no longer for what an amount was worth; a page that comes later is known to the next one. */
const WORTH_WAIT_MS = 2_500;

async function worthInTime(
  rates: RatePorts | null,
  asked: Parameters<typeof equivalent>[1],
): ReturnType<typeof equivalent> {
  const worth = rates && (await within(WORTH_WAIT_MS, equivalent(rates, asked)));
  return worth === "timeout" ? null : worth;
}

function makeWorld(env: Env): World {
  const settings = readSettings(env);
  const { ai, ocr, whatsapp } = settings;
  const ring = once(() => ringOf(settings));
  const archive = once(async () => ({ databases: openDatabases(env), ring: await ring() }));
  const models = ai === null ? null : openAi({ ...ai, fetch: (input, init) => fetch(input, init) });
  const onBudget = pictureBudget(clock.now);
  return {
    env,
    settings,
    clock,
    entropy,
    ring,
    archive,
    signatureKeys: once(async () => (whatsapp.app_secret === null ? null : importSignatureKeys(whatsapp.app_secret))),
    whatsapp: whatsapp.access_token === null ? null : channelOf(whatsapp, whatsapp.access_token),
    ai: models,
    tell: models && budgeted(models.tell, clock.now),
    vision: models && onBudget(models.see),
    ocr: ocr && onBudget(googleVision({ ...ocr, fetch: (input, init) => fetch(input, init) })),
    develop: developer(env.IMAGES),
    reader: boundReader(
      (bytes, options) => env.READER.read(bytes, options),
      (ms) => scheduler.wait(ms),
    ),
    rates: ratesOf(settings, archive),
  };
}

function ratesOf({ sii }: Settings, archive: () => Promise<Archive>): RatePorts | null {
  if (sii === null) {
    logProblem("settings.sii_base_urls", { mend: "JSON of host to base URL, or nothing" });
    return null;
  }
  const fetchPage = siiPages({ base_url: sii["www.sii.cl"], fetch: (input, init) => fetch(input, init) });
  return { clock, archive, fetchPage };
}

function channelOf(whatsapp: Settings["whatsapp"], accessToken: string): Channel {
  return whatsappCloud({
    graphBaseUrl: whatsapp.graph_base_url,
    accessToken,
    mediaHosts: whatsapp.media_hosts,
    fetch: (input, init) => fetch(input, init),
  });
}

async function ringOf({ master_keys }: Settings): Promise<KeyRing> {
  const ring = await openKeyRing(master_keys ?? undefined);
  if (!ring.ok) logProblem("settings.master_keys", { ...ring.error });
  assert(ring.ok, "MASTER_KEYS holds at least one key: nothing is stored in clear");
  return ring.value;
}

const clock: Clock = { now: () => Date.now() };

const entropy: Entropy = {
  id: () => ulid(Date.now(), crypto.getRandomValues(new Uint8Array(ULID_RANDOM_BYTES))),
  jitter: () => Math.random(),
};

const ULID_RANDOM_BYTES = 16;

/** The same promise for every caller; one that failed is made anew. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = null;
      throw fault;
    });
    return made;
  };
}
