// How often something that could not be begun is begun again.

import { MINUTE_MS, SECOND_MS } from "#kernel";

const FIRST_RETRY_MS = 30 * SECOND_MS;
const RETRY_MS_MAX = 30 * MINUTE_MS;
/** Some hour and a half; behind it the next turn comes anyway. */
export const TRIES_MAX = 8;

/** In how many ms it is tried again, half of it by chance, so that those who failed together do not come together. @param jitter in [0, 1) */
export function retryMs(tries: number, jitter: number): number {
  const whole = Math.min(RETRY_MS_MAX, FIRST_RETRY_MS * 2 ** (tries - 1));
  return Math.round(whole / 2 + (whole / 2) * jitter);
}
