// Builds what Meta posts about the fate of a business's message.
import { statusError } from "./graph-error.ts";
import { contactOf, header } from "./inbound.ts";
import type { ChangeValue, Line, Sender } from "./inbound.ts";

export type Fate = "sent" | "delivered" | "read" | "played" | "failed";

export type StatusOf = {
  message_id: string;
  fate: Fate;
  /** Seconds. */
  timestamp: number;
  recipient: Sender;
  key: string | null;
  fail_code: number | null;
  /** A service message beyond the month's free ones. */
  billable: boolean;
};

/** One status as the `value` of a change. Failed statuses have no contacts and no pricing. */
export function statusValue(line: Line, status: StatusOf): ChangeValue {
  const failed = status.fate === "failed";
  return {
    ...header(line),
    ...(failed ? {} : { contacts: [contactOf(status.recipient)] }),
    statuses: [
      {
        id: status.message_id,
        status: status.fate,
        timestamp: String(status.timestamp),
        ...(status.recipient.phone === null ? {} : { recipient_id: status.recipient.phone }),
        recipient_user_id: status.recipient.user_id,
        ...(status.key === null ? {} : { biz_opaque_callback_data: status.key }),
        ...(failed ? { errors: [statusError(status.fail_code ?? 131000)] } : { pricing: pricing(status.billable) }),
      },
    ],
  };
}

function pricing(billable: boolean): Record<string, unknown> {
  return {
    billable,
    pricing_model: "PMP",
    type: billable ? "regular" : "free_customer_service",
    category: "service",
  };
}
