// Meta's webhook as finished bytes: signed once, before the clock runs.
import { createHmac } from "node:crypto";

export type Sender = { appSecret: string; phoneNumberId: string; port: number };
export type Note = { phone: string; text: string };

let sent = 0;
const run = Math.floor(Math.random() * 2 ** 32).toString(36);

/** One POST that carries these messages of one person, each with an id that was never used before. */
export function webhookRequest({ appSecret, phoneNumberId, port }: Sender, notes: readonly Note[]): Buffer {
  const body = Buffer.from(JSON.stringify(envelope(phoneNumberId, notes)));
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  const head = [
    "POST /webhook/whatsapp HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    "Content-Type: application/json",
    `X-Hub-Signature-256: sha256=${signature}`,
    `Content-Length: ${body.length}`,
    "",
    "",
  ].join("\r\n");
  return Buffer.concat([Buffer.from(head), body]);
}

function envelope(phoneNumberId: string, notes: readonly Note[]): unknown {
  const phone = notes[0]?.phone ?? "";
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "56900000000", phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: `Almacén ${phone.slice(-4)}` }, wa_id: phone }],
    messages: notes.map((note) => ({
      from: note.phone,
      id: newMessageId(note.phone),
      timestamp: String(Math.floor(Date.now() / 1_000)),
      type: "text",
      text: { body: note.text },
    })),
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ field: "messages", value }] }],
  };
}

/** As long as Meta's own. */
function newMessageId(phone: string): string {
  sent += 1;
  return `wamid.${Buffer.from(`HBgL${phone}FQIAERgS${run}${String(sent).padStart(9, "0")}`).toString("base64")}`;
}

/** The number of the n-th person. */
export function phoneOf(n: number): string {
  return `569${String(50_000_000 + n)}`;
}

const TEXTS = [
  "vendí 10 lucas",
  "gasté 5 lucas en pan",
  "pagué 12.500 de bencina",
  "me pagaron 30 lucas",
  "compré insumos por 18 lucas",
];

export function textOf(n: number): string {
  return TEXTS[n % TEXTS.length] ?? "";
}
