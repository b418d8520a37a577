// `node test/simulators/main.ts`: the rig beside a local bot. Settings come from the environment; `--port 8788` wins.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DEV_SETTINGS, startSimulators } from "./start.ts";

const { values } = parseArgs({
  options: { port: { type: "string" }, "webhook-url": { type: "string" }, quiet: { type: "boolean", default: false } },
});
const { env } = process;

const simulators = await startSimulators({
  port: Number(values.port ?? env["SIMULATOR_PORT"] ?? env["PORT"] ?? 8788),
  webhookUrl: values["webhook-url"] ?? env["WEBHOOK_URL"] ?? DEV_SETTINGS.webhookUrl,
  // A ring's newest secret stands first.
  appSecret: (env["WHATSAPP_APP_SECRET"] ?? env["APP_SECRET"] ?? DEV_SETTINGS.appSecret).split(",")[0] ?? "",
  verifyToken: env["WHATSAPP_VERIFY_TOKEN"] ?? env["VERIFY_TOKEN"] ?? DEV_SETTINGS.verifyToken,
  accessToken: env["WHATSAPP_ACCESS_TOKEN"] ?? env["ACCESS_TOKEN"] ?? DEV_SETTINGS.accessToken,
  phoneNumberId: env["WHATSAPP_PHONE_NUMBER_ID"] ?? env["PHONE_NUMBER_ID"] ?? DEV_SETTINGS.phoneNumberId,
  wabaId: env["WHATSAPP_BUSINESS_ACCOUNT_ID"] ?? env["WABA_ID"] ?? DEV_SETTINGS.wabaId,
  samplesFolder: fileURLToPath(new URL("../golden/receipts", import.meta.url).href),
  wranglerFile: fileURLToPath(new URL("../../wrangler.toml", import.meta.url).href),
  watch: true,
});

if (!values.quiet) {
  process.stdout.write(
    [
      `Teléfono simulado   ${simulators.url}`,
      `Graph API           ${simulators.graphBaseUrl}`,
      `OpenAI (sin modelo) ${simulators.openAiBaseUrl}`,
      `SII simulado        ${simulators.url}/sii`,
      `Fallas y registro   ${simulators.url}/sim/knobs · /sim/events · /sim/sent`,
      "",
    ].join("\n"),
  );
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void simulators.close().then(() => process.exit(0)));
}
