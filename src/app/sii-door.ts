import type { Ports } from "#conversation";
import { papersOfEntries, type TakeList } from "#documents";
import { lookupHash } from "#security";
import { utmsOf } from "#rates";
import {
  claim,
  disconnect,
  gatherReport,
  importRcv,
  sync,
  type ClaimingPorts,
  type ConnectPorts,
  type GatherPorts,
  type ImportPorts,
  type SiiSessionRpc,
} from "#sii";
import { enlist, strike } from "./schedule-door.ts";
import type { World } from "./wiring.ts";

// What conversations and the API ask of the tax service's objects.

/** What a conversation may ask. */
export function siiDoor(world: World): Ports["sii"] {
  return {
    sync: async (writer, request) => sync(writer, { cause: "asked", request }, connectPorts(world)),
    disconnect: async (writer) => disconnect(writer, connectPorts(world)),
    claim: async (writer, claiming) => claim(writer, claiming, claimingPorts(world)),
    taxes: async (viewer, month) =>
      (await gatherReport(viewer, { month, proposal: null }, gatherPorts(world)))?.report ?? null,
  };
}

export function claimingPorts(world: World): ClaimingPorts {
  return { ...connectPorts(world), papersOf: papersOfEntries };
}

/** What a month's taxes are gathered with; without an address of the SII its tables are those that we carry. */
export function gatherPorts({ clock, rates }: World): GatherPorts {
  return { now: clock.now(), utmsOf: async (months) => (rates === null ? new Map() : utmsOf(rates, months)) };
}

export function connectPorts(world: World): ConnectPorts {
  const { clock, entropy, env } = world;
  return {
    now: clock.now(),
    entropy,
    sessionOf: (rut) => sessionOf(world, rut),
    enlist: (tenant) => enlist(env, tenant),
    strike: (tenant) => strike(env, tenant),
  };
}

/** The object of a RUT; its name says nothing of whose it is. */
async function sessionOf({ env, ring }: World, rut: string): Promise<SiiSessionRpc> {
  const name = await lookupHash(await ring(), "sii-session", rut);
  return env.SII_SESSION.get(env.SII_SESSION.idFromName(name));
}

/** A file of the tax service's register, sent in place of a connection. */
export function listTaker(world: World): TakeList {
  return async (writer, { file, source_ref, conversation }) => {
    const { bytes, filename } = file;
    const told = await importRcv(writer, { bytes, filename, conversation, request: source_ref }, importPorts(world));
    return told && { outcome: "list", told };
  };
}

/** One object for each file: it is empty once that is told. */
export function importPorts({ clock, entropy, env }: World): ImportPorts {
  const { SII_SESSION } = env;
  const fileOf: ImportPorts["fileOf"] = (tenantId, runId) =>
    SII_SESSION.get(SII_SESSION.idFromName(`file:${tenantId}:${runId}`));
  return { now: clock.now(), entropy, fileOf };
}
