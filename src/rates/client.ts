import { err, ok, readBody, SECOND_MS, type Result } from "#kernel";
import type { Away, FetchPage } from "./errors.ts";

/** From the first byte asked to the last one read. */
const PAGE_TIMEOUT_MS = 8 * SECOND_MS;
const PAGE_BYTES_MAX = 1_000_000;

type Connection = { base_url: string; fetch: (input: string, init?: RequestInit) => Promise<Response> };

/**
 * The public pages of www.sii.cl. Nothing is sent but the address: no cookie, no session, no credential.
 * @param connection `base_url` without a slash at the end: `https://www.sii.cl`
 */
export function siiPages(connection: Connection): FetchPage {
  return async (path) => {
    try {
      return await load(connection, path);
    } catch (fault) {
      const isTimeout = fault instanceof Error && (fault.name === "TimeoutError" || fault.name === "AbortError");
      return err({ reason: isTimeout ? "timeout" : "unreachable" });
    }
  };
}

async function load(connection: Connection, path: string): Promise<Result<Uint8Array, Away>> {
  const response = await connection.fetch(`${connection.base_url}${path}`, {
    headers: { Accept: "text/html", "User-Agent": "lucas/0.1" },
    // A redirect leads to a host that nobody allowed.
    redirect: "manual",
    signal: AbortSignal.timeout(PAGE_TIMEOUT_MS),
  });
  const refusal = refusalOf(response.status);
  const bytes = refusal === null ? await readBody(response, PAGE_BYTES_MAX) : null;
  if (bytes !== null) return ok(bytes);
  await response.body?.cancel().catch(() => undefined);
  return err({ reason: refusal ?? "too_large" });
}

function refusalOf(status: number): Away["reason"] | null {
  if (status === 200) return null;
  if (status === 404) return "not_found";
  // 0: how some platforms show a redirect that is not followed.
  return status === 0 || (status >= 300 && status < 400) ? "redirected" : "status";
}
