import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { siiPageApp } from "../../../simulators/sii/page.ts";

const folder = new URL("../../../simulators/sii/public/", import.meta.url).pathname;
const files = readdirSync(folder);
const app = siiPageApp();

it("runs nothing but its own files, and no string as markup", async () => {
  const policy = (await app.request("/sii")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*/);
});

it.each(files)("serves %s, which makes no markup and refers to no other host", async (name) => {
  const answer = await app.request(name === "index.html" ? "/sii" : `/sii-page/${name}`);
  expect(answer.status).toBe(200);
  const source = readFileSync(folder + name, "utf8");
  expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/);
  expect(source).not.toMatch(/(src|href|url|import)[^\n]{0,20}https?:\/\/\w/);
});

it.each(["/sii-page/../page.ts", "/sii-page/%2e%2e%2fcontrol.ts", "/sii-page/nothing.js"])(
  "does not serve %s",
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);
