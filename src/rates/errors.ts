import type { Result } from "#kernel";

/** Why a page was not had: the service is away, or it does not publish this one (yet). */
export type Away = { reason: "not_found" | "redirected" | "status" | "too_large" | "timeout" | "unreachable" };

/** Why nothing of a page is believed, with the day, month or words that gave it away. */
export type PageProblem = {
  reason:
    /** No month of it has a value. */
    | "empty"
    /** The document ends before its end. */
    | "truncated"
    /** Its title names other years only. */
    | "other_year"
    /** A row is not made of pairs of day and value. */
    | "row"
    /** A value stands beside what is no day of its month, or beside no day. */
    | "day"
    /** A number is written as none of its page. */
    | "number"
    /** A value that the currency cannot have had. */
    | "range"
    /** More than ten percent a day. */
    | "jump"
    /** One day, two values. */
    | "contradiction"
    /** A day that nobody can have published yet. */
    | "future"
    /** A value on a day on which banks do not open. */
    | "weekend"
    | "too_many";
  evidence: string;
};

/** Enough of a page to find the place; logs are no archive of pages. */
export const EVIDENCE_CHARS_MAX = 40;

/** Gets a page of www.sii.cl by its path, `/valores_y_fechas/uf/uf2026.htm`. */
export type FetchPage = (path: string) => Promise<Result<Uint8Array, Away>>;
