import type { Month } from "#kernel";
import type { Viewer } from "#tenants";
import { findConnection } from "../connection/store.ts";
import type { SiiSessionRpc } from "../session/object.ts";
import type { SiiTrouble } from "../session/trouble.ts";
import type { Proposal } from "../taxes/f29/payload.ts";

/** Why there is none to compare with: nobody is connected, whoever is may not see it, or the SII does not answer. */
export type ProposalAsked =
  | { ok: true; proposal: Proposal }
  | { ok: false; reason: SiiTrouble | "not_own" | "not_connected" };

/** What the SII proposes for the F29 of a month, asked now. */
export async function proposalOf(
  viewer: Viewer,
  month: Month,
  { sessionOf }: { sessionOf(rut: string): Promise<SiiSessionRpc> },
): Promise<ProposalAsked> {
  const own = await findConnection(viewer);
  if (!own) return { ok: false, reason: "not_connected" };
  const session = await sessionOf(own.rut);
  const asked = await session.propose(viewer.tenant.id, month);
  return asked.ok ? { ok: true, proposal: new Map(asked.codes.map(({ code, value }) => [code, value])) } : asked;
}
