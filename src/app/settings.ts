import { z } from "zod";
import { SYNC_SPREAD_MS } from "#reminders";

// Everything a deployment may set (contract §2), parsed once. The Worker starts with any of it absent.

export type Settings = {
  whatsapp: {
    app_secret: string | null;
    verify_token: string | null;
    access_token: string | null;
    /** Our numbers, the default one first. */
    phone_number_ids: readonly string[];
    graph_base_url: string;
    media_hosts: readonly string[];
  };
  /** Null where no key is set: the product works without a model. */
  ai: {
    api_key: string;
    base_url: string | null;
    speech_model: string;
    text_model: string;
    vision_model: string;
  } | null;
  /** Null where no key is set: words are read by the reader alone. */
  ocr: { api_key: string; base_url: string } | null;
  /** Where each host of the SII is reached, without a slash at the end; null where what was set is not understood. */
  sii: Readonly<Record<SiiHost, string>> | null;
  /** Between two calls of one taxpayer, ms. */
  sii_spacing_ms: number;
  /** Over how much of six hours the looks at all businesses are spread, ms. */
  sii_spread_ms: number;
  master_keys: string | null;
  operator_token: string | null;
  public_url: string;
};

const SII_HOSTS = [
  "palena.sii.cl",
  "maullin.sii.cl",
  "zeusr.sii.cl",
  "www4.sii.cl",
  "ws1.sii.cl",
  "api.sii.cl",
  "www.sii.cl",
] as const;
export type SiiHost = (typeof SII_HOSTS)[number];

const GRAPH_BASE_URL = "https://graph.facebook.com/v25.0";
const SPEECH_MODEL = "gpt-transcribe";
const TEXT_MODEL = "gpt-6-luna";
const VISION_MODEL = "gpt-6-luna";
const GOOGLE_VISION_BASE_URL = "https://vision.googleapis.com/v1";

/** A setting that is empty is a setting that is absent. */
const word = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .nullish()
  .transform((text) => text ?? null)
  .catch(null);

const list = word.transform((text) =>
  (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== ""),
);

const SiiBaseUrls = z.partialRecord(z.enum(SII_HOSTS), z.url({ protocol: /^https?$/ }).transform(trimSlash));

/** A name that is nobody's (RFC 2606): what is asked there fails. */
const NOWHERE = "https://sii.invalid";

function isOfSii(base: string): boolean {
  const { hostname } = new URL(base);
  return hostname === "sii.cl" || hostname.endsWith(".sii.cl");
}

/** What is not understood must not send a machine of one's own to the SII itself: then nothing of the SII is asked. */
const sii = word.transform((text): Settings["sii"] => {
  const parsed = SiiBaseUrls.safeParse(text === null ? {} : jsonOf(text));
  if (!parsed.success) return null;
  const told = Object.values(parsed.data);
  // Whoever sets one host to a machine of their own does not mean the SII itself by the others.
  const isRehearsal = told.some((base) => !isOfSii(base));
  const bases = SII_HOSTS.map((host) => [host, parsed.data[host] ?? (isRehearsal ? NOWHERE : `https://${host}`)]);
  return Object.fromEntries(bases) as Record<SiiHost, string>;
});

const Env = z.object({
  WHATSAPP_APP_SECRET: word,
  WHATSAPP_VERIFY_TOKEN: word,
  WHATSAPP_ACCESS_TOKEN: word,
  WHATSAPP_PHONE_NUMBER_ID: list,
  GRAPH_BASE_URL: word,
  WHATSAPP_MEDIA_HOSTS: list,
  OPENAI_API_KEY: word,
  OPENAI_BASE_URL: word,
  OPENAI_SPEECH_MODEL: word,
  OPENAI_TEXT_MODEL: word,
  OPENAI_VISION_MODEL: word,
  GOOGLE_VISION_API_KEY: word,
  GOOGLE_VISION_BASE_URL: word,
  SII_BASE_URLS: sii,
  SII_SPACING_MS: word.transform(Number),
  SII_SPREAD_MS: word.transform(Number),
  MASTER_KEYS: word,
  OPERATOR_TOKEN: word,
  PUBLIC_URL: word,
});

export function readSettings(env: object): Settings {
  const set = Env.parse(env);
  return {
    whatsapp: {
      app_secret: set.WHATSAPP_APP_SECRET,
      verify_token: set.WHATSAPP_VERIFY_TOKEN,
      access_token: set.WHATSAPP_ACCESS_TOKEN,
      phone_number_ids: set.WHATSAPP_PHONE_NUMBER_ID,
      graph_base_url: trimSlash(set.GRAPH_BASE_URL ?? GRAPH_BASE_URL),
      media_hosts: set.WHATSAPP_MEDIA_HOSTS,
    },
    ai: set.OPENAI_API_KEY === null ? null : aiOf(set, set.OPENAI_API_KEY),
    ocr: set.GOOGLE_VISION_API_KEY === null ? null : ocrOf(set, set.GOOGLE_VISION_API_KEY),
    sii: set.SII_BASE_URLS,
    sii_spacing_ms: atLeast(SPACING_MS_MIN, set.SII_SPACING_MS, set.SII_BASE_URLS),
    sii_spread_ms: atLeast(SYNC_SPREAD_MS, set.SII_SPREAD_MS, set.SII_BASE_URLS),
    master_keys: set.MASTER_KEYS,
    operator_token: set.OPERATOR_TOKEN,
    public_url: trimSlash(set.PUBLIC_URL ?? "http://localhost:8787"),
  };
}

/** What the portal bears of one taxpayer. */
export const SPACING_MS_MIN = 2_000;

/** Only where nothing reaches the SII itself may it be asked sooner. */
function atLeast(leastMs: number, asked: number, bases: Settings["sii"]): number {
  const isReal = Object.values(bases ?? {}).some(isOfSii);
  const ms = Number.isSafeInteger(asked) && asked > 0 ? asked : leastMs;
  return isReal ? Math.max(ms, leastMs) : ms;
}

function aiOf(set: z.infer<typeof Env>, api_key: string): Settings["ai"] {
  return {
    api_key,
    base_url: set.OPENAI_BASE_URL === null ? null : trimSlash(set.OPENAI_BASE_URL),
    speech_model: set.OPENAI_SPEECH_MODEL ?? SPEECH_MODEL,
    text_model: set.OPENAI_TEXT_MODEL ?? TEXT_MODEL,
    vision_model: set.OPENAI_VISION_MODEL ?? VISION_MODEL,
  };
}

function ocrOf(set: z.infer<typeof Env>, api_key: string): Settings["ocr"] {
  return { api_key, base_url: trimSlash(set.GOOGLE_VISION_BASE_URL ?? GOOGLE_VISION_BASE_URL) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
