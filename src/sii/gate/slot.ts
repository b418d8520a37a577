// When a host of the SII may be asked next, by whichever of us.

import { SECOND_MS } from "#kernel";

/** Ten thousand businesses ask some 35 times each in six hours: 16 calls in a second. */
export const HOST_CALLS_PER_SECOND = 20;
/** The way back to whoever asks takes so much longer or shorter: places lie that far apart, or 21 could come in a second. */
const HOP_MS = 50;
const CALL_EVERY_MS = (SECOND_MS + HOP_MS) / HOST_CALLS_PER_SECOND;
/** Whoever would wait longer comes again, and holds no place meanwhile. */
export const SLOT_WAIT_MAX_MS = 10 * SECOND_MS;

/** Epoch ms. `free_at`: the next place in the row; `open_at`: before it the host is asked by nobody. */
export type Line = { free_at: number; open_at: number };

/** @returns in how many ms the caller may ask; above `SLOT_WAIT_MAX_MS` no place was kept for it */
export function takeSlot(line: Line, now: number): { wait_ms: number; line: Line } {
  const at = Math.max(now, line.free_at, line.open_at);
  const wait_ms = at - now;
  if (wait_ms > SLOT_WAIT_MAX_MS) return { wait_ms, line };
  return { wait_ms, line: { ...line, free_at: at + CALL_EVERY_MS } };
}
