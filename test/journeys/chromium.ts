// The browser of the machine, if there is one.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const PLACES = [
  process.env["CHROMIUM_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
];

/** Undefined where there is none. */
export const executablePath = PLACES.find((place) => place !== "" && existsSync(place));

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

if (executablePath === undefined) console.log("No Chromium was found: the browser tests are skipped.");

/** @param args further ones: what its camera sees */
export function launchChromium(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? "", args: [...ARGS, ...args] });
}
