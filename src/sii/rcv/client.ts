import { err, ok, readBody, type Entropy, type Month, type Result } from "#kernel";
import { ask, type Answered, type PacedConnection } from "../session/client.ts";
import type { Session, Trouble } from "../session/credential.ts";
import type { SiiTrouble } from "../session/trouble.ts";
import { RCV_BYTES_MAX, readRcvCsv } from "./csv.ts";
import type { RcvDocument, RcvSide, RcvState } from "./document.ts";
import { readExports, type RcvExport } from "./exports.ts";
import { readDetail, readFactor, readSummary, type RcvSummaryLine, type RcvTrouble } from "./payload.ts";

// The private facade behind the portal's page of the RCV. It is no contract: everything that it answers is doubted.

/** Whose register is asked, and with which session. */
export type RcvAsked = { rut: string; month: Month; side: RcvSide; state: RcvState };

export type RcvPorts = { connection: PacedConnection; session: Session; entropy: Entropy };

/** `factor`: of proportionality, 0–1; null where the SII does not say. */
export type RcvSummary = { lines: RcvSummaryLine[]; factor: number | null };

/** What is counted of each type in a month. */
export async function askSummary(asked: RcvAsked, ports: RcvPorts): Promise<Result<RcvSummary, Trouble>> {
  const isFirst = asked.state === "registro";
  const answer = await call("getResumen", { ...bodyOf(asked), busquedaInicial: isFirst }, ports);
  if (!answer.ok) return answer;
  const read = told(readSummary(answer.value));
  return read.ok ? ok({ lines: read.value, factor: readFactor(answer.value) }) : read;
}

/** The documents of one type. */
export async function askDetail(
  asked: RcvAsked & { type: number },
  ports: RcvPorts,
): Promise<Result<RcvDocument[], Trouble>> {
  const { side, state, type } = asked;
  const method = side === "compra" ? "getDetalleCompra" : "getDetalleVenta";
  const body = {
    ...bodyOf(asked),
    codTipoDoc: String(type),
    ...captchaOf(side === "compra" ? "RCV_DETC" : "RCV_DETV"),
  };
  const answer = await call(method, body, ports);
  if (!answer.ok) return answer;
  const read = told(readDetail(answer.value, { side, state, type }));
  // Whatever a row says of it, it counts in the month whose list it stands in.
  return read.ok ? ok(read.value.map((document) => ({ ...document, period: asked.month }))) : read;
}

/** Has the SII prepare a file of a whole list, or asks how far it is. Answers all files of that month and side. */
export async function askExports(
  asked: RcvAsked & { order: "new" | "none" },
  ports: RcvPorts,
): Promise<Result<RcvExport[], Trouble>> {
  const { side, order } = asked;
  const action = captchaOf(side === "compra" ? "RCV_DDETCA" : "RCV_DDETVA");
  const body = { ...bodyOf(asked), codTipoDoc: ALL_TYPES, generaCtrl: order === "new", totDoc: "0", ...action };
  const answer = await call("getCtrlAsync", body, ports);
  return answer.ok ? told(readExports(answer.value, asked)) : answer;
}

const ALL_TYPES = 0;

/** The lines of an export, unpacked. It is fetched by whoever logged in, of the business that it is of. */
export async function askExportFile(
  { rut, month, side, state }: RcvAsked,
  { id, blob }: { id: number; blob: string },
  { connection, session }: RcvPorts,
): Promise<Result<RcvDocument[], Trouble>> {
  const [user, issuer] = [session.rut ?? rut, rut].map((each) => each.split("-")[0]);
  const path = `${FACADE}/obtenerArchivoBLOB/${encodeURIComponent(blob)}/${user}/${issuer}/${id}`;
  const answer = await ask(connection, { host: HOST, path, cookies: session.cookies });
  if (!answer.ok) return answer;
  const bytes = await inflated(answer.value);
  if (bytes === null) return trouble("unavailable", "an export that does not unpack");
  const file = readRcvCsv(bytes);
  if (!file.ok) return trouble("unknown", file.error.reason);
  const { faults, documents } = file.value;
  // Files of several lists lie there under the names of their orders, which the SII does not always tell.
  if (file.value.side !== side || file.value.state !== state) return trouble("unavailable", "a file of another list");
  const fault = faults.find(({ reason }) => reason !== "repeated");
  if (fault) return trouble("unknown", `line ${fault.line}: ${fault.reason}`);
  return ok(documents.map((document) => ({ ...document, side, state, period: month })));
}

const HOST = "www4.sii.cl";
const FACADE = "/consdcvinternetui/services/data/facadeService";
const NAMESPACE = "cl.sii.sdi.lob.diii.consdcv.data.api.interfaces.FacadeService";

function bodyOf({ rut, month, side, state }: RcvAsked): Record<string, unknown> {
  const [rutEmisor, dvEmisor] = rut.split("-");
  return {
    rutEmisor,
    dvEmisor,
    ptributario: month.replace("-", ""),
    estadoContab: state.toUpperCase(),
    operacion: side.toUpperCase(),
  };
}

/** With a session the facade takes the words of its own page in place of an answer. */
function captchaOf(action: string): Record<string, string> {
  return { accionRecaptcha: action, tokenRecaptcha: "t-o-k-e-n-web" };
}

async function call(
  method: string,
  data: Record<string, unknown>,
  { connection, session, entropy }: RcvPorts,
): Promise<Result<unknown, Trouble>> {
  const metaData = {
    namespace: `${NAMESPACE}/${method}`,
    conversationId: session.token,
    transactionId: entropy.id(),
    page: null,
  };
  const answer = await ask(connection, {
    host: HOST,
    path: `${FACADE}/${method}`,
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      // Without the last of these it answers 500 (RESTEASY001530).
      Accept: "application/json, text/plain, */*",
      Origin: `https://${HOST}`,
      Referer: `https://${HOST}/consdcvinternetui/`,
    },
    cookies: session.cookies,
    body: JSON.stringify({ metaData, data }),
  });
  return answer.ok ? jsonOf(answer.value) : answer;
}

function jsonOf({ text }: Answered): Result<unknown, Trouble> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return trouble("unavailable", `no JSON: ${text.length} characters`);
  }
}

/** What the facade's own codes ask for. An answer that makes no sense may make some in an hour; it is never an empty month. */
const REASONS: Readonly<Record<RcvTrouble["reason"], SiiTrouble>> = {
  session: "session_over",
  period_too_early: "unknown",
  // Ours was built otherwise than the portal's page builds it, which none of its owner's keys would mend.
  envelope: "unknown",
  refused: "unavailable",
  captcha: "captcha",
  not_allowed: "not_allowed",
  contradiction: "unavailable",
  unknown_code: "unknown",
  malformed: "unknown",
};

function told<T>(read: Result<T, RcvTrouble>): Result<T, Trouble> {
  if (read.ok) return read;
  const { reason, evidence } = read.error;
  return trouble(REASONS[reason], `${reason}: ${evidence}`);
}

function trouble(reason: SiiTrouble, evidence: string): Result<never, Trouble> {
  return err({ reason, evidence });
}

/** Null where it is no gzip, ends in the middle, or unfolds to more than a file of the register has. */
async function inflated({ bytes }: Answered): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await readBody(new Response(stream), RCV_BYTES_MAX);
  } catch {
    return null;
  }
}
