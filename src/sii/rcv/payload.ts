// What the facade of the portal's RCV answers (…/consdcvinternetui/services/data/facadeService): JSON without a contract,
// in which an error may look like an empty month. It is one only where the SII says so.

import { z } from "zod";
import { err, isCivilDate, ok, readRut, type CivilDate, type Month, type Result } from "#kernel";
import { said } from "../session/evidence.ts";
import { bookedOf, keyOf, type RcvDocument, type RcvSide, type RcvState } from "./document.ts";

/**
 * `session`: logged out, log in again. `period_too_early`: before 2017-05. `captcha`, `not_allowed`: refused, with words that
 * tell why. All others: nothing is known of the month.
 */
export type RcvTrouble = {
  reason:
    | "session"
    | "period_too_early"
    | "envelope"
    | "refused"
    | "captcha"
    | "not_allowed"
    | "contradiction"
    | "unknown_code"
    | "malformed";
  evidence: string;
};

/** One type of document of a month, as the SII counts and adds it up; amounts of notes of credit above zero. */
export type RcvSummaryLine = {
  type: number;
  count: number;
  exempt: number;
  net: number;
  tax: number;
  unrecoverable: number;
  commonUseTax: number;
  total: number;
  /** False for boletas and vouchers, of which only these totals exist. */
  isDetailed: boolean;
};

/** Numbers, which some of the portal's versions write as text. */
const Whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);
/** Zero where there is none. */
const Amount = Whole.nullish().transform((amount) => amount ?? 0);

const Answer = z.looseObject({
  data: z.unknown().optional(),
  errorMsg: z.string().optional(),
  respEstado: z.looseObject({ codRespuesta: z.number(), msgeRespuesta: z.string().nullish() }).optional(),
});

const SummaryRow = z.looseObject({
  rsmnTipoDocInteger: Whole,
  rsmnTotDoc: Whole,
  rsmnMntExe: Amount,
  rsmnMntNeto: Amount,
  rsmnMntIVA: Amount,
  rsmnMntIVANoRec: Amount,
  rsmnIVAUsoComun: Amount,
  rsmnMntTotal: Amount,
  rsmnLink: z.boolean().nullish(),
  dcvTipoIngresoDoc: z.string().nullish(),
});

/** Reads the answer of `getResumen`. An empty list is an empty month, said by code 3 or by no row. */
export function readSummary(body: unknown): Result<RcvSummaryLine[], RcvTrouble> {
  const rows = rowsOf(body);
  if (!rows.ok) return rows;
  const lines: RcvSummaryLine[] = [];
  for (const row of rows.value) {
    const read = SummaryRow.safeParse(row);
    if (!read.success) return malformed(read.error);
    if (read.data.rsmnTotDoc < 0) return trouble("malformed", "a count below zero");
    lines.push(summaryLine(read.data));
  }
  if (lines.length === 0 && countedIn(body) > 0) return trouble("contradiction", "no row, and documents all the same");
  return ok(lines);
}

const Factor = z.looseObject({ dataCabecera: z.looseObject({ dcvFctProp: z.union([z.string(), z.number()]) }) });

/** The factor of proportionality that `getResumen` tells beside its rows (`" 0,8500"`), 0–1; null where there is none. */
export function readFactor(body: unknown): number | null {
  const read = Factor.safeParse(body);
  if (!read.success) return null;
  const text = String(read.data.dataCabecera.dcvFctProp).trim().replace(",", ".");
  const factor = /^\d(?:\.\d{1,8})?$/.test(text) ? Number(text) : null;
  return factor !== null && factor <= 1 ? factor : null;
}

/** What stands beside the rows. */
function countedIn(body: unknown): number {
  const read = z.looseObject({ totDocRes: Whole }).safeParse(body);
  return read.success ? read.data.totDocRes : 0;
}

function summaryLine(row: z.infer<typeof SummaryRow>): RcvSummaryLine {
  return {
    type: row.rsmnTipoDocInteger,
    count: row.rsmnTotDoc,
    exempt: row.rsmnMntExe,
    net: row.rsmnMntNeto,
    tax: row.rsmnMntIVA,
    unrecoverable: row.rsmnMntIVANoRec,
    commonUseTax: row.rsmnIVAUsoComun,
    total: row.rsmnMntTotal,
    isDetailed: row.dcvTipoIngresoDoc?.startsWith("DET") ?? row.rsmnLink ?? false,
  };
}

const Text = z.string().nullish();

const DetailRow = z.looseObject({
  detRutDoc: Whole,
  detDvDoc: z.string().regex(/^\s*[\dkK]\s*$/),
  detRznSoc: Text,
  detNroDoc: Whole,
  detFchDoc: z.string(),
  detFecRecepcion: Text,
  detFecAcuse: Text,
  detFecReclamado: Text,
  detMntExe: Amount,
  detMntNeto: Amount,
  detMntIVA: Amount,
  detMntIVANoRec: Amount,
  detMntCodNoRec: z.union([z.number(), z.string()]).nullish(),
  detMntTotal: Whole,
  detMntActFijo: Amount,
  detMntIVAActFijo: Amount,
  detIVAUsoComun: Amount,
  detTpoImp: z.union([z.number(), z.string()]).nullish(),
  detTasaImp: z.union([z.number(), z.string()]).nullish(),
  totalDtoiMontoImp: Amount,
  detTipoDocRef: z.union([z.number(), z.string()]).nullish(),
  detFolioDocRef: z.union([z.number(), z.string()]).nullish(),
  descTipoTransaccion: Text,
  detPcarga: Amount,
});

export type DetailAsked = { side: RcvSide; state: RcvState; type: number };

/**
 * Reads the answer of `getDetalleCompra` or `getDetalleVenta`: its rows, of which several may be of one document. One that
 * can't be read, or whose money or day contradicts another's, makes the page unreadable: a document that is left out would
 * be missing from the books without a word. @param asked what was asked for: the rows do not say it
 */
export function readDetail(body: unknown, asked: DetailAsked): Result<RcvDocument[], RcvTrouble> {
  const rows = rowsOf(body);
  if (!rows.ok) return rows;
  const documents: RcvDocument[] = [];
  const known = new Map<string, string>();
  for (const row of rows.value) {
    const read = DetailRow.safeParse(row);
    if (!read.success) return malformed(read.error);
    const document = documentOf(read.data, asked);
    if (document === null) return trouble("malformed", "a row without a day, a RUT or a folio");
    const [key, says] = [keyOf(document), bookedOf(document)];
    if ((known.get(key) ?? says) !== says) return trouble("contradiction", "a document twice, and not the same");
    known.set(key, says);
    documents.push(document);
  }
  return ok(documents);
}

function documentOf(row: z.infer<typeof DetailRow>, { side, state, type }: DetailAsked): RcvDocument | null {
  const issuedOn = dayIn(row.detFchDoc);
  if (issuedOn === null || row.detRutDoc <= 0 || row.detNroDoc <= 0) return null;
  const rut = `${row.detRutDoc}-${row.detDvDoc.trim().toUpperCase()}`;
  const lost = row.detMntIVANoRec;
  const fixed = { net: row.detMntActFijo, tax: row.detMntIVAActFijo };
  return {
    side,
    state,
    type,
    folio: String(row.detNroDoc),
    counterparty: { rut, name: (row.detRznSoc ?? "").trim().replace(/\s+/g, " "), isValid: readRut(rut) === rut },
    issuedOn,
    receivedAt: momentIn(row.detFecRecepcion),
    acknowledgedAt: momentIn(row.detFecAcuse),
    claimedAt: momentIn(row.detFecReclamado),
    transaction: row.descTipoTransaccion?.trim() || null,
    exempt: row.detMntExe,
    net: row.detMntNeto,
    tax: row.detMntIVA,
    total: row.detMntTotal,
    unrecoverable: lost === 0 ? null : { tax: lost, code: Number(row.detMntCodNoRec) || null },
    fixedAsset: fixed.net === 0 && fixed.tax === 0 ? null : fixed,
    commonUseTax: row.detIVAUsoComun,
    otherTaxes: otherTaxesOf(row),
    references: referencesOf(row),
    period: monthIn(row.detPcarga),
  };
}

/** A row names one; of several it has the sum, and `getOtrosImpuestos` each of them. */
function otherTaxesOf({
  detTpoImp,
  detTasaImp,
  totalDtoiMontoImp,
}: z.infer<typeof DetailRow>): RcvDocument["otherTaxes"] {
  const [code, amount, rate] = [Number(detTpoImp) || 0, totalDtoiMontoImp, Number(detTasaImp) || 0];
  return code === 0 || amount === 0 ? [] : [{ code, amount, rate: rate === 0 ? null : rate }];
}

function referencesOf({ detTipoDocRef, detFolioDocRef }: z.infer<typeof DetailRow>): RcvDocument["references"] {
  const folio = String(detFolioDocRef ?? "");
  return /^\d{1,18}$/.test(folio) && Number(folio) > 0 ? [{ type: Number(detTipoDocRef) || null, folio }] : [];
}

/** 202608 → 2026-08 */
function monthIn(month: number): Month | null {
  const [, year, number] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(String(month)) ?? [];
  return year === undefined ? null : `${year}-${number}`;
}

/** `21/06/2026`, whatever stands behind it. */
function dayIn(text: string): CivilDate | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text) ?? [];
  return year !== undefined && isCivilDate(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : null;
}

/** `21/06/2026 09:55:53`; the portal also writes the word «null». */
function momentIn(text: string | null | undefined): string | null {
  const day = dayIn(text ?? "");
  return day && `${day}T${/ (\d\d:\d\d:\d\d)$/.exec(text ?? "")?.[1] ?? "00:00:00"}`;
}

/** codRespuesta of `respEstado`. */
const CODE = { ok: 0, error: 2, empty: 3, redirected: 98, tooEarly: 99 } as const;

/** `codes`: those of an answer with rows. `isNullNone`: no rows is how the method says that there are none. */
type Speech = { codes: readonly number[]; isNullNone: boolean };

const USUAL: Speech = { codes: [CODE.ok], isNullNone: false };

export function rowsOf(body: unknown, { codes, isNullNone } = USUAL): Result<readonly unknown[], RcvTrouble> {
  const read = Answer.safeParse(body);
  if (!read.success) return malformed(read.error);
  const { data, errorMsg, respEstado } = read.data;
  // «Acceso no autorizado!»: the envelope was built otherwise than the portal builds it.
  if (errorMsg !== undefined) return trouble("envelope", said(errorMsg));
  if (respEstado === undefined) return trouble("malformed", "no respEstado");
  const words = said(`${respEstado.codRespuesta} ${respEstado.msgeRespuesta ?? ""}`);
  if (codes.includes(respEstado.codRespuesta)) {
    if (isNullNone && data === null) return ok([]);
    return Array.isArray(data) ? ok(data) : trouble("contradiction", `${words}: no rows`);
  }
  switch (respEstado.codRespuesta) {
    case CODE.empty:
      return Array.isArray(data) && data.length > 0
        ? trouble("contradiction", `${words}: ${data.length} rows`)
        : ok([]);
    case CODE.error:
      return trouble(refusalIn(respEstado.msgeRespuesta ?? ""), words);
    case CODE.redirected:
      return trouble("session", words);
    case CODE.tooEarly:
      return trouble("period_too_early", words);
    default:
      return trouble("unknown_code", words);
  }
}

/** Code 2 is any refusal; its words tell which. */
function refusalIn(words: string): RcvTrouble["reason"] {
  if (/captcha/i.test(words)) return "captcha";
  return /no est[aá] autorizad/i.test(words) ? "not_allowed" : "refused";
}

function trouble(reason: RcvTrouble["reason"], evidence: string): Result<never, RcvTrouble> {
  return err({ reason, evidence });
}

/** Which field, and what was expected of it: its value is a customer's, and evidence is logged. */
export function malformed({ issues: [issue] }: z.ZodError): Result<never, RcvTrouble> {
  return trouble("malformed", `${issue?.path.join(".") ?? ""} ${issue?.code ?? ""}`);
}
