import { err, ok, type Result } from "#kernel";
import { ask, type PacedConnection } from "../session/client.ts";
import type { Session, Trouble } from "../session/credential.ts";
import type { ClaimAction, ClaimReason } from "./action.ts";
import {
  claimRequest,
  historyRequest,
  readClaim,
  readHistory,
  readReception,
  receptionRequest,
  type ClaimDocument,
  type ClaimEvent,
  type ClaimTrouble,
} from "./payload.ts";

export type ClaimPorts = { connection: PacedConnection; session: Session };

/** Says something of a document, for good. Asked once: whoever hears no answer looks into the history first. */
export async function askClaim(
  { document, action }: { document: ClaimDocument; action: ClaimAction },
  ports: ClaimPorts,
): Promise<Result<ClaimReason, Trouble>> {
  return call(claimRequest(document, action), readClaim, ports);
}

/** What was said of a document so far; the reason of the SII where it tells nothing. */
export async function askHistory(
  document: ClaimDocument,
  ports: ClaimPorts,
): Promise<Result<ClaimEvent[] | ClaimReason, Trouble>> {
  return call(historyRequest(document), readHistory, ports);
}

/** When the SII received it: local, `YYYY-MM-DDTHH:MM:SS`; the eight days run from there. */
export async function askReception(
  document: ClaimDocument,
  ports: ClaimPorts,
): Promise<Result<string | null, Trouble>> {
  return call(receptionRequest(document), readReception, ports);
}

const PATH = "/WSREGISTRORECLAMODTE/registroreclamodteservice";

async function call<T>(
  body: string,
  read: (soap: string) => Result<T, ClaimTrouble>,
  { connection, session }: ClaimPorts,
): Promise<Result<T, Trouble>> {
  const answer = await ask(connection, {
    host: "ws1.sii.cl",
    path: PATH,
    method: "POST",
    headers: { "Content-Type": "text/xml; charset=utf-8", SOAPAction: '""', Accept: "text/xml" },
    cookies: { TOKEN: session.token },
    body,
  });
  if (!answer.ok) return answer;
  const told = read(answer.value.text);
  if (told.ok) return ok(told.value);
  const { reason, evidence } = told.error;
  return err({ reason: reason === "session" ? "session_over" : "unknown", evidence, host: "ws1.sii.cl" });
}
