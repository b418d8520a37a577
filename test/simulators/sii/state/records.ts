// Taxpayers and documents come in, and things happen to them. What is not well formed throws, as a test's mistake.
import { noonOf, civilDay, MINUTE_MS } from "./chile.ts";
import { claim } from "./claim.ts";
import { amountsOf, documentSchema } from "./document.ts";
import type { DocumentInput, Party, SiiDocument } from "./document.ts";
import { NOT_INCLUDED } from "./life.ts";
import type { SiiOffice } from "./office.ts";
import { plainRut, rutOf } from "./rut.ts";
import { taxpayerSchema } from "./taxpayer.ts";
import type { Taxpayer, TaxpayerInput } from "./taxpayer.ts";

/** @throws ZodError when it is none */
export function addTaxpayer(office: SiiOffice, input: TaxpayerInput): Taxpayer {
  const taxpayer = { ...taxpayerSchema.parse(input), wrong_claves: 0, locked_until: null };
  office.taxpayers.set(taxpayer.rut, taxpayer);
  return taxpayer;
}

/** @throws ZodError when one is none, and none of them is added; Error when its taxpayer is not known */
export function addDocuments(office: SiiOffice, inputs: readonly DocumentInput[]): SiiDocument[] {
  const made = inputs.map((input) => madeOf(office, input));
  office.documents.push(...made);
  for (const document of made) noteAnnulment(office, document);
  return made;
}

function madeOf(office: SiiOffice, input: DocumentInput): SiiDocument {
  const given = documentSchema.parse(input);
  const [own] = office.taxpayers.values();
  const taxpayer = given.taxpayer === undefined ? own : office.taxpayers.get(plainRut(given.taxpayer) ?? "");
  if (taxpayer === undefined) throw new Error(`no taxpayer ${given.taxpayer ?? ""}`);
  const self: Party = { rut: taxpayer.rut, name: taxpayer.name };
  const other = partyOf(given.counterparty);
  const issued_on = given.issued_on ?? civilDay(office.now());
  const { type, other_taxes, references, cash, count, copies } = given;
  const document: SiiDocument = {
    id: `doc-${office.next()}`,
    issuer: given.side === "venta" ? self : other,
    receiver: given.side === "venta" ? other : self,
    folio: given.folio ?? FIRST_FOLIO + office.next(),
    issued_on,
    received_at: given.received_at === undefined ? receptionOf(office, issued_on) : momentOf(given.received_at),
    ...amountsOf(given),
    type,
    other_taxes,
    references,
    cash,
    count,
    copies,
    events: [],
    moved_to: given.period,
  };
  if (given.said !== null && document.received_at !== null) {
    document.events.push({ code: given.said, at: document.received_at + MINUTE_MS, by: document.receiver.rut });
  }
  return document;
}

const FIRST_FOLIO = 20_000;
const SOMEBODY: Party = { rut: rutOf(76_900_100), name: "Distribuidora Quilicura Ltda." };

function partyOf(given: Party | undefined): Party {
  return given === undefined ? SOMEBODY : { ...given, rut: plainRut(given.rut) ?? given.rut };
}

function momentOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function receptionOf(office: SiiOffice, issued_on: string): number {
  return Math.min(noonOf(issued_on), office.now() - 2 * MINUTE_MS);
}

/** A credit note that annuls is noted at its invoice (event NCA). */
function noteAnnulment(office: SiiOffice, note: SiiDocument): void {
  for (const { type, folio } of note.references.filter(({ code }) => code === 1)) {
    const annulled = find(office, { issuer: note.issuer.rut, type, folio });
    annulled?.events.push({ code: "NCA", at: note.received_at ?? office.now(), by: note.issuer.rut });
  }
}

/** A folio alone is anybody's. */
export function find(office: SiiOffice, key: { issuer: string; type: number; folio: number }): SiiDocument | null {
  const isIt = (one: SiiDocument): boolean =>
    one.issuer.rut === key.issuer && one.type === key.type && one.folio === key.folio;
  return office.documents.find(isIt) ?? null;
}

/** Moves it to another month of the RCV, or to another kind of purchase; 7 takes it out of the register. */
export function amend(document: SiiDocument, change: { moved_to?: string; transaction?: number }): void {
  if (change.transaction === NOT_INCLUDED) document.fixed_asset = null;
  Object.assign(document, change);
}

/** Its issuer annuls the whole of it by a credit note, which the SII receives now. */
export function annul(office: SiiOffice, document: SiiDocument): SiiDocument {
  const isSale = office.taxpayers.has(document.issuer.rut);
  const { net, exempt, type, folio } = document;
  const tax = document.tax + document.common_use_tax + (document.unrecoverable?.tax ?? 0);
  const [note] = addDocuments(office, [
    {
      taxpayer: isSale ? document.issuer.rut : document.receiver.rut,
      side: isSale ? "venta" : "compra",
      counterparty: isSale ? document.receiver : document.issuer,
      type: 61,
      net,
      exempt,
      tax,
      other_taxes: document.other_taxes,
      references: [
        {
          type,
          folio,
          code: 1,
        },
      ],
    },
  ]);
  if (note === undefined) throw new Error("no note was made");
  return note;
}

/** Its receiver says something of it. @returns 0, or the SII's code of why it may not be said */
export function say(office: SiiOffice, document: SiiDocument, action: string): number {
  return claim(document, action, { at: office.now(), by: document.receiver.rut });
}
