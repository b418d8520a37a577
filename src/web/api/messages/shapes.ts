import { z } from "@hono/zod-openapi";
import { Limit, NextCursor } from "../describe.ts";
import { Phone } from "../shapes.ts";

// The messages that Meta's Cloud API takes, by its published limits: what it would refuse is refused here, at once.

const TEXT_CHARS_MAX = 4_096;
const CAPTION_CHARS_MAX = 1_024;
const NAME_CHARS_MAX = 512;
const LINK_CHARS_MAX = 2_048;

/** Meta's business-scoped user id. */
const UserId = z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, "must be a user id such as CL.1349…");

const to = z
  .union([Phone, UserId])
  .openapi({ description: "A phone number with its country, or a user id of Meta's", example: "56911111111" });
const context = z
  .object({ message_id: z.string().min(1).max(NAME_CHARS_MAX) })
  .optional()
  .openapi({ description: "The message that is answered" });
const caption = z.string().min(1).max(CAPTION_CHARS_MAX).optional();

/** Uploaded to Meta before (`id`), or fetched by Meta from an address of yours (`link`): one of the two. */
function media<T extends z.ZodRawShape>(more: T) {
  return z
    .object({
      id: z.string().min(1).max(NAME_CHARS_MAX).optional(),
      link: z
        .url({ protocol: /^https?$/ })
        .max(LINK_CHARS_MAX)
        .optional(),
      ...more,
    })
    .refine((file) => ("id" in file && file.id !== undefined) !== ("link" in file && file.link !== undefined), {
      message: "must have id or link, one of the two",
    });
}

const Body = z.object({ body: z.string().min(1).max(TEXT_CHARS_MAX), preview_url: z.boolean().optional() });

const Text = z.object({
  to,
  type: z.literal("text"),
  text: z
    .union([Body, z.string().min(1).max(TEXT_CHARS_MAX)])
    .openapi({ description: "An object, or the words alone" }),
  context,
});

const Template = z.object({
  to,
  type: z.literal("template"),
  template: z.object({
    name: z.string().regex(/^[a-z0-9_]{1,512}$/),
    language: z.looseObject({ code: z.string().min(2).max(15) }),
    components: z
      .array(z.looseObject({ type: z.string() }))
      .max(20)
      .optional(),
  }),
  context,
});

const Interactive = z.object({
  to,
  type: z.literal("interactive"),
  interactive: z.looseObject({
    type: z.enum([
      "button",
      "list",
      "cta_url",
      "location_request_message",
      "flow",
      "product",
      "product_list",
      "catalog_message",
      "carousel",
    ]),
    body: z.looseObject({ text: z.string().min(1).max(TEXT_CHARS_MAX) }).optional(),
    action: z.looseObject({}),
  }),
  context,
});

export const SendShape = z
  .discriminatedUnion("type", [
    Text,
    Template,
    z.object({ to, type: z.literal("image"), image: media({ caption }), context }),
    z.object({ to, type: z.literal("audio"), audio: media({ voice: z.boolean().optional() }), context }),
    z.object({ to, type: z.literal("video"), video: media({ caption }), context }),
    z.object({
      to,
      type: z.literal("document"),
      document: media({ caption, filename: z.string().min(1).max(240).optional() }),
      context,
    }),
    Interactive,
  ])
  .openapi("OutgoingMessage");

export const SEND_EXAMPLE = { to: "56911111111", type: "text", text: { body: "Su pedido está listo." } };

export const SendHeaders = z.object({ "idempotency-key": z.string().min(1).max(200).optional() });

export const QueuedShape = z.object({ id: z.string(), state: z.string() }).openapi("QueuedMessage");

export const MessageShape = z
  .object({
    id: z.string(),
    state: z
      .enum(["queued", "sending", "unsure", "sent", "delivered", "read", "played", "dead"])
      .openapi({ description: "`unsure`: perhaps taken, its status is awaited; `dead`: given up, see `reason`" }),
    reason: z.string().nullable(),
    tries: z.int(),
    created_at: z.string().openapi({ format: "date-time" }),
    deliveries: z.array(z.object({ state: z.string(), at: z.string(), code: z.int().optional() })),
  })
  .openapi("Message");

export const MessagePageShape = z
  .object({ messages: z.array(MessageShape), next_cursor: NextCursor })
  .openapi("MessagePage");

const MESSAGES_LIMIT_MAX = 200;
const MESSAGES_LIMIT_DEFAULT = 50;

export const MessagesQuery = z.object({ limit: Limit(MESSAGES_LIMIT_MAX, MESSAGES_LIMIT_DEFAULT) });
