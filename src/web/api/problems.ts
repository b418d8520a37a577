import type { z } from "@hono/zod-openapi";

// What is wrong with a request, field by field, in our own words: those of the schema library change with its version and
// speak of its types. What a client sent stays out of the answer.

type Issue = z.core.$ZodIssue;

/** What was judged: `target` is the part of the request, `data` all that it holds. */
export type Misfit = { error: { issues: readonly Issue[] }; target: string; data?: unknown };

export type Problem = { field: string; problem: string };

/** Of a field that came more than once only that is told, and once. */
export function problemsIn({ error, target, data }: Misfit): Problem[] {
  const repeated = REPEATABLE.has(target) ? fieldsRepeated(data) : [];
  const others = error.issues.filter(({ path }) => !repeated.includes(String(path[0])));
  return [
    ...repeated.map((field) => ({ field, problem: "must be given once" })),
    ...others.map((issue) => ({ field: issue.path.map(String).join("."), problem: problemOf(issue, data) })),
  ];
}

/** Where a name may stand twice; of what did, all values come as a list. */
const REPEATABLE: ReadonlySet<string> = new Set(["form", "query"]);

function fieldsRepeated(data: unknown): string[] {
  return Object.entries(data ?? {}).flatMap(([field, value]) => (Array.isArray(value) ? [field] : []));
}

function problemOf(issue: Issue, data: unknown): string {
  // What our own schemas say begins as half a sentence; the library's own words begin one.
  if (/^[a-z]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return valueAt(data, issue.path) === undefined
        ? "is missing"
        : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return valueAt(data, issue.path) === undefined
        ? "is missing"
        : `must be ${issue.values.map(String).join(" or ")}`;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return `must ${limitOf(issue.origin, "most", issue.maximum)}`;
    default:
      return "has none of the forms that it may have";
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

const UNITS: Readonly<Record<string, string>> = { string: "characters", array: "items" };

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: "too_small" }>): string {
  if (inclusive === false) return `must be more than ${minimum}`;
  return UNITS[origin] !== undefined && minimum === 1
    ? "must not be empty"
    : `must ${limitOf(origin, "least", minimum)}`;
}

/** `be at most 200`, `have at most 500 characters`. */
function limitOf(origin: string, side: "least" | "most", limit: number | bigint): string {
  const unit = UNITS[origin];
  return unit === undefined ? `be at ${side} ${limit}` : `have at ${side} ${limit} ${unit}`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}
