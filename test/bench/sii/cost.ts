// What it costs a business and a day on Cloudflare, each line with its formula. List prices beyond what the plan includes:
// developers.cloudflare.com/{workers,durable-objects,d1}/platform/pricing, as of 2026.

import { SCHEDULERS } from "#reminders";
import type { Row } from "../table.ts";
import { PAGE_TENANTS, type Town } from "./town.ts";

const MILLION = 1_000_000;
const WORKER_REQUEST_USD = 0.3 / MILLION;
const OBJECT_REQUEST_USD = 0.15 / MILLION;
const GB_SECOND_USD = 12.5 / MILLION;
/** Of an object's SQLite and of D1 alike; setting an alarm writes one. */
const ROW_WRITTEN_USD = 1 / MILLION;
const ROW_READ_USD = 0.001 / MILLION;
const OBJECT_GB = 0.128;
const GATE_MS = 2;

/** Rows of the session object: a page and its index, written and deleted; its job moved; the alarm. */
const ROWS_PER_PAGE = 2 + 2 + 1 + 1;
/** When it was last called. */
const ROWS_PER_CALL = 1;
/** The job and its index written and deleted, five phases with their alarms, the session kept twice and dropped. */
const ROWS_PER_LOOK = 4 + 10 + 8;
/** A row with its place in the index, and the alarm. */
const ROWS_PER_TURN = 3;

/** D1, of a look that brings nothing: who it is, its connection, the run before, the head of the audit … */
const D1_READ_PER_TURN = 8;
/** … its tenant and connection before each page … */
const D1_READ_PER_PAGE = 2;
/** … and three months of documents with their entries, some five months of books, rules and names. */
const D1_READ_PER_LOOK = 2_500;
/** The run and its index opened and closed, three months' totals, the connection; five lines of audit. */
const D1_WRITTEN_PER_LOOK = 3 + 3 + 1 + 5;
/** Three documents a day: itself and four indexes, entry, postings, evidence, audit, each with their indexes. */
const D1_WRITTEN_PER_DAY = 3 * 30;

/** @param day how often the simulated windows are in a day */
export function costRows({ costs, hosts }: Town, businesses: number, windows: number): { rows: Row[]; usd: number } {
  const share = 4 / windows / businesses;
  const calls = [...hosts.values()].reduce((sum, host) => sum + host.calls, 0);
  const takes = [...hosts.values()].reduce((sum, host) => sum + host.takes, 0);
  const pages = Math.ceil(businesses / PAGE_TENANTS) * windows;
  const requests = costs.session_alarms + takes + costs.looks + costs.scheduler_alarms + costs.hand_overs + pages;
  const seconds = (costs.session_ms + costs.scheduler_ms + takes * GATE_MS) / 1_000;
  const written =
    costs.pages * ROWS_PER_PAGE +
    calls * ROWS_PER_CALL +
    (costs.session_alarms - costs.pages) * 2 +
    costs.looks * (ROWS_PER_LOOK + ROWS_PER_TURN) +
    costs.hand_overs +
    pages * 2;
  const d1Read =
    costs.looks * (D1_READ_PER_TURN + D1_READ_PER_LOOK) +
    costs.session_alarms * D1_READ_PER_PAGE +
    pages * PAGE_TENANTS;
  const d1Written = costs.looks * D1_WRITTEN_PER_LOOK + (D1_WRITTEN_PER_DAY * businesses * windows) / 4;
  const lines: [name: string, formula: string, amount: number, usd: number][] = [
    ["Worker requests", "a tick of the cron each six hours", windows, WORKER_REQUEST_USD],
    ["object requests", "alarms + places at gates + starts + pages handed over", requests, OBJECT_REQUEST_USD],
    ["object GB-s", `seconds awake × ${OBJECT_GB}`, seconds * OBJECT_GB, GB_SECOND_USD],
    [
      "object rows written",
      `${ROWS_PER_PAGE} a page, 1 a call, 2 a wait, ${ROWS_PER_LOOK + ROWS_PER_TURN} a look`,
      written,
      ROW_WRITTEN_USD,
    ],
    [
      "D1 rows read",
      `${D1_READ_PER_LOOK + D1_READ_PER_TURN} a look, ${D1_READ_PER_PAGE} a step, the sweep`,
      d1Read,
      ROW_READ_USD,
    ],
    [
      "D1 rows written",
      `${D1_WRITTEN_PER_LOOK} a look, ${D1_WRITTEN_PER_DAY} a day of new documents`,
      d1Written,
      ROW_WRITTEN_USD,
    ],
  ];
  const rows = lines.map(([name, formula, amount, price]) => {
    return [
      name,
      formula,
      (amount * share).toFixed(2),
      money(price * MILLION),
      money(amount * share * price * MILLION),
    ];
  });
  const usd = lines.reduce((sum, [, , amount, price]) => sum + amount * share * price, 0);
  return {
    rows: [...rows, ["together", `${SCHEDULERS} schedulers, ${businesses} businesses`, "", "", money(usd * MILLION)]],
    usd,
  };
}

function money(usd: number): string {
  return usd.toFixed(2);
}
