import { hashOfSecret, isSameHash } from "#security";
import { authorize, openViewer, type Action, type TokenHolder, type Viewer, type Writer } from "#tenants";
import { refusal } from "./errors.ts";
import type { ApiPorts } from "./ports.ts";

/** Who asks. The operator may name a tenant; a token has one. */
export type Caller = { kind: "operator"; tenant_id: string | null } | ({ kind: "token" } & TokenHolder);

/** The bearer token of an `Authorization` header, or null. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer +(\S{1,512})$/i.exec(header ?? "")?.[1] ?? null;
}

/** Compared by digest, so that neither its length nor its first wrong letter is told by the time it takes. */
export async function isOperator(bearer: string, operatorToken: string | null): Promise<boolean> {
  if (operatorToken === null) return false;
  return isSameHash(await hashOfSecret(bearer), await hashOfSecret(operatorToken));
}

/** The tenant that is asked about; 400 where the operator names none. */
export function tenantIdOf({ tenant_id }: Caller): string {
  if (tenant_id === null) throw refusal("tenant_required");
  return tenant_id;
}

/** The tenant's books to read; 404 where there is no such tenant. */
export async function viewerOf(ports: ApiPorts, caller: Caller): Promise<Viewer> {
  const tenantId = tenantIdOf(caller);
  const viewer = await openViewer(await ports.archive(), tenantId);
  if (!viewer) throw refusal("unknown_tenant");
  return viewer;
}

/** The tenant's books to write, if the caller's role may do `action` there; else 403, or 404. */
export async function writerOf(ports: ApiPorts, caller: Caller, action: Action): Promise<Writer> {
  const isToken = caller.kind === "token";
  const tenant_id = tenantIdOf(caller);
  const allowed = await authorize(await ports.archive(), {
    tenant_id,
    actor: isToken ? { kind: "token", id: caller.token_id } : { kind: "operator", id: "api" },
    standing: isToken ? caller.role : "operator",
    action,
  });
  if (!allowed.ok) throw refusal(allowed.error.reason);
  return allowed.value;
}
