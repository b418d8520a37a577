// How many messages a tenant and all tenants may have processed in a minute; it refuses to know what a message is.
export * from "./object.ts";
export type { Grant } from "./window.ts";
