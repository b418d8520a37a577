import { env, runInDurableObject } from "cloudflare:test";
import { beforeEach, expect, test } from "vitest";
import { newDialogue } from "#src/conversation/dialogue.ts";
import type { Reply } from "#src/conversation/effect.ts";
import { sealDialogue, keepDialogue } from "#src/conversation/room.ts";
import { withLink } from "#src/conversation/links/offer.ts";
import { readLinkToken } from "#src/conversation/links/token.ts";
import { SCAN_LINK_MS } from "#src/conversation/schedule.ts";
import { findOutbox, migrate, openOutbox, readMeta } from "#src/conversation/store.ts";
import { offerLink } from "#src/conversation/links/store.ts";
import { membershipIn } from "../../unit/conversation/talking.ts";
import { clock, type Conversation } from "./worker.ts";

const NOON = Date.UTC(2026, 10, 18, 15);
const CODE = btoa('<TED version="1.0">');
const OTHER = btoa("another code");

beforeEach(() => {
  clock.at = NOON;
});

type Stub = DurableObjectStub<Conversation>;

function conversation(name: string): Stub {
  const { CONVERSATION } = env as unknown as { CONVERSATION: DurableObjectNamespace<Conversation> };
  return CONVERSATION.get(CONVERSATION.idFromName(name));
}

/** Runs in the object itself, beside its storage. */
async function inside<T>(stub: Stub, run: (object: Conversation) => T | Promise<T>): Promise<T> {
  return runInDurableObject(stub, (object) => run(object as unknown as Conversation));
}

/** A reply with a link goes out; answers its secret. */
async function offered(stub: Stub, { key = "t1", replaces = null as string | null } = {}): Promise<string> {
  return inside(stub, async ({ room }) => {
    keepDialogue(room, await sealDialogue(room, { ...newDialogue(), membership: membershipIn("PE") }));
    const reply: Reply = {
      parts: [{ part: "scan_link", why: "asked", replaces }],
      reply_to: null,
      today: "2026-11-18",
    };
    const { reply: written, link } = await withLink(room, { key, created_at: NOON }, reply);
    if (link) offerLink(room.sql, { ...link, expires_at: clock.at + SCAN_LINK_MS });
    const [part] = written.parts;
    const token = part?.part === "scan_link" ? readLinkToken(part.url?.split("#")[1] ?? "") : null;
    expect(token?.conversation).toBe(room.id);
    return token?.secret ?? "";
  });
}

async function jobsOf(stub: Stub) {
  return inside(stub, ({ room }) => openOutbox(room.sql, "document", 10).map(({ key }) => key));
}

test("is open until its time is over, and looking at it spends nothing", async () => {
  const stub = conversation("expires");
  const secret = await offered(stub);
  const open = { state: "open", locale: "es-PE", expires_at: NOON + SCAN_LINK_MS };
  expect(await stub.openScan(secret)).toEqual(open);
  clock.at = NOON + SCAN_LINK_MS - 1;
  expect(await stub.openScan(secret)).toEqual(open);
  clock.at = NOON + SCAN_LINK_MS;
  expect(await stub.openScan(secret)).toEqual({ state: "expired" });
  expect(await stub.redeemScan(secret, CODE)).toBe("expired");
  expect(await jobsOf(stub)).toEqual([]);
});

test("takes one code, once, and leaves the job on disk", async () => {
  const stub = conversation("once");
  const secret = await offered(stub, { replaces: "01JCZX9E40DOCUMENT00000000" });
  expect(await stub.redeemScan(secret, CODE)).toBe("received");
  expect(await stub.redeemScan(secret, CODE)).toBe("received");
  expect(await stub.redeemScan(secret, OTHER)).toBe("used");
  expect(await stub.openScan(secret)).toEqual({ state: "used" });
  const [key = "", ...more] = await jobsOf(stub);
  expect(more).toEqual([]);
  const job = await inside(stub, async (object) => object.job(key));
  expect(job).toMatchObject({ code: CODE, replaces: "01JCZX9E40DOCUMENT00000000", country: "PE", today: "2026-11-18" });
});

test("answers a code that was received before as received, even when the link's time is over by then", async () => {
  const stub = conversation("late");
  const secret = await offered(stub);
  expect(await stub.redeemScan(secret, CODE)).toBe("received");
  clock.at += SCAN_LINK_MS * 2;
  expect(await stub.redeemScan(secret, CODE)).toBe("received");
});

test("is the same link when its message is sent again, and a used one stays used", async () => {
  const stub = conversation("again");
  const secret = await offered(stub);
  clock.at += SCAN_LINK_MS;
  expect(await stub.openScan(secret)).toEqual({ state: "expired" });
  expect(await offered(stub)).toBe(secret);
  expect(await stub.openScan(secret)).toMatchObject({ state: "open" });
  expect(await stub.redeemScan(secret, CODE)).toBe("received");
  expect(await offered(stub)).toBe(secret);
  expect(await stub.openScan(secret)).toEqual({ state: "used" });
});

test("opens nothing in another conversation, nor with a guess", async () => {
  const [mine, theirs] = [conversation("mine"), conversation("theirs")];
  const secret = await offered(mine);
  const other = await offered(theirs);
  expect(other).not.toBe(secret);
  for (const guess of [secret, "", "0".repeat(32)]) {
    expect(await theirs.openScan(guess)).toEqual({ state: "unknown" });
    expect(await theirs.redeemScan(guess, CODE)).toBe("unknown");
  }
  expect(await jobsOf(theirs)).toEqual([]);
});

test("keeps neither the token nor the code in clear", async () => {
  const stub = conversation("sealed");
  const secret = await offered(stub);
  await stub.redeemScan(secret, CODE);
  const stored = await inside(stub, ({ room }) => {
    const tables = ["scan_links", "outbox", "inbox", "meta", "said"];
    return JSON.stringify(tables.flatMap((table) => room.sql.exec(`SELECT * FROM ${table}`).toArray()));
  });
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain(CODE);
});

test("an object from before there were links and quoted papers learns them, and keeps what it had", async () => {
  await inside(conversation("old"), ({ room }) => {
    room.sql.exec("DROP TABLE scan_links");
    room.sql.exec("DROP TABLE said_papers");
    room.sql.exec("UPDATE meta SET value = '1' WHERE name = 'schema'");
    room.sql.exec(
      "INSERT INTO outbox (key, lane, turn, state, due_at, sealed, created_at) VALUES ('t9', 'send', 9, 'sent', 0, '', 0)",
    );
    migrate(room.sql);
    migrate(room.sql);
    expect(readMeta(room.sql, "schema")).toBe("5");
    for (const table of ["scan_links", "said_papers"])
      expect(room.sql.exec(`SELECT * FROM ${table}`).toArray()).toEqual([]);
    expect(findOutbox(room.sql, "t9")?.state).toBe("sent");
  });
});

test("an object that knows links to the scan page alone learns quoted papers, and what else a link is for", async () => {
  await inside(conversation("recent"), ({ room }) => {
    room.sql.exec("DROP TABLE said_papers");
    room.sql.exec("ALTER TABLE scan_links DROP COLUMN purpose");
    room.sql.exec("ALTER TABLE scan_links DROP COLUMN month");
    room.sql.exec("INSERT INTO scan_links (hash, replaces, expires_at) VALUES ('h', 'd', 1)");
    room.sql.exec("UPDATE meta SET value = '2' WHERE name = 'schema'");
    migrate(room.sql);
    expect(readMeta(room.sql, "schema")).toBe("5");
    const [link] = room.sql.exec("SELECT * FROM scan_links").toArray();
    expect(link).toMatchObject({ hash: "h", replaces: "d", purpose: "scan", month: null });
    expect(room.sql.exec("SELECT * FROM said_papers").toArray()).toEqual([]);
  });
});

test("a link to a report is looked at without being spent, and spent once", async () => {
  const stub = conversation("report");
  const secret = await inside(stub, async ({ room }) => {
    keepDialogue(room, await sealDialogue(room, { ...newDialogue(), membership: membershipIn("CL") }));
    const parts: Reply["parts"] = [{ part: "report_link", ref: 0, month: "2026-10" }];
    const { reply, link } = await withLink(
      room,
      { key: "t1", created_at: NOON },
      { parts, reply_to: null, today: "2026-11-18" },
    );
    if (link) offerLink(room.sql, { ...link, expires_at: clock.at + SCAN_LINK_MS });
    const [part] = reply.parts;
    return (part?.part === "report_link" ? readLinkToken(part.url?.split("#")[1] ?? "") : null)?.secret ?? "";
  });
  const holder = { tenant_id: membershipIn("CL").tenant_id, month: "2026-10" };
  expect([await stub.openReport(secret), await stub.openReport(secret)]).toEqual([holder, holder]);
  expect([await stub.redeemReport(secret), await stub.redeemReport(secret)]).toEqual(["spent", "used"]);
  expect([await stub.openReport(secret), await stub.openReport("0".repeat(32))]).toEqual(["used", "unknown"]);
});
