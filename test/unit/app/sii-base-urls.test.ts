import { expect, it, test } from "vitest";
import { readSettings } from "#src/app/settings.ts";
import { readSettings as settingsIn } from "#src/commands/workers.ts";

const sii = (SII_BASE_URLS?: string) => readSettings({ SII_BASE_URLS }).sii;

it("reaches every host of the SII at its own address where nothing is set", () => {
  for (const unset of [undefined, "", "  "]) {
    expect(sii(unset)).toMatchObject({ "www.sii.cl": "https://www.sii.cl", "palena.sii.cl": "https://palena.sii.cl" });
  }
});

it("reaches a host at its override, and the others at their own", () => {
  expect(sii('{"www.sii.cl":"http://localhost:8788/sii/www.sii.cl/"}')).toMatchObject({
    "www.sii.cl": "http://localhost:8788/sii/www.sii.cl",
    "api.sii.cl": "https://api.sii.cl",
  });
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
