import { beforeAll, expect, test } from "vitest";
import { commit, type Archive, type Writer } from "#src/tenants/index.ts";
import { keepDocuments } from "#src/sii/keep/keep.ts";
import { lookForClaim } from "#src/sii/claims/look.ts";
import { beginClaim, endClaim, findClaim } from "#src/sii/claims/store.ts";
import { changeProfile, findProfile } from "#src/sii/profile/store.ts";
import { listKept } from "#src/sii/kept/list.ts";
import { PURCHASE_READ } from "../../unit/sii/rcv/purchase.ts";
import { bindings, ids, newTenant, NOW, openArchive, refusal, writerOf } from "./books.ts";

let archive: Archive;
let own: Writer;
let other: Writer;
beforeAll(async () => {
  archive = await openArchive();
  own = await writerOf(archive, (await newTenant(archive)).tenant.id);
  other = await writerOf(archive, (await newTenant(archive)).tenant.id);
});

const entropy = { ...ids, jitter: () => 0.5 };

/** So many purchases that wait, kept by this business. */
async function kept(writer: Writer, folios: readonly string[]): Promise<string[]> {
  const documents = folios.map((folio) => ({
    ...PURCHASE_READ,
    folio,
    state: "pendiente" as const,
    receivedAt: "2026-11-15T12:00:00",
    period: "2026-11",
  }));
  const whose = { source: "portal" as const, begun_at: null, rut: "77412905-8" };
  const keeping = { documents, run_id: ids.id(), ...whose, now: NOW, entropy };
  return (await keepDocuments(writer, keeping)).map(({ id }) => id);
}

const claiming = (document_id: string) => ({ document_id, action: "RCD" as const });

test("what is said is written once, and once it is said it stays so", async () => {
  const [document_id = ""] = await kept(own, ["501"]);
  for (let times = 0; times < 2; times++) await beginClaim(own, { ...claiming(document_id), id: ids.id(), now: NOW });
  const begun = await findClaim(own, claiming(document_id));
  expect(begun).toMatchObject({ state: "asked", asked_by: "contact:c1", ended_at: null });
  if (!begun) throw new Error("nothing was begun");
  const end = endClaim(begun, { state: "registered", reason: null, now: NOW });
  await commit(own, { action: "sii.claim", targets: [document_id], at: NOW }, [end]);
  expect(await findClaim(own, claiming(document_id))).toMatchObject({ state: "registered" });
  await beginClaim(own, { ...claiming(document_id), id: ids.id(), now: NOW + 1 });
  expect(await findClaim(own, claiming(document_id))).toMatchObject({ id: begun.id, state: "registered" });
  const shard = own.tenant.shard as "LEDGER_00" | "LEDGER_01";
  const edit = bindings[shard].prepare("UPDATE sii_claims SET state = 'refused' WHERE id = ?").bind(begun.id);
  expect(await refusal(edit)).toContain("stays said");
  const erase = bindings[shard].prepare("DELETE FROM sii_claims WHERE id = ?").bind(begun.id);
  expect(await refusal(erase)).toContain("never deleted");
});

test("a purchase is found by its folio, by its sender, and by nobody else", async () => {
  await kept(own, ["601", "602"]);
  const look = (writer: Writer, folio: string | null, name: string | null) =>
    lookForClaim(writer, { folio, name }, NOW);
  expect(await look(own, "0601", null)).toMatchObject({ is: "found", lines: [{ folio: "601" }] });
  const [sender = ""] = PURCHASE_READ.counterparty.name.split(" ");
  expect(await look(own, "602", sender)).toMatchObject({ is: "found", lines: [{ folio: "602" }] });
  expect(await look(own, "602", "nadie")).toEqual({ is: "none" });
  expect(await look(other, "601", null)).toEqual({ is: "none" });
});

test("two issuers' purchases of one folio are both found, also where one of them is closed", async () => {
  const mapocho = { rut: "76086428-5", name: "DISTRIBUIDORA MAPOCHO SPA", isValid: true };
  const waits = { ...PURCHASE_READ, folio: "1001", state: "pendiente" as const, period: "2026-11" };
  const received = { ...waits, receivedAt: "2026-11-15T12:00:00" };
  const closed = { ...received, state: "registro" as const, counterparty: mapocho };
  const note = { ...closed, type: 61 };
  const whose = { source: "portal" as const, begun_at: null, rut: "77412905-8" };
  const documents = [received, closed, note];
  await keepDocuments(own, { documents, run_id: ids.id(), ...whose, now: NOW, entropy });
  const look = (name: string | null) => lookForClaim(own, { folio: "1001", name }, NOW);
  const states = [{ state: "pendiente" }, { state: "registro", type: 33, name: mapocho.name }];
  expect(await look(null)).toMatchObject({ is: "found", lines: states });
  expect(await look("Mapocho")).toMatchObject({ is: "found", lines: states.slice(1) });
  expect(await lookForClaim(other, { folio: "1001", name: null }, NOW)).toEqual({ is: "none" });
});

test("what is kept is listed page by page, to its own business alone", async () => {
  await kept(own, ["701", "702", "703"]);
  const first = await listKept(own, { state: "pendiente", cursor: null, limit: 2 });
  if (!first.ok) throw new Error(first.error.reason);
  expect(first.value.documents).toHaveLength(2);
  const next = await listKept(own, { state: "pendiente", cursor: first.value.next_cursor, limit: 200 });
  const seen = [...first.value.documents, ...(next.ok ? next.value.documents : [])].map(({ folio }) => folio);
  expect(seen).toEqual(expect.arrayContaining(["701", "702", "703"]));
  expect(new Set(seen).size).toBe(seen.length);
  expect(await listKept(other, { cursor: null, limit: 10 })).toEqual({
    ok: true,
    value: { documents: [], next_cursor: null },
  });
  expect(await listKept(own, { cursor: "../x", limit: 10 })).toMatchObject({ ok: false });
});

test("how a business is taxed is kept as it is told, and null takes it back", async () => {
  const remanente = { amount: 96_500, month: "2026-09" };
  expect(await changeProfile(own, { regime: "pro_pyme", remanente }, NOW)).toMatchObject({ ok: true });
  await changeProfile(own, { regime: null, factor: 0.85 }, NOW);
  const told = { regime: null, ppm_rate: null, filer: null, factor: 0.85, remanente };
  expect(await findProfile(own)).toEqual(told);
  expect(await findProfile(other)).toMatchObject({ factor: null, remanente: null });
});

test.each([
  ["factor", { factor: 1.5 }],
  ["ppm_rate", { ppm_rate: 90 }],
  ["remanente", { remanente: { amount: -1, month: "2026-09" } }],
  ["remanente", { remanente: { amount: 1, month: "2027-01" } }],
  ["remanente", { remanente: { amount: 1, month: "2026-13" } }],
] as const)("no %s is kept that can't be so: %o", async (field, patch) => {
  expect(await changeProfile(own, patch, NOW)).toEqual({ ok: false, error: { reason: "invalid", field } });
});
