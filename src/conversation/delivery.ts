import type { Delivery, DeliveryState } from "#channels";

/** What the channel said of one message of ours, each with the channel's own time (epoch ms). */
export type DeliveryLog = { state: DeliveryState; at: number; code?: number }[];

const RANK: Readonly<Record<DeliveryState, number>> = { failed: 0, sent: 1, delivered: 2, read: 3, played: 4 };

/** Files a status. Statuses come twice and out of order: the log keeps each once, lowest rung first. */
export function ladder(log: DeliveryLog, { state, at, error }: Delivery): DeliveryLog {
  if (log.some((each) => each.state === state)) return log;
  const step = error ? { state, at, code: error.code } : { state, at };
  return [...log, step].toSorted((a, b) => RANK[a.state] - RANK[b.state]);
}

/** The state to show: the highest rung reached; `failed` only where nothing better is known. */
export function deliveryState(log: DeliveryLog): DeliveryState | null {
  return log.at(-1)?.state ?? null;
}
