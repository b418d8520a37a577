// How a message of the bot looks on a phone: from Meta's wire form to a bubble. Pure.
import { fieldsOf as fields, listOf as list, textOf as text } from "../fields.ts";
import type { Fields } from "../fields.ts";
import type { Bubble } from "../phone/chats.ts";
import type { MediaShelf } from "./media-shelf.ts";

export function paint(bubble: Bubble, body: Fields, media: Pick<MediaShelf, "get">): Bubble {
  const content = fields(body[bubble.kind]);
  bubble.reply_to = text(fields(body["context"])["message_id"]);
  switch (bubble.kind) {
    case "text":
      bubble.text = text(content["body"]);
      return bubble;
    case "interactive":
      return paintInteractive(bubble, content, media);
    case "template":
      bubble.text = templateText(content);
      bubble.footer = `Plantilla «${String(content["name"])}»`;
      return bubble;
    case "location":
      bubble.text = [
        text(content["name"]),
        text(content["address"]),
        `${String(content["latitude"])}, ${String(content["longitude"])}`,
      ]
        .filter((part) => part !== null)
        .join("\n");
      return bubble;
    case "contacts":
      bubble.text = "Contacto compartido";
      return bubble;
    default:
      bubble.media = paintMedia(bubble.kind, content, media);
      bubble.text = text(content["caption"]);
      return bubble;
  }
}

function paintInteractive(bubble: Bubble, content: Fields, media: Pick<MediaShelf, "get">): Bubble {
  const action = fields(content["action"]);
  const header = fields(content["header"]);
  const headerKind = text(header["type"]);
  bubble.text = text(fields(content["body"])["text"]);
  bubble.footer = text(fields(content["footer"])["text"]);
  bubble.header = text(header["text"]);
  if (headerKind !== null && headerKind !== "text")
    bubble.media = paintMedia(headerKind, fields(header[headerKind]), media);
  bubble.buttons = list(action["buttons"]).map((button) => {
    const reply = fields(button["reply"]);
    return { id: String(reply["id"]), title: String(reply["title"]) };
  });
  if (content["type"] === "list") bubble.list = paintList(action);
  if (content["type"] === "cta_url") {
    const parameters = fields(action["parameters"]);
    bubble.link = { label: String(parameters["display_text"]), url: String(parameters["url"]) };
  }
  return bubble;
}

function paintList(action: Fields): NonNullable<Bubble["list"]> {
  return {
    label: String(action["button"]),
    sections: list(action["sections"]).map((section) => ({
      title: text(section["title"]),
      rows: list(section["rows"]).map((row) => ({
        id: String(row["id"]),
        title: String(row["title"]),
        description: text(row["description"]),
      })),
    })),
  };
}

const MIME_OF_KIND: Readonly<Record<string, string>> = {
  image: "image/jpeg",
  video: "video/mp4",
  audio: "audio/ogg",
  sticker: "image/webp",
  document: "application/pdf",
};

function paintMedia(kind: string, content: Fields, media: Pick<MediaShelf, "get">): NonNullable<Bubble["media"]> {
  const item = media.get(text(content["id"]) ?? "");
  const shown = {
    id: null,
    link: text(content["link"]),
    mime_type: MIME_OF_KIND[kind] ?? "application/octet-stream",
    filename: text(content["filename"]),
    size: null,
    voice: content["voice"] === true,
  };
  if (item === null) return shown;
  const { id, mime_type, bytes } = item;
  return { ...shown, id, mime_type, size: bytes.length, filename: shown.filename ?? item.filename };
}

/** The parameters of a template's body, since the approved wording lies with Meta. */
function templateText(content: Fields): string {
  const parameters = list(content["components"]).flatMap((component) => list(component["parameters"]));
  return parameters
    .map((parameter) => text(parameter["text"]))
    .filter((word) => word !== null)
    .join(" · ");
}
