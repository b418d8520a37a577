// What a service answers that is broken or wants harm: refusals, acts, floods.
import { pause } from "../pause.ts";
import type { Knobs } from "../knobs.ts";

type Hostile = NonNullable<Knobs["openai"]["hostile"]>;

const FLOOD_BYTES = 10 * 1_024 * 1_024;
const TRICKLE_MS = 20;

export function hostileAnswer(kind: Hostile): Response {
  switch (kind) {
    case "refusal":
      return completed({ content: null, refusal: "I can't help with that." });
    case "tool_call":
      return completed({ content: null, tool_calls: [TRANSFER] });
    case "ten_megabytes":
      return completed({ content: JSON.stringify({ concept: "pan ".repeat(FLOOD_BYTES / 4) }) });
    case "endless":
      return new Response(trickle(), { headers: JSON_TYPE });
    case "other_shape":
      return new Response('{"movements":[{"amount_minor":999999999}]}', { headers: JSON_TYPE });
  }
}

const JSON_TYPE = { "content-type": "application/json" };

const TRANSFER = {
  id: "call_1",
  type: "function",
  function: { name: "transfer", arguments: '{"to":"76.123.456-0","amount":999999999}' },
};

function completed(message: Record<string, unknown>): Response {
  const choice = { index: 0, message: { role: "assistant", ...message }, finish_reason: "stop" };
  return new Response(JSON.stringify({ object: "chat.completion", choices: [choice] }), { headers: JSON_TYPE });
}

/** A body that begins well, and never ends while anybody reads it. */
function trickle(): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('{"choices":[')),
    pull: async (controller) => {
      await pause(TRICKLE_MS);
      controller.enqueue(encoder.encode(" "));
    },
  });
}
