// The public tables of www.sii.cl: what a currency was worth on each day of a year, and the UTM of each month. No session,
// no credential.
import { Hono } from "hono";
import type { Context } from "hono";
import { takeTurn } from "../knobs.ts";
import type { Rig } from "../rig.ts";
import type { SiiEnv } from "./fault.ts";
import { civilDay } from "./state/chile.ts";
import { tablePage } from "./table-page.ts";
import { utmPage } from "./utm-page.ts";

export function tablesApp(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  app.get("/valores_y_fechas/:folder/:file", (c) => {
    c.set("method", c.req.param("file"));
    return answerOf(rig, c);
  });
  return app;
}

function answerOf(rig: Rig, c: Context): Response {
  const { folder, file } = c.req.param() as { folder: string; file: string };
  const [, table, written] = /^(uf|dolar|utm)(\d{4})\.htm$/.exec(file) ?? [];
  const knobs = rig.knobs.sii;
  const fault = knobs.fault !== null && takeTurn(knobs) ? knobs.fault : null;
  const today = civilDay(rig.sii.now());
  const year = Number(written);
  const isThere = table === folder && year >= FIRST_YEAR && year <= Number(today.slice(0, 4));
  if (!isThere || fault === "404") return c.html(NOT_FOUND, 404);
  if (fault === "500") return c.html(BROKEN, 500);
  if (fault === "garbage") return c.html(OUT_OF_SERVICE);
  if (fault === "redirect") return c.redirect(`${rig.elsewhereUrl ?? "http://127.0.0.1"}/elsewhere/sii`, 302);
  const page =
    table === "utm"
      ? utmPage({ year, today })
      : tablePage({ table: table === "uf" ? "uf" : "dolar", year, today, revised: fault === "revised" });
  return c.html(fault === "truncated" ? page.slice(0, page.length / 2) : page);
}

const FIRST_YEAR = 2013;

const NOT_FOUND = "<html><head><title>404</title></head><body><h1>P&aacute;gina no encontrada</h1></body></html>\n";
const BROKEN = "<html><body>Error 500</body></html>\n";
const OUT_OF_SERVICE =
  "<html><head><title>SII</title></head><body><h2>Servicio no disponible</h2><p>Intente m&aacute;s tarde.</p></body></html>\n";
