// The tables of the report, sheet by sheet; a page shows the same ones, one behind the other.

import { tame } from "#kernel";
import { TAX_REPORT as WORDS } from "#locales";
import type { RcvSide } from "../rcv/document.ts";
import type { KeptRcvDocument } from "../rcv/month.ts";
import { isCreditNote } from "../taxes/document-kind.ts";
import { F29 } from "../taxes/f29/codes.ts";
import { creditOf, debitOf, documentsBehind, type VatItem } from "../taxes/vat.ts";
import { pesos, row, totalRow, type Column, type Row, type Sheet, type Table } from "./cell.ts";
import type { TaxReport } from "./report.ts";
import { caveatTable, projectionTable, summaryTable } from "./summary-tables.ts";
import { writtenTime } from "./written.ts";

export function sheetsOf(report: TaxReport): Sheet[] {
  const { sheets } = WORDS;
  return [
    { name: sheets.summary, tables: [summaryTable(report), caveatTable(report), projectionTable(report)] },
    { name: sheets.debit, tables: [byType(report, "debit"), documentTable(tables.sales, counted(report, "venta"))] },
    {
      name: sheets.credit,
      tables: [
        byType(report, "credit"),
        otherTaxes(report),
        documentTable(tables.purchases, counted(report, "compra")),
      ],
    },
    { name: sheets.pending, tables: [pendingTable(report), setAside(report)] },
    { name: sheets.f29, tables: [f29Table(report)] },
    { name: sheets.differences, tables: [differenceTable(report)] },
  ];
}

const { heads, tables } = WORDS;
const MONEY: readonly Column[] = [heads.exempt, heads.net, heads.tax].map((head) => ({ head, width: 13 }));

/** Purchases are told apart by what they are for, and what is lost by why. */
function byType({ vat }: TaxReport, effect: "debit" | "credit"): Table {
  const sales = effect === "debit";
  const side = sales ? "venta" : "compra";
  const items = vat.items.filter((item) => item.effect === effect || (item.effect === "none" && item.side === side));
  const groups = Map.groupBy(items, ({ type, use, lost_code }) =>
    sales ? `${type}` : `${type} ${use} ${lost_code ?? ""}`,
  );
  const rows = [...groups.values()].map((each) => typeRow(each, sales));
  const sum = sales ? debitOf(items) : creditOf(items);
  const blank = sales ? [] : [null];
  return {
    title: sales ? tables.debit : tables.credit,
    columns: [
      { head: heads.type, width: 34 },
      ...(sales ? [] : [{ head: heads.use, width: 20 }]),
      { head: heads.documents, width: 8 },
      ...MONEY,
      { head: sales ? heads.debit : heads.credit, width: 13 },
    ],
    rows: [...rows, totalRow(WORDS.total, ...blank, { count: documentsBehind(items) }, null, null, null, pesos(sum))],
  };
}

function typeRow(items: readonly VatItem[], sales: boolean): Row {
  const [first] = items;
  const sum = (amount: "exempt" | "net" | "tax" | "vat"): number =>
    items.reduce((all, item) => all + item.sign * item[amount], 0);
  const name = WORDS.document_type(first?.type ?? 0);
  return row(
    name,
    ...(sales || first === undefined ? [] : [useOf(first)]),
    { count: documentsBehind(items) },
    ...[sum("exempt"), sum("net"), sum("tax"), sum("vat")].map(pesos),
  );
}

function useOf({ use, lost_code }: VatItem): string {
  const name = WORDS.uses[use];
  return lost_code === null ? name : WORDS.lost(name, lost_code);
}

function otherTaxes({ vat }: TaxReport): Table {
  return {
    title: tables.other_taxes,
    columns: [
      { head: heads.side, width: 12 },
      { head: heads.code, width: 8 },
      { head: heads.item, width: 44 },
      { head: heads.documents, width: 8 },
      { head: heads.amount, width: 14 },
    ],
    rows: vat.other_taxes.map(({ side, code, name, amount, ids }) =>
      row(WORDS.sides[side], String(code), name ?? "—", { count: ids.length }, pesos(amount)),
    ),
  };
}

const PARTY_CHARS_MAX = 80;

function counted({ documents }: TaxReport, of: RcvSide): KeptRcvDocument[] {
  return documents.filter(({ side, state }) => side === of && state === "registro");
}

function documentTable(title: string, documents: readonly KeptRcvDocument[]): Table {
  const shown = documents.toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.id.localeCompare(b.id));
  // Among those that count, that they do goes without saying.
  const told = documents.some(({ state }) => state !== "registro");
  return {
    title,
    columns: [
      { head: heads.day, width: 12 },
      { head: heads.type, width: 27 },
      { head: heads.folio, width: 11 },
      { head: heads.rut, width: 14 },
      { head: heads.party, width: 31 },
      ...(told ? [{ head: heads.state, width: 13 }] : []),
      ...MONEY,
      { head: heads.total, width: 13 },
    ],
    rows: shown.map((document) => documentRow(document, told ? [WORDS.states[document.state]] : [])),
  };
}

/** Notes of credit below zero, so that a column adds up. */
function documentRow(document: KeptRcvDocument, told: readonly string[]): Row {
  const { type, folio, counterparty, issuedOn, exempt, net, tax, total } = document;
  const sign = isCreditNote(type) ? -1 : 1;
  return row(
    { day: issuedOn },
    WORDS.document_type(type),
    folio,
    counterparty.rut,
    tame(counterparty.name, PARTY_CHARS_MAX),
    ...told,
    ...[exempt, net, tax, total].map((amount) => pesos(sign * amount)),
  );
}

function pendingTable({ pending, vat }: TaxReport): Table {
  const rows = pending.map(({ document, until, days, hours, is_over }) =>
    row(
      writtenTime(until),
      is_over ? WORDS.accepted : WORDS.countdown(days, hours),
      WORDS.document_type(document.type),
      document.folio,
      tame(document.counterparty.name, PARTY_CHARS_MAX),
      pesos(document.total),
      pesos(creditOf(vat.pending.filter(({ id }) => id === document.id))),
    ),
  );
  return {
    title: tables.pending,
    columns: [
      { head: heads.until, width: 17 },
      { head: heads.left, width: 14 },
      { head: heads.type, width: 24 },
      { head: heads.folio, width: 11 },
      { head: heads.party, width: 30 },
      { head: heads.total, width: 13 },
      { head: heads.credit, width: 13 },
    ],
    rows:
      rows.length === 0
        ? []
        : [...rows, totalRow(WORDS.total, null, null, null, null, null, pesos(creditOf(vat.pending)))],
  };
}

function setAside({ documents }: TaxReport): Table {
  return documentTable(
    tables.set_aside,
    documents.filter(({ state }) => state === "no_incluir" || state === "reclamado"),
  );
}

function f29Table({ f29 }: TaxReport): Table {
  return {
    title: tables.f29,
    columns: [
      { head: heads.caption, width: 62 },
      { head: heads.count_code, width: 7 },
      { head: heads.count, width: 9 },
      { head: heads.code, width: 7 },
      { head: heads.amount, width: 14 },
      { head: heads.sign, width: 4 },
      { head: heads.note, width: 22 },
    ],
    rows: f29.lines.map(({ caption, count_code, count, code, amount, sign, lacks }) => ({
      is_total: sign === "=",
      cells: [
        caption,
        count_code === null ? null : String(count_code),
        count === null ? null : { count },
        String(code),
        code === F29.ppm_rate && amount !== null ? { percent: amount } : pesos(amount),
        sign,
        amount === null ? WORDS.summary.unknown : lacks.length > 0 ? WORDS.lacks(lacks) : null,
      ],
    })),
  };
}

function differenceTable({ differences, documents }: TaxReport): Table {
  const known = new Map(documents.map((document) => [document.id, document]));
  return {
    title: tables.differences,
    columns: [
      { head: heads.difference, width: 36 },
      { head: heads.code, width: 7 },
      { head: heads.documents, width: 44 },
      { head: heads.ours, width: 14 },
      { head: heads.theirs, width: 14 },
    ],
    rows: differences.map(({ reason, code, ids, ours, theirs }) =>
      row(
        WORDS.differences[reason],
        code === null ? null : String(code),
        named(ids, known),
        pesos(ours),
        pesos(theirs),
      ),
    ),
  };
}

const NAMED_MAX = 3;

function named(ids: readonly string[], known: ReadonlyMap<string, KeptRcvDocument>): string {
  const names = ids.slice(0, NAMED_MAX).flatMap((id) => {
    const document = known.get(id);
    if (document === undefined) return [];
    return [`${document.type} N° ${document.folio} ${tame(document.counterparty.name, NAME_CHARS_MAX)}`];
  });
  const more = ids.length - NAMED_MAX;
  return [...names, ...(more > 0 ? [`+${more}`] : [])].join("; ");
}

const NAME_CHARS_MAX = 40;
