import { CALL_CHARS_MAX, CONTACT_CALLS_PER_DAY, spend, type Guess, type Spent } from "#ai";
import { answer, classify, gapOf, type ClassifyRequest } from "#language";
import { count, faultFields, logProblem } from "#telemetry";
import type { Dialogue } from "../dialogue.ts";
import { completed } from "../flows/follow-up.ts";
import { refusalOf } from "../flows/refuse.ts";
import { requestOf } from "../flows/request.ts";
import { isScanCommand } from "../flows/scan.ts";
import type { Heard } from "../heard.ts";
import type { Room } from "../room.ts";
import { readMeta, setMeta } from "../store.ts";

/** Guesses remembered while their messages wait for a turn; a person's page of the inbox is smaller. */
const GUESSES_KEPT_MAX = 60;

/** What a model said of each message, so that none is sent twice; in memory, and gone with this life of the object. */
const guesses = new WeakMap<Room, Map<string, Guess | null>>();

/**
 * What is heard, each text that leaves a gap with a model's guess. All are asked side by side, so that the turn waits for
 * one call at most; without a key, over the budget and after a failure the words stand alone.
 */
export async function consultModel(room: Room, dialogue: Dialogue, heard: readonly Heard[]): Promise<Heard[]> {
  return Promise.all(
    heard.map(async (item) => {
      const guess = await guessOf(room, dialogue, item);
      return guess ? { ...item, guess } : item;
    }),
  );
}

async function guessOf(room: Room, dialogue: Dialogue, item: Heard): Promise<Guess | null> {
  const { tell } = room.ports;
  const { membership } = dialogue;
  // Where the country is open the message is kept for later, and a guess would be kept with it.
  if (!tell || !membership?.country_certain || item.said.kind !== "text" || isScanCommand(item.said.text)) return null;
  const request = requestOf({ dialogue }, item, { text: item.said.text.trim(), voice: item.said.voice });
  const open = isAnswer(dialogue, request) ? null : gapOf(classify(request), request);
  if (!open || completed(dialogue, request, item.at) !== null) return null;
  const known = keptOf(room);
  const before = known.get(item.id);
  if (before !== undefined) return before;
  if (request.text.length > CALL_CHARS_MAX || !spendOne(room)) return null;
  const { text, country, today } = request;
  const guess = await answered(room, () => tell(membership.tenant_id, { text, country, today, open }));
  known.set(item.id, guess);
  return guess;
}

/** An open question will take the words as its answer, or go with them: nothing is left for a model. */
function isAnswer({ open }: Dialogue, request: ClassifyRequest): boolean {
  if (open.length > 0 && refusalOf(request.text) !== null) return true;
  return open.some(
    (each) =>
      each.kind === "question" && answer(each.reading, request.text, { ...request, today: each.today }) !== null,
  );
}

function keptOf(room: Room): Map<string, Guess | null> {
  const known = guesses.get(room);
  if (known && known.size < GUESSES_KEPT_MAX) return known;
  const fresh = new Map<string, Guess | null>();
  guesses.set(room, fresh);
  return fresh;
}

/** Counted before the call: one that never ended was made all the same. */
function spendOne(room: Room): boolean {
  const stored = readMeta(room.sql, SPENT);
  const spent = spend(
    stored === null ? null : (JSON.parse(stored) as Spent),
    CONTACT_CALLS_PER_DAY,
    room.ports.clock.now(),
  );
  if (spent) setMeta(room.sql, SPENT, JSON.stringify(spent));
  else count("model_over_budget_total");
  return spent !== null;
}

const SPENT = "model_spent";

async function answered(room: Room, ask: () => Promise<Guess | null>): Promise<Guess | null> {
  count("model_asked_total");
  try {
    return await ask();
  } catch (fault) {
    count("model_failed_total");
    logProblem("model.failed", { conversation: room.id.slice(0, 12), ...faultFields(fault) });
    return null;
  }
}
