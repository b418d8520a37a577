import { z } from "@hono/zod-openapi";

// Values that several routes of the SII speak of.

/** A month of the calendar. */
export const Period = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM")
  .openapi({ example: "2026-11" });

/** Of which of the two registers: what the business bought, or sold. */
export const Side = z.enum(["compra", "venta"]);

/** Where in the register a document stands. */
export const State = z.enum(["registro", "pendiente", "no_incluir", "reclamado"]);
