import type { Operation } from "./document.ts";

/** A command that a reader can paste: `$LUCAS` is where it runs, `$TOKEN` a token. */
export function curlOf(operation: Operation): string {
  const { method, path, entrance, body } = operation;
  const address = `"$LUCAS${path.replace("{id}", "$ID")}${queryOf(operation)}"`;
  const lines = [
    method === "get" ? `curl ${address}` : `curl -X ${method.toUpperCase()} ${address}`,
    ...(entrance === null
      ? []
      : [`-H "Authorization: Bearer ${entrance === "operator" ? "$OPERATOR_TOKEN" : "$TOKEN"}"`]),
    ...bodyLines(body),
    ...(path.endsWith("/file") ? ["-OJ"] : []),
  ];
  return lines.join(" \\\n  ");
}

function queryOf({ parameters }: Operation): string {
  const shown = parameters
    .filter(({ in: place, schema }) => place === "query" && schema?.example !== undefined)
    .slice(0, 2);
  return shown.length === 0
    ? ""
    : `?${shown.map(({ name, schema }) => `${name}=${String(schema?.example)}`).join("&")}`;
}

function bodyLines(body: Operation["body"]): string[] {
  if (body["multipart/form-data"]) return ["-F file=@boleta.jpg"];
  const json = body["application/json"];
  if (!json) return [];
  return [`-H "Content-Type: application/json"`, `-d '${JSON.stringify(json.example ?? {}).replaceAll("'", `'\\''`)}'`];
}
