// Graph errors as HTTP answers.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { graphError } from "./graph-error.ts";
import type { GraphError } from "./graph-error.ts";

export function fail(c: Context, error: GraphError): Response {
  return c.json(error.body, error.status as ContentfulStatusCode);
}

/** What Meta says of an id that it does not know, or does not show to this token. */
export function unknownObject(c: Context, id: string): Response {
  const { body } = graphError(100);
  const message = `Unsupported ${c.req.method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return c.json({ error: { ...body.error, message, type: "GraphMethodException", error_subcode: 33 } }, 400);
}
