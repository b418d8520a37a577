// Reads foreign JSON by name without trusting its shape.

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The objects of a list; other things in it read as empty objects. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map((one) => fieldsOf(one)) : [];
}

/** The text, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
