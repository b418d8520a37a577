import { z } from "@hono/zod-openapi";
import { acceptanceOf, type ClaimLine, type RcvDocument, type Countdown } from "#sii";
import { Cursor, Limit, NextCursor } from "../../describe.ts";
import { Period, Side, State } from "../shapes.ts";

const DOCUMENTS_LIMIT_MAX = 200;
const DOCUMENTS_LIMIT_DEFAULT = 50;

export const SiiDocumentsQuery = z.object({
  period: Period.optional().openapi({ description: "The month in which it counts" }),
  side: Side.optional(),
  state: State.optional(),
  limit: Limit(DOCUMENTS_LIMIT_MAX, DOCUMENTS_LIMIT_DEFAULT),
  cursor: Cursor,
});

const Deadline = {
  until: z
    .string()
    .nullable()
    .openapi({ description: "Local, of a purchase that waits", example: "2026-11-24T15:04:00" }),
  days_left: z.int().nullable(),
  hours_left: z.int().nullable().openapi({ description: "Beyond the days" }),
};

const KeptShape = z
  .object({
    id: z.string(),
    side: Side,
    state: State,
    type: z.int().openapi({ description: "The SII's code", example: 33 }),
    folio: z.string(),
    tax_id: z.string().openapi({ description: "Of who sold to it, or bought from it" }),
    name: z.string(),
    date: z.string(),
    period: z.string().nullable(),
    received_at: z.string().nullable(),
    exempt_minor: z.int(),
    net_minor: z.int(),
    tax_minor: z.int().openapi({ description: "Of a purchase what may be recovered of it" }),
    total_minor: z.int().openapi({ description: "Above zero, of a credit note as well" }),
    entry_id: z.string().nullable().openapi({ description: "The entry that stands for it" }),
    ...Deadline,
  })
  .openapi("SiiKeptDocument");

export const SiiDocumentPageShape = z.object({ documents: z.array(KeptShape), next_cursor: NextCursor });

const Confirm = z.literal(true).openapi({ description: "It can't be taken back" });

export const AcceptBody = z
  .strictObject({ confirm: Confirm, action: z.enum(["ACD", "ERM"]).default("ACD") })
  .openapi("SiiAcceptance");

export const ClaimBody = z
  .strictObject({ confirm: Confirm, action: z.enum(["RCD", "RFP", "RFT"]).default("RCD") })
  .openapi("SiiClaim");

const ClaimLineShape = z
  .object({
    id: z.string(),
    state: State,
    type: z.int(),
    folio: z.string(),
    tax_id: z.string(),
    name: z.string(),
    date: z.string(),
    total_minor: z.int(),
    ...Deadline,
  })
  .openapi("SiiClaimedDocument");

export const ClaimedShape = z.object({
  outcome: z.literal("registered"),
  existed: z.boolean().openapi({ description: "It was said before" }),
  document: ClaimLineShape,
});

type Kept = RcvDocument & { id: string; entry_id: string | null };

export function shownKept(document: Kept, now: number): z.output<typeof KeptShape> {
  const { id, side, state, type, folio, counterparty, issuedOn: date, period, receivedAt: received_at } = document;
  const { exempt: exempt_minor, net: net_minor, tax: tax_minor, total: total_minor, entry_id } = document;
  const waits = state === "pendiente" && received_at !== null;
  const about = { id, side, state, type, folio, tax_id: counterparty.rut, name: counterparty.name, date, period };
  const amounts = { exempt_minor, net_minor, tax_minor, total_minor };
  return { ...about, received_at, ...amounts, entry_id, ...leftOf(waits ? acceptanceOf(received_at, now) : null) };
}

export function shownClaim(line: ClaimLine): z.output<typeof ClaimLineShape> {
  const { id, state, type, folio, issuer: tax_id, name, date, total: total_minor, left } = line;
  const waits = state === "pendiente" ? left : null;
  return { id, state, type, folio, tax_id, name, date, total_minor, ...leftOf(waits) };
}

function leftOf(left: Countdown | null): { until: string | null; days_left: number | null; hours_left: number | null } {
  return { until: left?.until ?? null, days_left: left?.days ?? null, hours_left: left?.hours ?? null };
}
