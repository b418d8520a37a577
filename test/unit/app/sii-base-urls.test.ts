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

test("the SII itself is asked no sooner than it bears, whatever is set; a simulator as soon as one likes", () => {
  const hurried = { SII_SPACING_MS: "5", SII_SPREAD_MS: "1000" };
  const [spacing, spread] = [2_000, 4.75 * 3_600_000];
  const simulated = settingsIn(".dev.vars.example")["SII_BASE_URLS"];
  const real = '{"www4.sii.cl":"http://localhost:8788/sii/www4.sii.cl","palena.sii.cl":"https://palena.sii.cl"}';
  expect(readSettings({})).toMatchObject({ sii_spacing_ms: spacing, sii_spread_ms: spread });
  expect(readSettings(hurried)).toMatchObject({ sii_spacing_ms: spacing, sii_spread_ms: spread });
  expect(readSettings({ ...hurried, SII_BASE_URLS: real })).toMatchObject({ sii_spread_ms: spread });
  expect(readSettings({ ...hurried, SII_BASE_URLS: simulated })).toMatchObject({
    sii_spacing_ms: 5,
    sii_spread_ms: 1_000,
  });
});
