// Judges a message that a business wants to send, by Meta's published limits. Pure.
import { isFields } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { checkInteractive } from "./interactive-check.ts";
import { isText, lengthOf, refuse } from "./refuse.ts";
import type { Verdict } from "./refuse.ts";

const TEXT_CHARS_MAX = 4096;
const CAPTION_CHARS_MAX = 1024;
const CALLBACK_DATA_CHARS_MAX = 512;

const TYPES = [
  "audio",
  "contacts",
  "document",
  "image",
  "interactive",
  "location",
  "reaction",
  "sticker",
  "template",
  "text",
  "video",
];

/** @returns why Meta would refuse the message, or null when it would take it */
export function checkSend(body: unknown, hasMedia: (id: string) => boolean): Verdict {
  if (!isFields(body)) return refuse(100, "The request body must be a JSON object.");
  if (body["messaging_product"] !== "whatsapp") return refuse(100, "The parameter messaging_product is required.");
  return body["status"] === undefined ? checkMessage(body, hasMedia) : checkReadReceipt(body);
}

function checkMessage(body: Fields, hasMedia: (id: string) => boolean): Verdict {
  const type = body["type"] ?? "text";
  if (typeof type !== "string" || !TYPES.includes(type)) {
    return refuse(100, `Param type must be one of {${TYPES.join(", ").toUpperCase()}}.`);
  }
  const content = body[type];
  const isThere = type === "contacts" ? Array.isArray(content) : isFields(content);
  if (!isThere) return refuse(100, `The parameter ${type} is required.`);
  return checkRecipient(body) ?? checkFrame(body) ?? checkContent(type, content as Fields, hasMedia);
}

const BUSINESS_SCOPED_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

function checkRecipient(body: Fields): Verdict {
  const { to, recipient } = body;
  if (to === undefined && recipient === undefined) return refuse(100, "The parameter to is required.");
  if (to !== undefined && (typeof to !== "string" || !/^\+?[\d\s()-]{6,20}$/.test(to))) {
    return refuse(131009, "Param to is not a valid WhatsApp phone number.");
  }
  if (recipient !== undefined && (typeof recipient !== "string" || !BUSINESS_SCOPED_ID.test(recipient))) {
    return refuse(131009, "Param recipient is not a valid business-scoped user id.");
  }
  return null;
}

function checkFrame(body: Fields): Verdict {
  const key = body["biz_opaque_callback_data"];
  if (key !== undefined && (typeof key !== "string" || lengthOf(key) > CALLBACK_DATA_CHARS_MAX)) {
    return refuse(100, `Param biz_opaque_callback_data must be at most ${CALLBACK_DATA_CHARS_MAX} characters long.`);
  }
  const context = body["context"];
  if (context !== undefined && (!isFields(context) || !isText(context["message_id"]))) {
    return refuse(131009, "Param context['message_id'] is not a valid message id.");
  }
  return null;
}

function checkContent(type: string, content: Fields, hasMedia: (id: string) => boolean): Verdict {
  switch (type) {
    case "text":
      return checkText(content["body"], "text['body']", TEXT_CHARS_MAX);
    case "image":
    case "video":
    case "document":
    case "audio":
    case "sticker":
      return checkMedia(type, content, hasMedia);
    case "reaction":
      return isText(content["message_id"]) && typeof content["emoji"] === "string"
        ? null
        : refuse(131008, "The parameters reaction['message_id'] and reaction['emoji'] are required.");
    case "template":
      return isText(content["name"]) && isFields(content["language"]) && isText(content["language"]["code"])
        ? null
        : refuse(131008, "The parameters template['name'] and template['language']['code'] are required.");
    case "location":
      return typeof content["latitude"] === "number" && typeof content["longitude"] === "number"
        ? null
        : refuse(131008, "The parameters location['latitude'] and location['longitude'] are required.");
    case "interactive":
      return checkInteractive(content);
    default:
      return null;
  }
}

function checkText(value: unknown, name: string, max: number): Verdict {
  if (!isText(value)) return refuse(131008, `The parameter ${name} is required.`);
  return lengthOf(value) > max ? refuse(100, `Param ${name} must be at most ${max} characters long.`) : null;
}

function checkMedia(type: string, content: Fields, hasMedia: (id: string) => boolean): Verdict {
  const { id, link, caption } = content;
  if (id === undefined && link === undefined) {
    return refuse(131008, `One of ${type}['id'] or ${type}['link'] is required.`);
  }
  const isKnown = id === undefined || (typeof id === "string" && hasMedia(id));
  if (!isKnown) return refuse(100, `Param ${type}['id'] is not a valid whatsapp business account media attachment ID`);
  const isAddress = link === undefined || (typeof link === "string" && /^https?:\/\//.test(link));
  if (!isAddress) return refuse(131009, `Param ${type}['link'] is not a valid URL.`);
  return caption === undefined ? null : checkCaption(type, caption);
}

function checkCaption(type: string, caption: unknown): Verdict {
  if (type === "audio" || type === "sticker") return refuse(100, `Unexpected key "caption" on param "${type}".`);
  return checkText(caption, `${type}['caption']`, CAPTION_CHARS_MAX);
}

function checkReadReceipt(body: Fields): Verdict {
  if (body["status"] !== "read") return refuse(131009, `Param status is not valid - got "${String(body["status"])}".`);
  return isText(body["message_id"]) ? null : refuse(131008, "The parameter message_id is required.");
}
