// One JSON object a line. Fields are ids, hashes, counts and reasons of our own; never a text, a phone or a token.

export type LogField = string | number | boolean | null | undefined;

/** Something worth a line happened as it should. `event` is `area.what`, such as `message.sent`. */
export function logEvent(event: string, fields: Readonly<Record<string, LogField>> = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}

/** Something that a person should look at. */
export function logProblem(event: string, fields: Readonly<Record<string, LogField>> = {}): void {
  console.error(JSON.stringify({ event, level: "problem", ...fields }));
}

/**
 * An exception as log fields: its kind and a message of which nothing a stranger wrote can survive:
 * quoted parts, long digit runs and anything over 120 characters are cut.
 */
export function faultFields(fault: unknown): { fault: string; message: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault, message: "" };
  const message = fault.message
    .replace(/(["'`«]).*?["'`»]/g, "…")
    .replace(/\d{6,}/g, "#")
    .slice(0, FAULT_CHARS_MAX);
  return { fault: fault.name, message };
}

const FAULT_CHARS_MAX = 120;
