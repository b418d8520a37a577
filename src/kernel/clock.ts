/** The time as the middle of the program sees it: handed in, never read. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
};

/** Randomness as the middle of the program sees it: handed in, never drawn. */
export type Entropy = {
  /** A new identifier: 26 characters of Crockford base32, the first 10 of them time (ULID). */
  id(): string;
  /** A number in [0, 1), for jitter. */
  jitter(): number;
};

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
