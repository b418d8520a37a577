import { DurableObject } from "cloudflare:workers";
import { isSigned } from "../signature.ts";

type DurableEnv = { WHATSAPP_APP_SECRET: string; CONTACT: DurableObjectNamespace<Contact> };
type Webhook = { entry: { changes: { value: { messages: { id: string; from: string }[] } }[] }[] };

/** One row for a message, one alarm for whoever would work on it: nothing is hashed, sealed, checked or counted. */
export class Contact extends DurableObject<DurableEnv> {
  armed = false;

  constructor(state: DurableObjectState, env: DurableEnv) {
    super(state, env);
    state.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS inbox (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL)",
    );
  }

  async accept(id: string, message: string): Promise<void> {
    this.ctx.storage.sql.exec("INSERT OR IGNORE INTO inbox (id, message) VALUES (?, ?)", id, message);
    if (this.armed) return;
    this.armed = true;
    await this.ctx.storage.setAlarm(Date.now());
  }

  override async alarm(): Promise<void> {
    this.armed = false;
  }
}

/** The floor of a durable acknowledgement: the signature, one write and `setAlarm` in the contact's object, 200. */
export default {
  async fetch(request, env) {
    const body = await request.arrayBuffer();
    const signed = await isSigned(body, request.headers.get("X-Hub-Signature-256"), env.WHATSAPP_APP_SECRET);
    if (!signed) return new Response("signature\n", { status: 401 });
    const webhook = JSON.parse(new TextDecoder().decode(body)) as Webhook;
    const message = webhook.entry[0]?.changes[0]?.value.messages[0];
    if (!message) return new Response("ok\n");
    await env.CONTACT.getByName(message.from).accept(message.id, JSON.stringify(message));
    return new Response("ok\n");
  },
} satisfies ExportedHandler<DurableEnv>;
