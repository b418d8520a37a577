// Voice notes into words; it refuses to know what the words mean.
export * from "./jobs.ts";
export type * from "./outcome.ts";
