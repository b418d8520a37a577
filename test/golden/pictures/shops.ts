// Who sells what: made-up shops of four countries, and prices of the usual size.

import type { Chance } from "./random.ts";
import type { Purchase } from "./purchase.ts";

type Country = Purchase["country"];

const SHOPS: Readonly<Record<Country, readonly string[]>> = {
  CL: [
    "COMERCIAL EL ROBLE LTDA",
    "FERRETERIA LOS CARRERA SPA",
    "MINIMARKET DON LUCHO",
    "PANADERIA SAN CAMILO LTDA",
    "DISTRIBUIDORA ANDES SPA",
    "BOTILLERIA LA BODEGUITA",
    "SUPERMERCADO EL ALBA S.A.",
    "FARMACIA PUENTE ALTO SPA",
    "ESTACION DE SERVICIO RUTA 5 LTDA",
    "LIBRERIA NACIONAL E.I.R.L.",
    "RESTAURANT LA PICA DE JUANITO",
    "CAFE CENTRAL SPA",
    "IMPORTADORA TRES HERMANOS LTDA",
    "REPUESTOS VICUÑA MACKENNA S.A.",
    "VERDULERIA EL HUERTO",
    "CARNICERIA LA VEGA LTDA",
    "Comercial Ñuñoa Limitada",
    "Sociedad Agrícola Río Claro SpA",
    "Óptica Providencia E.I.R.L.",
    "Tienda Mundo Bebé SpA",
  ],
  PE: [
    "BODEGA SANTA ROSA S.A.C.",
    "INVERSIONES MIRAFLORES E.I.R.L.",
    "BOTICA LOS OLIVOS S.A.C.",
    "FERRETERIA EL SOL S.R.L.",
  ],
  AR: ["KIOSCO LA ESQUINA S.R.L.", "FERRETERIA BELGRANO S.A.", "LIBRERIA EL ATENEO S.R.L.", "ALMACEN DON PEPE S.A."],
  MX: [
    "ABARROTES LUPITA SA DE CV",
    "FERRETERIA DEL CENTRO SA DE CV",
    "PAPELERIA ROMA SA DE CV",
    "TACOS EL GÜERO SA DE CV",
  ],
};

const THINGS: readonly (readonly [string, number, number])[] = [
  ["PAN MARRAQUETA KG", 1_690, 2_490],
  ["LECHE ENTERA 1L", 990, 1_350],
  ["ACEITE MARAVILLA 1L", 1_990, 3_290],
  ["ARROZ GRADO 1 1KG", 1_190, 1_890],
  ["AZUCAR 1KG", 1_090, 1_490],
  ["BEBIDA COLA 1.5L", 1_590, 2_290],
  ["QUESO GAUDA 250G", 2_490, 3_690],
  ["JAMON PIERNA 250G", 1_990, 3_190],
  ["DETERGENTE 3L", 5_990, 9_990],
  ["TALADRO PERCUTOR 650W", 29_990, 59_990],
  ["BROCA CONCRETO 6MM", 1_490, 2_990],
  ["LATEX BLANCO 1GL", 8_990, 15_990],
  ["CABLE 2.5MM ROLLO", 24_990, 39_990],
  ["CEMENTO 25KG", 3_690, 5_290],
  ["CLAVOS 2 1/2 KG", 1_890, 2_790],
  ["RESMA CARTA", 3_490, 5_490],
  ["CUADERNO UNIV 100H", 1_290, 2_490],
  ["LAPIZ PASTA AZUL", 290, 690],
  ["PARACETAMOL 500MG", 890, 1_990],
  ["IBUPROFENO 400MG", 1_490, 2_990],
  ["ALCOHOL GEL 500ML", 2_190, 3_490],
  ["CAZUELA DE VACUNO", 5_900, 7_900],
  ["EMPANADA DE PINO", 2_200, 3_200],
  ["CAFE CORTADO", 1_800, 2_900],
  ["PASTILLAS DE FRENO", 18_990, 34_990],
  ["ACEITE 10W40 4L", 21_990, 32_990],
  ["FILTRO DE AIRE", 6_990, 12_990],
  ["PALTA HASS KG", 3_990, 6_490],
  ["TOMATE KG", 1_190, 2_290],
  ["LOMO VETADO KG", 11_990, 16_990],
];

/** The rate of value-added tax that is printed, in percent. */
export const TAX_PERCENT: Readonly<Record<Country, number>> = { CL: 19, PE: 18, AR: 21, MX: 16 };
export const CURRENCY: Readonly<Record<Country, string>> = { CL: "CLP", PE: "PEN", AR: "ARS", MX: "MXN" };

export function shopOf(country: Country, chance: Chance): string {
  return chance.pick(SHOPS[country]);
}

/** One to seven things; prices end as shops end them. In minor units. */
export function basketOf(country: Country, chance: Chance): Purchase["items"] {
  const count = chance.pick([1, 2, 2, 3, 3, 4, 5, 7]);
  const left = [...THINGS];
  return Array.from({ length: count }, () => {
    const [description, low, high] = left.splice(chance.whole(0, left.length - 1), 1)[0] ?? ["VARIOS", 1_000, 2_000];
    const pesos = Math.round(chance.between(low, high) / 10) * 10;
    // A thousand Chilean pesos is about four soles, a thousand Argentine ones, twenty Mexican ones.
    const price_minor = country === "CL" ? pesos : Math.round((pesos * SCALE[country]) / 10) * 10;
    const quantity = chance.often(0.25) ? chance.whole(2, 4) : 1;
    return { description, quantity, price_minor, amount_minor: price_minor * quantity };
  });
}

const SCALE: Readonly<Record<Exclude<Country, "CL">, number>> = { PE: 0.4, AR: 100, MX: 2 };
