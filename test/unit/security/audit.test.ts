import { beforeAll, expect, test } from "vitest";
import { toBase64 } from "#src/kernel/index.ts";
import { chainLink, checkChain, GENESIS_HASH, openKeyRing, type AuditLink, type KeyRing } from "#src/security/index.ts";

const ringOf = async (byte: number): Promise<KeyRing> => {
  const ring = await openKeyRing(`k:${toBase64(new Uint8Array(32).fill(byte))}`);
  if (!ring.ok) throw new Error(ring.error.reason);
  return ring.value;
};

const GENESIS = { seq: 0, hash: GENESIS_HASH };
let ring: KeyRing;
let chain: AuditLink[];

beforeAll(async () => {
  ring = await ringOf(1);
  chain = [];
  for (let seq = 1; seq <= 5; seq++) {
    const prev_hash = chain.at(-1)?.hash ?? GENESIS_HASH;
    const who = { tenant_id: "T", actor: "contact:c", standing: "owner", action: "entry.record" };
    chain.push(await chainLink(ring, { ...who, seq, at: "t", targets: [`E${seq}`], digest: null, prev_hash }));
  }
});

test("a chain is intact from its beginning and from any link that was kept", async () => {
  const head = { seq: 5, hash: chain[4]?.hash };
  expect(await checkChain(ring, GENESIS, chain)).toEqual({ intact: true, head });
  expect(await checkChain(ring, { seq: 2, hash: chain[1]?.hash ?? "" }, chain.slice(2))).toEqual({
    intact: true,
    head,
  });
  expect(await checkChain(ring, GENESIS, [])).toEqual({ intact: true, head: GENESIS });
});

test("every field of every link is vouched for", async () => {
  const changes: Partial<AuditLink>[] = [
    { tenant_id: "U" },
    { at: "u" },
    { actor: "operator:x" },
    { standing: "admin" },
    { action: "entry.reverse" },
    { targets: [] },
    { targets: ["E1", "E2"] },
    { digest: "d" },
    { hash: "0".repeat(64) },
    { seal: "0".repeat(64) },
  ];
  for (let i = 0; i < chain.length; i++) {
    for (const change of changes) {
      const tampered = chain.map((link, index) => (index === i ? { ...link, ...change } : link));
      const check = await checkChain(ring, GENESIS, tampered);
      expect({ change, check }).toMatchObject({ change, check: { intact: false, fault: { seq: i + 1 } } });
    }
  }
});

test("links that are gone, doubled or in another order show", async () => {
  const [a, b, c, d, e] = chain as [AuditLink, AuditLink, AuditLink, AuditLink, AuditLink];
  for (const links of [
    [b, c],
    [a, c],
    [a, b, b],
    [b, a, c],
    [a, b, d, c, e],
    [
      { ...b, seq: 1 },
      { ...a, seq: 2 },
    ],
  ]) {
    expect((await checkChain(ring, GENESIS, links)).intact).toBe(false);
  }
});

test("a chain made under another key is forged", async () => {
  expect(await checkChain(await ringOf(2), GENESIS, chain)).toEqual({
    intact: false,
    fault: { seq: 1, reason: "forged" },
  });
});
