// Serves the page of the simulated SII: what it holds, and its faults to turn.
import { Hono } from "hono";
import { servePage } from "../phone/page.ts";

export function siiPageApp(): Hono {
  const app = new Hono();
  const files = new URL("public/", import.meta.url);
  app.get("/sii", () => servePage(files, "index.html"));
  app.get("/sii-page/:file{[a-z0-9-]+\\.(css|js)}", (c) => servePage(files, c.req.param("file")));
  return app;
}
