import { DurableObject } from "cloudflare:workers";
import { heed, type Reports } from "./reports.ts";
import { takeSlot, type Line } from "./slot.ts";

const OPEN_AT = "open_at";

/**
 * The gate of one host of the SII: everybody's calls in a row, and none while the host is away. Places in the row live in
 * memory, since a restart costs the host a few calls at most; that it is away is kept.
 */
export class SiiGate extends DurableObject {
  line: Line = { free_at: 0, open_at: 0 };
  reports: Reports = new Map();

  constructor(state: DurableObjectState, env: unknown) {
    super(state, env as never);
    void state.blockConcurrencyWhile(async () => {
      this.line.open_at = (await state.storage.get<number>(OPEN_AT)) ?? 0;
    });
  }

  /** In how many ms the host may be asked; a long wait keeps no place. */
  async take(): Promise<number> {
    const { wait_ms, line } = takeSlot(this.line, Date.now());
    this.line = line;
    return wait_ms;
  }

  /** Somebody was sent away for so long; the host is left alone by all where it is not only them. @param by names the session */
  async close(ms: number, by: string): Promise<void> {
    const { is_away, reports } = heed(this.reports, { by, now: Date.now() });
    this.reports = reports;
    if (!is_away) return;
    this.line.open_at = Math.max(this.line.open_at, Date.now() + ms);
    await this.ctx.storage.put(OPEN_AT, this.line.open_at);
  }
}
