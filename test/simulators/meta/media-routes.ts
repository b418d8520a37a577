// Media at Meta: upload, description, removal, and the host from which the bytes come.
import { Hono } from "hono";
import type { Context } from "hono";
import { takeTurn } from "../knobs.ts";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { fail, unknownObject } from "./answers.ts";
import type { GraphEnv } from "./graph.ts";
import { graphError } from "./graph-error.ts";
import { checkUpload } from "./upload-check.ts";

export function mediaRoutes(rig: Rig): Hono<GraphEnv> {
  const app = new Hono<GraphEnv>();
  app.post("/:phone/media", async (c) => {
    if (c.req.param("phone") !== rig.line.phone_number_id) return unknownObject(c, c.req.param("phone"));
    const upload = checkUpload(await c.req.parseBody().catch(() => ({})));
    if (!upload.ok) return fail(c, graphError(upload.error.code, upload.error.details));
    const bytes = new Uint8Array(await upload.value.file.arrayBuffer());
    const item = rig.media.put(bytes, upload.value.mime_type, upload.value.file.name);
    rig.log("media uploaded", { id: item.id, mime_type: item.mime_type, bytes: bytes.length });
    return c.json({ id: item.id });
  });
  app.get("/:id{\\d+}", (c) => {
    const item = rig.media.get(c.req.param("id"));
    if (item === null || takeMediaFault(rig, "not_found")) return unknownObject(c, c.req.param("id"));
    rig.log("media address", { id: item.id });
    return c.json({
      messaging_product: "whatsapp",
      url: `${new URL(c.req.url).origin}/media/${rig.media.ticket(item.id, rig.now())}`,
      mime_type: item.mime_type,
      sha256: item.sha256_hex,
      // A string in Meta's specification.
      file_size: String(item.bytes.length),
      id: item.id,
    });
  });
  app.delete("/:id{\\d+}", (c) => {
    const id = c.req.param("id");
    return rig.media.remove(id) ? c.json({ success: true }) : unknownObject(c, id);
  });
  return app;
}

/** The bearer is asked for before. `/elsewhere` is the other host of the redirect fault. */
export function mediaHost(rig: Rig): Hono<GraphEnv> {
  const app = new Hono<GraphEnv>();
  app.get("/media/:ticket", async (c) => {
    await pause(rig.knobs.media.latency_ms);
    return download(rig, c, c.req.param("ticket"));
  });
  app.all("/elsewhere/*", (c) => {
    rig.elsewhere.push({
      path: c.req.path,
      carried_token: c.req.header("authorization") !== undefined,
      at: rig.now(),
    });
    return c.text("another host", 200);
  });
  return app;
}

function download(rig: Rig, c: Context, ticket: string): Response {
  if (takeMediaFault(rig, "http_500")) return c.text("Internal Server Error", 500);
  if (takeMediaFault(rig, "redirect")) return c.redirect(`${rig.elsewhereUrl}/elsewhere/${ticket}`, 302);
  // Meta's media host refuses clients that do not say who they are.
  if ((c.req.header("user-agent") ?? "") === "") return c.text("Forbidden", 403);
  const item = rig.media.redeem(ticket, rig.now());
  if (item === null || takeMediaFault(rig, "expired")) return c.text("URL signature expired", 404);
  rig.log("media fetched", { id: item.id });
  const bytes = takeMediaFault(rig, "wrong_sha") ? corrupted(item.bytes) : item.bytes;
  return c.body(bytes, 200, { "content-type": item.mime_type });
}

function takeMediaFault(rig: Rig, fault: NonNullable<Rig["knobs"]["media"]["fault"]>): boolean {
  if (rig.knobs.media.fault !== fault || !takeTurn(rig.knobs.media)) return false;
  rig.log("media fault", { fault, left: rig.knobs.media.next });
  return true;
}

function corrupted(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const last = copy.length - 1;
  if (last >= 0) copy[last] = (copy[last] ?? 0) ^ 0xff;
  return copy;
}
