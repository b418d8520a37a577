// Everything that the simulated SII remembers, and its clock, which tests may put forward. In memory.
import { HOUR_MS } from "./chile.ts";
import type { SiiDocument } from "./document.ts";
import { addDefaultTaxpayer } from "./default-taxpayer.ts";
import type { Taxpayer } from "./taxpayer.ts";

/** palena, maullin and the boletas' REST are three worlds: a token of one is none in the others. */
export type Environment = "production" | "certification" | "boletas";

export type Session = {
  token: string;
  /** Whose session it is: the business itself, or a person who may act for it. */
  rut: string;
  by: "clave" | "certificate";
  environment: Environment;
  opened_at: number;
  expires_at: number;
  /** The RCV's page was looked at, without which its facade knows no session of a clave. */
  saw_rcv: boolean;
};

/** A file of the RCV that was asked for. */
export type OrderedFile = {
  id: number;
  rut: string;
  period: string;
  operation: "COMPRA" | "VENTA";
  state: string;
  ordered_at: number;
  ready_at: number;
  is_stuck: boolean;
};

/** A request that reached one of the hosts. */
export type Call = {
  seq: number;
  at: number;
  host: string;
  path: string;
  /** What was asked: `getToken`, `getDetalleCompra`, the page's name; empty where nothing is there. */
  method: string;
  rut: string | null;
  fault: string | null;
  status: number;
};

export type SiiOffice = {
  /** Epoch ms: the rig's clock and what was put forward. */
  now: () => number;
  advance: (milliseconds: number) => void;
  taxpayers: Map<string, Taxpayer>;
  documents: SiiDocument[];
  sessions: Map<string, Session>;
  /** Seeds that were given and not given back, with the moment of their birth. */
  seeds: Map<string, number>;
  files: OrderedFile[];
  calls: Call[];
  /** Counts on: folios, seeds, ids. */
  next: () => number;
  note: (call: Omit<Call, "seq">) => Call;
  reset: () => void;
};

export const CALLS_KEPT = 1_000;
/** Ids of a real office never begin at one. */
const FIRST_NUMBER = 78;

export function createSiiOffice(clock: () => number): SiiOffice {
  let ahead = 0;
  let number = FIRST_NUMBER;
  let seq = 0;
  const office: SiiOffice = {
    now: () => clock() + ahead,
    advance: (milliseconds) => (ahead += milliseconds),
    taxpayers: new Map(),
    documents: [],
    sessions: new Map(),
    seeds: new Map(),
    files: [],
    calls: [],
    next: () => (number += 1),
    note: (call) => {
      const noted = { seq: (seq += 1), ...call };
      office.calls.push(noted);
      if (office.calls.length > CALLS_KEPT) office.calls.shift();
      return noted;
    },
    reset: () => {
      ahead = 0;
      number = FIRST_NUMBER;
      for (const map of [office.taxpayers, office.sessions, office.seeds]) map.clear();
      for (const list of [office.documents, office.files, office.calls]) list.length = 0;
      addDefaultTaxpayer(office);
    },
  };
  addDefaultTaxpayer(office);
  return office;
}

/** May this person or business look at that one? */
export function mayActFor(office: SiiOffice, who: string, rut: string): boolean {
  return who === rut || office.taxpayers.get(rut)?.agents.includes(who) === true;
}

/** Has a certificate of this person any business here? */
export function isKnown(office: SiiOffice, rut: string): boolean {
  return office.taxpayers.has(rut) || [...office.taxpayers.values()].some(({ agents }) => agents.includes(rut));
}

export const LOCK_MS = HOUR_MS;
