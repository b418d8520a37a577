// What the SII itself proposes for a month (…/propuestaf29ui, getDeclaracionConCondicionesYTipoPropuesta): codes and values as text.

import { z } from "zod";
import { err, ok, type Result } from "#kernel";

/** The value of each code: whole pesos, documents, or percent. */
export type Proposal = ReadonlyMap<number, number>;

const Answer = z.looseObject({
  estado: z.literal(0),
  listCodPropuestos: z
    .array(
      z.looseObject({
        codigo: z.string().regex(/^\d{1,4}$/),
        valor: z.string().regex(/^-?\d{1,15}(?:\.\d{1,4})?$/),
      }),
    )
    .max(1_000),
});

/** One value that can't be read makes all of it unread: what is left out would look like agreement. */
export function readProposal(body: unknown): Result<Proposal, { reason: "malformed"; evidence: string }> {
  const read = Answer.safeParse(body);
  if (!read.success) return err({ reason: "malformed", evidence: (read.error.issues[0]?.path ?? []).join(".") });
  return ok(new Map(read.data.listCodPropuestos.map(({ codigo, valor }) => [Number(codigo), Number(valor)])));
}
