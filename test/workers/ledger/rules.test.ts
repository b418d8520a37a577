import { beforeAll, expect, test } from "vitest";
import { addRule, listRules, removeRule, verifyBooks, type NewRule } from "#src/ledger/index.ts";
import { ledgerAudit, type Archive, type Viewer } from "#src/tenants/index.ts";
import { bindings, ids, newTenant, newWriter, NOW, openArchive, writerOf } from "./books.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});

const goes = (match: string, category: string, side: "income" | "expense" = "expense"): NewRule => ({
  kind: "category",
  match,
  category,
  side,
});
const same = (match: string, name: string): NewRule => ({ kind: "same", match, name });
const distinct = (match: string, name: string): NewRule => ({ kind: "distinct", match, name });

let messages = 0;
const lesson = (rule: NewRule, source_ref = `whatsapp:lesson.${messages++}:0`) => ({
  rule,
  source_ref,
  id: ids.id(),
  now: NOW,
});
const removal = (rule_id: string, source_ref = `whatsapp:removal.${messages++}:0`) => ({
  rule_id,
  source_ref,
  now: NOW,
});

/** Rules without their ids. */
const held = async (viewer: Viewer): Promise<unknown[]> =>
  (await listRules(viewer)).map(({ id: _id, ...rule }) => rule);

const actionsOf = async (viewer: Viewer): Promise<string[]> => {
  const actions: string[] = [];
  for await (const links of ledgerAudit(viewer)) actions.push(...links.map(({ action }) => action));
  return actions;
};

test("rules of every kind are kept as they were taught, newest first, each with its audit line", async () => {
  const writer = await newWriter(archive);
  const [first, second, third] = [goes("Copec", "combustible"), same("gomes", "Gómez"), distinct("Gomes", "Gomer")];
  const taught = await addRule(writer, lesson(first));
  expect(taught).toEqual({ outcome: "created", rule: { id: taught.rule.id, ...first }, replaced: null });
  await addRule(writer, lesson(second));
  await addRule(writer, lesson(third));
  expect(await held(writer)).toEqual([third, second, first]);
  expect(await actionsOf(writer)).toEqual(["rule.add", "rule.add", "rule.add"]);
  expect(await verifyBooks(writer)).toEqual({ intact: true, entries: 0 });
});

test("the same lesson twice is one rule", async () => {
  const writer = await newWriter(archive);
  const asked = lesson(goes("Copec", "combustible"));
  const first = await addRule(writer, asked);
  expect(await addRule(writer, { ...asked, id: ids.id() })).toEqual({ ...first, outcome: "exists" });
  expect(await held(writer)).toEqual([goes("Copec", "combustible")]);
  expect(await actionsOf(writer)).toEqual(["rule.add"]);
});

test("ten of the same lesson at once are one rule", async () => {
  const writer = await newWriter(archive);
  const asked = lesson(same("gomes", "Gómez"));
  const answers = await Promise.all(Array.from({ length: 10 }, () => addRule(writer, { ...asked, id: ids.id() })));
  expect(answers.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
  expect(new Set(answers.map(({ rule }) => rule.id)).size).toBe(1);
  expect(await held(writer)).toHaveLength(1);
});

test("what another message says again holds already", async () => {
  const writer = await newWriter(archive);
  const { rule } = await addRule(writer, lesson(goes("Copec", "combustible")));
  expect(await addRule(writer, lesson(goes("COPEC", "combustible")))).toEqual({
    outcome: "exists",
    rule,
    replaced: null,
  });
  expect(await held(writer)).toHaveLength(1);
});

test("another category of the same match takes its place, also when the message comes again", async () => {
  const writer = await newWriter(archive);
  const { rule: before } = await addRule(writer, lesson(goes("Copec", "combustible")));
  const asked = lesson(goes("copec", "mantencion"));
  const second = await addRule(writer, asked);
  expect(second).toMatchObject({ outcome: "created", replaced: before });
  expect(await addRule(writer, asked)).toEqual({ ...second, outcome: "exists" });
  expect(await held(writer)).toEqual([goes("copec", "mantencion")]);
});

test("two categories taught at once for one match leave one", async () => {
  const writer = await newWriter(archive);
  const categories = ["combustible", "mantencion", "salud", "insumos"];
  await Promise.all(categories.map((category) => addRule(writer, lesson(goes("Copec", category)))));
  expect(await held(writer)).toHaveLength(1);
});

test("what Juan is paid and what he pays have categories of their own", async () => {
  const writer = await newWriter(archive);
  await addRule(writer, lesson(goes("Juan", "sueldos", "expense")));
  await addRule(writer, lesson(goes("Juan", "ventas", "income")));
  expect(await held(writer)).toHaveLength(2);
});

test("that a name is Gómez, and that it is not, do not hold together", async () => {
  const writer = await newWriter(archive);
  const { rule: is } = await addRule(writer, lesson(same("gomes", "Gómez")));
  const { rule: isNot, replaced } = await addRule(writer, lesson(distinct("Gomes", "Gómez")));
  expect(replaced).toEqual(is);
  expect(await addRule(writer, lesson(same("gomes", "Gómez")))).toMatchObject({ outcome: "created", replaced: isNot });
  expect(await held(writer)).toEqual([same("gomes", "Gómez")]);
});

test("a name is one counterparty, and may be none of several", async () => {
  const writer = await newWriter(archive);
  await addRule(writer, lesson(distinct("gomes", "Gomer")));
  await addRule(writer, lesson(distinct("gomes", "Gámez")));
  await addRule(writer, lesson(same("gomes", "Gómez")));
  await addRule(writer, lesson(same("gomes", "Gomes Ltda")));
  expect(await held(writer)).toEqual([
    same("gomes", "Gomes Ltda"),
    distinct("gomes", "Gámez"),
    distinct("gomes", "Gomer"),
  ]);
});

test("a rule that is taken back holds no more, and can be taught again", async () => {
  const writer = await newWriter(archive);
  const { rule } = await addRule(writer, lesson(goes("Copec", "combustible")));
  const asked = removal(rule.id);
  expect(await removeRule(writer, asked)).toBe("removed");
  expect(await listRules(writer)).toEqual([]);
  expect(await removeRule(writer, asked)).toBe("removed");
  expect(await removeRule(writer, removal(rule.id))).toBe("already_removed");
  expect(await removeRule(writer, removal("none"))).toBe("not_found");
  expect(await actionsOf(writer)).toEqual(["rule.add", "rule.remove"]);
  expect(await addRule(writer, lesson(goes("Copec", "combustible")))).toMatchObject({ outcome: "created" });
});

test("a rule that gave way to another is not brought back by taking that one back", async () => {
  const writer = await newWriter(archive);
  const { rule: before } = await addRule(writer, lesson(goes("Copec", "combustible")));
  const { rule } = await addRule(writer, lesson(goes("Copec", "mantencion")));
  expect(await removeRule(writer, removal(before.id))).toBe("already_removed");
  expect(await removeRule(writer, removal(rule.id))).toBe("removed");
  expect(await listRules(writer)).toEqual([]);
});

test("the message that taught a rule, heard again after it was taken back, teaches nothing", async () => {
  const writer = await newWriter(archive);
  const asked = lesson(goes("Copec", "combustible"));
  const { rule } = await addRule(writer, asked);
  await removeRule(writer, removal(rule.id));
  expect(await addRule(writer, asked)).toMatchObject({ outcome: "exists", rule });
  expect(await listRules(writer)).toEqual([]);
});

test("another tenant sees no rule, takes none back, and learns its own from the same words", async () => {
  const mine = await newWriter(archive);
  let theirs = await newWriter(archive);
  while (theirs.tenant.shard !== mine.tenant.shard) theirs = await newWriter(archive);
  const asked = lesson(goes("Copec", "combustible"));
  const { rule } = await addRule(mine, asked);
  expect(await listRules(theirs)).toEqual([]);
  expect(await removeRule(theirs, removal(rule.id))).toBe("not_found");
  expect(await addRule(theirs, { ...asked, id: ids.id() })).toMatchObject({ outcome: "created", replaced: null });
  expect(await listRules(mine)).toEqual([rule]);
});

test("an accountant teaches nothing", async () => {
  const { tenant } = await newTenant(archive);
  const owner = await writerOf(archive, tenant.id);
  await expect(writerOf(archive, tenant.id, "accountant")).rejects.toThrow("forbidden");
  await addRule(await writerOf(archive, tenant.id, "employee"), lesson(goes("Copec", "combustible")));
  expect(await held(owner)).toHaveLength(1);
});

test("no word of a rule is stored to be read", async () => {
  const writer = await newWriter(archive);
  await addRule(writer, lesson(same("gomes", "Gómez"), "whatsapp:56911112222:0"));
  const row = await bindings[writer.tenant.shard as "LEDGER_00"]
    .prepare("SELECT * FROM rules WHERE tenant_id = ?")
    .bind(writer.tenant.id)
    .first();
  expect(JSON.stringify(row)).not.toMatch(/g[oó]me[sz]|56911112222/i);
});
