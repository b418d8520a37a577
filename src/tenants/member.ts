import { memberRows } from "./store.ts";
import type { Role } from "./tenant.ts";
import type { Viewer } from "./viewer.ts";

/** A person of the business and how the channels reach them. */
export type Member = {
  contact_id: string;
  role: Role;
  phone: string | null;
  user_id: string | null;
  profile_name: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
};

/** The people of a tenant, in the order they came. */
export async function membersOf(viewer: Viewer): Promise<Member[]> {
  const rows = await memberRows(viewer.directory, viewer.tenant.id);
  return Promise.all(
    rows.map(async ({ role, since, contact }) => {
      const open = async (column: string, sealed: string | null): Promise<string | null> =>
        sealed === null ? null : viewer.unseal({ table: "contacts", column, row: contact.id }, sealed);
      return {
        contact_id: contact.id,
        role,
        phone: await open("phone", contact.phone_sealed),
        user_id: await open("user_id", contact.user_id_sealed),
        profile_name: await open("profile_name", contact.profile_name_sealed),
        created_at: since,
      };
    }),
  );
}
