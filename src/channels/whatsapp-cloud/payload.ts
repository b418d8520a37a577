// Meta's webhook as it comes over the wire. Tolerant by rule: unknown keys are left aside, numbers may come as
// text and text as numbers, and whatever is optional may also be null or nonsense. Each layer is parsed on its own,
// so that one broken element never sinks its neighbours, and only what we use is looked at (this is the hot path).
import { z } from "zod";

/** Text, or the number that Meta sometimes writes in its place. */
const text = z.union([z.string(), z.number()]);
/** Optional text: nonsense counts as absent. */
const perhaps = text.nullish().catch(null);
const list = z.array(z.unknown()).nullish().catch(null);

export const envelopePayload = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(z.unknown()),
});

export const entryPayload = z.object({ changes: z.array(z.unknown()) });

export const changePayload = z.object({
  field: perhaps,
  value: z.object({ metadata: z.object({ phone_number_id: text }), contacts: list, messages: list, statuses: list }),
});

export const contactPayload = z.object({
  wa_id: perhaps,
  user_id: perhaps,
  profile: z.object({ name: perhaps }).nullish().catch(null),
});

/** What every message has; the body of its type is parsed apart, and a broken body does not lose the message. */
export const messagePayload = z.object({
  id: text,
  timestamp: perhaps,
  type: perhaps,
  from: perhaps,
  from_user_id: perhaps,
  group_id: perhaps,
  context: z.object({ id: perhaps }).nullish().catch(null),
});

export const textBody = z.object({ body: text });

/** `url` comes gradually since 2025-11-12; `sha256` is base64 here and hex in the answer to a media id. */
export const mediaBody = z.object({
  id: text,
  mime_type: perhaps,
  sha256: perhaps,
  filename: perhaps,
  caption: perhaps,
  url: perhaps,
});

const choice = z.object({ id: text, title: perhaps }).nullish().catch(null);

export const interactiveBody = z.object({ type: perhaps, button_reply: choice, list_reply: choice });

export const buttonBody = z.object({ payload: perhaps, text: perhaps });

/** A removed reaction has an empty emoji or none. */
export const reactionBody = z.object({ message_id: text, emoji: perhaps });

export const editBody = z.object({ original_message_id: text, message: z.unknown().optional() });

export const captionBody = z.object({ caption: perhaps });

export const revokeBody = z.object({ original_message_id: text });

export const systemBody = z.object({
  type: perhaps,
  wa_id: perhaps,
  new_wa_id: perhaps,
  user_id: perhaps,
  previous_user_id: perhaps,
});

export const unsupportedBody = z.object({ type: perhaps });

export const statusPayload = z.object({
  id: text,
  status: text,
  timestamp: perhaps,
  recipient_id: perhaps,
  recipient_user_id: perhaps,
  recipient_type: perhaps,
  biz_opaque_callback_data: perhaps,
  errors: list,
});

export const errorPayload = z.object({ code: z.coerce.number().catch(0), title: perhaps, message: perhaps });

/** Graph's answer to a media id. `file_size` is a string in Meta's description and a number in practice. */
export const mediaAnswer = z.object({
  url: z.string(),
  mime_type: perhaps,
  sha256: perhaps,
  file_size: z.coerce.number().nullish().catch(null),
});

/** Graph's answer to a send: the one id that matters. */
export const sentAnswer = z.object({ messages: z.tuple([z.object({ id: text })], z.unknown()) });

/** Graph's refusal; built on `code` and `error_data.details`, the subcode being deprecated. */
export const refusalAnswer = z.object({
  error: z.object({
    code: z.coerce.number(),
    message: perhaps,
    is_transient: z.boolean().nullish().catch(null),
    error_data: z.object({ details: perhaps }).nullish().catch(null),
  }),
});
