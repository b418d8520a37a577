// What the page asks of the server.

export type Answer = { status: number; body: { message?: string; error?: { code?: string; message?: string } } };

/** A login at the SII and the first document take some ten seconds, and a minute where it is slow. */
const ANSWER_MAX_MS = 120_000;

/** Status 0: there was no answer. */
export async function post(path: string, body: object): Promise<Answer> {
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
