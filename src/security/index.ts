// Signatures, keys, tokens and the audit chain; it knows no business and reads no setting.
export * from "./api-key.ts";
export * from "./audit.ts";
export * from "./key-ring.ts";
export { ownKey } from "./own-key.ts";
export { takeTokens, type Taken } from "./rate-limiter/window.ts";
export * from "./signature.ts";
export * from "./vault.ts";
