import type { Inbound } from "#channels";
import { faultFields, logProblem } from "#telemetry";
import { onboard, profileOfTenant } from "#tenants";
import type { Dialogue, Membership } from "../dialogue.ts";
import type { Room } from "../room.ts";
import type { Opened } from "./open-rows.ts";

const IDENTITY_RETRY_MS = 5_000;
/** A role, a language or a currency that was changed through the API is followed after so long. */
const MEMBERSHIP_KEEP_MS = 5 * 60_000;

/** Makes the business known before anything is heard: found by its addresses, or founded by this message. */
export async function introduce(
  room: Room,
  dialogue: Dialogue,
  { opened, now }: { opened: readonly Opened[]; now: number },
): Promise<Dialogue | null> {
  const inbound = opened.findLast((each) => each.inbound)?.inbound;
  if (!inbound) return dialogue;
  const { phone, user_id } = inbound.from;
  const fresh = dialogue.membership && now - dialogue.membership.read_at < MEMBERSHIP_KEEP_MS;
  const known = fresh && (user_id === null || user_id === dialogue.address.user_id);
  const address = { phone: phone ?? dialogue.address.phone, user_id: user_id ?? dialogue.address.user_id };
  const met = { ...dialogue, address, line: inbound.line, profile_name: inbound.profile_name ?? dialogue.profile_name };
  if (known) return met;
  try {
    return { ...met, membership: await membershipOf(room, { inbound, address, now, before: dialogue.membership }) };
  } catch (fault) {
    logProblem("onboard.failed", { conversation: room.id.slice(0, 12), ...faultFields(fault) });
    if (dialogue.membership) return met;
    room.quiet_until = now + IDENTITY_RETRY_MS;
    return null;
  }
}

type Meeting = { inbound: Inbound; address: Inbound["from"]; now: number; before: Membership | null };

async function membershipOf(room: Room, { inbound, address, now, before }: Meeting): Promise<Membership> {
  const { entropy, archive } = room.ports;
  const { tenant, contact_id, role, founded } = await onboard(await archive(), {
    channel: inbound.channel,
    object_name: room.id,
    address,
    profile_name: inbound.profile_name,
    now,
    ids: entropy,
  });
  const profile = profileOfTenant(tenant);
  return {
    read_at: now,
    tenant_id: tenant.id,
    tax_id: tenant.tax_id,
    shard: tenant.shard,
    contact_id,
    role,
    founded: before?.founded ?? founded,
    country: profile.country,
    currency: profile.currency,
    currency_symbol: profile.currency_symbol,
    number_format: profile.number_format,
    time_zone: profile.time_zone,
    locale: profile.locale,
    country_certain: before?.country_certain === true || tenant.onboarding_step === "complete",
  };
}
