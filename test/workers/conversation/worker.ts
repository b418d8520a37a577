// The conversation object in workerd, with a clock that tests set and nothing else behind it.
import { conversationObject, type Ports } from "#conversation";
import { openKeyRing } from "#src/security/index.ts";

/** Epoch ms. */
export const clock = { at: Date.UTC(2026, 10, 18, 15) };

const KEYS = `k1:${btoa("a-master-key-of-thirty-two-bytes")}`;

const closed = (what: string) => (): never => {
  throw new Error(`these tests have no ${what}`);
};

function ports(): Ports {
  return {
    clock: { now: () => clock.at },
    entropy: { id: () => "01JCZX9E40TEST000000000000", jitter: () => 0.5 },
    ring: async () => {
      const ring = await openKeyRing(KEYS);
      if (!ring.ok) throw new Error(ring.error.reason);
      return ring.value;
    },
    archive: closed("databases"),
    channel: () => null,
    limits: { take: closed("limits") },
    tell: null,
    worth: closed("rates"),
    flushCounts: async () => undefined,
    dispatch: async () => undefined,
    scan_page: "https://lucas.example/escanear",
    sii_page: "https://lucas.example/conectar-sii",
    report_page: "https://lucas.example/informe",
    sii: {
      sync: closed("tax service"),
      disconnect: closed("tax service"),
      claim: closed("tax service"),
      taxes: closed("tax service"),
    },
  };
}

export class Conversation extends conversationObject(ports) {}

export default { fetch: () => new Response("not found", { status: 404 }) };
