import { assert, clip, nameKey } from "#kernel";
import { actorName, commit, type Viewer, type Writer } from "#tenants";
import { sourceKey, TEXT_CHARS_MAX } from "../row.ts";
import type { NewRule, Rule } from "./rule.ts";
import {
  endRule,
  insertRule,
  ruleById,
  ruleBySourceKey,
  ruleEndedBy,
  ruleInPlaceOf,
  rulesThatHold,
  type RuleRow,
  type UnnumberedRule,
} from "./store.ts";

/** A shopkeeper teaches a few a week; beyond this the oldest are no longer applied. */
const RULES_MAX = 500;

const CATEGORY = /^[a-z0-9_]{1,40}$/;

/** What the tenant's corrections have taught and nobody took back, newest first. */
export async function listRules(viewer: Viewer): Promise<Rule[]> {
  const rows = await rulesThatHold(viewer, RULES_MAX);
  return Promise.all(rows.map((row) => ruleOf(viewer, row)));
}

/** `id` is a new ULID, unused when the rule exists. `source_ref` is the natural key of the request. `now` in epoch ms. */
export type Lesson = { rule: NewRule; source_ref: string; id: string; now: number };

/**
 * `exists`: this request taught it before, or the same rule holds already; nothing was written. `replaced` is what the
 * request put an end to: another category of the same match and side, another name of the same match.
 */
export type Taught = { outcome: "created" | "exists"; rule: Rule; replaced: Rule | null };

/** Keeps a rule, once, and ends what it says otherwise. */
export async function addRule(writer: Writer, lesson: Lesson): Promise<Taught> {
  const { rule, id, now } = lesson;
  assert(nameKey(rule.match) !== "", "a rule is about something that can be found again");
  assert(rule.kind !== "category" || CATEGORY.test(rule.category), "a category is a slug");
  const row = await rowOf(writer, lesson);
  const before = await ruleBySourceKey(writer, row.source_key);
  if (before) return taught(writer, before, "exists");
  const standing = await ruleInPlaceOf(writer, row);
  if (standing && saysTheSame(standing, row)) return taught(writer, standing, "exists");
  const { committed } = await commit(writer, { action: "rule.add", targets: [id], at: now }, insertRule(row));
  const written = await ruleBySourceKey(writer, row.source_key);
  assert(written, "a rule is never deleted");
  return taught(writer, written, committed ? "created" : "exists");
}

/** Takes a rule back; the same request twice has one effect. `already_removed`: another request or rule ended it. */
export async function removeRule(
  writer: Writer,
  request: { rule_id: string; source_ref: string; now: number },
): Promise<"removed" | "not_found" | "already_removed"> {
  const { rule_id, now } = request;
  const row = await ruleById(writer, rule_id);
  if (!row) return "not_found";
  const ended_key = await sourceKey(writer, request.source_ref);
  if (row.ended_at !== null) return row.ended_key === ended_key ? "removed" : "already_removed";
  const end = endRule(writer.tenant.id, rule_id, { ended_at: new Date(now).toISOString(), ended_key });
  await commit(writer, { action: "rule.remove", targets: [rule_id], at: now }, [end]);
  const ended = await ruleById(writer, rule_id);
  return ended?.ended_key === ended_key ? "removed" : "already_removed";
}

async function taught(viewer: Viewer, row: RuleRow, outcome: Taught["outcome"]): Promise<Taught> {
  const replaced = await ruleEndedBy(viewer, row.source_key);
  return { outcome, rule: await ruleOf(viewer, row), replaced: replaced ? await ruleOf(viewer, replaced) : null };
}

function saysTheSame(a: UnnumberedRule, b: UnnumberedRule): boolean {
  return a.kind === b.kind && a.category === b.category && a.name_key === b.name_key;
}

async function rowOf(writer: Writer, { rule, source_ref, id, now }: Lesson): Promise<UnnumberedRule> {
  const match = clip(rule.match.trim(), TEXT_CHARS_MAX);
  const name = rule.kind === "category" ? null : clip(rule.name.trim(), TEXT_CHARS_MAX);
  return {
    tenant_id: writer.tenant.id,
    id,
    kind: rule.kind,
    match_sealed: await writer.seal(placeOf("match", id), match),
    match_key: await wordKey(writer, match),
    category: rule.kind === "category" ? rule.category : null,
    side: rule.kind === "category" ? rule.side : null,
    name_sealed: name === null ? null : await writer.seal(placeOf("name", id), name),
    name_key: name === null ? null : await wordKey(writer, name),
    source_key: await sourceKey(writer, source_ref),
    taught_at: new Date(now).toISOString(),
    taught_by: actorName(writer.actor),
    ended_at: null,
    ended_key: null,
  };
}

async function ruleOf(viewer: Viewer, row: RuleRow): Promise<Rule> {
  const { id, kind, category, side, name_sealed } = row;
  const match = await viewer.unseal(placeOf("match", id), row.match_sealed);
  if (kind === "category") {
    assert(category !== null && side !== null, "the table keeps the category and the side of such a rule");
    return { id, kind, match, category, side };
  }
  assert(name_sealed !== null, "the table keeps the name of such a rule");
  return { id, kind, match, name: await viewer.unseal(placeOf("name", id), name_sealed) };
}

/** «Gómez» and «gomez» are one match. */
function wordKey(viewer: Viewer, word: string): Promise<string> {
  return viewer.keyOf("rule", nameKey(word));
}

function placeOf(column: string, row: string): { table: string; column: string; row: string } {
  return { table: "rules", column, row };
}
