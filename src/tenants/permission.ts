import type { Role } from "./tenant.ts";

/** Who acts: a person in a chat, an API token, the operator of the installation, or a job of our own. */
export type Actor = { kind: "contact" | "token" | "operator" | "system"; id: string };

/** As what somebody acts. */
export type Standing = Role | "operator" | "system";

const BOOKKEEPERS: readonly Standing[] = ["owner", "admin", "employee", "operator", "system"];
const MANAGERS: readonly Standing[] = ["owner", "admin", "operator", "system"];
const OWNERS: readonly Standing[] = ["owner", "operator"];
const OPERATORS: readonly Standing[] = ["operator"];
const OURSELVES: readonly Standing[] = ["system"];

/** Everything that can be done to stored facts, and who may do it. An accountant reads and exports, and writes nothing. */
const ALLOWED = {
  "entry.record": BOOKKEEPERS,
  "entry.reverse": BOOKKEEPERS,
  "entry.replace": BOOKKEEPERS,
  "rule.add": BOOKKEEPERS,
  "rule.remove": BOOKKEEPERS,
  "document.receive": BOOKKEEPERS,
  "document.update": BOOKKEEPERS,
  "sii.keep": BOOKKEEPERS,
  "sii.connect": MANAGERS,
  "sii.claim": MANAGERS,
  "message.send": MANAGERS,
  "tenant.update": MANAGERS,
  "tenant.plan": OPERATORS,
  "tenant.erase": OWNERS,
  "token.issue": MANAGERS,
  "token.revoke": MANAGERS,
  "tenant.found": OURSELVES,
  "tenant.rewrap": OURSELVES,
  "alias.link": OURSELVES,
} satisfies Record<string, readonly Standing[]>;

export type Action = keyof typeof ALLOWED;

export function mayDo(standing: Standing, action: Action): boolean {
  return ALLOWED[action].includes(standing);
}

/** `contact:01J…`: how the audit and an entry name an actor. */
export function actorName(actor: Actor): string {
  return `${actor.kind}:${actor.id}`;
}
