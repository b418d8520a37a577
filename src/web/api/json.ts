import { err, ok, type Result } from "#kernel";

/** Our own requests are three or four deep; a template of Meta's about eight. */
export const JSON_DEPTH_MAX = 32;

export type JsonFault = { reason: "not_utf8" | "not_json" | "too_deep" | "lone_surrogate" | "forbidden_key" };

/**
 * A body as JSON, believed in nothing: strict UTF-8 without a byte order mark, bounded depth, whole characters only, and
 * no `__proto__`, which turns into a prototype where objects are merged.
 */
export function readJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  const text = decoded(bytes);
  if (text === null) return err({ reason: "not_utf8" });
  const parsed = parsedJson(text);
  if (!parsed) return err({ reason: "not_json" });
  const fault = faultOf(parsed.value);
  return fault ? err(fault) : ok(parsed.value);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parsedJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Walks without recursion: what is parsed may be deeper than the stack. */
function faultOf(root: unknown): JsonFault | null {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === "string" && !value.isWellFormed()) return { reason: "lone_surrogate" };
    if (typeof value !== "object" || value === null) continue;
    if (depth > JSON_DEPTH_MAX) return { reason: "too_deep" };
    for (const [key, child] of Object.entries(value)) {
      if (key === "__proto__") return { reason: "forbidden_key" };
      if (!key.isWellFormed()) return { reason: "lone_surrogate" };
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return null;
}
