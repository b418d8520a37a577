// May this be sent, now, and how; it refuses to know what is said.
export * from "./pair-rate.ts";
export * from "./service-window.ts";
