import type { SiiTold } from "./heard.ts";
import { readDialogue, refOf, sealJson, type Room } from "./room.ts";
import { insertInbox } from "./store.ts";

/**
 * Something of the tax service to be told, under a key of its own: told again it is heard once. Nothing is told where
 * the conversation is another business's by now.
 */
export async function tellSii(
  room: Room,
  { tenant_id, key, told }: { tenant_id: string; key: string; told: SiiTold },
): Promise<void> {
  const { membership } = await readDialogue(room);
  if (membership?.tenant_id !== tenant_id) return;
  const ref = await refOf(room, `sii:${key}`);
  const at = room.ports.clock.now();
  const sealed = await sealJson(room, { table: "inbox", row: ref }, { kind: "sii", id: `sii:${key}`, at, told });
  insertInbox(room.sql, { ref, kind: "result", state: "pending", received_at: at, sealed });
}
