// The words every room speaks: results, money, dates, text. It imports nothing and touches no world.
export * from "./assert.ts";
export * from "./body.ts";
export * from "./bytes.ts";
export * from "./clock.ts";
export * from "./money.ts";
export * from "./period.ts";
export * from "./result.ts";
export * from "./tax-id.ts";
export * from "./text.ts";
export * from "./ulid.ts";
