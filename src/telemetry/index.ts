// What operators see: log lines and counters. It refuses to know what any of it means.
export * from "./log.ts";
export * from "./metric.ts";
