import { err, ok, type Month, type Result } from "#kernel";
import { keyOf } from "../connection/store.ts";
import type { Credential, Trouble } from "../session/credential.ts";
import type { Desk } from "../session/desk.ts";
import type { SiiTrouble } from "../session/trouble.ts";
import { visit, type Visit } from "../session/visit.ts";
import { readProposal } from "../taxes/f29/payload.ts";
import { askProposalPage } from "./client.ts";

/** Whole pesos, documents, or percent. */
export type ProposedCode = { code: number; value: number };

/** `not_own`: only the business itself is shown it, and who logs in is somebody else. */
export type Proposed = { ok: true; codes: ProposedCode[] } | { ok: false; reason: SiiTrouble | "not_own" };

/** What the SII proposes for the F29 of a month. */
export async function askProposal(desk: Desk, tenantId: string, month: Month): Promise<Proposed> {
  const told = await visit(desk, tenantId, (at) => proposalIn(at, month));
  if (!told.ok) return { ok: false, reason: told.error.reason };
  return told.value === "not_own" ? { ok: false, reason: "not_own" } : { ok: true, codes: told.value };
}

async function proposalIn(at: Visit, month: Month): Promise<Result<ProposedCode[] | "not_own", Trouble>> {
  const key = await keyOf(at.viewer);
  if (key === null || holderOf(key.credential) !== at.own.rut) return ok("not_own");
  const page = await askProposalPage({ rut: at.own.rut, month }, at);
  if (!page.ok) return page;
  if (page.value === "not_own") return ok("not_own");
  const read = readProposal(page.value.data);
  return read.ok
    ? ok([...read.value].map(([code, value]) => ({ code, value })))
    : err({ reason: "unknown", evidence: `f29 ${read.error.evidence}` });
}

function holderOf(credential: Credential): string {
  return credential.kind === "clave" ? credential.rut : credential.certificate.rut;
}
