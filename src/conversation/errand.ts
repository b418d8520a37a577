import type { Address } from "#channels";
import { assert, type Entropy } from "#kernel";
import { authorize, openViewer, type Action, type Archive, type Viewer, type Writer } from "#tenants";
import type { Membership } from "./dialogue.ts";
import type { Ports } from "./ports.ts";

/** Who asks, and with what the books are opened. */
export type Errand = {
  archive: Archive;
  membership: Membership;
  address: Address;
  now: number;
  entropy: Entropy;
  worth: Ports["worth"];
  sii: Ports["sii"];
};

/** Null where this person's role may not do it. */
export async function writerOf({ archive, membership }: Errand, action: Action): Promise<Writer | null> {
  const { tenant_id, contact_id, role } = membership;
  const allowed = await authorize(archive, {
    tenant_id,
    actor: { kind: "contact", id: contact_id },
    standing: role,
    action,
  });
  if (allowed.ok) return allowed.value;
  assert(allowed.error.reason === "forbidden", "the business of a conversation exists");
  return null;
}

/** The books to read from, whatever this person's role. */
export async function viewerOf({ archive, membership }: Errand): Promise<Viewer> {
  const viewer = await openViewer(archive, membership.tenant_id);
  assert(viewer, "the business of a conversation exists");
  return viewer;
}
