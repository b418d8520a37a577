// A stand-in for Cloud Vision's text detection. It has no eyes: it lays out the lines it was told, or sees nothing.
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { fieldsOf, listOf, textOf } from "../fields.ts";
import { takeTurn } from "../knobs.ts";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { annotated } from "./annotated.ts";

/** The magic bytes of what the real service takes, in base64. */
const PICTURES = ["/9j/", "iVBORw0KGgo", "UklGR", "R0lGOD"];

export function googleVisionApp(rig: Rig): Hono {
  const app = new Hono();
  app.post("/:method{images:annotate}", async (c) => {
    const { ocr } = rig.knobs;
    await pause(ocr.stall_ms);
    if ((c.req.header("x-goog-api-key") ?? "") === "") return c.json(errorOf(403, "PERMISSION_DENIED"), 403);
    const { fault } = ocr;
    if (fault !== null && takeTurn(ocr)) {
      rig.log("ocr fault", { fault });
      if (fault === "garbage") return c.text("<html>no disponible</html>");
      if (fault === "error_inside") return c.json({ responses: [{ error: { code: 3, message: "Bad image data." } }] });
      return c.json(errorOf(Number(fault), "UNAVAILABLE"), Number(fault) as ContentfulStatusCode);
    }
    const [request] = listOf(fieldsOf(await c.req.json().catch(() => null))["requests"]).map(fieldsOf);
    const content = textOf(fieldsOf(request?.["image"])["content"]) ?? "";
    rig.log("ocr", { bytes: content.length });
    if (!PICTURES.some((magic) => content.startsWith(magic)))
      return c.json({ responses: [{ error: { code: 3, message: "Bad image data." } }] });
    return c.json({ responses: [ocr.lines === null ? {} : annotated(ocr.lines, ocr)] });
  });
  return app;
}

function errorOf(code: number, status: string): unknown {
  return { error: { code, status, message: status } };
}
