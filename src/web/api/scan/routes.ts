import { createRoute, z } from "@hono/zod-openapi";
import { CODE_BYTES_MAX, isTaxCode } from "#documents";
import { fromBase64, toHex } from "#kernel";
import { wordsOf } from "#locales";
import { count } from "#telemetry";
import type { Api } from "../api.ts";
import { answers, refused, takes } from "../describe.ts";
import { refusal } from "../errors.ts";
import { LinkToken } from "../shapes.ts";
import { localeAccepted, PAGE_FILES, PAGE_POLICY, SCAN_PAGE_PATH, scanPage, type PageFile } from "./page.ts";

/** The scan page and what it sends: open to whoever holds a link, and a link opens one scan. */
export function scanRoutes({ app, ports, guarded }: Api): void {
  app.openapi(guarded(PAGE), (c) => {
    const locale = localeAccepted(c.req.header("Accept-Language"));
    const headers = { ...PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8", Vary: "Accept-Language" };
    return new Response(scanPage(locale), { headers });
  });

  const versions = new Map<PageFile, Promise<string>>();
  app.openapi(guarded(FILE), async (c) => {
    const { file } = c.req.valid("param");
    const bytes = ports.page[file];
    const version = versions.get(file) ?? versionOf(bytes);
    versions.set(file, version);
    const headers = { ...PAGE_HEADERS, ETag: await version, "Cache-Control": "no-cache" };
    if (c.req.header("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
    return new Response(bytes, { headers: { ...headers, "Content-Type": TYPES[file] } });
  });

  app.openapi(guarded(OPEN), async (c) => {
    const opened = await ports.scans.open(c.req.valid("json").token);
    if (opened.state !== "open") throw refusal(REFUSALS[opened.state]);
    const { locale, expires_at } = opened;
    const words = wordsOf(locale).scan_page;
    return c.json({ locale, words, expires_at: new Date(expires_at).toISOString() }, 200);
  });

  app.openapi(guarded(SEND), async (c) => {
    const { token, code } = c.req.valid("json");
    // Told before the link is touched: a wrong code costs nothing but another look.
    if (!isTaxCode(fromBase64(code))) throw refusal("no_tax_code");
    const end = await ports.scans.redeem(token, code);
    count(`scans_total{end="${end}"}`);
    if (end !== "received") throw refusal(REFUSALS[end]);
    return c.json({ state: end }, 202);
  });
}

const REFUSALS = {
  unknown: "not_found",
  expired: "scan_link_expired",
  used: "scan_link_used",
} as const;

/** A page and its files are under one policy, since a worker is held to the one that it came with. */
const PAGE_HEADERS = {
  "Content-Security-Policy": PAGE_POLICY,
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
};

const TYPES: Readonly<Record<PageFile, string>> = {
  "scan.css": "text/css; charset=utf-8",
  "scan.js": "text/javascript; charset=utf-8",
  "reader.js": "text/javascript; charset=utf-8",
  "zxing_reader.wasm": "application/wasm",
};

async function versionOf(bytes: ArrayBuffer): Promise<string> {
  const hash = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  return `"${hash.slice(0, VERSION_CHARS)}"`;
}

const VERSION_CHARS = 16;

const OpenShape = z.object({ token: LinkToken }).openapi("ScanOpening");

const ScanShape = z
  .object({
    token: LinkToken,
    code: z
      .base64()
      .min(1)
      .max(4 * Math.ceil(CODE_BYTES_MAX / 3))
      .openapi({ description: "The bytes that the PDF417 or QR holds, base64" }),
  })
  .openapi("Scan");

const OpenedShape = z
  .object({
    locale: z.string().openapi({ example: "es-CL" }),
    words: z.record(z.string(), z.string()).openapi({ description: "What the page says, in the business's language" }),
    expires_at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("ScanOpened");

const tags = ["Scan page"];

const TOKEN_EXAMPLE = "3ks9x0…";

const PAGE = createRoute({
  method: "get",
  path: SCAN_PAGE_PATH,
  tags,
  summary: "The scan page",
  description:
    "A link to it, `/escanear#<token>`, is given in the chat: on «escanear», and beside a photo whose code could not be read. The page reads a stamp (PDF417) or a fiscal QR on the phone.",
  responses: { 200: { description: "The page", content: { "text/html": { schema: { type: "string" } } } } },
});

const FILE = createRoute({
  method: "get",
  path: `${SCAN_PAGE_PATH}/{file}`,
  tags,
  summary: "A file of the scan page",
  request: { params: z.object({ file: z.enum(PAGE_FILES).openapi({ param: { name: "file", in: "path" } }) }) },
  responses: { 200: { description: "The file" }, ...refused(404) },
});

const OPEN = createRoute({
  method: "post",
  path: "/api/scan/open",
  tags,
  summary: "Look whether a scan link is good",
  description: "Spends nothing. An unknown token is 404; one that expired or was used is 410.",
  request: takes(OpenShape, { token: TOKEN_EXAMPLE }),
  responses: { 200: answers("It is", OpenedShape), ...refused(400, 404, 410, 413, 415) },
});

const SEND = createRoute({
  method: "post",
  path: "/api/scan",
  tags,
  summary: "Send the code that was scanned",
  description:
    "Spends the link. What the code says is verified here and answered in the chat as a photo of it would be: an authentic purchase is booked at once, anything else is shown and confirmed. The same code with the same link is received once; a code of no tax document is 422 and spends nothing.",
  request: takes(ScanShape, { token: TOKEN_EXAMPLE, code: "PFRFRCB2ZXJzaW9uPSIxLjAiPg==" }),
  responses: {
    202: answers("On disk; the answer comes in the chat", z.object({ state: z.literal("received") })),
    ...refused(400, 404, 410, 413, 415, 422),
  },
});
