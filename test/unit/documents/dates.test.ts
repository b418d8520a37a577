import { expect, test } from "vitest";
import { datesIn, issueDate } from "#src/documents/read/dates.ts";

test.each([
  ["18/11/2026", ["2026-11-18"]],
  ["18-11-26", ["2026-11-18"]],
  ["18.11.2026", ["2026-11-18"]],
  ["1/2/2026", ["2026-02-01"]],
  ["2026-11-18", ["2026-11-18"]],
  ["18 de noviembre de 2026", ["2026-11-18"]],
  ["18 de Noviembre del 2026", ["2026-11-18"]],
  ["18 NOV 2026", ["2026-11-18"]],
  ["18-nov-26", ["2026-11-18"]],
  ["Miércoles 18 Set. 2026", ["2026-09-18"]],
  ["31/02/2026", []],
  ["18/13/2026", []],
  ["2025-19-11/15:04-33", []],
  ["12.345.678", []],
  ["TEL 2 2555 1234", []],
])("finds the days of «%s»", (line, days) => {
  expect(datesIn(line)).toEqual(days);
});

test.each([
  [
    "the one called emission, not the one it falls due",
    ["VENCE 18/12/2026", "Fecha Emisión: 18/11/2026"],
    "2026-11-18",
  ],
  ["not the SII's resolution", ["Res. Ex. SII N° 80 del 22-08-2024", "17/11/2026 10:12"], "2026-11-17"],
  ["the one under its word", ["FECHA            HORA", "16/11/2026 09:12"], "2026-11-16"],
  ["none of the future", ["FECHA 18/11/2027"], null],
  ["an old one", ["FECHA 18/11/2017"], "2017-11-18"],
  ["none older than any paper is kept", ["FECHA 18/11/1999"], null],
  ["none where there is none", ["TOTAL $5.000"], null],
])("takes as date of issue %s", (_, lines, date) => {
  expect(issueDate(lines, "2026-11-20")).toBe(date);
});
