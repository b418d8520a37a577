import { daysBetween, MINUTE_MS, tame } from "#kernel";
import { documentSaid, SII_DIFFERENCES, SII_WORDS, type SiiLine, TAX_PROFILE_WORDS } from "#locales";
import { policyOf, totalOf, type NewsLine, type NewsList, type RcvSide, type RunTrouble, type SiiNews } from "#sii";
import type { Outcome, Part, SiiAnswer } from "./effect.ts";
import type { SiiTold } from "./heard.ts";
import { documentNamed } from "./say-document.ts";
import { sayDifference, sayValidated } from "./say-difference.ts";
import { SCAN_LINK_MS } from "./schedule.ts";
import { plain, showAmount, showDay, type Eyes, type Saying } from "./show.ts";

// The tax service, in words.

export type SiiPart = Extract<Part, { part: (typeof PARTS)[number] }>;

const PARTS = [
  "sii_link",
  "sii_secret_typed",
  "sii_told",
  "sii_later",
  "tax_unclear",
  "tax_stays",
] as const satisfies readonly Part["part"][];

export function isSii(part: Part): part is SiiPart {
  const parts: readonly string[] = PARTS;
  return parts.includes(part.part);
}

export function saySii(part: SiiPart, eyes: Eyes): Saying {
  if (part.part === "sii_link") return plain(SII_WORDS.connect(part.url ?? "", SCAN_LINK_MS / MINUTE_MS));
  if (part.part === "sii_later") return plain(SII_DIFFERENCES.later);
  if (part.part === "sii_secret_typed") return plain(SII_WORDS.secret_typed);
  if (part.part !== "sii_told") return plain(TAX_PROFILE_WORDS[part.part]);
  const of = part.told;
  if (of.about !== "validation") return plain(told(of, eyes));
  return sayValidated({ kind: "sii_validated", month: of.told.month, told: of.told }, eyes);
}

export function saySiiOutcome(
  outcome: Extract<Outcome, { kind: "sii" | "sii_validated" | "sii_difference" }>,
  eyes: Eyes,
): Saying {
  if (outcome.kind === "sii_validated") return sayValidated(outcome, eyes);
  return outcome.kind === "sii_difference" ? sayDifference(outcome, eyes) : plain(sayAnswer(outcome.answer, eyes));
}

function sayAnswer(answer: SiiAnswer, eyes: Eyes): string {
  switch (answer.is) {
    case "started":
      return SII_WORDS.sync_started;
    case "running":
      return SII_WORDS.sync_running;
    case "not_connected":
      return SII_WORDS.not_connected;
    case "disconnected":
      return SII_WORDS.disconnected;
    case "stopped":
      return SII_WORDS.stopped(SII_WORDS.in_the_way(answer.reason ?? "unknown"));
    case "waiting":
      return sayWaiting(answer, eyes);
    case "connected": {
      const synced = answer.synced_at === null ? null : showMoment(answer.synced_at, eyes);
      return SII_WORDS.status(answer.rut, answer.kind, synced);
    }
  }
}

/** What holds a sync up, and when it goes on. */
function sayWaiting({ reason, resumes_at }: { reason: RunTrouble; resumes_at: number }, eyes: Eyes): string {
  const [day, time = ""] = showMoment(new Date(resumes_at).toISOString(), eyes).split(" ");
  const when = { day: day === showDay(eyes.today) ? null : (day ?? null), time };
  return SII_WORDS.waiting(SII_WORDS.in_the_way(reason), when);
}

/** `17-11-2026 15:04`, where the business is. */
export function showMoment(iso: string, { membership }: Eyes): string {
  const parts = new Intl.DateTimeFormat("es-CL", {
    timeZone: membership.time_zone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(Date.parse(iso));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("day")}-${of("month")}-${of("year")} ${of("hour")}:${of("minute")}`;
}

type PlainTold = Exclude<SiiTold, { about: "validation" }>;

function told(of: PlainTold, eyes: Eyes): string {
  if (of.about === "reminder") return sayReminder(of, eyes);
  if (of.about === "news") return withFaults(sayNews(of.news, eyes), of.file);
  if (of.about === "waiting") return sayWaiting(of, eyes);
  if (of.about === "file_taken") return SII_WORDS.file_taken(of.documents);
  if (of.about === "file_refused") return SII_WORDS.file_refused[of.reason](of.detail);
  const { rut, tried } = of;
  if (tried.ok) return SII_WORDS.connected(rut, tried.first && firstOf(tried.first, eyes));
  if (policyOf(tried.reason).mend !== "person") return SII_WORDS.connected_later(rut);
  return SII_WORDS.refused(SII_WORDS.in_the_way(tried.reason));
}

/** Under what a file has brought, the lines that it did not. */
function withFaults(news: string, file: Extract<SiiTold, { about: "news" }>["file"]): string {
  if (!file) return news;
  const { count, first } = file.faults;
  const lines = first.map(({ line, reason }) => SII_WORDS.file_line(line, SII_WORDS.faults[reason]));
  return [news, ...(count > 0 ? [SII_WORDS.file_faults(count, lines)] : [])].join("\n\n");
}

type First = { type: number; folio: string; counterparty: { name: string }; total: number };

function firstOf({ type, folio, counterparty, total }: First, { membership }: Eyes): string {
  return `${documentNamed({ type, folio, name: counterparty.name })} por ${showAmount(total, "CLP", membership)}`;
}

const NAME_CHARS_MAX = 32;

function sayNews({ trouble, ...news }: SiiNews, eyes: Eyes): string {
  if (trouble !== null) return sayTrouble(trouble);
  const { booked, linked, asked, pending, taken_back, moved } = news;
  const all = [...booked, ...linked, ...asked, ...pending, ...taken_back, ...moved];
  const summed = saySummed(news, eyes);
  if (all.length === 0) {
    return [news.cause === "file" ? SII_WORDS.file_nothing_new : SII_WORDS.nothing_new, ...summed].join("\n\n");
  }
  const lines = (of: readonly NewsLine[]): SiiLine[] =>
    of.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map((each) => lineOf(each, eyes));
  const purchases = booked.filter(({ side }) => side === "compra");
  const sales = booked.filter(({ side }) => side === "venta");
  const beyond = (list: NewsList, of?: RcvSide): Beyond => beyondOf(news, list, of);
  const sum = (own: readonly NewsLine[], of: RcvSide): string =>
    showAmount(totalOf(own) + beyond("booked", of).total, "CLP", eyes.membership);
  const listed = SII_WORDS.news({
    purchases: lines(purchases),
    sales: lines(sales),
    linked: lines(linked),
    asked: lines(asked),
    pending: pending
      .toSorted(byDeadline)
      .map((each) => ({ ...lineOf(each, eyes), until: each.until && showDay(each.until) })),
    taken_back: lines(taken_back),
    sums: { purchases: sum(purchases, "compra"), sales: sum(sales, "venta") },
    moved: moved.map((each) => ({ ...lineOf(each, eyes), months: `${monthIn(each.from)} → ${monthIn(each.to)}` })),
    more: {
      purchases: beyond("booked", "compra").count,
      sales: beyond("booked", "venta").count,
      linked: beyond("linked").count,
      asked: beyond("asked").count,
      pending: beyond("pending").count,
      taken_back: beyond("taken_back").count,
      moved: beyond("moved").count,
    },
  });
  // Once: behind that it is known.
  const paid = news.cause === "connected" && booked.length > 0 ? [SII_WORDS.counted_paid] : [];
  return [listed, ...summed, ...paid].join("\n\n");
}

/** What the SII only adds up, in a line for each side that has any. */
function saySummed({ summed = [] }: Pick<SiiNews, "summed">, { membership }: Eyes): string[] {
  return (["compra", "venta"] as const).flatMap((side) => {
    const own = summed.filter((each) => each.side === side);
    const months = own.map(({ month, total }) => `${showAmount(total, "CLP", membership)} (${monthIn(month)})`);
    return months.length === 0 ? [] : [SII_WORDS.summed(side, months)];
  });
}

type Deadline = SiiNews["pending"][number];

/** What has none comes last. */
function byDeadline(a: Deadline, b: Deadline): number {
  return (a.until ?? "9999").localeCompare(b.until ?? "9999") || (a.date < b.date ? -1 : 1);
}

type Beyond = { count: number; total: number };

/** What of a list stands behind its lines. @param of one side of it alone */
function beyondOf({ rest = [] }: Pick<SiiNews, "rest">, list: NewsList, of?: RcvSide): Beyond {
  const own = rest.filter((each) => each.list === list && (of === undefined || each.side === of));
  return own.reduce((sum, { count, total }) => ({ count: sum.count + count, total: sum.total + total }), {
    count: 0,
    total: 0,
  });
}

/** It may have waited for days: what is left is counted when it is told. */
function sayReminder(of: Extract<SiiTold, { about: "reminder" }>, eyes: Eyes): string {
  if (!("line" in of)) {
    const { month, due_on } = of.reminder;
    const days = daysBetween(eyes.today, due_on);
    return SII_WORDS.remind_f29(monthIn(month), showDay(due_on), days);
  }
  const { reminder, line } = of;
  const [day = "", time = ""] = reminder.until.split("T");
  const what = firstOf({ ...line, counterparty: { name: line.name } }, eyes);
  return SII_WORDS.remind_acceptance(what, line.folio, { day: showDay(day), time: time.slice(0, "HH:MM".length) });
}

function sayTrouble(trouble: RunTrouble): string {
  return SII_WORDS.failed(SII_WORDS.held_up(trouble));
}

/** `09-2026` */
function monthIn(month: string): string {
  return `${month.slice(5, 7)}-${month.slice(0, 4)}`;
}

function lineOf({ type, folio, name, total, date }: NewsLine, { membership }: Eyes): SiiLine {
  return {
    day: `${date.slice(8, 10)}-${date.slice(5, 7)}`,
    what: `${documentSaid(type)} ${folio}`,
    who: tame(name, NAME_CHARS_MAX),
    total: showAmount(total, "CLP", membership),
  };
}
