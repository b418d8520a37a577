// What the page asks of the server.

export type Words = Readonly<Record<string, string>>;

/** Why nothing more can be done, in the page's words; or to be tried again. */
export type Refusal = "expired" | "used" | "unknown" | "unreachable";

export type Opened = { state: "open"; locale: string; words: Words } | { state: Refusal };

export async function open(token: string): Promise<Opened> {
  const answer = await post("/api/scan/open", { token });
  const { locale, words } = answer.body;
  if (answer.status === 200 && locale && words) return { state: "open", locale, words };
  return { state: refusalOf(answer) };
}

/** Sends what a code holds. `no_tax_code` spends nothing: the link is still good. */
export async function send(token: string, code: Uint8Array): Promise<"received" | "no_tax_code" | Refusal> {
  const answer = await post("/api/scan", { token, code: btoa(String.fromCharCode(...code)) });
  if (answer.status === 202) return "received";
  return answer.body.error?.code === "no_tax_code" ? "no_tax_code" : refusalOf(answer);
}

type Answer = { status: number; body: { locale?: string; words?: Words; error?: { code?: string } } };

async function post(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  } catch {
    return { status: 0, body: {} };
  }
}

const ANSWER_MAX_MS = 20_000;

function refusalOf({ status, body }: Answer): Refusal {
  if (status === 404 || status === 400) return "unknown";
  if (status !== 410) return "unreachable";
  return body.error?.code === "scan_link_used" ? "used" : "expired";
}
