// zeusr: the portal's login with RUT and clave, behind F5's firewall. Whether it worked is told by the cookies: every
// answer is a page under the status 200.
import { createHash, randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Rig } from "../../rig.ts";
import { at, tokenOf } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import type { FaultKind } from "../knobs.ts";
import {
  framedRefusal,
  goodbyePage,
  htmlPage,
  incompletePage,
  loginPage,
  onwards,
  refusalPage,
  rejectedPage,
} from "../pages.ts";
import { stampOf } from "../state/chile.ts";
import type { Session } from "../state/office.ts";
import { isRut, partsOf, plainRut } from "../state/rut.ts";
import { close, SESSION_MINUTES, sessionOf, SUFFIX, tryClave } from "../state/sessions.ts";

export function zeusrApp(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const page = at(rig, () => ({ place: "page", method: "IngresoRutClave" }));
  app.get("/AUT2000/InicioAutenticacion/IngresoRutClave.html", page, () => {
    const headers = new Headers();
    headers.append("set-cookie", `${FIREWALL_COOKIE}=${randomUUID().replaceAll("-", "")}; Path=/; Domain=.sii.cl`);
    return htmlPage(loginPage(), { headers });
  });
  const login = at(rig, () => ({ place: "login", method: "CAutInicio" }));
  app.post("/cgi_AUT2000/CAutInicio.cgi", login, async (c) => logIn(rig, c));
  const alive = at(rig, () => ({ place: "alive", method: "AutTknData" }));
  app.get("/cgi_AUT2000/AutTknData.cgi", alive, (c) => {
    const session = sessionOf(rig.sii, tokenOf(c));
    c.set("rut", session?.rut ?? null);
    const callback = (c.req.query("callback") ?? "my_callback").replace(/\W/g, "");
    const script = `${callback}({"estado":${session === null ? 1 : 0}})`;
    return new Response(script, { headers: { "content-type": "text/javascript; charset=ISO-8859-1" } });
  });
  const logout = at(rig, () => ({ place: "logout", method: "autTermino" }));
  app.get("/cgi_AUT2000/autTermino.cgi", logout, (c) => {
    c.set("rut", close(rig.sii, tokenOf(c)));
    const headers = new Headers();
    for (const name of SESSION_COOKIES) headers.append("set-cookie", `${name}=DEL; Max-Age=0; Path=/; Domain=.sii.cl`);
    return htmlPage(goodbyePage(), { headers });
  });
  return app;
}

const FIREWALL_COOKIE = "TS01a3c5f7";

async function logIn(rig: Rig, c: Context<SiiEnv>): Promise<Response> {
  const { sii: office, knobs } = rig;
  if (knobs.sii.firewall && !looksLikeABrowser(c)) return htmlPage(rejectedPage(office.next()));
  const form = new URLSearchParams(await c.req.text());
  const rut = rutIn(form);
  if (rut === null) return htmlPage(incompletePage());
  c.set("rut", rut);
  const forced = SUFFIX_OF_FAULT[c.get("fault")?.kind ?? "latency"];
  const session = forced ?? tryClave(office, rut, form.get("clave") ?? "");
  if (typeof session === "number") return refused(rig, session);
  const headers = new Headers();
  for (const [name, value] of cookiesOf(session))
    headers.append("set-cookie", `${name}=${value}; Path=/; Domain=.sii.cl`);
  return htmlPage(onwards(form.get("referencia") ?? ""), { headers });
}

function refused({ knobs }: Rig, suffix: number): Response {
  const { refusal } = knobs.sii;
  if (refusal === "plain" || suffix !== SUFFIX.wrong) return htmlPage(refusalPage(suffix));
  if (refusal !== "redirect") return htmlPage(framedRefusal(refusal));
  const location = "https://zeusr.sii.cl/AUT2000/InicioAutenticacion/IngresoRutClave.html";
  return htmlPage("", { status: 302, headers: { location } });
}

const SUFFIX_OF_FAULT: Partial<Record<FaultKind, number>> = {
  sessions_full: SUFFIX.sessions,
  wrong_key: SUFFIX.wrong,
  locked: SUFFIX.locked,
};

/** F5 lets nobody through who did not bring the cookie of its page back. */
function looksLikeABrowser(c: Context): boolean {
  const cookies = c.req.header("cookie") ?? "";
  return cookies.includes(`${FIREWALL_COOKIE}=`) && (c.req.header("user-agent") ?? "").startsWith("Mozilla/");
}

/** `rut` and `dv` apart, and once more together as the person typed it; `411` is there and empty. */
function rutIn(form: URLSearchParams): string | null {
  const whole = plainRut(`${form.get("rut") ?? ""}-${form.get("dv") ?? ""}`);
  if (whole === null || !isRut(whole) || plainRut(form.get("rutcntr") ?? "") !== whole) return null;
  return form.get("411") === "" && form.has("referencia") ? whole : null;
}

const SESSION_COOKIES = [
  ...["rut", "rutm", "dv", "dvm", "clave", "mac", "exp", "sec", "lms"].map((name) => `NETSCAPE_LIVEWIRE.${name}`),
  "TOKEN",
  "CSESSIONID",
  "RUT_NS",
  "DV_NS",
];

function cookiesOf({ rut, token, expires_at }: Session): [name: string, value: string][] {
  const { body, dv } = partsOf(rut);
  const seal = createHash("sha1").update(token).digest("hex").slice(0, 26);
  const values: Record<string, string> = {
    rut: String(body),
    rutm: String(body),
    dv,
    dvm: dv,
    clave: `SI${seal.slice(0, 20)}`,
    mac: seal,
    exp: stampOf(expires_at),
    sec: "0000",
    lms: String(SESSION_MINUTES),
    TOKEN: token,
    CSESSIONID: token,
    RUT_NS: String(body),
    DV_NS: dv,
  };
  return SESSION_COOKIES.map((name) => [name, values[name.replace("NETSCAPE_LIVEWIRE.", "")] ?? ""]);
}
