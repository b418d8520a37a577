import { z } from "zod";

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
  ai: { api_key: string; base_url: string | null; speech_model: string; vision_model: string } | null;
  master_keys: string | null;
  operator_token: string | null;
  public_url: string;
};

const GRAPH_BASE_URL = "https://graph.facebook.com/v25.0";
const SPEECH_MODEL = "gpt-transcribe";
const VISION_MODEL = "gpt-6-luna";

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
  OPENAI_VISION_MODEL: word,
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
    master_keys: set.MASTER_KEYS,
    operator_token: set.OPERATOR_TOKEN,
    public_url: trimSlash(set.PUBLIC_URL ?? "http://localhost:8787"),
  };
}

function aiOf(set: z.infer<typeof Env>, api_key: string): Settings["ai"] {
  return {
    api_key,
    base_url: set.OPENAI_BASE_URL === null ? null : trimSlash(set.OPENAI_BASE_URL),
    speech_model: set.OPENAI_SPEECH_MODEL ?? SPEECH_MODEL,
    vision_model: set.OPENAI_VISION_MODEL ?? VISION_MODEL,
  };
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
