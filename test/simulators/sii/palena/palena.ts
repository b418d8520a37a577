// palena (production) and maullin (certification): the way in for programs with a certificate, and what became of a
// document. SOAP, https://www.sii.cl/factura_electronica/factura_mercado/autenticacion.pdf
import { Hono } from "hono";
import type { Rig } from "../../rig.ts";
import { at } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import type { Environment } from "../state/office.ts";
import { wordOf } from "../xml.ts";
import { grantToken, newSeed } from "./seeds.ts";
import { answerText, operationIn, serviceOf, soapAnswer, soapFault } from "./soap.ts";
import { statusRoutes } from "./status.ts";

export function palenaApp(rig: Rig, environment: Environment): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const seed = at(rig, () => ({ place: "seed", method: "getSeed" }));
  app.post("/DTEWS/CrSeed.jws", seed, async (c) => {
    const operation = operationIn(await c.req.text());
    if (operation?.local !== "getSeed") return soapFault("No such operation");
    const answer = { header: { ESTADO: "00" }, body: { SEMILLA: newSeed(rig.sii) } };
    return soapAnswer({
      service: serviceOf(c),
      operation: "getSeed",
      text: answerText(answer, rig.knobs.sii.body_first),
    });
  });
  const token = at(rig, () => ({ place: "token", method: "getToken" }));
  app.post("/DTEWS/GetTokenFromSeed.jws", token, async (c) => {
    const operation = operationIn(await c.req.text());
    if (operation?.local !== "getToken") return soapFault("No such operation");
    const answer = grantToken(rig.sii, wordOf(operation, "pszXml") ?? "", environment);
    c.set("rut", "rut" in answer ? answer.rut : null);
    const said =
      "token" in answer
        ? { header: { ESTADO: "00", GLOSA: "Token Creado" }, body: { TOKEN: answer.token } }
        : { header: { ESTADO: answer.state, GLOSA: answer.gloss } };
    return soapAnswer({
      service: serviceOf(c),
      operation: "getToken",
      text: answerText(said, rig.knobs.sii.body_first),
    });
  });
  app.route("/DTEWS", statusRoutes(rig, environment));
  return app;
}
