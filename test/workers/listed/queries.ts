// How often the databases are asked: an invocation of a Worker may a thousand times, each statement of a batch counted.
import type { Archive } from "#src/tenants/index.ts";

export type Counted = { archive: Archive; /** Statements since the last time it was asked. */ asked(): number };

export function counted({ databases, ring }: Archive): Counted {
  let statements = 0;
  const around = (d1: D1Database): D1Database =>
    new Proxy(d1, {
      get(plain, name) {
        const member: unknown = Reflect.get(plain, name);
        if (typeof member !== "function") return member;
        const method = (...of: unknown[]): unknown => Reflect.apply(member, plain, of);
        return name !== "prepare" ? method : (...of: unknown[]): unknown => (statements++, method(...of));
      },
    });
  const ledgers = new Map([...databases.ledgers].map(([name, d1]) => [name, around(d1)]));
  const asked = (): number => {
    const before = statements;
    statements = 0;
    return before;
  };
  return { archive: { databases: { directory: around(databases.directory), ledgers }, ring }, asked };
}
