// The business that is there from the start: three months of a shop, the same on every day but for the dates.
import { civilDay, DAY_MS, monthsBefore, periodOf } from "./chile.ts";
import type { DocumentInput, Party } from "./document.ts";
import type { SiiOffice } from "./office.ts";
import { addDocuments, addTaxpayer } from "./records.ts";
import { rutOf } from "./rut.ts";

/** Who holds the certificate that the page offers. */
export const DEFAULT_AGENT: Party = { rut: rutOf(13_579_246), name: "ROSA ELENA FUENTES MOLINA" };

export const DEFAULT_TAXPAYER = {
  rut: rutOf(77_412_905),
  name: "Comercial Los Aromos SpA",
  clave: "aromos26",
  agents: [DEFAULT_AGENT.rut],
};

const party = (body: number, name: string): Party => ({ rut: rutOf(body), name });

const SUPPLIERS = [
  party(76_210_334, "Distribuidora Mapocho Ltda."),
  party(76_455_871, "Molinos San Cristóbal S.A."),
  party(96_512_770, "Envases del Sur S.A."),
  party(77_038_442, "Ferretería El Ñandú SpA"),
  party(76_884_219, "Transportes Cordillera Ltda."),
  party(76_133_605, "Lácteos Osorno S.A."),
] as const;
const CUSTOMERS = [
  party(76_301_928, "Café Lastarria SpA"),
  party(65_044_718, "Colegio Santa Inés"),
  party(77_190_356, "Hotel Boutique Bellavista Ltda."),
  party(76_778_041, "Banquetería Peumo SpA"),
] as const;
const LIQUOR = party(96_801_223, "Viñas y Licores del Maule S.A.");
const FUEL = party(99_520_110, "Combustibles Andinos S.A.");

/** `month`: 0 is the one that runs, 1 and 2 those before; a `day` that has not come is today. */
type Line = DocumentInput & { month: number; day: number };

export function addDefaultTaxpayer(office: SiiOffice): void {
  addTaxpayer(office, DEFAULT_TAXPAYER);
  const now = office.now();
  const lines = [...bought(), ...sold(), ...peculiar(), ...tills(), ...apart()].map((line) => dated(line, now));
  addDocuments(office, [...lines, ...waiting(now)]);
}

function dated({ month, day, ...line }: Line, now: number): DocumentInput {
  const period = monthsBefore(periodOf(now), month);
  const today = civilDay(now);
  const wanted = `${period.slice(0, 4)}-${period.slice(4)}-${String(day).padStart(2, "0")}`;
  return { ...line, issued_on: wanted > today ? today : wanted };
}

/** Of the 40 that count 15: five of each month, from whoever delivers; half of them at the counter, the others received with a signature. */
function bought(): Line[] {
  return Array.from({ length: 15 }, (_, nth) => ({
    side: "compra",
    counterparty: SUPPLIERS[nth % SUPPLIERS.length],
    // Two sellers number alike.
    folio: nth < 2 ? 1_001 : 4_100 + nth * 37,
    net: 38_500 + ((nth * 27_183) % 310_000),
    ...(nth % 2 === 0 ? { cash: true } : { said: "ERM" as const }),
    month: nth % 3,
    day: 2 + ((nth * 5) % 19),
  }));
}

/** 15: five of each month. */
function sold(): Line[] {
  return Array.from({ length: 15 }, (_, nth) => ({
    side: "venta",
    counterparty: CUSTOMERS[nth % CUSTOMERS.length],
    folio: 501 + nth,
    net: 64_900 + ((nth * 41_737) % 480_000),
    month: 2 - Math.floor(nth / 5),
    day: 3 + ((nth * 4) % 18),
  }));
}

/** 10 that count, each otherwise. */
function peculiar(): Line[] {
  const own = (line: Omit<Line, "side">): Line => ({ side: "compra", said: "ACD", ...line });
  return [
    own({ type: 34, exempt: 180_000, counterparty: SUPPLIERS[4], folio: 233, month: 1, day: 6 }),
    own({ net: 100_000, other_taxes: ILA, counterparty: LIQUOR, folio: 88_120, month: 1, day: 9 }),
    own({ net: 42_017, other_taxes: DIESEL, counterparty: FUEL, folio: 907_331, month: 0, day: 4 }),
    own({ net: 649_990, fixed_asset: true, counterparty: SUPPLIERS[3], folio: 7_702, month: 2, day: 12 }),
    own({ net: 95_000, common_use: true, counterparty: SUPPLIERS[4], folio: 240, month: 1, day: 14 }),
    own({ net: 71_400, unrecoverable: 4, counterparty: SUPPLIERS[5], folio: 3_018, month: 2, day: 15 }),
    // A part of what was delivered went back.
    { ...NOTE, type: 61, net: 12_000, references: [{ type: 33, folio: 4_174, code: 3 }], folio: 610 },
    { side: "venta", type: 34, exempt: 250_000, counterparty: CUSTOMERS[1], folio: 41, month: 1, day: 11 },
    { side: "venta", net: 130_000, counterparty: CUSTOMERS[2], folio: 516, month: 1, day: 16 },
    // And is taken back as a whole.
    { ...SALE_NOTE, type: 61, net: 130_000, references: [{ type: 33, folio: 516, code: 1 }], folio: 77 },
  ];
}

const NOTE = { side: "compra", counterparty: SUPPLIERS[2], month: 2, day: 18 } as const;
const SALE_NOTE = { side: "venta", counterparty: CUSTOMERS[2], month: 1, day: 19 } as const;
const ILA = [
  { code: 24, amount: 18_900, rate: 31.5 },
  { code: 25, amount: 8_200, rate: 20.5 },
];
const DIESEL = [{ code: 28, amount: 9_655, rate: null }];

/** What passes over the counter: of each month a line of boletas and one of card vouchers. */
function tills(): Line[] {
  return [0, 1, 2].flatMap((month): Line[] => {
    const day = { month, day: 20, side: "venta" } as const;
    const net = 1_480_000 - month * 113_000;
    return [
      { ...day, type: 39, net, count: 312 - month * 21, folio: 9_000 + month },
      { ...day, type: 48, net: Math.round(net * 0.8), count: 240 - month * 17, folio: 1_000 + month },
    ];
  });
}

/** Two that never count. */
function apart(): Line[] {
  return [
    {
      side: "compra",
      counterparty: SUPPLIERS[0],
      folio: 5580,
      net: 219e3,
      month: 1,
      day: 5,
      said: "RCD",
    },
    {
      side: "compra",
      counterparty: SUPPLIERS[1],
      folio: 5591,
      net: 33e3,
      month: 1,
      day: 8,
      said: "ACD",
      transaction: 7,
    },
  ];
}

/** Three that wait; the first has two of its eight days left. */
function waiting(now: number): DocumentInput[] {
  return [6, 3, 1].map((days, nth) => {
    const received = now - days * DAY_MS;
    return {
      side: "compra",
      counterparty: SUPPLIERS[nth + 1],
      folio: 6_200 + nth,
      net: 84_000 + nth * 57_300,
      issued_on: civilDay(received),
      received_at: new Date(received).toISOString(),
    };
  });
}
