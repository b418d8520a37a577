// Written by `npm run types` from wrangler.toml and .dev.vars.example. Not edited by hand.
interface __BaseEnv_Env {
  MEDIA: R2Bucket;
  DIRECTORY: D1Database;
  LEDGER_00: D1Database;
  DOCUMENTS: Queue;
  VOICE: Queue;
  IMAGES: ImagesBinding;
  WHATSAPP_APP_SECRET: string;
  WHATSAPP_VERIFY_TOKEN: string;
  WHATSAPP_ACCESS_TOKEN: string;
  WHATSAPP_PHONE_NUMBER_ID: string;
  WHATSAPP_BUSINESS_ACCOUNT_ID: string;
  GRAPH_BASE_URL: string;
  WHATSAPP_MEDIA_HOSTS: string;
  OPENAI_API_KEY: string;
  OPENAI_BASE_URL: string;
  OPENAI_TEXT_MODEL: string;
  OPENAI_VISION_MODEL: string;
  OPENAI_SPEECH_MODEL: string;
  GOOGLE_VISION_API_KEY: string;
  GOOGLE_VISION_BASE_URL: string;
  SII_BASE_URLS: string;
  SII_SPACING_MS: string;
  SII_SPREAD_MS: string;
  MASTER_KEYS: string;
  OPERATOR_TOKEN: string;
  PUBLIC_URL: string;
  CONVERSATION: DurableObjectNamespace<import("../worker.ts").Conversation>;
  RATE_LEASE: DurableObjectNamespace<import("../worker.ts").RateLease>;
  SII_SESSION: DurableObjectNamespace<import("../worker.ts").SiiSession>;
  SII_GATE: DurableObjectNamespace<import("../worker.ts").SiiGate>;
  SCHEDULER: DurableObjectNamespace<import("../worker.ts").Scheduler>;
  READER: Service<typeof import("../documents/reader.ts").Reader>;
}
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../worker.ts");
    durableNamespaces: "Conversation" | "RateLease" | "SiiSession" | "SiiGate" | "Scheduler";
  }
  interface Env extends __BaseEnv_Env {}
}
interface Env extends __BaseEnv_Env {}
type StringifyValues<EnvType extends Record<string, unknown>> = {
  [Binding in keyof EnvType]: EnvType[Binding] extends string ? EnvType[Binding] : string;
};
declare namespace NodeJS {
  interface ProcessEnv extends StringifyValues<
    Pick<
      Cloudflare.Env,
      | "WHATSAPP_APP_SECRET"
      | "WHATSAPP_VERIFY_TOKEN"
      | "WHATSAPP_ACCESS_TOKEN"
      | "WHATSAPP_PHONE_NUMBER_ID"
      | "WHATSAPP_BUSINESS_ACCOUNT_ID"
      | "GRAPH_BASE_URL"
      | "WHATSAPP_MEDIA_HOSTS"
      | "OPENAI_API_KEY"
      | "OPENAI_BASE_URL"
      | "OPENAI_TEXT_MODEL"
      | "OPENAI_VISION_MODEL"
      | "OPENAI_SPEECH_MODEL"
      | "GOOGLE_VISION_API_KEY"
      | "GOOGLE_VISION_BASE_URL"
      | "SII_BASE_URLS"
      | "SII_SPACING_MS"
      | "SII_SPREAD_MS"
      | "MASTER_KEYS"
      | "OPERATOR_TOKEN"
      | "PUBLIC_URL"
    >
  > {}
}
