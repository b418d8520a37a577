import { papersOfEntries } from "#documents";
import { lookupHash } from "#security";
import { isSilent, newsOf, type Gate, type SiiPorts } from "#sii";
import { openViewer } from "#tenants";
import { conversationById } from "./conversations.ts";
import { worldOf } from "./wiring.ts";

// The tax service's objects, and what they need of the other rooms.

/** The ports of a session object. */
export function siiSessionPorts(env: Env): SiiPorts {
  const world = worldOf(env);
  const { clock, entropy, ring, archive, settings } = world;
  return {
    clock,
    entropy,
    ring,
    archive,
    connection: settings.sii && { bases: settings.sii, fetch: (input, init) => fetch(input, init) },
    clavesOf: async (rut) => {
      // Its name says nothing of whose it is.
      const name = await lookupHash(await ring(), "sii-claves", rut);
      return env.SII_SESSION.get(env.SII_SESSION.idFromName(name));
    },
    spacing_ms: settings.sii_spacing_ms,
    gate: gateOf(env),
    rest: (ms) => scheduler.wait(ms),
    papersOf: papersOfEntries,
    report: async ({ tenant_id, run_id, conversation, file }) => {
      const viewer = await openViewer(await archive(), tenant_id);
      const news = viewer && (await newsOf(viewer, run_id, clock.now()));
      if (!news || isSilent(news)) return;
      const told = { about: "news", news, ...(file && { file }) } as const;
      await conversationById(env.CONVERSATION, conversation)?.tellSii(tenant_id, run_id, told);
    },
    delay: async ({ tenant_id, run_id, conversation, reason, resumes_at }) => {
      const told = { about: "waiting", reason, resumes_at } as const;
      // However often it waits, it is told once.
      await conversationById(env.CONVERSATION, conversation)?.tellSii(tenant_id, `${run_id}:waits`, told);
    },
  };
}

function gateOf(env: Env): Gate {
  const at = (host: string) => env.SII_GATE.get(env.SII_GATE.idFromName(host));
  return {
    take: async (host) => at(host).take(),
    close: async (host, ms, by) => at(host).close(ms, by),
  };
}
