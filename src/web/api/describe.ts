import { z } from "@hono/zod-openapi";
import type { Entrance } from "./scope.ts";

// The pieces that the descriptions of all routes are made of.

const ErrorShape = z
  .object({
    error: z.object({
      code: z.string().openapi({ example: "invalid" }),
      message: z.string(),
      details: z.unknown().optional(),
    }),
  })
  .openapi("Error");

const MEANINGS = {
  400: "The request has not the form that is asked for",
  401: "No valid token",
  403: "The role or the scopes of the token do not allow it",
  404: "No such thing, or another tenant's",
  409: "It stands in the way of what is booked already",
  410: "The link has expired, or was used",
  413: "The body is too large",
  415: "The body is of another Content-Type",
  422: "The file can't be read; `code` says why, `message` says it to the customer",
  429: "Too many requests; `Retry-After` says how many seconds to wait",
  503: "Not configured, or not ready",
} as const;

type Refused = keyof typeof MEANINGS;

/** How a guarded route refuses: in its own ways, and as all of them do. */
export function refused<S extends Refused>(...statuses: S[]): { [K in S | 401 | 429]: Described<typeof ErrorShape> } {
  const entries = [...statuses, 401, 429].map((status) => [status, answers(MEANINGS[status as Refused], ErrorShape)]);
  return Object.fromEntries(entries) as { [K in S | 401 | 429]: Described<typeof ErrorShape> };
}

type Described<T> = { description: string; content: { "application/json": { schema: T } } };

/** An answer in JSON. */
export function answers<T extends z.ZodType>(description: string, schema: T): Described<T> {
  return { description, content: { "application/json": { schema } } };
}

/** A named shape or null; `nullable()` would lose the null beside the name. */
export function orNull<T extends z.ZodType>(shape: T) {
  return z.union([shape, z.null()]);
}

/** A body in JSON, with the example that the reference shows. */
export function takes<T extends z.ZodType>(schema: T, example: unknown) {
  return { body: { required: true, content: { "application/json": { schema, example } } } } as const;
}

/** Who may enter: the guard reads it, and so does the reader of the reference. */
export function only(entrance: Entrance): { bearer: string[] }[] {
  return [{ bearer: [entrance] }];
}

/** The id in the path. What is no id of ours is simply not found. */
export const IdParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) });

export const Cursor = z.string().max(200).optional().openapi({ description: "The `next_cursor` of the page before" });

export const NextCursor = z.string().nullable().openapi({ description: "null on the last page" });

export function Limit(max: number, standard: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(max)
    .default(standard)
    .openapi({ description: `1 to ${max}` });
}
