// The faults that can be turned on while the rig runs: their shape, defaults and documentation.
import { z } from "zod";
import { siiKnobs } from "./sii/knobs.ts";

const count = z.number().int().min(0);
const milliseconds = z.number().min(0).max(600_000);
const probability = z.number().min(0).max(1);

/** How the next sends go wrong. `next: null` lasts until it is changed; each failure takes one off `next`. */
const sendFault = z.strictObject({
  kind: z
    .enum(["code", "http_500", "timeout_after_accept", "reset_before", "reset_after"])
    .describe(
      "code: Graph error `code` · http_500: a bare 500 · timeout_after_accept: the message is taken, no answer ever · " +
        "reset_before: connection cut, not taken · reset_after: taken, then the connection is cut",
    ),
  code: z.number().int().default(131000),
  next: count.nullable().default(null),
  probability: probability.default(1),
  only_to: z.string().nullable().default(null).describe("only sends to this phone or user id"),
});

const send = z.strictObject({
  fault: sendFault.nullable().default(null),
  latency_ms: milliseconds.default(0),
  pair_rate: z.boolean().default(false).describe("enforce 1 message per 6 s and pair, burst of 45: 131056"),
  window_24h: z.boolean().default(false).describe("free-form messages need an inbound one of the last 24 h: 131047"),
  allowed_recipients: z.array(z.string()).nullable().default(null).describe("a test number's list: others get 131030"),
});

const statuses = z.strictObject({
  enabled: z.boolean().default(true),
  read: z
    .enum(["when_open", "always", "never"])
    .default("when_open")
    .describe("when_open: the phone page shows that chat"),
  step_ms: milliseconds.default(150).describe("pause before each of sent, delivered, read"),
  order: z.enum(["natural", "reversed", "shuffled"]).default("natural"),
  copies: count.min(1).max(20).default(1),
  fail_code: z.number().int().nullable().default(null).describe("instead of delivered: failed, with this code"),
});

const media = z.strictObject({
  fault: z
    .enum(["expired", "not_found", "wrong_sha", "redirect", "http_500"])
    .nullable()
    .default(null)
    .describe("redirect: the download answers 302 to another host"),
  next: count.nullable().default(null),
  latency_ms: milliseconds.default(0),
  url_in_webhook: z.boolean().default(false).describe("Meta's direct `url` in the webhook's media object"),
});

const webhook = z.strictObject({
  copies: count.min(1).max(50).default(1),
  delay_ms: milliseconds.default(0),
  reorder_ms: milliseconds.default(0).describe("each post waits a random time up to this"),
  batch_size: count.min(1).max(1000).default(1).describe("this many updates in one payload"),
  batch_wait_ms: milliseconds.default(1_000).describe("a batch that does not fill leaves after this"),
  batch_shape: z.enum(["one_change", "many_changes", "many_entries"]).default("one_change"),
  bad_signature: z.boolean().default(false),
  retries_max: count.max(50).default(6),
  retry_ms: milliseconds.default(1_000).describe("second wait after a refused post (the first is none); doubles"),
  timeout_ms: milliseconds.default(20_000),
});

const openai = z.strictObject({
  fault: z
    .enum(["400", "401", "429", "500", "malformed"])
    .nullable()
    .default(null)
    .describe("malformed: broken JSON as content"),
  next: count.nullable().default(null),
  stall_ms: milliseconds.default(0),
  mumble: z.boolean().default(false).describe("a transcription hardly believes in its own words"),
  lie: z
    .record(z.string(), z.unknown())
    .nullable()
    .default(null)
    .describe("these properties get these values wherever the schema has them"),
  content: z.string().nullable().default(null).describe("a chat completion says exactly this, whatever was asked"),
  hostile: z
    .enum(["refusal", "tool_call", "ten_megabytes", "endless", "other_shape"])
    .nullable()
    .default(null)
    .describe(
      "what a chat completion is instead of an answer. tool_call: it wants to act · endless: its body never ends · " +
        "other_shape: 200 and no completion at all",
    ),
});

const ocr = z.strictObject({
  fault: z
    .enum(["403", "429", "500", "garbage", "error_inside"])
    .nullable()
    .default(null)
    .describe("garbage: 200 with a page · error_inside: 200 with an error in it"),
  next: count.nullable().default(null),
  stall_ms: milliseconds.default(0),
  lines: z.array(z.string()).nullable().default(null).describe("what every picture says; null: nothing"),
  tilt: z.number().min(-180).max(180).default(0).describe("degrees by which the words lie askew"),
  confidence: probability.default(0.98),
});

export const knobsSchema = z.strictObject({
  send: send.prefault({}),
  statuses: statuses.prefault({}),
  media: media.prefault({}),
  webhook: webhook.prefault({}),
  openai: openai.prefault({}),
  sii: siiKnobs.prefault({}),
  ocr: ocr.prefault({}),
});

export type Knobs = z.output<typeof knobsSchema>;
export type SendFault = NonNullable<Knobs["send"]["fault"]>;

/** A patch names any part of the tree; objects are merged, everything else replaced. */
export type KnobsPatch = { [Group in keyof Knobs]?: Partial<z.input<typeof knobsSchema>[Group]> };

export function defaultKnobs(): Knobs {
  return knobsSchema.parse({});
}

/** @throws ZodError when a name or a value is not one of the knobs */
export function patchKnobs(knobs: Knobs, patch: unknown): Knobs {
  const groups = z.record(z.string(), z.record(z.string(), z.unknown())).parse(patch);
  const merged: Record<string, unknown> = { ...knobs };
  for (const [group, values] of Object.entries(groups)) {
    merged[group] = { ...(merged[group] as Record<string, unknown> | undefined), ...values };
  }
  return knobsSchema.parse(merged);
}

/** True when a countdown still has a turn, and takes it. `null` never runs out. */
export function takeTurn(counter: { next: number | null }): boolean {
  if (counter.next === null) return true;
  if (counter.next === 0) return false;
  counter.next -= 1;
  return true;
}

/** The fault that hits this send, or null. */
export function sendFaultFor(knobs: Knobs, to: string, random: () => number): SendFault | null {
  const { fault } = knobs.send;
  if (fault === null) return null;
  if (fault.only_to !== null && fault.only_to !== to) return null;
  if (fault.probability < 1 && random() >= fault.probability) return null;
  return takeTurn(fault) ? fault : null;
}
