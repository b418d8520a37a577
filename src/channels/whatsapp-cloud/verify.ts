/**
 * Meta's handshake before it sends anything: `hub.mode=subscribe` with our token gives back `hub.challenge`, raw.
 * Null when it must be refused (403). An unset token opens nothing.
 */
export function verifyHandshake(query: URLSearchParams, verifyToken: string): string | null {
  if (verifyToken === "" || query.get("hub.mode") !== "subscribe") return null;
  if (!isSame(query.get("hub.verify_token") ?? "", verifyToken)) return null;
  const challenge = query.get("hub.challenge") ?? "";
  return challenge.length <= CHALLENGE_CHARS_MAX ? challenge : null;
}

const CHALLENGE_CHARS_MAX = 1_024;

/** Takes as long for a near miss as for a far one; only the length of our token could be learnt, which is no secret. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ given.charCodeAt(i);
  return difference === 0;
}
