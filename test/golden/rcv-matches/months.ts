// Months of the register beside what was told of them, with the truth: drawn from a seed. Half of it is hard on purpose:
// invoices come days before or after their money, repeat each month, and share their amounts with strangers.
import { addDays, rutCheckDigit } from "#kernel";
import type { Entry, Rule } from "#ledger";
import type { KeptRcvDocument } from "#sii";
import { document, entry } from "../../unit/sii/reconcile/made.ts";
import { drawFrom, slipped, type Draw } from "../matches/cases.ts";
import { SHOPS, type Shop } from "../matches/shops.ts";

export type Told = {
  scene: string;
  document: KeptRcvDocument;
  /** The entry that it is; null where it is none of the books. */
  truth: string | null;
  /** Nothing tells which of two it is. */
  undecidable: boolean;
};

export type BookMonth = { told: Told[]; entries: Entry[] };

const DOCUMENTS_MAX = 30;

/** What was taught of every second shop: what is bought there. */
export const TAUGHT: Rule[] = SHOPS.filter((_, i) => i % 2 === 0).map(({ called, category }, i) => ({
  id: `R${i}`,
  kind: "category",
  match: called[0] ?? "",
  category,
  side: "expense",
}));

export function monthsFrom(seed: number, count: number): BookMonth[] {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, (_, m) => monthOf(draw, `${seed}-${m}`));
}

function monthOf(draw: Draw, name: string): BookMonth {
  const month: BookMonth = { told: [], entries: [] };
  for (let i = 0; i < 5 + draw.below(DOCUMENTS_MAX - 5); i++) {
    const scene = draw.of(SCENES);
    const made: Made = SCENE[scene]({ draw, shop: draw.of(SHOPS), name: `${name}-${i}` });
    month.told.push({ scene, undecidable: false, ...made });
    month.entries.push(...made.entries);
    for (const other of made.others ?? []) month.told.push({ scene, undecidable: made.undecidable ?? false, ...other });
  }
  for (let i = draw.below(10); i > 0; i--) {
    month.entries.push(
      telling({ draw, shop: draw.of(SHOPS), name: `${name}-by${i}` }, invoice({ draw, shop: draw.of(SHOPS), name }), {
        thing: true,
      }),
    );
  }
  return month;
}

type World = { draw: Draw; shop: Shop; name: string };
type Pair = Pick<Told, "document" | "truth">;
type Made = Pair & { entries: Entry[]; undecidable?: boolean; others?: Pair[] };

const SCENE = {
  "told with who sold": (w) => told(w, { named: true }),
  "told with a slip in the name": (w) => told(w, { slipped: true }),
  "told with who sold and what": (w) => told(w, { named: true, thing: true }),
  "told with what alone": (w) => told(w, { thing: true }),
  "told with the folio": (w) => told(w, { folio: true }),
  "told with the RUT": (w) => told(w, { rut: true }),
  "told before tax": (w) => told(w, { named: true, net: true }),
  "told in round figures": (w) => told(w, { named: true, rounded: true }),
  "paid weeks later": (w) => told(w, { named: true, thing: w.draw.next() < 0.5, days: 3 + w.draw.below(28) }),
  "invoiced days after": (w) => told(w, { named: true, days: -1 - w.draw.below(9) }),
  owed: (w) => told(w, { named: true, owed: true, days: w.draw.below(4) }),
  "sold, with the customer": (w) => told(w, { named: true, sold: true, owed: w.draw.next() < 0.4 }),
  "sold, without": (w) => told(w, { sold: true }),
  "the same every month": (w) => everyMonth(w),
  "same amount, somebody else": (w) => stranger(w, { named: true }),
  "same amount, nobody named": (w) => stranger(w, {}),
  "same seller, nearly the amount": (w) => nearly(w),
  "same seller, another folio": (w) => otherFolio(w),
  "nothing of it in the books": (w) => ({ document: invoice(w), entries: [], truth: null }),
  "two equal ones": (w) => twins(w),
} satisfies Record<string, (world: World) => Made>;

type Scene = keyof typeof SCENE;

const SCENES: readonly Scene[] = (
  [
    ["told with who sold", 6],
    ["told with a slip in the name", 2],
    ["told with who sold and what", 5],
    ["told with what alone", 4],
    ["told with the folio", 2],
    ["told with the RUT", 1],
    ["told before tax", 2],
    ["told in round figures", 2],
    ["paid weeks later", 5],
    ["invoiced days after", 4],
    ["owed", 5],
    ["sold, with the customer", 4],
    ["sold, without", 2],
    ["the same every month", 2],
    ["same amount, somebody else", 5],
    ["same amount, nobody named", 3],
    ["same seller, nearly the amount", 4],
    ["same seller, another folio", 2],
    ["nothing of it in the books", 5],
    ["two equal ones", 1],
  ] as const
).flatMap(([scene, weight]) => Array.from({ length: weight }, () => scene));

type Telling = {
  named?: boolean;
  slipped?: boolean;
  thing?: boolean;
  folio?: boolean;
  rut?: boolean;
  net?: boolean;
  rounded?: boolean;
  owed?: boolean;
  sold?: boolean;
  days?: number;
};

function told(world: World, how: Telling): Made {
  const of = invoice(world, how.sold ? "venta" : "compra");
  const made = telling(world, of, how);
  return { document: of, entries: [made], truth: made.id };
}

/** Somebody else's purchase of the same amount: never this document's. */
function stranger(world: World, how: Telling): Made {
  const { draw } = world;
  const round = how.named ? invoice(world) : { ...invoice(world), net: 50_000, tax: 9_500, total: 59_500 };
  const of = draw.next() < 0.5 ? round : invoice(world);
  const shop = draw.of(SHOPS.filter((each) => each !== world.shop && each.category !== world.shop.category));
  const days = how.named ? draw.below(9) - 4 : 4 + draw.below(15);
  return { document: of, entries: [telling({ ...world, shop }, of, { ...how, thing: true, days })], truth: null };
}

/** Another purchase at the same shop, of an amount that rounds to about the same. */
function nearly(world: World): Made {
  const of = invoice(world);
  const share = 1 + (world.draw.next() < 0.5 ? -1 : 1) * (0.005 + 0.02 * world.draw.next());
  const other = { ...of, total: Math.round((of.total * share) / 1_000) * 1_000, net: 0 };
  const days = (1 + world.draw.below(12)) * (world.draw.next() < 0.5 ? -1 : 1);
  return { document: of, entries: [telling(world, other, { named: true, thing: true, days })], truth: null };
}

function otherFolio(world: World): Made {
  const of = invoice(world);
  const made = telling(world, { ...of, folio: String(Number(of.folio) + 7) }, { named: true, folio: true });
  return { document: of, entries: [made], truth: null };
}

/** Rent and light: one company, one amount, an invoice each month. */
function everyMonth(world: World): Made {
  const of = invoice(world);
  const before = { ...of, id: `${of.id}b`, folio: String(Number(of.folio) - 40), issuedOn: addDays(of.issuedOn, -30) };
  const days = world.draw.below(6);
  const [now, then] = [
    telling(world, of, { named: true, days }),
    telling({ ...world, name: `${world.name}b` }, before, { named: true, days }),
  ];
  return { document: of, entries: [now, then], truth: now.id, others: [{ document: before, truth: then.id }] };
}

function twins(world: World): Made {
  const of = invoice(world);
  const other = { ...of, id: `${of.id}b`, folio: String(Number(of.folio) + 1) };
  const one = telling(world, of, { named: true });
  const two = { ...one, id: `${one.id}b`, seq: one.seq + 100_000 };
  return {
    document: of,
    entries: [one, two],
    truth: one.id,
    undecidable: true,
    others: [{ document: other, truth: two.id }],
  };
}

function invoice({ draw, shop, name }: World, side: "compra" | "venta" = "compra"): KeptRcvDocument {
  const body = 76_000_000 + SHOPS.indexOf(shop) * 10_007;
  const net = draw.next() < 0.3 ? 10_000 * (1 + draw.below(40)) : 5_000 + draw.below(400_000);
  const counterparty = { rut: `${body}-${rutCheckDigit(String(body))}`, name: shop.printed, isValid: true };
  const folio = String(1_000 + draw.below(900_000));
  return document({ id: `D-${name}`, side, folio, counterparty, net, issuedOn: addDays("2026-11-01", draw.below(30)) });
}

function telling({ draw, shop, name }: World, of: KeptRcvDocument, how: Telling): Entry {
  const called = draw.of(shop.called);
  const thing = draw.of(shop.things).said;
  const amount = how.net ? of.net : of.total;
  const party = how.slipped ? slipped(draw, called) : how.named ? called : null;
  return entry({
    id: `E-${name}`,
    ...wayOf(how),
    amount_minor: how.rounded ? Math.max(1_000, Math.round(amount / 1_000) * 1_000) : amount,
    date: addDays(of.issuedOn, how.days ?? (draw.next() < 0.7 ? 0 : draw.below(3))),
    concept: how.folio ? `factura ${of.folio}` : how.thing ? thing : null,
    counterparty: how.rut ? of.counterparty.rut : party,
    category: how.sold ? "ventas" : draw.next() < 0.7 ? shop.category : "otros_gastos",
  });
}

function wayOf({ owed = false, sold = false }: Telling): Pick<Entry, "type" | "direction"> {
  if (owed) return { type: "deuda", direction: sold ? "por_cobrar" : "por_pagar" };
  return { type: sold ? "ingreso" : "egreso", direction: null };
}
