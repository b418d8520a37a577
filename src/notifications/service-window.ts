// Meta's 24-hour window: free-form messages may go out only within a day of the person's last message.

const HOUR_MS = 3_600_000;

/** A margin for clocks and for the time a message waits at Meta. */
const MARGIN_MS = 10 * 60_000;
const WINDOW_MS = 24 * HOUR_MS - MARGIN_MS;

/** @param lastHeardAt epoch ms of the person's last message by the channel's clock; null when they never wrote */
export function isWindowOpen(lastHeardAt: number | null, now: number): boolean {
  return lastHeardAt !== null && now - lastHeardAt < WINDOW_MS;
}
