import { expect, it, test } from "vitest";
import { readSettings } from "#src/app/settings.ts";
import { readSettings as settingsIn } from "#src/commands/workers.ts";

const sii = (SII_BASE_URLS?: string) => readSettings({ SII_BASE_URLS }).sii;

it("reaches every host of the SII at its own address where nothing is set", () => {
  for (const unset of [undefined, "", "  "]) {
    expect(sii(unset)).toMatchObject({ "www.sii.cl": "https://www.sii.cl", "palena.sii.cl": "https://palena.sii.cl" });
  }
});

it("reaches a host at its override, and where that is a machine of one's own the SII itself by none of the others", () => {
  expect(sii('{"www.sii.cl":"http://localhost:8788/sii/www.sii.cl/"}')).toMatchObject({
    "www.sii.cl": "http://localhost:8788/sii/www.sii.cl",
    "api.sii.cl": "https://sii.invalid",
    "palena.sii.cl": "https://sii.invalid",
  });
  expect(sii('{"www.sii.cl":"https://www4.sii.cl"}')).toMatchObject({ "api.sii.cl": "https://api.sii.cl" });
});

test.each([
  ["{}", "1", 2_000],
  ["{}", "", 2_000],
  ['{"www4.sii.cl":"http://localhost:1"}', "5", 5],
  ['{"www4.sii.cl":"http://localhost:1"}', "", 2_000],
  ['{"www4.sii.cl":"http://localhost:1"}', "-3", 2_000],
  ['{"www4.sii.cl":"https://www4.sii.cl"}', "5", 2_000],
])("with %s, %s ms between two calls are %d", (SII_BASE_URLS, SII_SPACING_MS, ms) => {
  expect(readSettings({ SII_BASE_URLS, SII_SPACING_MS }).sii_spacing_ms).toBe(ms);
});

test.each([
  "{",
  "[]",
  "null",
  '"http://localhost"',
  '{"www.sii.cl":7}',
  '{"www.sii.cl":"ftp://a"}',
  '{"sii.cl":"http://a"}',
])("asks nothing of the SII where %s is set", (text) => {
  expect(sii(text)).toBeNull();
});

it("is at the simulator on a machine of one's own", () => {
  const settings = readSettings(settingsIn(".dev.vars.example"));
  expect(settings.sii?.["www.sii.cl"]).toBe("http://localhost:8788/sii/www.sii.cl");
});
