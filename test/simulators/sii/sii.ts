// The public tables of www.sii.cl: what a currency was worth on each day of a year. No session, no credential.
import { Hono } from "hono";
import type { Context } from "hono";
import { takeTurn } from "../knobs.ts";
import type { Knobs } from "../knobs.ts";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { tablePage } from "./table-page.ts";
import type { Table } from "./table-page.ts";

export function siiApp(rig: Rig): Hono {
  const app = new Hono();
  app.get("/valores_y_fechas/:folder/:file", async (c) => {
    await pause(rig.knobs.sii.latency_ms);
    const answer = answerOf(rig, c);
    rig.log("sii", { path: c.req.path, status: answer.status });
    return answer;
  });
  return app;
}

type Fault = Knobs["sii"]["fault"];

function answerOf(rig: Rig, c: Context): Response {
  const { folder, file } = c.req.param() as { folder: string; file: string };
  const [, table, year] = /^(uf|dolar)(\d{4})\.htm$/.exec(file) ?? [];
  const { knobs } = rig;
  const fault: Fault = knobs.sii.fault !== null && takeTurn(knobs.sii) ? knobs.sii.fault : null;
  const today = chileanDate(rig.now());
  const isThere = table === folder && Number(year) >= FIRST_YEAR && Number(year) <= Number(today.slice(0, 4));
  if (!isThere || fault === "404") return c.html(NOT_FOUND, 404);
  if (fault === "500") return c.html(BROKEN, 500);
  if (fault === "garbage") return c.html(OUT_OF_SERVICE);
  if (fault === "redirect") return c.redirect(`${rig.elsewhereUrl ?? "http://127.0.0.1"}/elsewhere/sii`, 302);
  const page = tablePage({ table: table as Table, year: Number(year), today, revised: fault === "revised" });
  return c.html(fault === "truncated" ? page.slice(0, page.length / 2) : page);
}

const FIRST_YEAR = 2013;

function chileanDate(now: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Santiago" }).format(now);
}

const NOT_FOUND = "<html><head><title>404</title></head><body><h1>P&aacute;gina no encontrada</h1></body></html>\n";
const BROKEN = "<html><body>Error 500</body></html>\n";
const OUT_OF_SERVICE =
  "<html><head><title>SII</title></head><body><h2>Servicio no disponible</h2><p>Intente m&aacute;s tarde.</p></body></html>\n";
