// What became of a document: getEstDte (do the data agree?), getEstDteAv (and the signature?), getEstUp (an envelope).
import { Hono } from "hono";
import type { Rig } from "../../rig.ts";
import { at } from "../fault.ts";
import type { SiiEnv } from "../fault.ts";
import { slashedMoment } from "../state/chile.ts";
import type { SiiDocument } from "../state/document.ts";
import type { Environment, SiiOffice } from "../state/office.ts";
import { find } from "../state/records.ts";
import { sessionOf } from "../state/sessions.ts";
import { wordOf } from "../xml.ts";
import type { Element } from "../xml.ts";
import { answerText, operationIn, serviceOf, soapAnswer, soapFault } from "./soap.ts";

/** GLOSA_ESTADO, ERR_CODE and GLOSA_ERR of each ESTADO (Consulta Estado de un DTE, SII). */
const STATUSES = {
  DOK: ["DTE Recibido", "0", "Documento Recibido por el SII. Datos Coinciden con los Registrados"],
  DNK: ["DTE Recibido", "1", "Documento Recibido por el SII pero Datos NO Coinciden con los registrados"],
  FAU: ["DTE No Recibido", "3", "Documento No Recibido por el SII"],
  ANC: ["DTE Recibido", "15", "Existe Nota de Crédito que Anula Documento"],
  AND: ["DTE Recibido", "14", "Existe Nota de Débito que Anula Documento"],
  TMC: ["DTE Recibido", "11", "Existe Nota de Crédito que Modifica Textos Documento"],
  TMD: ["DTE Recibido", "10", "Existe Nota de Débito que Modifica Texto Documento"],
  MMC: ["DTE Recibido", "13", "Existe Nota de Crédito que Modifica Montos Documento"],
  MMD: ["DTE Recibido", "12", "Existe Nota de Débito que Modifica Montos Documento"],
} as const;

type Status = keyof typeof STATUSES;

export function statusRoutes(rig: Rig, environment: Environment): Hono<SiiEnv> {
  const app = new Hono<SiiEnv>();
  const serve = (path: string, operation: "getEstDte" | "getEstDteAv" | "getEstUp"): void => {
    const named = at(rig, () => ({ place: "status", method: operation }));
    app.post(path, named, async (c) => {
      const asked = operationIn(await c.req.text());
      if (asked?.local !== operation) return soapFault("No such operation");
      const session = sessionOf(rig.sii, wordOf(asked, "Token") ?? "");
      const isLive = session?.environment === environment;
      c.set("rut", session?.rut ?? null);
      const said = isLive ? ANSWERS[operation](rig.sii, asked) : NO_TOKEN[operation];
      return soapAnswer({ service: serviceOf(c), operation, text: answerText(said, rig.knobs.sii.body_first) });
    });
  };
  serve("/QueryEstDte.jws", "getEstDte");
  serve("/services/QueryEstDteAv", "getEstDteAv");
  serve("/QueryEstUp.jws", "getEstUp");
  return app;
}

type Answer = { header: Record<string, string>; body?: Record<string, string> };

const NO_TOKEN: Readonly<Record<"getEstDte" | "getEstDteAv" | "getEstUp", Answer>> = {
  getEstDte: { header: { ESTADO: "001", GLOSA: "TOKEN NO EXISTE", ERR_CODE: "2" } },
  getEstDteAv: { header: { ESTADO: "-3", ERR_CODE: "2", GLOSA: "Token no existe" } },
  getEstUp: { header: { ESTADO: "001", GLOSA: "TOKEN NO EXISTE" } },
};

const ANSWERS: Readonly<Record<keyof typeof NO_TOKEN, (office: SiiOffice, asked: Element) => Answer>> = {
  getEstDte: (office, asked) => {
    const status = statusOf(office, asked, "Compania");
    const [state, code, words] = STATUSES[status];
    return {
      header: {
        ESTADO: status,
        GLOSA_ESTADO: state,
        ERR_CODE: code,
        GLOSA_ERR: words,
        NUM_ATENCION: `${office.next()} ( ${attendedAt(office.now())})`,
      },
    };
  },
  getEstDteAv: (office, asked) => {
    const status = statusOf(office, asked, "Empresa");
    const [, , words] = STATUSES[status];
    const received = status === "FAU" ? "NO" : "SI";
    const body = { RECIBIDO: received, ESTADO: status, GLOSA: words, TRACKID: "0", NUMATENCION: String(office.next()) };
    return { header: { ESTADO: "0", ERR_CODE: "0", GLOSA: "" }, body };
  },
  // No envelope was ever sent here.
  getEstUp: (_, asked) => ({
    header: { ESTADO: "-11", GLOSA: `Error: TRACKID ${wordOf(asked, "TrackId") ?? ""} no existe`, ERR_CODE: "1" },
  }),
};

/** `2026/11/22 09:55:53` */
function attendedAt(moment: number): string {
  const [day = "", time = ""] = slashedMoment(moment).split(" ");
  return `${day.split("/").toReversed().join("/")} ${time}`;
}

/** @param issuer what the arguments call it: `RutCompania`, or `RutEmpresa` */
function statusOf(office: SiiOffice, asked: Element, issuer: "Compania" | "Empresa"): Status {
  const word = (name: string): string => wordOf(asked, name) ?? "";
  const rut = (name: string): string => `${Number(word(`Rut${name}`))}-${word(`Dv${name}`).toUpperCase()}`;
  const key = { issuer: rut(issuer), type: Number(word("TipoDte")), folio: Number(word("FolioDte")) };
  const document = find(office, key);
  if (document === null || document.received_at === null || document.received_at > office.now()) return "FAU";
  const [year, month, day] = document.issued_on.split("-");
  const agrees =
    document.receiver.rut === rut("Receptor") &&
    [`${day}${month}${year}`, `${day}-${month}-${year}`].includes(word("FechaEmisionDte")) &&
    document.total === Number(word("MontoDte"));
  return agrees ? (amendmentOf(office, document) ?? "DOK") : "DNK";
}

const AMENDED: Readonly<Record<string, Status>> = {
  "61:1": "ANC",
  "61:2": "TMC",
  "61:3": "MMC",
  "56:1": "AND",
  "56:2": "TMD",
  "56:3": "MMD",
};

/** What a later note of its issuer made of it. */
function amendmentOf(office: SiiOffice, document: SiiDocument): Status | null {
  for (const note of office.documents.filter(({ issuer }) => issuer.rut === document.issuer.rut)) {
    const reference = note.references.find(({ type, folio }) => type === document.type && folio === document.folio);
    const status = reference === undefined ? undefined : AMENDED[`${note.type}:${reference.code}`];
    if (status !== undefined) return status;
  }
  return null;
}
