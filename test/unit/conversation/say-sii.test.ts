import { expect, test } from "vitest";
import { compose } from "#src/conversation/compose.ts";
import type { DifferenceDid } from "#src/conversation/effect.ts";
import type { SiiTold } from "#src/conversation/heard.ts";
import { documentNamed } from "#src/conversation/say-document.ts";
import { carried, type Difference, type NewsLine, type SiiNews } from "#src/sii/index.ts";
import { membershipIn } from "./talking.ts";

// What the tax service's room tells, in words.

const said = (told: SiiTold) =>
  compose({ parts: [{ part: "sii_told", told }], reply_to: null, today: "2026-11-22" }, [], membershipIn("CL"));

const line = (over: Partial<NewsLine> = {}): NewsLine => ({
  id: "d",
  side: "compra",
  type: 33,
  folio: "812",
  name: "Comercial Ñuñoa S.A.",
  total: 119_000,
  date: "2026-11-05",
  state: "registro",
  ...over,
});

const news = (over: Partial<SiiNews> = {}): SiiNews => ({
  run_id: "r",
  cause: "asked",
  trouble: null,
  booked: [],
  linked: [],
  asked: [],
  pending: [],
  taken_back: [],
  moved: [],
  ...over,
});

test("what a sync brought is one message with each of its documents, their sums and what waits", () => {
  const note = line({ type: 61, folio: "7", total: 19_000, date: "2026-11-07" });
  const sale = line({ side: "venta", folio: "5", name: "Colegio", total: 238_000 });
  const pending = [{ ...line({ folio: "99", state: "pendiente" }), until: "2026-11-28" }];
  const moved = [{ ...line({ folio: "3" }), from: "2026-10", to: "2026-11" }];
  expect(said({ about: "news", news: news({ booked: [note, line(), sale], pending, moved }) }).text).toBe(
    [
      "🧾 *SII al día*: anoté 3 documentos nuevos.",
      "",
      "*Compras*: 2, $100.000",
      "• 05-11 Factura 812, Comercial Ñuñoa S.A.: $119.000",
      "• 07-11 Nota de crédito 7, Comercial Ñuñoa S.A.: $19.000",
      "",
      "*Ventas*: 1, $238.000",
      "• 05-11 Factura 5, Colegio: $238.000",
      "",
      "⏳ *Por aceptar o reclamar*: aún no cuentan",
      "• 05-11 Factura 99, Comercial Ñuñoa S.A.: $119.000 (hasta el 28-11-2026)",
      "",
      "📅 *Cambiaron de mes*",
      "• 05-11 Factura 3, Comercial Ñuñoa S.A.: $119.000 (10-2026 → 11-2026)",
    ].join("\n"),
  );
});

test("boletas and vouchers are told by the sum of their month, also where no document is new", () => {
  const summed = [
    { side: "venta", month: "2026-10", total: 900_000 },
    { side: "venta", month: "2026-11", total: 1_234_000 },
  ] as const;
  const told =
    "Además, $900.000 (10-2026), $1.234.000 (11-2026) en boletas y vouchers de venta, que cuentan para el IVA: " +
    "el SII solo da su suma del mes, así que no los anoto uno por uno.";
  const { text } = said({ about: "news", news: news({ booked: [line()], summed: [...summed] }) });
  expect(text.split("\n\n").at(-1)).toBe(told);
  expect(said({ about: "news", news: news({ summed: [...summed] }) }).text).toBe(
    `✅ Revisé el SII: nada nuevo desde la última vez.\n\n${told}`,
  );
});

test("a message of more documents than it holds counts the rest, and stays under what Meta takes", () => {
  const many = Array.from({ length: 300 }, (_, i) => line({ folio: String(i), name: "X".repeat(60) }));
  const { text } = said({ about: "news", news: news({ booked: many }) });
  expect(text).toContain("anoté 300 documentos nuevos");
  expect(text).toMatch(/… y \d+ más/);
  expect(Array.from(text).length).toBeLessThan(4_096);
});

test.each([
  ["wrong_key", "conectar sii"],
  ["locked", "bloqueada por una hora"],
  ["captcha", "CSV"],
  ["counts_differ", "no anoté nada"],
  ["too_large", "no anoté nada para no repetir"],
  ["maintenance", "Sigo por mi cuenta más tarde"],
] as const)("a sync that ended in %s says what to do", (trouble, words) => {
  expect(said({ about: "news", news: news({ trouble }) }).text).toContain(words);
});

test("a sync that the SII holds up says what it is and when it goes on", () => {
  const answered = (resumes: string) => {
    const answer = { is: "waiting", reason: "maintenance", resumes_at: Date.parse(resumes) } as const;
    const parts = [{ part: "sii_answer", ref: 0 } as const];
    return compose({ parts, reply_to: null, today: "2026-11-22" }, [{ kind: "sii", answer }], membershipIn("CL")).text;
  };
  expect(answered("2026-11-22T19:40:00Z")).toBe(
    "⏳ Todavía no pude leerlo: el SII está en mantención. Sigo por mi cuenta a las 16:40, y te aviso.",
  );
  expect(answered("2026-11-23T03:10:00Z")).toContain("Sigo por mi cuenta el 23-11-2026 a las 00:10");
});

test("what falls due is said with its day and what to write", () => {
  const f29 = { key: "k", what: "f29", month: "2026-10", due_on: "2026-11-23" } as const;
  expect(said({ about: "reminder", reminder: f29 }).text).toBe(
    "📅 El F29 de 10-2026 vence mañana, el 23-11-2026. Con *f29* te muestro el borrador, y con *validar sii* lo que no cuadra.",
  );
  const acceptance = { key: "k", what: "acceptance", document_id: "d", until: "2026-11-25T10:00:00" } as const;
  const of = { ...line({ folio: "99" }), issuer: "76123456-0", tax: 19_000, received_at: null, left: null };
  const { text } = said({ about: "reminder", reminder: acceptance, line: of });
  expect(text).toContain(
    "Factura 99 de Comercial Ñuñoa S.A. por $119.000 se puede reclamar hasta el 25-11-2026 a las 10:00;",
  );
  expect(text).toContain("*reclamar factura 99*");
});

test("a month that differs is told with its causes and a button, one that does not without", () => {
  const sum = { total: 100_000, tax: 19_000, count: 1 };
  const sides = { compra: { sii: sum, books: { ...sum, total: 0 } }, venta: { sii: sum, books: sum } };
  const cause = { class: "missing_here", side: "compra", count: 2, total: 100_000, vat: -19_000 } as const;
  const told = { month: "2026-10", sides, causes: [cause], open: 2 };
  const differs = said({ about: "validation", told });
  expect(differs.text).toContain("*octubre 2026 con el SII*");
  expect(differs.text).toContain("• Faltan en tus libros (compras): 2 ($100.000)");
  expect(differs.buttons.map(({ title }) => title)).toEqual(["Sí"]);
  const [compra, venta, waits] = [
    { ...cause, class: "amount" as const },
    { ...cause, class: "amount" as const, side: "venta" as const },
    { ...cause, class: "pending" as const },
  ];
  const both = said({ about: "validation", told: { ...told, causes: [compra, venta, waits], open: 6 } }).text;
  expect(both).toContain("• Con otro monto (compras): 2 ($100.000)\n• Con otro monto (ventas): 2 ($100.000)");
  expect(both).toContain("• Por aceptar o reclamar: 2 ($100.000)");
  const agrees = said({ about: "validation", told: { ...told, causes: [], open: 0 } });
  expect(agrees.text).toContain("Todo cuadra");
  expect(agrees.buttons).toEqual([]);
});

test("boletas and vouchers that the SII only adds up are told beside what agrees", () => {
  const sum = { total: 100_000, tax: 19_000, count: 1 };
  const sides = { compra: { sii: sum, books: sum }, venta: { sii: sum, books: sum } };
  const told = { month: "2026-10", sides, causes: [], open: 0 };
  const with_beside = (books: number) =>
    said({
      about: "validation",
      told: { ...told, beside: { compra: { sii: 0, books: 0 }, venta: { sii: 2_928_114, books } } },
    }).text;
  expect(with_beside(0)).toContain(
    "+ $2.928.114 en boletas y vouchers, que cuentan para el IVA y no están en tus libros",
  );
  expect(with_beside(0)).not.toContain("Todo cuadra");
  expect(with_beside(50_000)).toContain("no cruzo con tus libros (ahí hay $50.000 sin documento)");
});

test("a file says which of its lines are none, and why a whole file is not taken", () => {
  const told: SiiTold = {
    about: "news",
    news: news({ cause: "file", booked: [line()] }),
    file: { documents: 1, faults: { count: 9, first: [{ line: 3, reason: "rut" }] } },
  };
  expect(said(told).text).toContain(
    "9 líneas no las pude leer, y no anoté nada de ellas:\n• Línea 3: el RUT no es válido\n… y 8 más",
  );
  expect(said({ about: "file_refused", reason: "other_rut", detail: "76111111-6" }).text).toContain("76111111-6");
  for (const reason of ["too_many_documents", "too_many_lines", "too_large"] as const) {
    const { text } = said({ about: "file_refused", reason, detail: "6000" });
    expect(text).toContain("un mes grande en dos o más archivos, cada uno con la fila de los títulos");
    expect(text).toContain("*conectar sii*");
  }
});

test.each([
  [33, "Molinos S.A.", "Factura 99 de Molinos S.A."],
  [43, "", "Liquidación 99"],
  [999, "X".repeat(60), `Documento 999 99 de ${"X".repeat(39)}…`],
])("a document of type %i of «%s» is named «%s»", (type, name, named) => {
  expect(documentNamed({ type, folio: "99", name })).toBe(named);
});

test("of more documents than a message carries all are counted and added up, and the first are shown", () => {
  const sales = Array.from({ length: 9_000 }, (_, nth) =>
    line({ side: "venta", folio: String(nth), total: 1_000, date: nth < 100 ? "2026-11-02" : "2026-11-05" }),
  );
  const note = line({ side: "venta", type: 61, folio: "9000", total: 500, date: "2026-11-06" });
  const big = carried(news({ booked: [...sales, note, line()] }));
  expect(JSON.stringify(big).length).toBeLessThan(50_000);
  expect(carried(big)).toEqual(big);
  const { text } = said({ about: "news", news: big });
  expect(text).toContain("anoté 9002 documentos nuevos");
  expect(text).toContain("*Compras*: 1, $119.000");
  expect(text).toContain("*Ventas*: 9001, $8.999.500");
  expect(text).toContain("• 02-11 Factura 0, Comercial Ñuñoa S.A.: $1.000");
  expect(text).toMatch(/… y 8957 más$/);
});

test("who waits for a sync that stands still hears why, and when it goes on", () => {
  const resumes_at = Date.UTC(2026, 10, 22, 18, 5);
  const { text } = said({ about: "waiting", reason: "maintenance", resumes_at });
  expect(text).toMatch(/Todavía no pude leerlo: .*15:05, y te aviso/);
});

const differing = (over: Partial<Difference>): Difference => ({
  key: "pending:1",
  class: "pending",
  side: "compra",
  documents: [],
  entries: [],
  effect: { total: 0, tax: 0 },
  vat: 0,
  deadline: null,
  summary: null,
  link: null,
  resolutions: [{ do: "leave" }],
  is_set_aside: false,
  ...over,
});

function shown(difference: Difference, did: DifferenceDid | null = null): string {
  const reply = { parts: [{ part: "sii_difference" as const, ref: 0 }], reply_to: null, today: "2026-11-22" };
  const of = { difference, key: "0123456789ab", nth: 1, all: 1 };
  return compose(reply, [{ kind: "sii_difference", month: "2026-11", did, shown: of }], membershipIn("CL")).text;
}

const document = {
  id: "D1",
  key: "k",
  state: "pendiente" as const,
  type: 33,
  folio: "6200",
  counterparty: { rut: "76123456-0", name: "Molinos S.A." },
  total: 119_000,
  tax: 19_000,
  date: "2026-11-20",
  month: "2026-11",
};

test("a difference that waits says in which words it is accepted or claimed", () => {
  const until = "2026-11-28";
  const resolutions: Difference["resolutions"] = [
    { do: "accept", document_id: "D1", until },
    { do: "claim", document_id: "D1", until },
    { do: "leave" },
  ];
  expect(shown(differing({ documents: [document], resolutions }))).toContain("Con *aceptar factura 6200* o *reclamar");
});

test("the two that a button would put together are named, whichever of them the difference is of", () => {
  const entry = {
    id: "E1",
    amount_minor: 119_000,
    currency: "CLP",
    tax: 0,
    date: "2026-11-19",
    concept: "harina",
    counterparty: "Molinos",
    document_id: null,
  };
  const link = { document, entry };
  const here = shown(differing({ class: "missing_here", documents: [document], link }));
  expect(here).toContain("¿Es lo que anotaste como $119.000 en «harina»");
  const there = shown(differing({ class: "missing_there", entries: [entry], link }));
  expect(there).toContain("¿Es la Factura 6200 de Molinos S.A. por $119.000");
});

test.each([
  ["started", "Le pedí de nuevo al SII"],
  ["running", "Ya le estoy pidiendo al SII"],
  ["not_connected", "conectar sii"],
  ["stopped", "está detenida"],
] as const)("asking the tax service again that is %s says so", (did, words) => {
  expect(shown(differing({}), did)).toContain(words);
});

test("what waits is listed by its deadline, and what has none last", () => {
  const pending = [
    { ...line({ folio: "1", date: "2026-11-01" }), until: null },
    { ...line({ folio: "2", date: "2026-11-02" }), until: "2026-11-30" },
    { ...line({ folio: "3", date: "2026-11-03" }), until: "2026-11-25" },
  ];
  const { text } = said({ about: "news", news: news({ pending }) });
  expect([...text.matchAll(/Factura (\d)/g)].map(([, folio]) => folio)).toEqual(["3", "2", "1"]);
});
