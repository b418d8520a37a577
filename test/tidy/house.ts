// The plan of the house, as the rules need it.

/** Rooms by step. A room imports only from lower steps; rooms of one step do not know each other. */
export const STAIRCASE: readonly (readonly string[])[] = [
  ["kernel"],
  ["locales", "security", "telemetry", "database"],
  ["tenants", "channels", "ai"],
  ["ledger", "language", "voice", "partners", "notifications", "rates", "dte"],
  ["match"],
  ["documents", "sii"],
  ["reminders", "insights"],
  ["conversation"],
  ["web"],
  ["app"],
];

/** The files whose name says that they touch the world; all others are pure. `index` and `tables` only declare. */
export const HANDS = ["store", "client", "routes", "object", "jobs"] as const;

/** What wrangler starts. They stand above the staircase and belong to the wiring. */
export const WORKER_ENTRIES: readonly string[] = ["src/worker.ts", "src/documents/reader.ts"];

/** Node programs behind the npm scripts: outside the staircase, never bundled. */
export const COMMANDS = "src/commands/";

/** Files longer than the tripwire, each with the reason why splitting would make it worse. */
export const LONG_FILES: Readonly<Record<string, string>> = {};

export type Place = {
  /** The room's name; null for files directly in src/ and for all outside it. */
  room: string | null;
  /** 1 is the lowest step; null outside the staircase. */
  step: number | null;
  /** File name without its last extension. */
  name: string;
};

export function placeOf(path: string): Place {
  const [, room = null] = /^src\/([^/]+)\//.exec(path) ?? [];
  return { room, step: room === null ? null : stepOf(room), name: /([^/]+?)(?:\.\w+)?$/.exec(path)?.[1] ?? path };
}

export function stepOf(room: string): number | null {
  const index = STAIRCASE.findIndex((rooms) => rooms.includes(room));
  return index === -1 ? null : index + 1;
}
