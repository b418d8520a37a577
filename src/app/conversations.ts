import type { Address, Delivery, Inbound } from "#channels";
import type { ConversationRpc } from "#conversation";
import { lookupHash, type KeyRing } from "#security";
import { count, faultFields, logProblem } from "#telemetry";
import { aliasObject, type Archive } from "#tenants";

// Which object a person's messages go to, and how they get there.

/** Objects called side by side for one payload. */
const CALLS_AT_ONCE_MAX = 50;

type Stub = ConversationRpc;
export type Namespace = DurableObjectNamespace;
export type Directory = { ring(): Promise<KeyRing>; archive(): Promise<Archive> };

/** The conversation object by its id (64 hex digits), or null where that is none of ours. */
export function conversationById(namespace: Namespace, id: string): Stub | null {
  if (!/^[0-9a-f]{64}$/.test(id)) return null;
  try {
    return namespace.get(namespace.idFromString(id)) as unknown as Stub;
  } catch {
    return null;
  }
}

/** The object that serves an address: by phone when there is one, else by what the alias table knows of the user id. */
export async function conversationIdOf(namespace: Namespace, directory: Directory, address: Address): Promise<string> {
  if (address.phone === null && address.user_id !== null) {
    const known = await aliasObject(await directory.archive(), { channel: "whatsapp", user_id: address.user_id });
    if (known !== null) return known;
  }
  const ring = await directory.ring();
  const name = await lookupHash(ring, "conversation", `whatsapp|${address.phone ?? address.user_id ?? ""}`);
  return namespace.idFromName(name).toString();
}

type Load = { messages: Inbound[]; deliveries: Delivery[] };

/**
 * Brings a payload to its conversations, in parallel and each by itself. Throws where one could not store a message,
 * so that the channel delivers again; a status that could not be filed is only counted.
 */
export async function deliver(
  namespace: Namespace,
  directory: Directory,
  { messages, deliveries }: { messages: readonly Inbound[]; deliveries: readonly Delivery[] },
): Promise<void> {
  const loads = await sorted(namespace, directory, { messages, deliveries });
  const calls = [...loads];
  let lost = 0;
  for (let i = 0; i < calls.length; i += CALLS_AT_ONCE_MAX) {
    const done = await Promise.all(
      calls.slice(i, i + CALLS_AT_ONCE_MAX).map(([id, load]) => hand(namespace, id, load)),
    );
    lost += done.filter((stored) => !stored).length;
  }
  if (lost > 0) throw new Error(`${lost} conversations did not store their messages`);
}

async function sorted(
  namespace: Namespace,
  directory: Directory,
  { messages, deliveries }: { messages: readonly Inbound[]; deliveries: readonly Delivery[] },
): Promise<Map<string, Load>> {
  const loads = new Map<string, Load>();
  const ids = new Map<string, Promise<string>>();
  const idOf = (address: Address): Promise<string> => {
    const key = `${address.phone ?? ""}|${address.phone === null ? address.user_id : ""}`;
    const known = ids.get(key) ?? conversationIdOf(namespace, directory, address);
    ids.set(key, known);
    return known;
  };
  for (const message of messages) loadOf(loads, await idOf(message.from)).messages.push(message);
  for (const delivery of deliveries)
    loadOf(loads, keyedId(delivery) ?? (await idOf(delivery.to))).deliveries.push(delivery);
  return loads;
}

/** Our own key in a status names its conversation: `<object id>.<row>`. */
function keyedId({ key }: Delivery): string | null {
  return /^([0-9a-f]{64})\./.exec(key ?? "")?.[1] ?? null;
}

function loadOf(loads: Map<string, Load>, id: string): Load {
  const load = loads.get(id) ?? { messages: [], deliveries: [] };
  loads.set(id, load);
  return load;
}

/** True when nothing that must be stored was left out. A broken stub is replaced once, as the platform advises. */
async function hand(namespace: Namespace, id: string, load: Load): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      const stub = conversationById(namespace, id);
      if (!stub) return load.messages.length === 0;
      await stub.accept(load.messages, load.deliveries);
      return true;
    } catch (fault) {
      const again = attempt === 1 && (fault as { retryable?: boolean }).retryable === true;
      if (again) continue;
      count("conversation_unreachable_total");
      logProblem("conversation.unreachable", { conversation: id.slice(0, 12), ...faultFields(fault) });
      return load.messages.length === 0;
    }
  }
}
