const META_DOMAINS = [".fbsbx.com", ".fbcdn.net"];

/** Where media may be fetched from; the token goes to these and to no other. */
export type MediaHosts = {
  /** The origin of Graph itself, such as `https://graph.facebook.com`. */
  graphOrigin: string;
  /** `name` or `name:port`; also without TLS. */
  mediaHosts: readonly string[];
};

/**
 * The address when it may be fetched with our token, else null. Meta's own hosts by https on the usual port,
 * Graph's origin, and the configured hosts; never one with a user name in it. Pass each redirect through it again.
 * @param base resolves a relative redirect
 */
export function mediaAddress(text: string, hosts: MediaHosts, base?: string): string | null {
  const url = URL.parse(text, base);
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const isAllowed = url.origin === hosts.graphOrigin || isConfigured(url, hosts.mediaHosts) || isMetas(url);
  return isAllowed ? url.href : null;
}

function isConfigured(url: URL, mediaHosts: readonly string[]): boolean {
  return mediaHosts.includes(url.hostname) || mediaHosts.includes(url.host);
}

function isMetas(url: URL): boolean {
  if (url.protocol !== "https:" || url.port !== "") return false;
  return META_DOMAINS.some((domain) => url.hostname.endsWith(domain));
}

/** Media ids of Meta are digits; nothing that could leave the path is let through. */
export function isMediaId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}
