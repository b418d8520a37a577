import type { Ports } from "#conversation";
import { lookupHash } from "#security";
import { disconnect, sync, type ConnectPorts, type SiiSessionRpc } from "#sii";
import type { World } from "./wiring.ts";

// What conversations and the API ask of the tax service's objects.

/** What a conversation may ask. */
export function siiDoor(world: World): Ports["sii"] {
  return {
    sync: async (writer, request) => sync(writer, { cause: "asked", request }, connectPorts(world)),
    disconnect: async (writer) => disconnect(writer, connectPorts(world)),
  };
}

export function connectPorts(world: World): ConnectPorts {
  const { clock, entropy } = world;
  return { now: clock.now(), entropy, sessionOf: (rut) => sessionOf(world, rut) };
}

/** The object of a RUT; its name says nothing of whose it is. */
async function sessionOf({ env, ring }: World, rut: string): Promise<SiiSessionRpc> {
  const name = await lookupHash(await ring(), "sii-session", rut);
  return env.SII_SESSION.get(env.SII_SESSION.idFromName(name));
}
