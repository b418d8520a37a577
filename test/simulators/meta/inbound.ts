// Builds what Meta posts when a person writes: pure, from our words to Meta's exact shapes.
// Sources: facebook/openapi business-messaging-api (webhooks), Meta's webhook reference, public fixtures of pywa and vercel/chat.

export type Line = { phone_number_id: string; display_phone_number: string; waba_id: string };

export type Sender = {
  /** E.164 digits; null for a person who shows only a username. */
  phone: string | null;
  user_id: string;
  profile_name: string;
  username: string | null;
};

export type WireMedia = { id: string; mime_type: string; sha256_base64: string; url: string | null };

export type MediaType = "image" | "video" | "document" | "audio" | "sticker";

export type Said =
  | { type: "text"; text: string }
  | { type: "button_reply"; id: string; title: string }
  | { type: "list_reply"; id: string; title: string; description?: string | undefined }
  | { type: "template_button"; payload: string; text: string }
  | {
      type: MediaType;
      media: WireMedia;
      caption?: string | undefined;
      filename?: string | undefined;
      voice?: boolean | undefined;
    }
  | { type: "location"; latitude: number; longitude: number; name?: string | undefined; address?: string | undefined }
  | { type: "contacts"; contacts: { name: string; phone: string }[] }
  | { type: "reaction"; message_id: string; emoji: string | null }
  | { type: "edit"; message_id: string; text: string }
  | { type: "revoke"; message_id: string }
  | { type: "order"; catalog_id: string; items: { id: string; quantity: number; price: number; currency: string }[] }
  | { type: "number_changed"; new_phone: string; new_user_id: string }
  | { type: "user_id_changed"; new_user_id: string }
  | { type: "unsupported"; kind: string }
  /** A message object that is sent exactly as it stands, beside id, timestamp and sender. */
  | { type: "raw"; message: Record<string, unknown> };

export type Envelope = {
  said: Said;
  id: string;
  /** Seconds. */
  timestamp: number;
  reply_to: string | null;
  forwarded: boolean;
};

export type ChangeValue = {
  messaging_product: "whatsapp";
  metadata: { display_phone_number: string; phone_number_id: string };
  contacts?: WireContact[];
  messages?: Record<string, unknown>[];
  statuses?: Record<string, unknown>[];
};

export type WireContact = { profile: { name: string; username?: string }; wa_id?: string; user_id: string };

export type Payload = {
  object: "whatsapp_business_account";
  entry: { id: string; changes: { value: ChangeValue; field: "messages" }[] }[];
};

/** One person's message as the `value` of a change. */
export function inboundValue(line: Line, sender: Sender, envelope: Envelope): ChangeValue {
  const { said } = envelope;
  const message = {
    ...contextOf(line, envelope),
    ...(sender.phone === null ? {} : { from: sender.phone }),
    from_user_id: sender.user_id,
    id: envelope.id,
    timestamp: String(envelope.timestamp),
    ...bodyOf(said, sender),
  };
  const isSystem = said.type === "number_changed" || said.type === "user_id_changed";
  return { ...header(line), ...(isSystem ? {} : { contacts: [contactOf(sender)] }), messages: [message] };
}

export function header(line: Line): Pick<ChangeValue, "messaging_product" | "metadata"> {
  return {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: line.display_phone_number, phone_number_id: line.phone_number_id },
  };
}

export function contactOf(sender: Sender): WireContact {
  return {
    profile: { name: sender.profile_name, ...(sender.username === null ? {} : { username: sender.username }) },
    ...(sender.phone === null ? {} : { wa_id: sender.phone }),
    user_id: sender.user_id,
  };
}

function contextOf(line: Line, envelope: Envelope): Record<string, unknown> {
  if (envelope.reply_to !== null) return { context: { from: line.display_phone_number, id: envelope.reply_to } };
  // A forward has a context without an id.
  if (envelope.forwarded) return { context: { forwarded: true } };
  return {};
}

function bodyOf(said: Said, sender: Sender): Record<string, unknown> {
  switch (said.type) {
    case "text":
      return { type: "text", text: { body: said.text } };
    case "button_reply":
      return interactive("button_reply", { id: said.id, title: said.title });
    case "list_reply":
      return interactive("list_reply", {
        id: said.id,
        title: said.title,
        ...(said.description === undefined ? {} : { description: said.description }),
      });
    case "template_button":
      return { type: "button", button: { payload: said.payload, text: said.text } };
    case "image":
    case "video":
    case "document":
    case "audio":
    case "sticker":
      return { type: said.type, [said.type]: mediaBody(said) };
    case "location": {
      const { type, ...place } = said;
      return { type, location: place };
    }
    case "contacts":
      return { type: "contacts", contacts: said.contacts.map((contact) => sharedContact(contact)) };
    case "reaction":
      return {
        type: "reaction",
        reaction: { message_id: said.message_id, ...(said.emoji === null ? {} : { emoji: said.emoji }) },
      };
    case "edit":
      return {
        type: "edit",
        edit: { original_message_id: said.message_id, message: { type: "text", text: { body: said.text } } },
      };
    case "revoke":
      return { type: "revoke", revoke: { original_message_id: said.message_id } };
    case "order":
      return { type: "order", order: orderBody(said) };
    case "number_changed":
    case "user_id_changed":
      return { type: "system", system: systemBody(said, sender) };
    case "unsupported":
      return {
        type: "unsupported",
        errors: [NOT_SUPPORTED],
        unsupported: { type: said.kind },
      };
    case "raw":
    default:
      return said.message;
  }
}

const NOT_SUPPORTED = {
  code: 131051,
  title: "Message type unknown",
  message: "Message type unknown",
  error_data: { details: "Message type is currently not supported." },
};

function interactive(type: string, reply: Record<string, unknown>): Record<string, unknown> {
  return { type: "interactive", interactive: { type, [type]: reply } };
}

function mediaBody(said: Extract<Said, { media: WireMedia }>): Record<string, unknown> {
  return {
    ...(said.caption === undefined || said.type === "audio" || said.type === "sticker"
      ? {}
      : { caption: said.caption }),
    ...(said.type === "document" && said.filename !== undefined ? { filename: said.filename } : {}),
    mime_type: said.media.mime_type,
    // Base64 here; the media's own GET answers hex.
    sha256: said.media.sha256_base64,
    id: said.media.id,
    ...(said.media.url === null ? {} : { url: said.media.url }),
    ...(said.type === "audio" ? { voice: said.voice ?? false } : {}),
    ...(said.type === "sticker" ? { animated: false } : {}),
  };
}

function sharedContact(contact: { name: string; phone: string }): Record<string, unknown> {
  const digits = contact.phone.replaceAll(/\D/g, "");
  return {
    name: { first_name: contact.name.split(" ")[0] ?? contact.name, formatted_name: contact.name },
    phones: [{ phone: contact.phone, wa_id: digits, type: "MOBILE" }],
  };
}

function orderBody(said: Extract<Said, { type: "order" }>): Record<string, unknown> {
  return {
    catalog_id: said.catalog_id,
    text: "",
    product_items: said.items.map((item) => ({
      product_retailer_id: item.id,
      quantity: item.quantity,
      item_price: item.price,
      currency: item.currency,
    })),
  };
}

function systemBody(said: Extract<Said, { new_user_id: string }>, sender: Sender): Record<string, unknown> {
  if (said.type === "user_id_changed") {
    return {
      body: `User ${sender.profile_name} changed their user id`,
      type: "user_changed_user_id",
      user_id: said.new_user_id,
      previous_user_id: sender.user_id,
    };
  }
  return {
    body: `User ${sender.profile_name} changed from ${sender.phone} to ${said.new_phone}`,
    wa_id: said.new_phone,
    user_id: said.new_user_id,
    previous_user_id: sender.user_id,
    type: "user_changed_number",
  };
}
