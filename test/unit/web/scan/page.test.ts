import { expect, test } from "vitest";
import { wordsOf } from "#src/locales/index.ts";
import { localeAccepted, PAGE_POLICY, scanPage } from "#src/web/api/scan/page.ts";
import { desk, outcome } from "../api/desk.ts";

test.each([
  [undefined, "es-CL"],
  ["", "es-CL"],
  ["es-AR,es;q=0.9", "es-CL"],
  ["pt-BR,pt;q=0.9", "pt-BR"],
  ["fr-FR,en-US;q=0.8", "en"],
  ["de", "es-CL"],
])("a browser that accepts «%s» is met in %s", (accepted, locale) => {
  expect(localeAccepted(accepted)).toBe(locale);
});

test.each(["es-CL", "en", "pt-BR"])(
  "the page in %s names only its own files, and carries its words escaped",
  (locale) => {
    const page = scanPage(locale);
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(["/escanear/scan.css", "/escanear/scan.js"]);
    expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
    const [, written = ""] = /data-words="([^"]*)"/.exec(page) ?? [];
    const words = written.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
    expect(JSON.parse(words)).toEqual(wordsOf(locale).scan_page);
  },
);

test("the policy lets nothing in from elsewhere, and runs no text as a program", () => {
  expect(PAGE_POLICY).toMatch(/^default-src 'none'; /);
  expect(PAGE_POLICY).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'/);
});

test("only the page may use the camera", async () => {
  const { ask } = desk();
  expect((await ask("/escanear")).headers.get("Permissions-Policy")).toContain("camera=(self)");
  expect((await ask("/docs")).headers.get("Permissions-Policy")).toContain("camera=()");
});

test("hands out no file but the page's own", async () => {
  const { ask } = desk();
  expect(await (await ask("/escanear/scan.js")).text()).toBe("a file of the page");
  for (const name of ["scan.ts", "..%2fwrangler.toml", "__proto__", ""]) {
    expect(await outcome(await ask(`/escanear/${name}`))).toBe("404 not_found");
  }
});

test("counts every look at a link, so that guessing is slow", async () => {
  const { post } = desk({ scans: { open: async () => ({ state: "unknown" }), redeem: async () => "unknown" } });
  const ends = new Set<string>();
  for (let i = 0; i < 200; i++) ends.add(await outcome(await post("/api/scan/open", { token: String(i) })));
  expect([...ends]).toEqual(["404 not_found", "429 too_many_requests"]);
});
