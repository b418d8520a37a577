// Clocks of a local Worker never tick by themselves: reads its cron lines and presses them.
import { readFile } from "node:fs/promises";

/** The cron lines of a wrangler configuration, in order; none when it has no triggers or there is no file. */
export function cronsOf(wranglerToml: string): string[] {
  const triggers = /^crons\s*=\s*\[([^\]]*)\]/m.exec(wranglerToml)?.[1] ?? "";
  return [...triggers.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

export async function readCrons(wranglerFile: string | null): Promise<string[]> {
  if (wranglerFile === null) return [];
  return cronsOf(await readFile(wranglerFile, "utf8").catch(() => ""));
}

/** `wrangler dev` runs a scheduled handler on this address. @returns its HTTP status and text */
export async function pressCron(webhookUrl: string, cron: string): Promise<{ status: number; text: string }> {
  const url = new URL("/cdn-cgi/handler/scheduled", webhookUrl);
  url.searchParams.set("cron", cron);
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  return { status: response.status, text: await response.text() };
}

const ANSWER_MS_MAX = 60_000;
