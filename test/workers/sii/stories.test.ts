import { beforeAll, beforeEach, expect, test } from "vitest";
import { recordEntry, type NewEntry } from "#src/ledger/index.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#src/kernel/index.ts";
import { disconnect, findConnection, lastRun, newsOf, type Credential } from "#src/sii/index.ts";
import { findJob, nextJob } from "#src/sii/session/store.ts";
import {
  agentsKey,
  asks,
  booksOf,
  entriesOf,
  gives,
  inside,
  KEY,
  live,
  newBusiness,
  openWorld,
  passes,
  RUT,
  synced,
  taxOffice,
  type Business,
} from "./business.ts";
import { document, feed, pagesOf, touches } from "./pages.ts";
import { SHOP } from "./shop.ts";
import { ids, world } from "./world.ts";

// What happens to a sync and to its documents between one look and the next.

beforeAll(openWorld);
beforeEach(async () => taxOffice.reset());

const WRONG: Credential = { kind: "clave", rut: RUT, clave: "otra" };

const candidate = () => ({ rut: RUT, credential: KEY, given_at: new Date(world.at).toISOString() });

const logins = async (): Promise<number> =>
  (await taxOffice.seen()).calls.filter(({ method }) => method === "CAutInicio").length;

/** What becomes of a business whose key is refused, and which asks once more a day later. */
async function afterRefusal(business: Business) {
  await synced(business);
  await passes(DAY_MS);
  const { outcome } = await asks(business);
  await live(business);
  return { outcome, logins: await logins(), own: await findConnection(business.writer) };
}

const refsOf = async ({ writer }: Business): Promise<string[]> =>
  (await entriesOf(writer)).map(({ source_ref }) => source_ref);

const bill = document();
const BILL = "sii:compra:33:76455871-4:1001";

test("a document that was claimed is taken back, and booked again where the claim was withdrawn, each once", async () => {
  const business = await newBusiness();
  for (const state of ["registro", "reclamado", "reclamado", "registro", "registro"] as const) {
    await feed(business, { pages: pagesOf([{ ...bill, state }]) });
  }
  expect(await refsOf(business)).toEqual([`${BILL}:2`]);
  expect(await entriesOf(business.writer, { live: false })).toHaveLength(3);
});

test("what its owner has undone stays undone, and what they have corrected stays corrected", async () => {
  const [undone, corrected] = [await newBusiness(), await newBusiness()];
  for (const each of [undone, corrected]) await feed(each, { pages: pagesOf([bill]) });
  await touches(undone, "undoes");
  await touches(corrected, "corrects");
  for (const each of [undone, corrected]) await feed(each, { pages: pagesOf([bill]) });
  expect(await entriesOf(undone.writer)).toEqual([]);
  expect(await entriesOf(corrected.writer)).toMatchObject([{ category: "insumos", source: "api" }]);
});

/** «Pagué 119 lucas a Molinos San Cristóbal», said before the list had it. */
async function told({ writer }: Business, over: Partial<NewEntry> = {}): Promise<void> {
  const entry: NewEntry = {
    type: "egreso",
    direction: null,
    amount_minor: 119_000,
    net_minor: null,
    tax_minor: null,
    currency: "CLP",
    date: "2031-06-03",
    due_date: null,
    concept: "harina",
    category: "insumos",
    counterparty: "Molinos San Cristóbal",
    source: "whatsapp",
    source_ref: `whatsapp:${ids.id()}:0`,
    document_id: null,
    ...over,
  };
  await recordEntry(writer, entry, { now: world.at, id: ids.id() });
}

test("what was told is linked and not booked again; undone after that it stays undone", async () => {
  const business = await newBusiness();
  await told(business);
  await feed(business, { pages: pagesOf([bill]) });
  const linked = await entriesOf(business.writer);
  expect(linked).toMatchObject([{ concept: "harina", category: "insumos", net_minor: 100_000, source_ref: BILL }]);
  await touches(business, "undoes");
  await feed(business, { pages: pagesOf([bill]) });
  expect(await entriesOf(business.writer)).toEqual([]);
});

test("what a person told stays, though its document was claimed since", async () => {
  const business = await newBusiness();
  await told(business);
  await feed(business, { pages: pagesOf([bill]) });
  await feed(business, { pages: pagesOf([{ ...bill, state: "reclamado" }]) });
  expect(await entriesOf(business.writer)).toMatchObject([{ concept: "harina" }]);
  const run = await lastRun(business.writer);
  expect(await newsOf(business.writer, run?.id ?? "", world.at)).toMatchObject({ taken_back: [] });
});

test("a sale that is listed for two customers is booked once, and holds up no sync", async () => {
  const business = await newBusiness();
  const sale = document({ side: "venta", folio: "501" });
  const corrected = { ...sale, counterparty: { rut: "77190356-7", name: "Hotel Bellavista SpA", isValid: true } };
  for (let look = 0; look < 2; look++) {
    await feed(business, { pages: pagesOf([sale, corrected, bill]) });
    expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
    expect((await entriesOf(business.writer)).map(({ type }) => type).toSorted()).toEqual(["egreso", "ingreso"]);
  }
});

test("what waited and counts now is booked, and told as booked", async () => {
  const business = await newBusiness();
  await feed(business, { pages: pagesOf([{ ...bill, state: "pendiente", period: "2031-05" }]) });
  expect(await entriesOf(business.writer)).toEqual([]);
  await feed(business, { pages: pagesOf([bill]) });
  const run = await lastRun(business.writer);
  const news = await newsOf(business.writer, run?.id ?? "", world.at);
  expect(news).toMatchObject({ booked: [{ folio: "1001" }], moved: [], pending: [] });
});

test("a key that was refused is tried once, though nobody could write that down", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness({ credential: WRONG });
  await asks(business);
  world.breach = (port, what) => {
    if (port === "d1" && what === "batch") throw new Error("D1 is away");
  };
  const turns = 6;
  await inside(business.stub, async (object) => {
    for (let turn = 0; turn < turns; turn++) {
      await object.alarm();
      await passes((nextJob(object.desk.sql, world.at)?.due_at ?? world.at) - world.at + 1);
    }
  });
  expect(await logins()).toBe(1);
  world.breach = null;
  await live(business);
  expect(await logins()).toBe(1);
  expect(await findConnection(business.writer)).toMatchObject({ state: "stopped", reason: "wrong_key" });
  expect((await asks(business)).outcome).toBe("stopped");
});

test.each([
  ["01.01.190.500.720.20", "wrong_key"],
  ["01.01.190.500.720.55", "few_tries_left"],
  ["01.01.190.500.720.9", "locked"],
  ["01.01.190.500.720.19", "locked"],
  ["01.01.190.500.720.99", "refused"],
  ["no code", "refused"],
])("a login that is refused with %s is not repeated, and its owner is asked", async (code, reason) => {
  const business = await newBusiness();
  world.mangle = (path, answer) =>
    path.endsWith("CAutInicio.cgi")
      ? new Response(`<html><body>${code}</body></html>`, { headers: { "Content-Type": "text/html" } })
      : answer;
  const found = await afterRefusal(business);
  expect(found).toMatchObject({ outcome: "stopped", logins: 1, own: { state: "stopped", reason } });
});

test.each([
  ["with its code behind the portal's frame", "code", "wrong_key"],
  ["in words, without a code", "words", "wrong_key"],
  ["only with the way back to the form", "nothing", "refused"],
  ["with a redirect to the form", "redirect", "refused"],
])("a clave that is refused %s is tried once, whoever asks", async (_how, refusal, reason) => {
  const business = await newBusiness({ credential: WRONG });
  await taxOffice.turns({ refusal });
  const found = await afterRefusal(business);
  expect(found).toMatchObject({ outcome: "stopped", logins: 1, own: { state: "stopped", reason } });
});

/** Their first steps all at once, then each to its end. */
async function together(all: readonly Business[]): Promise<void> {
  await Promise.all(all.map(asks));
  await Promise.all(all.map(async ({ stub }) => inside(stub, async (object) => object.alarm())));
  for (const each of all) await live(each);
}

test("the clave of an accountant of twelve businesses, who has changed it, is tried once by all of them together", async () => {
  const credential: Credential = { kind: "clave", rut: "13579246-2", clave: "vieja26" };
  const all = await Promise.all(Array.from({ length: 12 }, async () => newBusiness({ credential })));
  await together(all);
  expect(await logins()).toBe(1);
  for (const { writer } of all) {
    expect(await findConnection(writer)).toMatchObject({ state: "stopped", reason: "wrong_key" });
  }
  // Given anew to one of them: at once it is the same slip, later it may have been made right.
  const [first] = all as [Business];
  expect(await gives(first, credential)).toEqual({ ok: false, reason: "wrong_key" });
  expect(await logins()).toBe(1);
  await passes(HOUR_MS);
  await gives(first, credential);
  expect(await logins()).toBe(2);
});

test("one clave lets into many businesses, one after the other", async () => {
  await taxOffice.add(...SHOP);
  const all = await Promise.all(Array.from({ length: 3 }, async () => newBusiness()));
  await together(all);
  for (const { writer } of all) expect(await lastRun(writer)).toMatchObject({ state: "done" });
  expect(await logins()).toBe(3);
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("after two answers that got lost nobody logs in for an hour, be it a sync or a visit", async () => {
  const business = await newBusiness();
  world.mangle = (path, answer) => {
    if (path.endsWith("CAutInicio.cgi")) throw new TypeError("the connection was lost");
    return answer;
  };
  const visits = 5;
  for (let nth = 0; nth < visits; nth++) await business.stub.propose(business.writer.tenant.id, "2031-05");
  expect(await logins()).toBe(2);
  await passes(HOUR_MS);
  await business.stub.propose(business.writer.tenant.id, "2031-05");
  expect(await logins()).toBe(3);
});

test("answers to logins that get lost: two, then an hour of rest, and an end", async () => {
  const business = await newBusiness();
  world.mangle = (path, answer) => {
    if (path.endsWith("CAutInicio.cgi")) throw new TypeError("the connection was lost");
    return answer;
  };
  const begun = world.at;
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "failed", reason: "unavailable" });
  expect((world.at - begun) / HOUR_MS).toBeGreaterThan(2);
  // Three in an hour at most: half of what the SII bears before it warns.
  expect(await logins()).toBeLessThanOrEqual(5);
});

test("a session that the SII ends for one page alone is closed before the next is opened", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await taxOffice.faults({ kind: "code", code: 98, on: "detail", skip: 2 });
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "failed", reason: "session_over" });
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("a facade that knows no session any more is entered anew: another login, and its page once more", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  let answers = 0;
  world.mangle = (path, answer) => {
    if (!path.endsWith("getDetalleCompra") || ++answers !== 2) return answer;
    const page = "<html><title>JBWEB000065: HTTP Status 401 - </title></html>";
    return new Response(page, { status: 401, headers: { "Content-Type": "text/html" } });
  };
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  const { calls, sessions } = await taxOffice.seen();
  const times = (method: string): number => calls.filter((call) => call.method === method).length;
  expect([times("CAutInicio"), times("autTermino"), sessions.length]).toEqual([2, 2, 0]);
});

test("a fault of ours shortens no wait that the SII asked for", async () => {
  const business = await newBusiness();
  await taxOffice.faults({ kind: "sessions_full", on: "login", next: 1 });
  await asks(business);
  world.breach = (port, what) => {
    if (port === "d1" && what === "batch") throw new Error("D1 is away");
  };
  const due = await inside(business.stub, async (object) => {
    await object.alarm();
    return findJob(object.desk.sql, business.writer.tenant.id)?.due_at ?? 0;
  });
  expect(due - world.at).toBeGreaterThan(HOUR_MS - 1_000);
});

test.each([
  ["a captcha is asked for", () => taxOffice.faults({ kind: "captcha", on: "detail" }), "captcha"],
  [
    "the facade takes no envelope of ours",
    async () => {
      world.mangle = (path, answer) =>
        path.endsWith("getResumen") ? Response.json({ errorMsg: "Acceso no autorizado!" }) : answer;
    },
    "unknown",
  ],
] as const)("where %s of everybody, no way in is lost: it waits, and goes on", async (_what, turned, reason) => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness({ credential: null });
  await turned();
  expect(await gives(business, KEY)).toEqual({ ok: false, reason });
  await live(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "failed", reason });
  expect(await findConnection(business.writer)).toMatchObject({ state: "testing", reason: null });
  await taxOffice.faults();
  world.mangle = null;
  await synced(business);
  expect(await entriesOf(business.writer)).toHaveLength(9);
  expect(await findConnection(business.writer)).toMatchObject({ state: "active" });
});

test("a token that the SII does not make is no fault of the certificate", async () => {
  const business = await newBusiness({ credential: await agentsKey() });
  world.mangle = async (path, answer) => {
    if (!path.endsWith("GetTokenFromSeed.jws")) return answer;
    const inner = "&lt;R&gt;&lt;ESTADO&gt;08&lt;/ESTADO&gt;&lt;GLOSA&gt;NO GENERA TOKEN&lt;/GLOSA&gt;&lt;/R&gt;";
    return new Response(`<E><getTokenReturn>${inner}</getTokenReturn></E>`, {
      headers: { "Content-Type": "text/xml" },
    });
  };
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "failed", reason: "unavailable" });
  expect((await findConnection(business.writer))?.state).not.toBe("stopped");
});

test("a host that sends one taxpayer away is left alone by them; when it does so with three, by all", async () => {
  const HOST = "zeusr.sii.cl";
  const all = await Promise.all(Array.from({ length: 4 }, async () => newBusiness()));
  const [first, second, third, fourth] = all as [Business, Business, Business, Business];
  const looks = async ({ writer, stub }: Business): Promise<number> => {
    await stub.propose(writer.tenant.id, "2031-05");
    return (await taxOffice.seen()).calls.length;
  };
  await taxOffice.faults({ kind: "rejected", on: "page" });
  expect(await looks(first)).toBe(1);
  // They alone wait.
  expect(await looks(first)).toBe(1);
  expect(world.closed.has(HOST)).toBe(false);
  expect(await looks(second)).toBe(2);
  expect(world.closed.has(HOST)).toBe(false);
  expect(await looks(third)).toBe(3);
  expect(world.closed.has(HOST)).toBe(true);
  expect(await looks(fourth)).toBe(3);
  await taxOffice.faults();
  await passes(HOUR_MS);
  expect(await looks(first)).toBeGreaterThan(3);
});

test.each([
  ["the host is away", async () => void world.closed.set("zeusr.sii.cl", world.at + HOUR_MS / 2)],
  ["the connection is lost", async () => taxOffice.faults({ kind: "reset", on: "logout", next: 1 })],
  [
    "the gate itself breaks",
    async () => {
      world.breach = (port, what) => {
        if (port !== "gate" || what !== "zeusr.sii.cl") return;
        world.breach = null;
        throw new Error("no gate");
      };
    },
  ],
])("a session that is left while %s is closed when it can be", async (_what, turned) => {
  const business = await newBusiness();
  await business.stub.tryOut(business.writer.tenant.id, candidate());
  await turned();
  await inside(business.stub, async (object) => object.alarm());
  expect((await taxOffice.seen()).sessions).toHaveLength(1);
  await live(business);
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("a visit leaves no session to a sync that waits for an hour", async () => {
  const business = await newBusiness();
  await taxOffice.faults({ kind: "sessions_full", on: "login", next: 1 });
  await asks(business);
  await inside(business.stub, async (object) => object.alarm());
  await business.stub.propose(business.writer.tenant.id, "2031-05");
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("a sync that was dropped after too many faults leaves no session, and the next look ends its run", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await asks(business);
  let turns = 0;
  await live(business, () => turns++ < 9);
  expect((await taxOffice.seen()).sessions).toHaveLength(1);
  world.breach = (port) => {
    if (port === "d1") throw new Error("away");
  };
  await inside(business.stub, async (object) => {
    while (findJob(object.desk.sql, business.writer.tenant.id)) {
      world.at = nextJob(object.desk.sql, world.at)?.due_at ?? world.at;
      await object.alarm();
    }
    expect(await object.desk.storage.getAlarm()).toBeLessThan(world.at + HOUR_MS);
    await object.alarm();
  });
  expect((await taxOffice.seen()).sessions).toEqual([]);
  world.breach = null;
  const before = await lastRun(business.writer);
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ id: before?.id, state: "done" });
});

test("a new key is tried, though a session of the old one is open", async () => {
  const business = await newBusiness({ credential: null });
  expect(await gives(business, KEY)).toMatchObject({ ok: true });
  await passes(1_000);
  expect(await gives(business, WRONG)).toEqual({ ok: false, reason: "wrong_key" });
  await live(business);
  expect((await taxOffice.seen()).sessions).toEqual([]);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
});

test("a slip in a new key takes nothing from the one that works, and is kept nowhere", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness({ credential: null });
  expect(await gives(business, WRONG)).toEqual({ ok: false, reason: "wrong_key" });
  expect(await findConnection(business.writer)).toBeNull();
  expect(await gives(business, await agentsKey())).toMatchObject({ ok: true });
  await live(business);
  const before = await findConnection(business.writer);
  await passes(1_000);
  expect(await gives(business, WRONG)).toEqual({ ok: false, reason: "wrong_key" });
  expect(await findConnection(business.writer)).toEqual(before);
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  await passes(1_000);
  expect(await gives(business, KEY)).toMatchObject({ ok: true });
  expect(await findConnection(business.writer)).toMatchObject({ kind: "clave", state: "active" });
});

test("whoever tried a way in and began nothing is logged out after a while", async () => {
  const business = await newBusiness();
  await business.stub.tryOut(business.writer.tenant.id, candidate());
  expect((await taxOffice.seen()).sessions).toHaveLength(1);
  await inside(business.stub, async (object, _fresh) => {
    expect(await object.desk.storage.getAlarm()).not.toBeNull();
    await object.alarm();
  });
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("two businesses of one RUT are read one after the other, each by one login", async () => {
  await taxOffice.add(...SHOP);
  const [one, two] = [await newBusiness({ object: "shared" }), await newBusiness({ object: "shared" })];
  await asks(one);
  await asks(two);
  await live(one);
  expect(await booksOf(two.writer)).toEqual(await booksOf(one.writer));
  expect(await entriesOf(one.writer)).toHaveLength(9);
  expect(await logins()).toBe(2);
  expect(new Set(world.reports).size).toBe(2);
});

test("who disconnects takes nobody else's session away, and leaves no page behind", async () => {
  await taxOffice.add(...SHOP);
  const [one, two] = [await newBusiness({ object: "leaving" }), await newBusiness({ object: "leaving" })];
  await asks(one);
  await asks(two);
  let turns = 0;
  await live(one, () => turns++ < 9);
  await disconnect(two.writer, two.connecting);
  expect((await taxOffice.seen()).sessions).toHaveLength(1);
  await disconnect(one.writer, one.connecting);
  expect((await taxOffice.seen()).sessions).toEqual([]);
  const left = await inside(one.stub, async ({ desk }) => desk.sql.exec("SELECT * FROM pages").toArray());
  expect(left).toEqual([]);
  for (const { writer } of [one, two]) {
    expect(await lastRun(writer)).toMatchObject({ state: "failed", reason: "disconnected" });
    expect(await entriesOf(writer)).toEqual([]);
  }
});

test("who connects as another RUT in the midst of a sync gets nothing of the first one", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await asks(business);
  let turns = 0;
  await live(business, () => turns++ < 9);
  const other = await newBusiness({ object: "other" });
  const moved = { ...business, connecting: other.connecting };
  const rut = "77412905-7";
  await gives(moved, { kind: "clave", rut, clave: "aromos26" }, rut);
  await live(business);
  expect(await entriesOf(business.writer)).toEqual([]);
  await live(other);
  expect(await entriesOf(business.writer)).toHaveLength(40);
  expect((await taxOffice.seen()).sessions).toEqual([]);
});

test("asked for twice it is one sync, and none stays open for ever", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  const [first, second] = [await asks(business), await asks(business)];
  expect([first.outcome, second.outcome]).toEqual(["started", "running"]);
  expect("run" in first && "run" in second && first.run.id === second.run.id).toBe(true);
  await live(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect(world.reports).toHaveLength(1);
});

test("asked for while the SII is in maintenance it says so, and when it goes on", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await taxOffice.faults({ kind: "maintenance" });
  expect(await asks(business)).toMatchObject({ outcome: "started", resumes_at: null });
  await inside(business.stub, async (object) => object.alarm());
  const again = await asks(business);
  expect(again).toMatchObject({ outcome: "running", run: { state: "waiting", reason: "maintenance" } });
  expect("run" in again && (again.resumes_at ?? 0) - world.at).toBeGreaterThan(MINUTE_MS);
  await taxOffice.faults();
  await live(business);
  expect(await asks(business)).toMatchObject({ outcome: "started", resumes_at: null });
});

test("a sync that waits for an hour holds up no other of its object", async () => {
  await taxOffice.add(...SHOP);
  const [one, two] = [await newBusiness({ object: "patient" }), await newBusiness({ object: "patient" })];
  await taxOffice.faults({ kind: "sessions_full", on: "login", next: 1 });
  await asks(one);
  await inside(one.stub, async (object) => object.alarm());
  await asks(two);
  await asks(one);
  const alarm = await inside(one.stub, async ({ desk }) => desk.storage.getAlarm());
  expect(alarm).toBeLessThanOrEqual(world.at);
  await live(two);
  expect(await booksOf(two.writer)).toEqual(await booksOf(one.writer));
});

test.each([
  ["the databases", "d1"],
  ["whoever tells it", "report"],
] as const)("where %s never answers again, a sync comes to an end", async (_what, port) => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await asks(business);
  let turns = 0;
  await live(business, () => turns++ < 30);
  world.breach = (struck) => {
    if (struck === port) throw new Error("away");
  };
  await live(business);
  expect(await inside(business.stub, async ({ desk }) => findJob(desk.sql, business.writer.tenant.id))).toBeNull();
  world.breach = null;
  await synced(business);
  expect(await entriesOf(business.writer)).toHaveLength(9);
});

test("documents that come while a busy list is read stand between its two counts", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  const come = { side: "venta", counterparty: { rut: "77190356-7", name: "Hotel Bellavista SpA" } } as const;
  let folio = 600;
  world.mangle = async (path, answer) => {
    if (path.endsWith("getResumen"))
      await taxOffice.add({ ...come, folio: ++folio, net: 1_000, issued_on: "2031-06-17" });
    return answer;
  };
  await synced(business);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect((await entriesOf(business.writer)).length).toBeGreaterThan(9);
});

test("a sync that waits over the end of a month reads the months that it began with", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  await taxOffice.faults({ kind: "http_503", on: "detail", skip: 6, next: 1 });
  await passes(12 * DAY_MS + 11 * HOUR_MS + 58 * 60_000);
  await synced(business);
  expect(new Date(world.at).toISOString()).toMatch(/^2031-07-01/);
  expect(await lastRun(business.writer)).toMatchObject({ state: "done" });
  expect(await entriesOf(business.writer)).toHaveLength(10);
});

test("people write in the chat while it books: all of both stands, once", async () => {
  await taxOffice.add(...SHOP);
  const business = await newBusiness();
  const chat = Array.from({ length: 25 }, async (_, nth) =>
    told(business, { concept: `pan ${nth}`, amount_minor: 1_000 + nth, counterparty: null, date: "2031-06-17" }),
  );
  await Promise.all([...chat, synced(business)]);
  expect(await entriesOf(business.writer)).toHaveLength(25 + 9);
});
