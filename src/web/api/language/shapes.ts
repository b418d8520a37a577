import { z } from "@hono/zod-openapi";
import { TEXT_CHARS_MAX } from "#language";
import { orNull } from "../describe.ts";
import { CivilDay, Country, CurrencyCode } from "../shapes.ts";

const MovementKind = z.enum(["ingreso", "egreso", "deuda", "transferencia"]);
const Direction = z.enum(["por_pagar", "por_cobrar"]);
const Words = z.string().max(500);

const LastShape = z
  .object({
    type: MovementKind,
    amount_minor: z.int().nullish(),
    currency: CurrencyCode.nullish(),
    concept: Words.nullish(),
    category: Words.nullish(),
    counterparty: Words.nullish(),
    date: CivilDay.nullish(),
    state: z.enum(["recorded", "pending_confirmation"]),
  })
  .openapi("LastEntry");

export const ClassifyShape = z
  .object({
    text: z.string().max(TEXT_CHARS_MAX),
    country: Country.optional().openapi({ description: "The tenant's, or CL; keys slang and number format" }),
    channel: z.enum(["text", "voice"]).default("text"),
    now: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: "With its offset; the clock where absent", example: "2026-11-18T12:00:00-03:00" }),
    context: z
      .object({ last: orNull(LastShape).optional() })
      .nullish()
      .openapi({ description: "What the message may refer back to" }),
  })
  .openapi("ClassifyRequest");

export const CLASSIFY_EXAMPLE = {
  text: "gasté 5 lucas en pan",
  country: "CL",
  channel: "text",
  now: "2026-11-18T12:00:00-03:00",
  context: null,
};

const MovementShape = z
  .object({
    type: MovementKind,
    direction: Direction.nullable(),
    amount_minor: z.int().nullable().openapi({ description: "null where the amount is the open question" }),
    currency: CurrencyCode,
    concept: z.string().nullable(),
    category: z.string().nullable(),
    counterparty: z.string().nullable(),
    date: CivilDay,
    due_date: CivilDay.nullable(),
    net_minor: z.int().nullable(),
    tax_minor: z.int().nullable(),
    evidence: z.array(
      z.object({ field: z.enum(["amount", "type", "date", "counterparty", "category", "tax"]), text: z.string() }),
    ),
    paper: z
      .object({ kind: orNull(z.enum(["boleta", "factura"])), folio: z.string() })
      .optional()
      .openapi({ description: "That is named by its number: `factura 4322`" }),
  })
  .openapi("Movement");

const PatchShape = z
  .object({
    amount_minor: z.int().optional(),
    type: z.enum(["ingreso", "egreso", "deuda"]).optional(),
    category: z.string().optional(),
    counterparty: z.string().optional(),
    date: CivilDay.optional(),
    delete: z.literal(true).optional(),
  })
  .openapi("Patch");

const QueryShape = z
  .object({
    metric: z.enum([
      "egresos",
      "ingresos",
      "saldo",
      "resultado",
      "por_cobrar",
      "por_pagar",
      "vencimientos",
      "listado",
      "resumen",
      "egresos_por_categoria",
      "iva",
      "exportar",
    ]),
    period: z.string().nullable(),
    category: z.string().nullable(),
    counterparty: z.string().nullable(),
  })
  .openapi("Query");

export const ReadingShape = z
  .object({
    type: z.enum(["ingreso", "egreso", "deuda", "consulta", "saludo", "ayuda", "correccion", "si", "no", "otro"]),
    movements: z.array(MovementShape),
    patch: orNull(PatchShape).openapi({ description: "What a `correccion` changes" }),
    query: orNull(QueryShape).openapi({ description: "What a `consulta` asks" }),
    needs_clarification: z.boolean().openapi({ description: "true: nothing may be booked before an answer" }),
    question: z.string().nullable(),
    options: z.array(
      z.object({ label: z.string(), amount_minor: z.int().optional(), movement: MovementShape.optional() }),
    ),
    confidence: z.number().min(0).max(1),
    source: z.enum(["rules", "model"]),
  })
  .openapi("Reading");
