/** What a token may be narrowed to. One issued without scopes may do all that its role allows. */
export const SCOPES = [
  "read:tenant",
  "write:tenant",
  "read:ledger",
  "write:ledger",
  "read:documents",
  "write:documents",
  "read:messages",
  "write:messages",
  "read:sii",
  "write:sii",
  "use:classify",
  "use:extract",
] as const;

export type Scope = (typeof SCOPES)[number];

/** Who may enter a route; it is what the router enforces and what the reference shows. */
export type Entrance = Scope | "operator";

export function covers(scopes: readonly string[], asked: Scope): boolean {
  return scopes.length === 0 || scopes.includes(asked);
}
