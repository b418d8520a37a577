// What the page asks of the server.

import { post, type Answer } from "../page/client.ts";

export type Words = Readonly<Record<string, string>>;

/** Why nothing more can be done, in the page's words; or to be tried again. */
export type Refusal = "expired" | "used" | "unknown" | "unreachable";

export type Opened = { state: "open"; locale: string; words: Words } | { state: Refusal };

export async function open(token: string): Promise<Opened> {
  const answer = await post<{ locale: string; words: Words }>("/api/scan/open", { token }, ANSWER_MAX_MS);
  const { locale, words } = answer.body;
  if (answer.status === 200 && locale && words) return { state: "open", locale, words };
  return { state: refusalOf(answer) };
}

/** Sends what a code holds. `no_tax_code` spends nothing: the link is still good. */
export async function send(token: string, code: Uint8Array): Promise<"received" | "no_tax_code" | Refusal> {
  const answer = await post("/api/scan", { token, code: btoa(String.fromCharCode(...code)) }, ANSWER_MAX_MS);
  if (answer.status === 202) return "received";
  return answer.body.error?.code === "no_tax_code" ? "no_tax_code" : refusalOf(answer);
}

const ANSWER_MAX_MS = 20_000;

function refusalOf({ status, body }: Answer<object>): Refusal {
  if (status === 404 || status === 400) return "unknown";
  if (status !== 410) return "unreachable";
  return body.error?.code === "scan_link_used" ? "used" : "expired";
}
