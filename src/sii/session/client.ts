import { err, ok, readBody, SECOND_MS, type Result } from "#kernel";
import type { Trouble } from "./credential.ts";
import { decoded } from "./decoded.ts";
import { pageOutline, placeOf } from "./evidence.ts";
import { troubleIn, type SiiTrouble } from "./trouble.ts";

/** The SII's slow hours: from the first byte asked to the last one read. */
const ANSWER_MAX_MS = 60 * SECOND_MS;
/** A type of document of a large month: some 2.5 kB each. */
const ANSWER_BYTES_MAX = 20_000_000;

export type SiiHost = "palena.sii.cl" | "maullin.sii.cl" | "zeusr.sii.cl" | "www4.sii.cl" | "ws1.sii.cl";

export type SiiConnection = {
  /** Where each host is reached, without a slash at the end. */
  bases: Readonly<Record<SiiHost, string>>;
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
};

/** A connection of one taxpayer: `pace` lets the time pass that must lie between two calls, or says how long it is too long. */
export type PacedConnection = SiiConnection & { pace(host: SiiHost): Promise<number> };

export type Asked = {
  host: SiiHost;
  path: string;
  method?: "GET" | "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string;
  cookies?: Readonly<Record<string, string>>;
  /** The answer is a page by its nature, so that being one says nothing; that of the login is one of a login. */
  expects?: "page" | "login";
};

export type Answered = { bytes: Uint8Array; text: string; cookies: Readonly<Record<string, string>> };

/**
 * One call of a host of the SII. A page of trouble, a status, a redirect to a login are reasons; so is silence. Nothing is
 * asked twice here, and no redirect is followed: it leads where nobody allowed.
 */
export async function ask(connection: PacedConnection, asked: Asked): Promise<Result<Answered, Trouble>> {
  const { host } = asked;
  const wait_ms = await connection.pace(host);
  if (wait_ms > 0) return err({ reason: "unavailable", evidence: "not to be asked yet", host, wait_ms });
  const answer = await answerOf(connection, asked);
  return answer.ok ? answer : err({ ...answer.error, host });
}

async function answerOf({ bases, fetch }: SiiConnection, asked: Asked): Promise<Result<Answered, Trouble>> {
  const { host, path, method = "GET", headers, body, cookies = {} } = asked;
  try {
    const response = await fetch(`${bases[host]}${path}`, {
      method,
      headers: {
        "User-Agent": USER_AGENT,
        "Accept-Language": "es-CL,es;q=0.9",
        ...headers,
        ...(Object.keys(cookies).length > 0 && { Cookie: cookieLine(cookies) }),
      },
      ...(body !== undefined && { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
    });
    return await answerIn(response, asked);
  } catch (fault) {
    return err({ reason: "unavailable", evidence: fault instanceof Error ? fault.name : "no answer" });
  }
}

/** What a browser says: the portal's firewall turns anything else away. */
const USER_AGENT = "Mozilla/5.0 (compatible; lucas/0.1)";

async function answerIn(response: Response, { expects }: Asked): Promise<Result<Answered, Trouble>> {
  const bytes = await readBody(response, ANSWER_BYTES_MAX);
  if (bytes === null) return err({ reason: "unknown", evidence: `more than ${ANSWER_BYTES_MAX} bytes` });
  const { status } = response;
  const text = decoded(bytes);
  const type = response.headers.get("Content-Type") ?? "";
  const cookies = cookiesOf(response.headers);
  // A login that worked may send its guest on; it is known by what it gave them.
  const isIn = expects !== undefined && (cookies["TOKEN"] ?? "") !== "";
  if (status >= 300 && status < 400 && !isIn) return redirected(response.headers.get("Location") ?? "");
  const trouble = troubleIn({ status, type, body: text });
  const isExpected =
    isIn || (expects !== undefined && status === 200 && trouble !== null && PLAIN[expects].has(trouble));
  if (trouble !== null && !isExpected) return err({ reason: trouble, evidence: pageOutline(status, text) });
  return ok({ bytes, text, cookies });
}

/** What the words of a page that works may be taken for: its scripts speak of captchas. */
const PLAIN: Readonly<Record<NonNullable<Asked["expects"]>, ReadonlySet<SiiTrouble>>> = {
  page: new Set(["unknown", "captcha"]),
  login: new Set(["unknown", "captcha", "session_over"]),
};

function redirected(location: string): Result<never, Trouble> {
  const reason = /queue-?it/i.test(location) ? "queue" : /AUT2000|zeusr/i.test(location) ? "session_over" : "unknown";
  return err({ reason, evidence: `redirect to ${placeOf(location)}` });
}

function cookieLine(cookies: Readonly<Record<string, string>>): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
}

/** What a page sets; one that it takes away is empty. Cookies of the firewall and the queue count as any other. */
function cookiesOf(headers: Headers): Record<string, string> {
  const set = headers.getSetCookie().flatMap((line): [string, string][] => {
    const [, name, value = ""] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.trim()]];
  });
  return Object.fromEntries(set);
}
