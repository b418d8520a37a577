// `npm run doctor [-- --env-file FILE] [--live]`: what is configured, what is missing and where to get it, line by line.
// With --live each configured provider is called once; nothing is sent to anybody.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { googleVision } from "#ai";
import { fromBase64 } from "#kernel";
import { openKeyRing } from "#security";
import { readSettings as settingsOf } from "#src/app/settings.ts";
import { ROOT } from "./programs.ts";
import { readSettings } from "./workers.ts";

const LIVE_TIMEOUT_MS = 10_000;

/** A PNG of one pixel. */
const WHITE_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";

type Verdict = "ok" | "missing" | "wrong" | "optional";
type Line = { verdict: Verdict; what: string; say: string };

const { values: flags } = parseArgs({
  options: { "env-file": { type: "string", default: ".dev.vars" }, live: { type: "boolean", default: false } },
});

const file = flags["env-file"];
if (!existsSync(ROOT + file) && !existsSync(file)) {
  console.error(`${file} does not exist. \`npm start\` makes .dev.vars from .dev.vars.example.`);
  process.exit(1);
}
const settings = settingsOf(readSettings(file));
const lines = [...configured(), await keys(), ...(flags.live ? await live() : [])];
for (const { verdict, what, say } of lines) console.log(`${marks()[verdict]} ${what.padEnd(34)} ${say}`);
const wrong = lines.filter(({ verdict }) => verdict === "missing" || verdict === "wrong").length;
const simulated = settings.whatsapp.graph_base_url.startsWith("http://localhost");
const enough = simulated ? "Everything that the simulators need is there." : "Everything that is needed is there.";
console.log(wrong === 0 ? `\n${enough}` : `\n${wrong} to mend.`);
process.exitCode = wrong === 0 ? 0 : 1;

function marks(): Record<Verdict, string> {
  return { ok: "✔", missing: "✘", wrong: "✘", optional: "·" };
}

function configured(): Line[] {
  const { whatsapp, ai, ocr, operator_token, public_url } = settings;
  const dashboard = "Meta app dashboard";
  return [
    line("WHATSAPP_APP_SECRET", whatsapp.app_secret, `${dashboard} → App settings → Basic → App secret`),
    line("WHATSAPP_VERIFY_TOKEN", whatsapp.verify_token, "any word of yours; the same in the webhook's configuration"),
    line("WHATSAPP_ACCESS_TOKEN", whatsapp.access_token, "Business settings → System users → Generate token"),
    line("WHATSAPP_PHONE_NUMBER_ID", whatsapp.phone_number_ids[0] ?? null, `${dashboard} → WhatsApp → API setup`),
    { verdict: "ok", what: "GRAPH_BASE_URL", say: whatsapp.graph_base_url },
    line("OPERATOR_TOKEN", operator_token, "a long random word; without it the operator's endpoints are closed"),
    { verdict: "ok", what: "PUBLIC_URL", say: public_url },
    ai === null
      ? {
          verdict: "optional",
          what: "OPENAI_API_KEY",
          say: "not set: texts and readable documents are booked, voice notes are kept",
        }
      : {
          verdict: "ok",
          what: "OPENAI_API_KEY",
          say: `set; ${ai.base_url ?? "https://api.openai.com/v1"}, ${ai.speech_model}, ${ai.vision_model}`,
        },
    ocr === null
      ? { verdict: "optional", what: "GOOGLE_VISION_API_KEY", say: "not set: words are read by the reader alone" }
      : { verdict: "ok", what: "GOOGLE_VISION_API_KEY", say: `set; ${ocr.base_url}` },
  ];
}

function line(what: string, value: string | null, where: string): Line {
  return value === null ? { verdict: "missing", what, say: `missing: ${where}` } : { verdict: "ok", what, say: "set" };
}

async function keys(): Promise<Line> {
  const what = "MASTER_KEYS";
  const ring = await openKeyRing(settings.master_keys ?? undefined);
  if (ring.ok)
    return { verdict: "ok", what, say: `${ring.value.byId.size} in the ring, newest «${ring.value.newest.id}»` };
  const make = `node -e 'console.log("k1:"+require("crypto").randomBytes(32).toString("base64"))'`;
  const { reason, entry } = ring.error;
  return reason === "missing"
    ? { verdict: "missing", what, say: `missing: make one with ${make}` }
    : { verdict: "wrong", what, say: `entry ${entry + 1} is ${reason}; each is id:base64(32 bytes)` };
}

async function live(): Promise<Line[]> {
  const { whatsapp, ai, ocr } = settings;
  const number = whatsapp.phone_number_ids[0] ?? "";
  const checks = [
    call("Graph", `${whatsapp.graph_base_url}/${number}?fields=id`, whatsapp.access_token),
    ...(ai ? [call("Model service", `${ai.base_url ?? "https://api.openai.com/v1"}/models`, ai.api_key)] : []),
    ...(ocr ? [showDot(ocr)] : []),
    call("This Worker", `${settings.public_url}/healthz`, null),
  ];
  return Promise.all(checks);
}

async function call(what: string, url: string, bearer: string | null): Promise<Line> {
  try {
    const headers = bearer === null ? {} : { Authorization: `Bearer ${bearer}` };
    const { status } = await fetch(url, { headers, signal: AbortSignal.timeout(LIVE_TIMEOUT_MS) });
    if (status < 500 && status !== 401 && status !== 403) return { verdict: "ok", what, say: `answers (${status})` };
    const hint =
      status === 401 || status === 403 ? "the token or key does not open it" : "it answers, but not as expected";
    return { verdict: "wrong", what, say: `${status}: ${hint}` };
  } catch (error) {
    return { verdict: "wrong", what, say: `no answer (${error instanceof Error ? error.name : "unknown"})` };
  }
}

/** Cloud Vision has no question that costs nothing: it is shown one white dot, as the Worker shows it papers. */
async function showDot(ocr: NonNullable<typeof settings.ocr>): Promise<Line> {
  const what = "Google Vision";
  try {
    const look = googleVision({ ...ocr, fetch: (input, init) => fetch(input, init) });
    await look({ bytes: fromBase64(WHITE_DOT), mime_type: "image/png", country: "CL", today: "", payer: "doctor" });
    return { verdict: "ok", what, say: "answers (200)" };
  } catch (error) {
    return { verdict: "wrong", what, say: whyNoLook(error) };
  }
}

/** A key that Google does not know is answered with 400 there. */
function whyNoLook(error: unknown): string {
  const status = error instanceof Error ? /^status_(\d+)$/.exec(error.message)?.[1] : undefined;
  if (status === undefined) return `no answer (${error instanceof Error ? error.name : "unknown"})`;
  const locked = ["400", "401", "403"].includes(status);
  return `${status}: ${locked ? "the key does not open it" : "it answers, but not as expected"}`;
}
