// The honest answer of somebody who knows nothing: an instance of a JSON schema with nothing in it. Pure.
import { fieldsOf, listOf } from "../fields.ts";
import type { Fields } from "../fields.ts";

/** Every property null where the schema allows it, else the emptiest value of its type; `lie` overrides by name. */
export function emptyAnswer(schema: unknown, lie: Record<string, unknown> | null): unknown {
  const root = fieldsOf(schema);
  return fill(root, { root, lie: lie ?? {}, depth: 0 });
}

type Walk = { root: Fields; lie: Fields; depth: number };

const DEPTH_MAX = 32;

function fill(written: Fields, above: Walk): unknown {
  if (above.depth > DEPTH_MAX) return null;
  const walk = { ...above, depth: above.depth + 1 };
  const schema = resolved(written, walk.root);
  if (schema["const"] !== undefined) return schema["const"];
  const forms = [schema, ...listOf(schema["anyOf"] ?? schema["oneOf"])].map((form) => resolved(form, walk.root));
  if (forms.some((form) => allowsNull(form))) {
    const object = forms.find((form) => typesOf(form).includes("object") && liesWithin(form, walk));
    return object === undefined ? null : fillObject(object, walk);
  }
  const [, choice] = forms;
  return choice === undefined ? emptiest(schema, walk) : fill(choice, walk);
}

function emptiest(schema: Fields, walk: Walk): unknown {
  if (Array.isArray(schema["enum"])) return leastSaying(schema["enum"]);
  const types = typesOf(schema);
  if (types.includes("object") || schema["properties"] !== undefined) return fillObject(schema, walk);
  return EMPTY[String(types[0])] ?? null;
}

const EMPTY: Readonly<Record<string, unknown>> = { array: [], boolean: false, string: "", number: 0, integer: 0 };

function fillObject(schema: Fields, walk: Walk): Fields {
  const properties = Object.entries(fieldsOf(schema["properties"]));
  return Object.fromEntries(
    properties.map(([name, property]) => [name, name in walk.lie ? walk.lie[name] : fill(fieldsOf(property), walk)]),
  );
}

function liesWithin(schema: Fields, walk: Walk): boolean {
  return Object.keys(fieldsOf(schema["properties"])).some((name) => name in walk.lie);
}

/** A word for "I don't know", when the schema offers one. */
function leastSaying(values: unknown[]): unknown {
  const shy = /^(unknown|other|otro|none|unclear|desconocido)$/;
  return values.find((value) => typeof value === "string" && shy.test(value)) ?? values[0];
}

function resolved(schema: Fields, root: Fields): Fields {
  const pointer = schema["$ref"];
  if (typeof pointer !== "string") return schema;
  const steps = pointer.replace(/^#\/?/, "").split("/");
  return steps.filter((step) => step !== "").reduce<Fields>((at, step) => fieldsOf(at[step]), root);
}

function allowsNull(schema: Fields): boolean {
  return typesOf(schema).includes("null") || (Array.isArray(schema["enum"]) && schema["enum"].includes(null));
}

function typesOf(schema: Fields): unknown[] {
  return Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
}
