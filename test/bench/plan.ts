/** How much is measured. Counts of requests are for one round and one row. */
export type Plan = {
  rounds: number;
  /** People who write in turn. */
  contacts: number;
  closedMs: number;
  closedRequests: number;
  openSeconds: number;
  /** New people per round, for each of the two paces. */
  newcomers: number;
  /** Payloads of a hundred messages. */
  batches: number;
  talk: { newcomers: number; lone: number; bursts: number };
  /** Messages read to tell how fast that goes. */
  readings: number;
  /** Hostile files. */
  hostile: number;
  /** Of the pictures of documents one of so many is read. */
  pictureStep: number;
  /** Connected with the SII, in the simulation of its day. */
  businesses: number;
  /** Which pictures of stamps. */
  stamps: "held" | "short";
};

export const FULL: Plan = {
  rounds: 5,
  contacts: 200,
  closedMs: 1_600,
  closedRequests: 8_000,
  openSeconds: 2,
  newcomers: 40,
  batches: 20,
  talk: { newcomers: 40, lone: 120, bursts: 24 },
  readings: 200_000,
  hostile: 3_000,
  pictureStep: 1,
  businesses: 10_000,
  stamps: "held",
};

export const QUICK: Plan = {
  rounds: 2,
  contacts: 40,
  closedMs: 350,
  closedRequests: 3_000,
  openSeconds: 0.5,
  newcomers: 12,
  batches: 8,
  talk: { newcomers: 16, lone: 16, bursts: 4 },
  readings: 30_000,
  hostile: 250,
  pictureStep: 17,
  businesses: 2_000,
  stamps: "short",
};

/** Connections of the closed loop. */
export const WIRES = 8;
/** Requests a second of the open loop, where the disk keeps up with the floor at twice that. */
export const RATE_PER_S = 200;
/** New contacts cost a database file each, so they come more slowly: one of so many. */
export const NEWCOMER_SHARE = 8;
export const BATCH_MESSAGES = 100;

/** People nobody else of this run is. */
export const FIRST_BATCH_PERSON = 50_000;
export const FIRST_NEWCOMER = 100_000;
export const NEWCOMERS_PER_ROUND_MAX = 1_000;
