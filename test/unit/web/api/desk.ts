import type { Hono } from "hono";
import type { Extraction, Unreadable } from "#src/documents/index.ts";
import { ok, type Result } from "#src/kernel/index.ts";
import { apiRoutes, type ApiPorts } from "#src/web/api/index.ts";

export const OPERATOR = "test-operator-token";
export const NOW = Date.parse("2026-11-18T15:00:00Z");

/** Nothing behind it: what a test reaches without having brought it is a mistake of the test. */
const closed = (what: string) => (): never => {
  throw new Error(`this test has no ${what}`);
};

const FILE = new TextEncoder().encode("a file of the page").buffer as ArrayBuffer;

const PORTS: ApiPorts = {
  archive: closed("databases"),
  operator_token: OPERATOR,
  default_line: "106540352242922",
  clock: { now: () => NOW },
  entropy: { id: () => "01JCZX9E40TEST000000000000", jitter: () => 0.5 },
  secret: () => new Uint8Array(32),
  reader: closed("reader"),
  develop: null,
  vision: null,
  ocr: null,
  tell: null,
  bucket: {} as R2Bucket,
  letters: { enqueue: closed("outbox"), find: closed("outbox"), resend: closed("outbox"), list: closed("outbox") },
  scans: { open: closed("conversations"), redeem: closed("conversations") },
  sii: {
    openLink: closed("conversations"),
    redeemLink: closed("conversations"),
    tellConnected: closed("conversations"),
    connecting: closed("tax service"),
    claiming: closed("tax service"),
    gathering: closed("tax service"),
    openReport: closed("conversations"),
    redeemReport: closed("conversations"),
  },
  list: async () => null,
  page: {
    "connect.css": FILE,
    "connect.js": FILE,
    "scan.css": FILE,
    "scan.js": FILE,
    "reader.js": FILE,
    "zxing_reader.wasm": FILE,
  },
  counters: async () => ({}),
  readiness: async () => ({ directory: true, ledgers: true }),
};

export type Desk = ReturnType<typeof desk>;

/** The API as a client sees it, as the operator unless a request says otherwise. */
export function desk(ports: Partial<ApiPorts> = {}, around?: Hono) {
  const app = apiRoutes({ ...PORTS, ...ports }, around);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(`http://lucas.test${path}`, init);
  return {
    app,
    ask,
    asOperator: (path: string, init: RequestInit = {}) =>
      ask(path, { ...init, headers: { ...BEARER, ...headersOf(init) } }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, {
        method: "POST",
        headers: { ...BEARER, "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    upload: (path: string, file: Blob, fields: Record<string, string> = {}) => {
      const form = new FormData();
      form.set("file", file, "boleta.png");
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return ask(path, { method: "POST", headers: BEARER, body: form });
    },
  };
}

const BEARER = { Authorization: `Bearer ${OPERATOR}` };

function headersOf({ headers }: RequestInit): Record<string, string> {
  return (headers ?? {}) as Record<string, string>;
}

/** The status of an answer, and the code of its error. */
export async function outcome(response: Response): Promise<string> {
  const body = await response.json<{ error?: { code: string } }>();
  return body.error ? `${response.status} ${body.error.code}` : String(response.status);
}

/** A PNG of one colour, as large as asked, which is all that the gate looks at. */
export function png(width: number, height: number): Blob {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  bytes.set([8, 2, 0, 0, 0], 24);
  return new Blob([bytes], { type: "image/png" });
}

export const BOLETA: Extraction = {
  kind: "boleta",
  read_from: "ocr",
  fields: {
    merchant: "Almacén La Esquina",
    merchant_tax_id: "76123456-0",
    receiver_tax_id: null,
    series: null,
    number: "1234",
    date: "2026-11-17",
    currency: "CLP",
    total_minor: 12_990,
    net_minor: null,
    tax_minor: null,
    exempt_minor: null,
    items: [{ description: "Pan", quantity: 2, amount_minor: 12_990 }],
    category: "alimentacion",
  },
  confidence: { overall: 0.9, total: 0.95, date: 0.9, merchant: 0.8 },
  authenticity: { verdict: "not_applicable", reasons: [] },
  quality: { readable: true, problems: [] },
  text: "ALMACEN LA ESQUINA",
};

export const readsBoleta = async (): Promise<Result<Extraction, Unreadable>> => ok(BOLETA);
