import { SECOND_MS, err, ok, toHex, readBody } from "#kernel";
import type { Result } from "#kernel";
import type { Channel, MediaBytes, MediaError, MediaRef } from "../../channel.ts";
import { USER_AGENT, readJson } from "../connection.ts";
import type { Connection } from "../connection.ts";
import { hexDigest } from "../content.ts";
import { mediaAnswer } from "../payload.ts";
import { sendOutcome } from "../send-outcome.ts";
import { isMediaId, mediaAddress } from "./address.ts";
import type { MediaHosts } from "./address.ts";

/** Meta's largest photo is 5 MB and its largest voice note 16 MB; a receipt in a PDF is far below. Bytes. */
export const MEDIA_BYTES_MAX = 16 * 1_024 * 1_024;
const RESOLVE_TIMEOUT_MS = 10 * SECOND_MS;
const DOWNLOAD_TIMEOUT_MS = 30 * SECOND_MS;
const REDIRECTS_MAX = 2;
/** An address lives 5 minutes and may die between the two calls: ask for a new one, once. */
const RESOLUTIONS_MAX = 2;

/** The media half of the channel: id → short-lived address → bytes, checked against the digest. */
export function connectMedia(connection: Connection): Channel["media"] {
  const hosts = { graphOrigin: new URL(connection.graphBaseUrl).origin, mediaHosts: connection.mediaHosts };
  return (ref, line) => fetchMedia({ connection, hosts, ref, line });
}

type Errand = { connection: Connection; hosts: MediaHosts; ref: MediaRef; line: string };
type Source = { url: string; sha256: string | null; mimeType: string | null };

/** The webhook's own address first when it has one that is allowed: it saves a call. Whatever fails there, the id may mend. */
async function fetchMedia(errand: Errand): Promise<Result<MediaBytes, MediaError>> {
  const { ref } = errand;
  if (ref.url !== null && mediaAddress(ref.url, errand.hosts) !== null) {
    const direct = await download(errand, { url: ref.url, sha256: ref.sha256, mimeType: ref.mime_type });
    if (direct.ok || direct.error.reason === "too_large") return direct;
  }
  for (let resolutions = 1; ; resolutions++) {
    const source = await resolve(errand);
    if (!source.ok) return source;
    const bytes = await download(errand, source.value);
    const isStale = !bytes.ok && bytes.error.reason === "expired";
    if (!isStale || resolutions === RESOLUTIONS_MAX) return bytes;
  }
}

/** `GET /{media-id}`; the number is named so that an id of somebody else's number is refused. */
async function resolve({ connection, ref, line }: Errand): Promise<Result<Source, MediaError>> {
  if (!isMediaId(ref.id)) return err({ reason: "refused", detail: "media id of another form" });
  const url = `${connection.graphBaseUrl}/${ref.id}?phone_number_id=${encodeURIComponent(line)}`;
  try {
    const response = await connection.fetch(url, request(connection, RESOLVE_TIMEOUT_MS));
    const body = await readJson(response);
    if (!response.ok) return err(resolveError(response.status, body));
    const answer = mediaAnswer.safeParse(body);
    if (!answer.success) return err({ reason: "unavailable", detail: "answer without an address" });
    const { file_size, sha256, mime_type } = answer.data;
    if (file_size != null && file_size > MEDIA_BYTES_MAX) return err(tooLarge(file_size));
    const digest = ref.sha256 ?? hexDigest(sha256 == null ? null : String(sha256));
    const mimeType = mime_type == null ? ref.mime_type : String(mime_type);
    return ok({ url: answer.data.url, sha256: digest, mimeType });
  } catch (error) {
    return err(unavailable(error));
  }
}

/** An id is gone only when Meta says so for good; a token or a rate may be mended (Graph says 400 for both). */
function resolveError(status: number, body: unknown): MediaError {
  const isForGood = sendOutcome({ status, body, retryAfter: null }).outcome === "refused";
  return { reason: isForGood ? "expired" : "unavailable", detail: `HTTP ${status}` };
}

async function download(errand: Errand, source: Source): Promise<Result<MediaBytes, MediaError>> {
  try {
    const response = await follow(errand, source.url);
    if (!response.ok) return response;
    const bytes = await readBody(response.value, MEDIA_BYTES_MAX);
    if (bytes === null) {
      await response.value.body?.cancel();
      return err(tooLarge(MEDIA_BYTES_MAX + 1));
    }
    const sha256 = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    if (source.sha256 !== null && source.sha256 !== sha256) return err({ reason: "hash_mismatch", detail: sha256 });
    return ok({ bytes, mime_type: source.mimeType ?? response.value.headers.get("Content-Type"), sha256 });
  } catch (error) {
    return err(unavailable(error));
  }
}

/** Redirects by hand, each address judged anew: the token never follows one to a host that is not allowed. */
async function follow(errand: Errand, start: string): Promise<Result<Response, MediaError>> {
  let next = start;
  let base: string | undefined;
  const init = request(errand.connection, DOWNLOAD_TIMEOUT_MS);
  for (let hops = 0; hops <= REDIRECTS_MAX; hops++) {
    const address = mediaAddress(next, errand.hosts, base);
    if (address === null) return err({ reason: "host_not_allowed", detail: hostOf(next) });
    const response = await errand.connection.fetch(address, init);
    if (response.ok) return ok(response);
    const location = response.headers.get("Location");
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || location === null) return err(downloadError(response.status));
    next = location;
    base = address;
  }
  return err({ reason: "refused", detail: `more than ${REDIRECTS_MAX} redirects` });
}

/** What a refused download means: the address died (a CDN says 403), or the hosts are in trouble. */
function downloadError(status: number): MediaError {
  const reason = DEAD_ADDRESS.has(status) ? "expired" : status >= 500 || status === 429 ? "unavailable" : "refused";
  return { reason, detail: `HTTP ${status}` };
}

const DEAD_ADDRESS: ReadonlySet<number> = new Set([400, 401, 403, 404, 410]);

function tooLarge(bytes: number): MediaError {
  return { reason: "too_large", detail: `${bytes} bytes, ${MEDIA_BYTES_MAX} allowed` };
}

function unavailable(error: unknown): MediaError {
  return { reason: "unavailable", detail: error instanceof Error ? error.name : "unknown" };
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "no address";
}

function request(connection: Connection, timeoutMs: number): RequestInit {
  const headers = { Authorization: `Bearer ${connection.accessToken}`, "User-Agent": USER_AGENT };
  return { headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) };
}
