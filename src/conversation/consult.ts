import { answered, countDocuments, earlierOf, findDocument } from "#documents";
import { firstDayOf, lastDayOf, monthOf, type Money } from "#kernel";
import {
  balance,
  categoryContext,
  listEntries,
  openDebtEntries,
  openDebts,
  summary,
  totals,
  type Entry,
} from "#ledger";
import type { Viewer } from "#tenants";
import { withAdvances } from "./advances.ts";
import { debtsNamed } from "./debts-named.ts";
import { isSamePerson } from "./names.ts";
import type { Effect, Outcome } from "./effect.ts";
import { viewerOf, type Errand } from "./errand.ts";
import { isCrossing, riseOf } from "./rise.ts";

type Question = Extract<
  Effect,
  { kind: "balance" | "summary" | "total" | "entries" | "debts" | "context" | "about_paper" | "count_papers" }
>;

/** Answers a question about the books. */
export async function consult(effect: Question, errand: Errand): Promise<Outcome> {
  const viewer = await viewerOf(errand);
  switch (effect.kind) {
    case "balance": {
      const { cash_by_currency, accounts } = await balance(viewer);
      const shown = accounts.filter(({ account }) => SHOWN_ACCOUNTS.has(account));
      return { kind: "balance", cash: cash_by_currency, accounts: withAdvances(shown, await openDebts(viewer)) };
    }
    case "summary": {
      const { income, expense, result, by_category } = await summary(viewer, effect.month);
      const categories = by_category.map(({ category, amount_minor }) => ({
        name: category,
        money: { amount_minor, currency: income.currency },
      }));
      return { kind: "summary", month: effect.month, income, expense, result, categories };
    }
    case "total":
      return { kind: "total", money: await totalOf(viewer, effect.query) };
    case "entries":
      return { kind: "entries", entries: await entriesOf(viewer, effect, ENTRIES_MAX) };
    case "context":
      return contextOf(viewer, effect.of);
    case "about_paper":
      return paperOf(viewer, effect.document_id);
    case "count_papers":
      return { kind: "papers", count: await countDocuments(viewer) };
    case "debts": {
      const all = await openDebts(viewer, effect.direction);
      const who = effect.counterparty ?? null;
      const debts =
        who === null ? all : all.filter((debt) => debt.counterparty !== null && isSamePerson(debt.counterparty, who));
      if (who !== null && debts.length === 0) {
        return { kind: "debts", debts: [{ name: who, money: { amount_minor: 0, currency: viewer.tenant.currency } }] };
      }
      const isNameless = debts.some(({ counterparty }) => counterparty === null);
      return { kind: "debts", debts: debtsNamed(debts, isNameless ? await openDebtEntries(viewer) : []) };
    }
  }
}

/** As it was read and answered, with the one that it was taken for. */
async function paperOf(viewer: Viewer, documentId: string): Promise<Outcome> {
  const document = await findDocument(viewer, documentId);
  if (!document?.extraction) return { kind: "paper", extraction: null, earlier: null };
  const twin = document.twin_id === null ? null : await findDocument(viewer, document.twin_id);
  const extraction = answered(document.extraction, document.answers);
  return { kind: "paper", extraction, earlier: twin && earlierOf(twin) };
}

const SHOWN_ACCOUNTS: ReadonlySet<string> = new Set([
  "activo:banco",
  "activo:por_cobrar",
  "pasivo:por_pagar",
  "pasivo:prestamos",
]);

const ENTRIES_MAX = 50;
/** Of a month that stands out; its largest entry is looked for among them. */
const CAUSES_READ_MAX = 200;

type Span = { from: string; to: string; category: string | null };

async function entriesOf(viewer: Viewer, { from, to, category }: Span, limit: number): Promise<Entry[]> {
  const of = category == null ? {} : { category };
  const listed = await listEntries(viewer, { from, to, live: true, limit, ...of });
  return listed.ok ? listed.value.entries : [];
}

async function contextOf(viewer: Viewer, of: Extract<Effect, { kind: "context" }>["of"]): Promise<Outcome> {
  const { category, kind, month, currency } = of;
  const context = await categoryContext(viewer, { category, kind, month, currency });
  if (!isCrossing(context, of.amount_minor)) return { kind: "context", context, rise: null };
  const listed = await entriesOf(viewer, { from: firstDayOf(month), to: lastDayOf(month), category }, CAUSES_READ_MAX);
  const own = listed.filter((entry) => entry.currency === currency && entry.type !== "ingreso");
  return { kind: "context", context, rise: riseOf(context, own) };
}

async function totalOf(viewer: Viewer, query: Extract<Effect, { kind: "total" }>["query"]): Promise<Money> {
  const { metric, from, to, category, counterparty } = query;
  const { currency } = viewer.tenant;
  if (metric === "tax_debit" || metric === "tax_credit") {
    const { tax } = await summary(viewer, monthOf(from));
    return { amount_minor: metric === "tax_debit" ? tax.debit_minor : tax.credit_minor, currency };
  }
  const found = await totals(viewer, {
    from,
    to,
    ...(category ? { category } : {}),
    ...(counterparty ? { counterparty } : {}),
  });
  const own = found.find((each) => each.currency === currency);
  const amount_minor = metric === "ingresos" ? own?.income_minor : own?.expense_minor;
  return { amount_minor: amount_minor ?? 0, currency };
}
