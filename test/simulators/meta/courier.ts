// Carries webhooks to the bot as Meta does: signed, repeated until 200, and with whatever faults are turned on.
import type { Knobs } from "../knobs.ts";
import { serialiseLikeMeta, sign } from "../sign.ts";
import type { ChangeValue, Payload } from "./inbound.ts";
import { payloadOf } from "./payload.ts";

/** What one post came back with; `status` is null when there was no answer. */
export type Attempt = { status: number | null; error: string | null; milliseconds: number };

export type Courier = {
  /** Resolves with the first attempt of the post that carries this update. */
  carry(value: ChangeValue): Promise<Attempt>;
  /** Resolves when nothing is waiting, flying or being retried. */
  settle(): Promise<void>;
  stop(): void;
};

export type Carried = { payload: Payload; copy: number; attempt: number; outcome: Attempt };

type World = {
  webhookUrl: string;
  appSecret: string;
  wabaId: string;
  knobs: () => Knobs;
  random: () => number;
  report: (carried: Carried) => void;
};

type Waiting = { value: ChangeValue; resolve: (attempt: Attempt) => void };

export function createCourier(world: World): Courier {
  const stopped = new AbortController();
  const flights = new Set<Promise<unknown>>();
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const { batch_shape, copies } = world.knobs().webhook;
    const payload = payloadOf(
      world.wabaId,
      group.map((one) => one.value),
      batch_shape,
    );
    for (let copy = 0; copy < copies; copy += 1) {
      const flight = fly(world, stopped.signal, {
        payload,
        copy,
        onFirst: (first) => {
          if (copy === 0) for (const one of group) one.resolve(first);
        },
      });
      flights.add(flight);
      void flight.finally(() => flights.delete(flight));
    }
  };

  return {
    carry: (value) =>
      new Promise((resolve) => {
        waiting.push({ value, resolve });
        const { batch_size, batch_wait_ms } = world.knobs().webhook;
        if (waiting.length >= batch_size) flush();
        else timer ??= setTimeout(flush, batch_wait_ms);
      }),
    settle: async () => {
      flush();
      while (flights.size > 0) await Promise.allSettled(flights);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      stopped.abort();
      for (const one of waiting) one.resolve(NOT_SENT);
      waiting = [];
    },
  };
}

const NOT_SENT: Attempt = { status: null, error: "stopped", milliseconds: 0 };
const RETRY_WAIT_MS_MAX = 60_000;

type Flight = { payload: Payload; copy: number; onFirst: (attempt: Attempt) => void };

async function fly(world: World, stopped: AbortSignal, { payload, copy, onFirst }: Flight): Promise<void> {
  const { delay_ms, reorder_ms } = world.knobs().webhook;
  await pause(delay_ms + world.random() * reorder_ms, stopped);
  // One text for all attempts: Meta repeats the same bytes.
  const body = serialiseLikeMeta(payload);
  for (let attempt = 0; ; attempt += 1) {
    const outcome = stopped.aborted ? NOT_SENT : await post(world, body, stopped);
    if (attempt === 0) onFirst(outcome);
    if (stopped.aborted) return;
    world.report({ payload, copy, attempt, outcome });
    const { retries_max, retry_ms } = world.knobs().webhook;
    if (outcome.status === 200 || attempt >= retries_max) return;
    // The first repetition comes at once, then with decreasing frequency.
    const wait = attempt === 0 ? 0 : Math.min(retry_ms * 2 ** (attempt - 1), RETRY_WAIT_MS_MAX);
    await pause(wait, stopped);
  }
}

async function post(world: World, body: string, stopped: AbortSignal): Promise<Attempt> {
  const { bad_signature, timeout_ms } = world.knobs().webhook;
  const started = performance.now();
  const elapsed = (): number => Math.round((performance.now() - started) * 10) / 10;
  try {
    const response = await fetch(world.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "facebookexternalua",
        "x-hub-signature-256": sign(body, bad_signature ? `not ${world.appSecret}` : world.appSecret),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.any([stopped, AbortSignal.timeout(timeout_ms)]),
    });
    await response.arrayBuffer();
    return { status: response.status, error: null, milliseconds: elapsed() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { status: null, error: cause === "" ? "connection refused" : cause, milliseconds: elapsed() };
  }
}

async function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || stopped.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds);
    stopped.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
  });
}
