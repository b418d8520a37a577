// The words every room speaks: results, money, dates, text. It imports nothing and touches no world.
export * from "./assert.ts";
export * from "./body.ts";
export * from "./bytes.ts";
export * from "./clock.ts";
export * from "./money.ts";
export * from "./period.ts";
export * from "./result.ts";
export * from "./tax-id.ts";
export * from "./tax-ids/brazil.ts";
export { nitCheckDigit, readNit } from "./tax-ids/colombia.ts";
export { readRucEc } from "./tax-ids/ecuador.ts";
export { weightedSum } from "./tax-ids/sums.ts";
export { readRfc } from "./tax-ids/mexico.ts";
export { readRutUy } from "./tax-ids/uruguay.ts";
export * from "./text.ts";
export * from "./ulid.ts";
