import { readBody } from "#kernel";

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What is needed to speak to Graph. */
export type Connection = {
  /** With its version, without a slash at the end: `https://graph.facebook.com/v25.0`. */
  graphBaseUrl: string;
  accessToken: string;
  /** Hosts (`name` or `name:port`) that a media address may have besides Meta's, also without TLS. */
  mediaHosts: readonly string[];
  fetch: Fetch;
};

/** Some servers of Meta refuse a download without it; sent everywhere. */
export const USER_AGENT = "lucas/0.1";

/** An answer of Graph is a few hundred bytes. */
const ANSWER_BYTES_MAX = 256 * 1_024;

/** The JSON of an answer, or null where it is none or has no end; throws where the connection breaks while it is read. */
export async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBody(response, ANSWER_BYTES_MAX);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
