import { createRoute, z } from "@hono/zod-openapi";
import { papersOfEntries } from "#documents";
import { addMonths, dateIn, monthOf } from "#kernel";
import { resolve, validate, type Difference, type Reconciliation } from "#sii";
import type { Viewer } from "#tenants";
import type { Api } from "../api.ts";
import { viewerOf, writerOf } from "../caller.ts";
import { answers, only, orNull, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import type { ApiPorts } from "../ports.ts";

/** The books of a month held against the tax service's register, and what is answered to a difference. */
export function validateRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(VALIDATE), async (c) => {
    const viewer = await viewerOf(ports, c.get("caller"));
    const period = c.req.valid("query").period ?? lastMonth(viewer, ports);
    return c.json(shown(await reconciled(viewer, period, ports)), 200);
  });

  app.openapi(guarded(RESOLVE), async (c) => {
    const writer = await writerOf(ports, c.get("caller"), "entry.replace");
    const { period, key, resolution: nth } = c.req.valid("json");
    const { differences } = await reconciled(writer, period, ports);
    const difference = differences.find((each) => each.key === key);
    const resolution = difference?.resolutions[nth];
    if (!difference || !resolution) throw refusal("not_found");
    const source_ref = `api:${key}:${resolution.do}:${nth}`;
    const { clock, entropy } = ports;
    const asked = { difference, resolution };
    const resolved = await resolve(writer, asked, { now: clock.now(), entropy, source: "api", source_ref });
    if (resolved.outcome !== "done") throw refusal("not_decided", { outcome: resolved.outcome });
    return c.json({ outcome: resolved.outcome }, 200);
  });
}

async function reconciled(viewer: Viewer, period: string, { clock }: ApiPorts): Promise<Reconciliation> {
  const validated = await validate(viewer, period, { now: clock.now(), papersOf: papersOfEntries });
  if (!validated.ok) throw refusal(validated.error.reason === "too_large" ? "sii_too_large" : "sii_never_asked");
  return validated.value;
}

/** The last that has ended, where the business is. */
function lastMonth({ tenant }: Viewer, { clock }: ApiPorts): string {
  return addMonths(monthOf(dateIn(clock.now(), tenant.time_zone)), -1);
}

type Shown = z.output<typeof ValidationShape>;

function shown({ month, sides, causes, differences }: Reconciliation): Shown {
  return {
    period: month,
    sides,
    causes: causes.map((cause) => ({ ...cause, keys: [...cause.keys] })),
    differences: differences.map(shownDifference),
  };
}

function shownDifference(difference: Difference): Shown["differences"][number] {
  const { documents, entries, resolutions, is_set_aside, ...rest } = difference;
  return {
    ...rest,
    documents: [...documents],
    entries: [...entries],
    resolutions: resolutions.map((resolution, index) => ({ index, ...resolution })),
    set_aside: is_set_aside,
  };
}

const Value = z.object({ total: z.number(), tax: z.number() });
const Sum = Value.extend({ count: z.number() });
const Side = z.object({
  sii: Sum.openapi({ description: "What the register counts" }),
  books: Sum.openapi({ description: "The entries that stand for such documents" }),
  rounding: Value,
  beside: z.object({ sii: Sum, books: Sum }).openapi({
    description:
      "What neither holds against the other: boletas and vouchers there, here what was told without an invoice",
  }),
});

const CLASSES = [
  "missing_here",
  "missing_there",
  "amount",
  "period",
  "pending",
  "credit_note",
  "not_for_this_rut",
  "duplicate",
  "reclaimed_but_booked",
  "not_included",
  "totals",
] as const satisfies readonly Difference["class"][];

const Sides = z.enum(["compra", "venta"]);
const Counted = Value.extend({ count: z.number() });

const DifferenceShape = z
  .object({
    key: z.string(),
    class: z.enum(CLASSES),
    side: Sides,
    documents: z.array(
      z.object({
        id: z.string(),
        key: z.string(),
        state: z.enum(["registro", "pendiente", "no_incluir", "reclamado"]),
        type: z.number(),
        folio: z.string(),
        counterparty: z.object({ rut: z.string(), name: z.string() }),
        total: z.number(),
        tax: z.number(),
        date: z.string(),
        month: z.string(),
      }),
    ),
    entries: z.array(
      z.object({
        id: z.string(),
        amount_minor: z.number(),
        currency: z.string(),
        tax: z.number(),
        date: z.string(),
        concept: z.string().nullable(),
        counterparty: z.string().nullable(),
        document_id: z.string().nullable(),
      }),
    ),
    effect: Value.openapi({ description: "What the register counts less what the books do" }),
    vat: z.number().openapi({ description: "So many pesos more of IVA are to be paid than the books say" }),
    deadline: orNull(z.object({ until: z.string(), days_left: z.number() })),
    summary: orNull(
      z.object({ type: z.number(), state: z.string(), summed: Counted, listed: Counted }).openapi("SiiSummary"),
    ),
    resolutions: z
      .array(z.looseObject({ index: z.number(), do: z.string() }))
      .openapi({ description: "What may be answered, the likeliest first" }),
    set_aside: z.boolean(),
  })
  .openapi("SiiDifference");

const ValidationShape = z
  .object({
    period: z.string(),
    sides: z.object({ compra: Side, venta: Side }),
    causes: z.array(
      z.object({
        class: z.enum(CLASSES),
        side: Sides,
        count: z.number(),
        effect: Value,
        vat: z.number(),
        keys: z.array(z.string()),
      }),
    ),
    differences: z.array(DifferenceShape),
  })
  .openapi("SiiValidation");

const Period = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .openapi({ example: "2026-10" });

const tags = ["SII"];

const VALIDATE = createRoute({
  method: "get",
  path: "/api/sii/validate",
  tags,
  summary: "The books of a month against the SII's register",
  description:
    "Explains every difference by its class, with what it does to the month's IVA and what may be answered. The month before this one where none is named; 409 where nothing is known of it.",
  security: only("read:sii"),
  request: { query: z.object({ period: Period.optional() }) },
  responses: { 200: answers("The month", ValidationShape), ...refused(400, 404, 409) },
});

const RESOLVE = createRoute({
  method: "post",
  path: "/api/sii/validate",
  tags,
  summary: "Answer a difference",
  description: "`resolution` is the `index` of what the validation offers. Answered twice it is done once.",
  security: only("write:sii"),
  request: takes(
    z.object({ period: Period, key: z.string().max(400), resolution: z.int().min(0) }).openapi("SiiAnswer"),
    {
      period: "2026-10",
      key: "missing_here|…",
      resolution: 0,
    },
  ),
  responses: {
    200: answers("It is done", z.object({ outcome: z.literal("done") })),
    ...refused(400, 403, 404, 409, 413, 415),
  },
});
