// A conversation in the head: words in, effects and parts out; what is booked is answered as the ledger would.
import { assert } from "vitest";
import type { Entry, NewEntry } from "#ledger";
import { postingsOf } from "#src/ledger/post.ts";
import { newDialogue, type Dialogue, type Membership } from "#src/conversation/dialogue.ts";
import type { Effect, Outcome } from "#src/conversation/effect.ts";
import type { Heard, Said } from "#src/conversation/heard.ts";
import { remember } from "#src/conversation/remember.ts";
import { turn, type Turn } from "#src/conversation/turn.ts";
import { profileOfCountry } from "#tenants";

/** Wednesday 2026-11-18, noon in Santiago. */
export const NOON = Date.UTC(2026, 10, 18, 15);

export function membershipIn(country: string, certain = true): Membership {
  const profile = profileOfCountry(country);
  assert(profile, "a country of the table");
  const { currency, currency_symbol, number_format, time_zone, locale } = profile;
  const ids = { read_at: NOON, tenant_id: "T", tax_id: null, shard: "LEDGER_00", contact_id: "C" };
  const habits = { country, currency, currency_symbol, number_format, time_zone, locale };
  return { ...ids, ...habits, role: "owner", founded: true, country_certain: certain };
}

export type Talk = { dialogue: Dialogue; entries: Entry[]; said: number };

export function talkIn(country = "CL", certain = true): Talk {
  return { dialogue: { ...newDialogue(), membership: membershipIn(country, certain) }, entries: [], said: 0 };
}

/** One message, heard as a turn of its own; what it books is booked. */
export function say(talk: Talk, text: string, about: Entry | null = null): Turn {
  return hearAll(talk, [{ ...heard(talk, { kind: "text", text, voice: false }), about }]);
}

export function hearSaid(talk: Talk, said: Said, about: Entry | null = null): Turn {
  return hearAll(talk, [{ ...heard(talk, said), about }]);
}

export function hearAll(talk: Talk, items: readonly Heard[]): Turn {
  const taken = turn(talk.dialogue, items);
  talk.dialogue = taken.dialogue;
  for (const effect of taken.effects) {
    const outcome = outcomeOf(talk, effect);
    if (outcome) talk.dialogue = remember(talk.dialogue, outcome, NOON + talk.said * 1_000);
  }
  return taken;
}

export function heard(talk: Talk, said: Said): Heard {
  talk.said++;
  return { id: `wamid.${talk.said}`, at: NOON + talk.said * 1_000, said, about: null, gone: false };
}

function outcomeOf(talk: Talk, effect: Effect): Outcome | null {
  if (effect.kind === "record" || effect.kind === "book_document") {
    const entry = booked(talk, effect.entry);
    talk.entries.push(entry);
    return { kind: "recorded", entry, existed: false, cash: [] };
  }
  if (effect.kind !== "undo") return null;
  return { kind: "undone", entries: talk.entries.filter(({ id }) => effect.entry_ids.includes(id)), cash: [] };
}

function booked(talk: Talk, entry: NewEntry): Entry {
  const seq = talk.entries.length + 1;
  const { loan = false, transfer: _, ...facts } = entry;
  const links = { reverses_id: null, replaces_id: null, reversed_by: null };
  return {
    ...facts,
    ...links,
    loan,
    id: `E${seq}`,
    seq,
    recorded_at: "2026-11-18T15:00:00.000Z",
    postings: postingsOf(entry),
  };
}
