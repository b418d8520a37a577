// Reads POST /sim/inbound, as JSON or as a form with a file, into what a person does.
import { z } from "zod";
import type { InboundRequest, Utterance } from "../phone/person.ts";

const envelope = {
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  hide_phone: z.boolean().optional(),
  profile_name: z.string().optional(),
  username: z.string().optional(),
  reply_to: z.string().optional(),
  forwarded: z.boolean().optional(),
  timestamp: z.number().int().optional().describe("seconds"),
  wamid: z.string().optional().describe("message id; give a used one to send a duplicate"),
};

const file = {
  file_base64: z.base64(),
  mime_type: z.string().optional(),
  filename: z.string().optional(),
  caption: z.string().optional(),
  voice: z.boolean().optional(),
  words: z.string().optional().describe("what the voice note says"),
};

const said = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("button_reply"), id: z.string(), title: z.string() }),
  z.object({ type: z.literal("list_reply"), id: z.string(), title: z.string(), description: z.string().optional() }),
  z.object({ type: z.literal("template_button"), payload: z.string(), text: z.string() }),
  ...(["image", "video", "document", "audio", "sticker"] as const).map((type) =>
    z.object({ type: z.literal(type), ...file }),
  ),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal("contacts"), contacts: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  z.object({ type: z.literal("reaction"), message_id: z.string(), emoji: z.string().nullable() }),
  z.object({ type: z.literal("edit"), message_id: z.string(), text: z.string() }),
  z.object({ type: z.literal("revoke"), message_id: z.string() }),
  z.object({
    type: z.literal("order"),
    catalog_id: z.string(),
    items: z.array(z.object({ id: z.string(), quantity: z.number(), price: z.number(), currency: z.string() })),
  }),
  z.object({ type: z.literal("number_changed"), new_phone: z.string() }),
  z.object({ type: z.literal("user_id_changed") }),
  z.object({ type: z.literal("unsupported"), kind: z.string().default("poll") }),
  z.object({ type: z.literal("raw"), message: z.record(z.string(), z.unknown()) }),
]);

/** The envelope's fields and those of one message stand side by side: `{"from":"569…","type":"text","text":"hola"}`. */
const request = z
  .intersection(z.object(envelope), said)
  .refine((read) => read.from !== undefined || read.from_user_id !== undefined, "from or from_user_id is needed");

/** @throws ZodError when it is no message that we know */
export function readInboundJson(body: unknown): InboundRequest {
  const read = request.parse(body);
  const { from, from_user_id, hide_phone, profile_name, username, reply_to, forwarded, timestamp, wamid, ...words } =
    read;
  return {
    from,
    from_user_id,
    hide_phone,
    profile_name,
    username,
    reply_to,
    forwarded,
    timestamp,
    wamid,
    said: utterance(words),
  };
}

/** A form has the same fields as text, and the bytes as `file`. */
export async function readInboundForm(form: FormData): Promise<InboundRequest> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of form) if (typeof value === "string" && value !== "") plain[name] = fromText(name, value);
  const upload = form.get("file");
  if (!(upload instanceof File)) return readInboundJson(plain);
  const file_base64 = Buffer.from(await upload.arrayBuffer()).toString("base64");
  const told = upload.type === "" ? {} : { mime_type: upload.type };
  return readInboundJson({ filename: upload.name, ...told, ...plain, file_base64 });
}

const FLAGS = ["hide_phone", "forwarded", "voice"];

function fromText(name: string, value: string): unknown {
  if (FLAGS.includes(name)) return value === "true";
  return name === "timestamp" ? Number(value) : value;
}

type Words = z.output<typeof said> extends infer Each ? (Each extends unknown ? Each : never) : never;

function utterance(words: Words): Utterance {
  if (!("file_base64" in words)) return words;
  const { file_base64, mime_type, type, ...rest } = words;
  const bytes = new Uint8Array(Buffer.from(file_base64, "base64"));
  return { ...rest, type, bytes, mime_type: mime_type ?? mimeOf(rest.filename, MIME_OF_TYPE[type]) };
}

const MIME_OF_TYPE = {
  image: "image/jpeg",
  video: "video/mp4",
  document: "application/octet-stream",
  audio: "audio/ogg; codecs=opus",
  sticker: "image/webp",
} as const;

const MIME_OF_EXTENSION: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  xml: "text/xml",
  csv: "text/csv",
  txt: "text/plain",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export function mimeOf(filename: string | undefined, otherwise: string): string {
  return MIME_OF_EXTENSION[filename?.split(".").at(-1)?.toLowerCase() ?? ""] ?? otherwise;
}
