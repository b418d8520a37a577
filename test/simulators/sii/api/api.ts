// api: the REST of the boletas (instructivo of 28-10-2021). Its tokens are its own; of a boleta it tells what became of it.
import { Hono } from "hono";
import type { Context } from "hono";
import type { Rig } from "../../rig.ts";
import { at, tokenOf } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import { answerText, xmlResponse } from "../palena/soap.ts";
import { grantToken, newSeed } from "../palena/seeds.ts";
import { find } from "../state/records.ts";
import { sessionOf } from "../state/sessions.ts";

export function apiApp(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const seed = at(rig, () => ({ place: "seed", method: "boleta.electronica.semilla" }));
  app.get("/recursos/v1/boleta.electronica.semilla", seed, () => {
    const answer = { header: { ESTADO: "00", GLOSA: "" }, body: { SEMILLA: newSeed(rig.sii) } };
    return xmlResponse(answerText(answer, true));
  });
  const token = at(rig, () => ({ place: "token", method: "boleta.electronica.token" }));
  app.post("/recursos/v1/boleta.electronica.token", token, async (c) => {
    const granted = grantToken(rig.sii, await c.req.text(), "boletas");
    c.set("rut", "rut" in granted ? granted.rut : null);
    const said =
      "token" in granted
        ? { header: { ESTADO: "00", GLOSA: "TOKEN CREADO" }, body: { TOKEN: granted.token } }
        : { header: { ESTADO: granted.state, GLOSA: granted.gloss } };
    return xmlResponse(answerText(said, true));
  });
  const status = at(rig, () => ({ place: "status", method: "boleta.electronica.estado" }));
  app.get("/recursos/v1/boleta.electronica/:key/estado", status, (c) => statusOf(rig, c));
  return app;
}

/** `:key`: `{rut}-{dv}-{tipo}-{folio}`. */
function statusOf(rig: Rig, c: Context<SiiEnv>): Response {
  const session = sessionOf(rig.sii, tokenOf(c));
  c.set("rut", session?.rut ?? null);
  if (session?.environment !== "boletas") return c.json({ codigo: "401", descripcion: "NO ESTA AUTENTICADO" }, 401);
  const [body = "", dv = "", type = "", folio = ""] = (c.req.param("key") ?? "").split("-");
  const document = find(rig.sii, { issuer: `${body}-${dv.toUpperCase()}`, type: Number(type), folio: Number(folio) });
  if (document === null || document.received_at === null) {
    return c.json({ codigo: "FAU", descripcion: "Documento No Recibido por el SII" }, 404);
  }
  const [year, month, day] = document.issued_on.split("-");
  const agrees =
    Number(c.req.query("monto")) === document.total && c.req.query("fechaEmision") === `${day}-${month}-${year}`;
  return agrees
    ? c.json({ codigo: "DOK", descripcion: "Documento Recibido por el SII. Datos Coinciden con los Registrados" })
    : c.json({
        codigo: "DNK",
        descripcion: "Documento Recibido por el SII pero Datos NO Coinciden con los registrados",
      });
}
