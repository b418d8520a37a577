// Acknowledges as soon as the queue has the message and books in the consumer, with neither inbox nor natural key.
import type { Payload, Text } from "./payload.ts";

type Env = { BOOKS: D1Database; INBOX: Queue<Text>; GRAPH_BASE_URL: string; WHATSAPP_PHONE_NUMBER_ID: string };

const PESOS_PER_LUCA = 1_000;

export default {
  async fetch(request, env): Promise<Response> {
    const { pathname } = new URL(request.url);
    await env.BOOKS.exec(
      "create table if not exists entries (seq integer primary key, phone text, amount_minor integer)",
    );
    if (pathname === "/webhook/whatsapp") return receive(await request.json<Payload>(), env);
    if (pathname === "/api/operator/tokens")
      return Response.json({ token: (await request.json<{ phone: string }>()).phone });
    if (pathname === "/api/ledger/entries") return entries(request.headers.get("authorization") ?? "", env);
    return new Response("ok");
  },
  async queue(batch, env): Promise<void> {
    for (const { body } of batch.messages) await book(body, env);
  },
} satisfies ExportedHandler<Env, Text>;

async function receive(payload: Payload, env: Env): Promise<Response> {
  for (const message of payload.entry[0]?.changes[0]?.value.messages ?? []) {
    await env.INBOX.send({ from: message.from, text: message.text.body });
  }
  return new Response("ok");
}

async function book({ from, text }: Text, env: Env): Promise<void> {
  const amount = Number(/\d+/.exec(text)?.[0] ?? 0) * PESOS_PER_LUCA;
  await env.BOOKS.prepare("insert into entries (phone, amount_minor) values (?, ?)").bind(from, amount).run();
  await fetch(`${env.GRAPH_BASE_URL}/${env.WHATSAPP_PHONE_NUMBER_ID}/messages`, {
    method: "POST",
    body: JSON.stringify({ to: from, type: "text", text: { body: `Anotado: $${amount.toLocaleString("es-CL")}` } }),
  });
}

async function entries(authorization: string, env: Env): Promise<Response> {
  const phone = authorization.replace("Bearer ", "");
  const { results } = await env.BOOKS.prepare("select * from entries where phone = ? order by seq desc")
    .bind(phone)
    .all();
  return Response.json({ entries: results, next_cursor: null });
}
