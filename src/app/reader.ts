import type { Reader } from "#documents";
import { faultFields, logProblem } from "#telemetry";

/** What a local service binding says while its Worker is not there. */
const ABSENT = /not found|isn't running|not running/i;
/** What the caller hears when the reader's process went down under it: a deployment, or a kill. */
const CUT_OFF = /connection lost|disconnected/i;
const READER_MEND = "run lucas-reader beside this Worker (npm run worker)";

/** A process that went down is up again after a second or two. */
const REST_MS = 2_000;

/**
 * `lucas-reader` by service RPC. Where it is not running documents wait in the outbox, and the log says why; where it
 * goes down in the middle of a file it is asked once more; where it breaks on a file, that file is one nobody can read,
 * and no other waits behind it.
 * @param read one call of the binding; `rest` lets so many ms pass @returns throws where a later try may go better
 */
export function boundReader(read: Reader, rest: (ms: number) => Promise<void>): Reader {
  const unread = (fault: unknown): ReturnType<Reader> => {
    if (isOf(fault, ABSENT)) {
      logProblem("reader.absent", { mend: READER_MEND });
      throw fault;
    }
    logProblem("reader.broke", faultFields(fault));
    return Promise.resolve({ ok: false, error: { code: "unreadable", detail: "the reader broke on it" } });
  };
  return async (bytes, options) => {
    const again = async (fault: unknown): ReturnType<Reader> => {
      if (!isOf(fault, CUT_OFF)) return unread(fault);
      await rest(REST_MS);
      return read(bytes, options).catch(unread);
    };
    return read(bytes, options).catch(again);
  };
}

function isOf(fault: unknown, kind: RegExp): boolean {
  return fault instanceof Error && kind.test(fault.message);
}
