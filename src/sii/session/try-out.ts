import { addMonths } from "#kernel";
import type { Candidate } from "../connection/connection.ts";
import { askDetail, askSummary, type RcvAsked, type RcvPorts } from "../rcv/client.ts";
import type { RcvDocument, RcvSide } from "../rcv/document.ts";
import { monthNow } from "../taxes/santiago.ts";
import type { Trouble } from "./credential.ts";
import type { Desk } from "./desk.ts";
import { sessionOf } from "./let-in.ts";
import { paced } from "./pace.ts";
import type { SiiTrouble } from "./trouble.ts";
import { writerOf } from "./work.ts";

/** Whether a way in works, and the first document that it shows; null where the last months have none. */
export type TriedOut = { ok: true; first: RcvDocument | null } | { ok: false; reason: SiiTrouble };

/** A month that has just begun is often empty, and so is the side of who only sells to people. */
const LOOKS: readonly { back: number; side: RcvSide }[] = [
  { back: 0, side: "compra" },
  { back: 1, side: "compra" },
  { back: 1, side: "venta" },
];

/** Logs in as a sync would, with a key that is not kept yet, and looks for one document. */
export async function tryOut(desk: Desk, tenantId: string, { rut, ...key }: Candidate): Promise<TriedOut> {
  const writer = await writerOf(desk, tenantId);
  const connection = paced(desk);
  if (!writer || !connection) return { ok: false, reason: "unknown" };
  const session = await sessionOf(desk, { viewer: writer, given_at: key.given_at, key }, connection);
  if (!session.ok) return { ok: false, reason: session.error.reason };
  const ports = { connection, session: session.value, entropy: desk.ports.entropy };
  for (const { back, side } of LOOKS) {
    const month = addMonths(monthNow(desk.ports.clock.now()), -back);
    const found = await firstOf({ rut, month, side, state: "registro" }, ports);
    if ("reason" in found) return { ok: false, reason: found.reason };
    if (found.first) return { ok: true, first: found.first };
  }
  return { ok: true, first: null };
}

async function firstOf(asked: RcvAsked, ports: RcvPorts): Promise<{ first: RcvDocument | null } | Trouble> {
  const summary = await askSummary(asked, ports);
  if (!summary.ok) return summary.error;
  const line = summary.value.lines.find(({ isDetailed, count }) => isDetailed && count > 0);
  if (!line) return { first: null };
  const documents = await askDetail({ ...asked, type: line.type }, ports);
  return documents.ok ? { first: documents.value[0] ?? null } : documents.error;
}
