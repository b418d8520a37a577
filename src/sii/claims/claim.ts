import { assert, dateIn, monthOf, type Entropy, type Month } from "#kernel";
import { commit, type Writer } from "#tenants";
import { findConnection } from "../connection/store.ts";
import type { RcvState } from "../rcv/document.ts";
import type { SiiSessionRpc } from "../session/object.ts";
import type { SiiTrouble } from "../session/trouble.ts";
import type { PapersOf } from "../settle/books.ts";
import { settleMonths } from "../settle/settle.ts";
import { changeDocument, documentOf, insertChange, rowById, type SiiDocumentRow } from "../store.ts";
import { SANTIAGO } from "../taxes/santiago.ts";
import { isClaim, type ClaimAction, type ClaimReason } from "./action.ts";
import { claimLineOf, closedBy, type ClaimLine } from "./line.ts";
import { beginClaim, endClaim, findClaim, type ClaimRow } from "./store.ts";

export type Claiming = { document_id: string; action: ClaimAction };

export type ClaimingPorts = {
  now: number;
  entropy: Entropy;
  /** The session object of a RUT. */
  sessionOf(rut: string): Promise<SiiSessionRpc>;
  papersOf: PapersOf;
};

/**
 * `existed`: it was said before. `refused`: by the SII, or by us where it is plain that it would be. `hindered`: nothing
 * was said. `unknown`: perhaps it was; asked again, the SII's history is looked at first.
 */
export type Claimed =
  | { outcome: "registered"; line: ClaimLine; existed: boolean }
  | { outcome: "refused"; line: ClaimLine; reason: ClaimReason; received_at: string | null }
  | { outcome: "hindered" | "unknown"; line: ClaimLine; trouble: SiiTrouble }
  | { outcome: "stopped"; trouble: SiiTrouble | null }
  | { outcome: "not_found" | "not_connected" };

/** Accepts or claims a purchase at the SII, for good; said once however often it is asked for. The books follow. */
export async function claim(writer: Writer, claiming: Claiming, ports: ClaimingPorts): Promise<Claimed> {
  const row = await rowById(writer, claiming.document_id);
  if (!row) return { outcome: "not_found" };
  const own = await findConnection(writer);
  if (!own) return { outcome: "not_connected" };
  const before = await findClaim(writer, claiming);
  if (before?.state === "registered") return registered(writer, { row, claiming, rut: own.rut }, ports);
  const line = claimLineOf(row.id, await documentOf(writer, row), ports.now);
  const reason = closedBy(line);
  // One that was begun before the time was over may have been heard: then the SII tells.
  if (reason !== null && before?.state !== "asked") return { outcome: "refused", line, reason, received_at: null };
  if (own.state === "stopped") return { outcome: "stopped", trouble: own.reason };
  return spoken(writer, { row, claiming, line, before, rut: own.rut }, ports);
}

type Speaking = { row: SiiDocumentRow; claiming: Claiming; line: ClaimLine; before: ClaimRow | null; rut: string };

async function spoken(writer: Writer, speaking: Speaking, ports: ClaimingPorts): Promise<Claimed> {
  const { row, claiming, line, before, rut } = speaking;
  const { action, document_id } = claiming;
  const { issuer, type, folio } = line;
  if (before?.state !== "asked") await beginClaim(writer, { ...claiming, id: ports.entropy.id(), now: ports.now });
  const session = await ports.sessionOf(rut);
  const is_again = before?.state === "asked";
  const end = await session.claim(writer.tenant.id, { document: { issuer, type, folio }, action, is_again });
  if (end.end === "hindered" || end.end === "unknown") return { outcome: end.end, line, trouble: end.trouble };
  const begun = await findClaim(writer, claiming);
  assert(begun, "what was said was written down before");
  if (end.end === "refused") {
    const { reason, received_at } = end;
    const refused = endClaim(begun, { state: "refused", reason, now: ports.now });
    await commit(writer, { action: "sii.claim", targets: [document_id], at: ports.now }, [refused]);
    return { outcome: "refused", line, reason, received_at };
  }
  await keep(writer, { row, begun }, ports);
  const now = await registered(writer, { row, claiming, rut }, ports);
  return now.outcome === "registered" ? { ...now, existed: false } : now;
}

/** What the document is from now on, with the claim that made it so: one batch. */
async function keep(
  writer: Writer,
  { row, begun }: { row: SiiDocumentRow; begun: ClaimRow },
  { now, entropy }: ClaimingPorts,
): Promise<void> {
  const statements = [endClaim(begun, { state: "registered", reason: null, now })];
  const current = (await rowById(writer, row.id)) ?? row;
  const after = afterwards(current, begun.action, now);
  const at = new Date(now).toISOString();
  if (after.state !== current.state || after.month !== current.month) {
    const { facts_sealed, facts_key } = current;
    const { tenant_id, id: document_id, state: from_state, month: from_month } = current;
    const moves = { from_state, to_state: after.state, from_month, to_month: after.month };
    const change = { tenant_id, id: entropy.id(), document_id, run_id: begun.id, ...moves, at };
    statements.push(
      changeDocument(current, { ...after, facts_sealed, facts_key, changed_at: at }),
      insertChange(change),
    );
  }
  await commit(writer, { action: "sii.claim", targets: [row.id], at: now }, statements);
}

/** What is accepted counts in the month of its acceptance; what is claimed stands where it stood, and counts no more. */
function afterwards(
  { state, month }: SiiDocumentRow,
  action: ClaimAction,
  now: number,
): { state: RcvState; month: Month } {
  if (isClaim(action)) return { state: "reclamado", month };
  if (state !== "pendiente") return { state, month };
  const today = monthOf(dateIn(now, SANTIAGO));
  return { state: "registro", month: today > month ? today : month };
}

/** More steps than a document needs; the next sync goes on where they end. */
const SETTLE_STEPS_MAX = 5;

/** The books follow, also where they were kept from it by a kill. */
async function registered(
  writer: Writer,
  { row, claiming, rut }: { row: SiiDocumentRow; claiming: Claiming; rut: string },
  { now, entropy, papersOf }: ClaimingPorts,
): Promise<Claimed> {
  const current = (await rowById(writer, claiming.document_id)) ?? row;
  const months = [...new Set([row.month, current.month])];
  for (let step = 0; step < SETTLE_STEPS_MAX; step++) {
    const settled = await settleMonths(writer, { months, rut }, { now, entropy, papersOf });
    if (!settled.more) break;
  }
  const line = claimLineOf(current.id, await documentOf(writer, current), now);
  return { outcome: "registered", line, existed: true };
}
