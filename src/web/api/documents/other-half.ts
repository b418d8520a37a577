import { answered, companionOf, entriesOfWeeks, halfOf, paperedOf, wayOf, type KeptDocument } from "#documents";
import type { CivilDate } from "#kernel";
import type { Entry } from "#ledger";
import type { Writer } from "#tenants";

/** The entry with a paper of which this one may be the other half, a slip of the money or what was sold; null for none. */
export async function otherHalf(writer: Writer, document: KeptDocument, today: CivilDate): Promise<Entry | null> {
  const { extraction, answers, declined } = document;
  if (!extraction) return null;
  const reading = answered(extraction, answers);
  const papered = await paperedOf(writer, await entriesOfWeeks(writer, today), [reading.fields.total_minor]);
  return companionOf(halfOf(reading, wayOf(reading, writer.tenant.tax_id)), papered, declined)?.entry ?? null;
}
