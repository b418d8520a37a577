// What a test in TypeScript does at the simulated SII without HTTP: the same things as `/sim/sii`, typed.
import { changeDocument } from "./control.ts";
import type { DocumentChange } from "./control.ts";
import type { SiiFault } from "./knobs.ts";
import type { Rig } from "../rig.ts";
import { DAY_MS, MINUTE_MS } from "./state/chile.ts";
import { DEFAULT_TAXPAYER } from "./state/default-taxpayer.ts";
import type { DocumentInput, SiiDocument } from "./state/document.ts";
import { stateOf } from "./state/life.ts";
import type { DocumentState } from "./state/life.ts";
import type { Call, SiiOffice } from "./state/office.ts";
import { addDocuments, addTaxpayer } from "./state/records.ts";
import type { Taxpayer, TaxpayerInput } from "./state/taxpayer.ts";

export type FaultInput = Partial<SiiFault> & Pick<SiiFault, "kind">;

export type SiiDesk = {
  /** «Comercial Los Aromos SpA», its clave and who may act for it. */
  defaultTaxpayer: typeof DEFAULT_TAXPAYER;
  office: SiiOffice;
  /** Epoch ms, with what was put forward. */
  now(): number;
  addTaxpayer(input: TaxpayerInput): Taxpayer;
  /** Of the default taxpayer, where none is named. */
  addDocument(input: DocumentInput): SiiDocument;
  addDocuments(inputs: readonly DocumentInput[]): SiiDocument[];
  /** @returns 0, or the code of the SII's «no» */
  change(document: SiiDocument, change: DocumentChange): number;
  stateOf(document: SiiDocument): DocumentState;
  advance(by: { days?: number; minutes?: number }): void;
  /** Turns these faults on, and all others off. */
  faults(...faults: FaultInput[]): void;
  calls(method?: string): Call[];
};

/** @param turn what puts a patch into the rig's knobs */
export function siiDesk(rig: Rig, turn: (patch: { sii: { faults: FaultInput[] } }) => void): SiiDesk {
  const { sii: office } = rig;
  return {
    defaultTaxpayer: DEFAULT_TAXPAYER,
    office,
    now: () => office.now(),
    addTaxpayer: (input) => addTaxpayer(office, input),
    addDocument: (input) => {
      const [document] = addDocuments(office, [input]);
      if (document === undefined) throw new Error("no document was made");
      return document;
    },
    addDocuments: (inputs) => addDocuments(office, inputs),
    change: (document, change) => changeDocument(office, document, change),
    stateOf: (document) => stateOf(document, office.now()),
    advance: ({ days = 0, minutes = 0 }) => office.advance(days * DAY_MS + minutes * MINUTE_MS),
    faults: (...faults) => turn({ sii: { faults } }),
    calls: (method) => office.calls.filter((call) => method === undefined || call.method === method),
  };
}
