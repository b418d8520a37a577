import { findConnection } from "#sii";
import type { Effect, Outcome } from "./effect.ts";
import { viewerOf, writerOf, type Errand } from "./errand.ts";

// What a person asks of the connection with the tax service, carried out.

export async function askSii({ asks, source_ref }: Extract<Effect, { kind: "sii" }>, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  const own = await findConnection(viewer);
  if (!own) return { kind: "sii", answer: { is: "not_connected" } };
  if (asks === "status") {
    const { rut, kind, synced_at, state, reason } = own;
    const answer =
      state === "stopped" ? ({ is: "stopped", reason } as const) : ({ is: "connected", rut, kind, synced_at } as const);
    return { kind: "sii", answer };
  }
  const writer = await writerOf(errand, asks === "sync" ? "sii.keep" : "sii.connect");
  if (!writer) return { kind: "forbidden" };
  if (asks === "disconnect") {
    await errand.sii.disconnect(writer);
    return { kind: "sii", answer: { is: "disconnected" } };
  }
  const asked = await errand.sii.sync(writer, source_ref);
  if (asked.outcome === "stopped") return { kind: "sii", answer: { is: "stopped", reason: own.reason } };
  return { kind: "sii", answer: { is: asked.outcome } };
}
