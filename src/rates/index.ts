// What a currency was worth on a day, from tables that an authority publishes; it knows no books and books nothing.
export { siiPages } from "./client.ts";
export { equivalent, type Asked, type Equivalent } from "./equivalent.ts";
export { valueOn, type RatePorts } from "./value-on.ts";
export type { Away, FetchPage, PageProblem } from "./errors.ts";
export type { Rate } from "./rate.ts";
export { utmsOf } from "./utm-on.ts";
