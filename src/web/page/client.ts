// What a page asks of the server that it came from.

/** Status 0: there was no answer. `body` is as far there as the server has said it. */
export type Answer<B> = { status: number; body: Partial<B> & { error?: { code?: string; message?: string } } };

/** @param max_ms until nobody waits for the answer any more */
export async function post<B>(path: string, body: object, max_ms: number): Promise<Answer<B>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(max_ms),
    });
    return { status: response.status, body: (await response.json()) as Answer<B>["body"] };
  } catch {
    return { status: 0, body: {} };
  }
}
