// One look at what the tax service knows, or a file that somebody sent in place of it.

import type { SiiTrouble } from "../session/trouble.ts";

export type RunCause = "connected" | "asked" | "schedule" | "file";

/** `waiting`: the SII is away or busy, and it goes on by itself. */
export type RunState = "running" | "waiting" | "done" | "failed";

/**
 * `counts_differ`: the SII counts other documents than it lists, however often it is asked. `too_large`: the books have more
 * entries around its months than can be held against them.
 */
export type RunTrouble = SiiTrouble | "counts_differ" | "disconnected" | "too_large";

export type Run = {
  id: string;
  cause: RunCause;
  state: RunState;
  reason: RunTrouble | null;
  /** ISO 8601, UTC. */
  started_at: string;
  ended_at: string | null;
};
