// The SII: its hosts as prefixes of the path, each as programs meet the real one. What stands nowhere is 404; every
// request is noted.
import { Hono } from "hono";
import { pause } from "../pause.ts";
import type { Rig } from "../rig.ts";
import { apiApp } from "./api/api.ts";
import type { SiiEnv } from "./fault.ts";
import { palenaApp } from "./palena/palena.ts";
import { tablesApp } from "./tables.ts";
import { ws1App } from "./ws1/ws1.ts";
import { www4App } from "./www4/www4.ts";
import { zeusrApp } from "./zeusr/zeusr.ts";

/** The keys of the setting SII_BASE_URLS. */
const SII_HOSTS = [
  "palena.sii.cl",
  "maullin.sii.cl",
  "zeusr.sii.cl",
  "www4.sii.cl",
  "ws1.sii.cl",
  "api.sii.cl",
  "www.sii.cl",
] as const;

type SiiHost = (typeof SII_HOSTS)[number];

/** JSON for SII_BASE_URLS: every host under one address. */
export function siiBaseUrls(url: string): string {
  return JSON.stringify(Object.fromEntries(SII_HOSTS.map((host) => [host, `${url}/sii/${host}`])));
}

export function siiApp(rig: Rig): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const hosts: Record<SiiHost, Hono<SiiEnv>> = {
    "palena.sii.cl": palenaApp(rig, "production"),
    "maullin.sii.cl": palenaApp(rig, "certification"),
    "zeusr.sii.cl": zeusrApp(rig),
    "www4.sii.cl": www4App(rig),
    "ws1.sii.cl": ws1App(rig),
    "api.sii.cl": apiApp(rig),
    "www.sii.cl": tablesApp(rig),
  };
  app.use("/*", async (c, next) => {
    const at = rig.sii.now();
    const [, , host = "", ...rest] = c.req.path.split("/");
    c.set("fault", null);
    c.set("rut", null);
    c.set("method", "");
    c.set("struck", null);
    await pause(rig.knobs.sii.latency_ms);
    await next();
    const isGone = c.res.headers.has("x-hono-already-sent");
    const status = isGone ? 0 : c.res.status;
    const call = {
      host,
      path: `/${rest.join("/")}`,
      method: c.get("method"),
      rut: c.get("rut"),
      fault: c.get("struck"),
    };
    rig.log("sii", { ...rig.sii.note({ ...call, at, status }), path: c.req.path });
  });
  for (const host of SII_HOSTS) app.route(`/${host}`, hosts[host]);
  app.all("/*", (c) => c.html("<html><body><h1>404</h1></body></html>\n", 404));
  return app;
}
