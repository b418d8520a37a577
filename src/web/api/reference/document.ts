// The parts of an OpenAPI 3.1 document that the page shows, and nothing else of it.

export type SchemaNode = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  example?: unknown;
  default?: unknown;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
  oneOf?: SchemaNode[];
  anyOf?: SchemaNode[];
  allOf?: SchemaNode[];
};

export type Content = Record<string, { schema?: SchemaNode; example?: unknown }>;

export type Parameter = { name: string; in: string; required?: boolean; schema?: SchemaNode; description?: string };

export type Operation = {
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** The scope that is asked for, `operator`, or null for everybody. */
  entrance: string | null;
  parameters: Parameter[];
  body: Content;
  responses: { status: string; description: string; content: Content }[];
};

export type Schemas = Readonly<Record<string, SchemaNode>>;

type Written = {
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, { description?: string; content?: Content }>;
};

type WrittenDocument = { paths?: object; components?: { schemas?: object } };

const METHODS = ["get", "post", "patch", "put", "delete"] as const;

/** Every operation, in the order of the document. */
export function operationsOf(document: WrittenDocument): Operation[] {
  const paths = Object.entries((document.paths ?? {}) as Record<string, Partial<Record<string, Written>>>);
  return paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const written = item[method];
      return written ? [operationOf({ method, path, written })] : [];
    }),
  );
}

export function schemasOf(document: WrittenDocument): Schemas {
  return (document.components?.schemas ?? {}) as Schemas;
}

/** What a `$ref` points to, or the node itself. */
export function resolved(node: SchemaNode, schemas: Schemas): SchemaNode {
  const name = refName(node);
  return name === null ? node : (schemas[name] ?? {});
}

export function refName({ $ref }: SchemaNode): string | null {
  return $ref === undefined ? null : ($ref.split("/").at(-1) ?? null);
}

function operationOf({ method, path, written }: { method: string; path: string; written: Written }): Operation {
  const {
    tags = ["Other"],
    summary = "",
    description = "",
    parameters = [],
    requestBody = {},
    responses = {},
  } = written;
  return {
    method,
    path,
    tag: tags.join(", "),
    summary,
    description,
    entrance: entranceOf(written),
    parameters,
    body: requestBody.content ?? {},
    responses: Object.entries(responses).map(([status, { description: meaning = "", content = {} }]) => ({
      status,
      description: meaning,
      content,
    })),
  };
}

function entranceOf({ security }: Written): string | null {
  return security?.[0]?.["bearer"]?.[0] ?? null;
}
