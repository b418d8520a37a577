// Serves the phone page: static files, with the types stripped from its TypeScript on the way.
import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

const KINDS: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  ts: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** Nothing but our own files runs here; message content is never markup. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; " +
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
};

export function phoneApp(): Hono {
  const app = new Hono();
  const files = new URL("public/", import.meta.url);
  app.get("/", () => servePage(files, "index.html"));
  app.get("/phone/:file{[a-z0-9-]+\\.(css|js|ts|svg)}", (c) => servePage(files, c.req.param("file")));
  app.get("/favicon.ico", (c) => c.redirect("/phone/icon.svg"));
  return app;
}

/** A file of a page, with the headers that keep it to its own files. @param folder ends with a slash */
export async function servePage(folder: URL, name: string): Promise<Response> {
  const source = await readFile(fileURLToPath(new URL(name, folder).href), "utf8").catch(() => null);
  if (source === null) return new Response("no such file", { status: 404 });
  const extension = name.split(".").at(-1) ?? "";
  const body = extension === "ts" ? stripQuietly(source) : source;
  return new Response(body, { headers: { "content-type": KINDS[extension] ?? "text/plain", ...HEADERS } });
}

/** Node announces that stripping types is experimental; a newcomer's terminal need not hear of it. */
function stripQuietly(source: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
