import { err, ok, type Result } from "#kernel";
import type { Trouble } from "../session/credential.ts";
import type { Desk } from "../session/desk.ts";
import { policyOf, type SiiTrouble } from "../session/trouble.ts";
import { visit } from "../session/visit.ts";
import type { ClaimAction, ClaimReason } from "./action.ts";
import { askClaim, askHistory, askReception, type ClaimPorts } from "./client.ts";
import type { ClaimDocument } from "./payload.ts";

/** `is_again`: it was begun before, and nobody knows what came of that. */
export type ClaimSpoken = { document: ClaimDocument; action: ClaimAction; is_again: boolean };

/**
 * `registered`: the SII has it, from now or from before. `refused`: it never will; `received_at` of one that is too late.
 * `hindered`: nothing was said. `unknown`: it may have been, which the history tells once the SII answers.
 */
export type ClaimEnd =
  | { end: "registered" }
  | { end: "refused"; reason: ClaimReason; received_at: string | null }
  | { end: "hindered" | "unknown"; trouble: SiiTrouble };

/** Says something of a document to the SII, once however often it is asked for. */
export async function speakClaim(desk: Desk, tenantId: string, spoken: ClaimSpoken): Promise<ClaimEnd> {
  const told = await visit(desk, tenantId, (ports) => register(spoken, ports));
  if (told.ok) return told.value;
  return { end: spoken.is_again ? "unknown" : "hindered", trouble: told.error.reason };
}

type Told = Result<ClaimEnd, Trouble>;

async function register(spoken: ClaimSpoken, ports: ClaimPorts): Promise<Told> {
  const before = spoken.is_again ? await isRegistered(spoken, ports) : ok(false);
  if (!before.ok) return before;
  if (before.value) return ok({ end: "registered" });
  const answer = await askClaim(spoken, ports);
  if (!answer.ok) return unanswered(spoken, answer.error, ports);
  return answer.value === "busy" ? unanswered(spoken, BUSY, ports) : ok(await endOf(spoken, answer.value, ports));
}

const BUSY: Trouble = { reason: "unavailable", evidence: "codResp -1" };

async function endOf({ document }: ClaimSpoken, reason: ClaimReason, ports: ClaimPorts): Promise<ClaimEnd> {
  if (reason === "registered" || reason === "repeated") return { end: "registered" };
  const received = reason === "late" ? await askReception(document, ports) : ok(null);
  return { end: "refused", reason, received_at: received.ok ? received.value : null };
}

/** The answer is lost, and with it whether it was said: the history tells. A page of trouble says that nothing was heard. */
async function unanswered(spoken: ClaimSpoken, trouble: Trouble, ports: ClaimPorts): Promise<Told> {
  const isUnheard = trouble.wait_ms !== undefined || policyOf(trouble.reason).mend !== "wait";
  if (isUnheard) return err(trouble);
  const after = await isRegistered(spoken, ports);
  if (!after.ok) return ok({ end: "unknown", trouble: trouble.reason });
  return ok(after.value ? { end: "registered" } : { end: "hindered", trouble: trouble.reason });
}

async function isRegistered({ document, action }: ClaimSpoken, ports: ClaimPorts): Promise<Result<boolean, Trouble>> {
  const history = await askHistory(document, ports);
  if (!history.ok) return history;
  return ok(Array.isArray(history.value) && history.value.some(({ code }) => code === action));
}
