import { refName, resolved, type SchemaNode, type Schemas } from "./document.ts";
import { codes, html, type Html } from "./html.ts";

/** How far a shape is unfolded; deeper ones are named only. */
const DEPTH_MAX = 4;

/** The fields of a shape as a nested list; for a choice, each of its forms. */
export function fieldsOf(node: SchemaNode, schemas: Schemas, depth = 0): Html {
  const shape = resolved(node, schemas);
  if (depth >= DEPTH_MAX) return html``;
  const forms = shape.oneOf ?? shape.anyOf;
  if (forms && depth === 0) {
    return html`${forms.map((form) => html`<div class="form">${fieldsOf(form, schemas, depth)}</div>`)}`;
  }
  if (shape.items) return fieldsOf(shape.items, schemas, depth);
  const parts = [shape, ...[shape.allOf, shape.anyOf, shape.oneOf].flatMap((all) => all ?? [])].map((part) =>
    resolved(part, schemas),
  );
  const properties = Object.entries(
    Object.assign({}, ...parts.map((part) => part.properties)) as Record<string, SchemaNode>,
  );
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  if (properties.length === 0) return html``;
  const rows = properties.map(([name, child]) => {
    const optional = required.has(name) ? html`` : html` <span class="optional">optional</span>`;
    const note = noteOf(child, schemas);
    return html`<li>
      <code class="name">${name}</code>
      <span class="type">${typeOf(child)}</span>${optional}${note}${fieldsOf(child, schemas, depth + 1)}
    </li>`;
  });
  return html`<ul class="fields">
    ${rows}
  </ul>`;
}

/** What a value may be, in a few words: `integer | null`, `"ingreso" | "egreso"`, `Entry[]`. */
export function typeOf(node: SchemaNode): string {
  const name = refName(node);
  if (name !== null) return name;
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
  const forms = node.oneOf ?? node.anyOf;
  if (forms) return [...new Set(forms.map((form) => typeOf(form)))].join(" | ");
  if (node.allOf)
    return node.allOf
      .map((part) => typeOf(part))
      .filter((word) => word !== "any")
      .join(" & ");
  const types = [node.type ?? "any"].flat();
  return types.map((type) => (type === "array" ? `${typeOf(node.items ?? {})}[]` : formatted(type, node))).join(" | ");
}

function formatted(type: string, { format }: SchemaNode): string {
  return type === "string" && format !== undefined ? format : type;
}

function noteOf(node: SchemaNode, schemas: Schemas): Html {
  const text = node.description ?? resolved(node, schemas).description;
  const standard = node.default === undefined ? "" : ` Default ${JSON.stringify(node.default)}.`;
  return text === undefined && standard === ""
    ? html``
    : html` <span class="note">${codes(`${text ?? ""}${standard}`)}</span>`;
}
