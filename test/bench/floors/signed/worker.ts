import { isSigned } from "../signature.ts";

type SignedEnv = { WHATSAPP_APP_SECRET: string };

/** The signature, and nothing is kept. */
export default {
  async fetch(request, env) {
    const body = await request.arrayBuffer();
    const signed = await isSigned(body, request.headers.get("X-Hub-Signature-256"), env.WHATSAPP_APP_SECRET);
    return signed ? new Response("ok\n") : new Response("signature\n", { status: 401 });
  },
} satisfies ExportedHandler<SignedEnv>;
