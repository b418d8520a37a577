import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { cronsOf } from "../../simulators/control/crons.ts";
import { phoneApp } from "../../simulators/phone/page.ts";

const folder = new URL("../../simulators/phone/public/", import.meta.url).pathname;
const files = readdirSync(folder);
const app = phoneApp();

it("runs nothing but its own files, and no string as markup", async () => {
  const policy = (await app.request("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*/);
});

it.each(files.filter((name) => /\.(js|ts)$/.test(name)))("%s makes elements, never markup", (name) => {
  const source = readFileSync(folder + name, "utf8");
  expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/);
});

it.each(files)("serves %s, and scripts as plain JavaScript", async (name) => {
  const response = await app.request(name === "index.html" ? "/" : `/phone/${name}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  if (!/\.(js|ts)$/.test(name)) return;
  expect(response.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(text).not.toMatch(/^(export )?type /m);
});

it("refers to no other host", () => {
  for (const name of files.filter((file) => /\.(html|css|js)$/.test(file))) {
    const source = readFileSync(folder + name, "utf8").replaceAll("http://www.w3.org/2000/svg", "");
    expect(source).not.toMatch(/(src|href|url|import)[^\n]{0,20}https?:\/\/\w/);
  }
});

it.each(["/phone/../page.ts", "/phone/%2e%2e%2fpage.ts", "/phone/nothing.js", "/phone/.env"])(
  "does not serve %s",
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);

it("reads the clocks of a wrangler configuration", () => {
  expect(cronsOf('[triggers]\ncrons = ["0 */6 * * *", "*/5 * * * *"]\n')).toEqual(["0 */6 * * *", "*/5 * * * *"]);
  expect(cronsOf("name = 'x'")).toEqual([]);
});
