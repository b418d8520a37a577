// A first guess at what an expense was for, from who sold it and what line of trade it prints.

import { fold } from "#kernel";

/** Words of shops and trades → category of contract §5; the first that matches counts. */
const LEXICON: readonly (readonly [string, RegExp])[] = [
  [
    "combustible",
    /\bcopec\b|\bshell\b|petrobras|\baramco\b|\bypf\b|\bpetrope?ru\b|\bprimax\b|repsol|combustible|estacion de servicio|bencina|petroleo diesel|gasolina/,
  ],
  [
    "transporte",
    /\buber\b|cabify|\bdidi\b|\btaxi\b|autopista|costanera norte|vespucio|peaje|\btag\b|estacionamiento|\bbip\b|turbus|pullman|\blatam\b|\bsky airline|jetsmart|chilexpress|starken|blue express|flete/,
  ],
  [
    "servicios_basicos",
    /\benel\b|\bcge\b|chilquinta|\bsaesa\b|aguas andinas|\bessbio\b|\besval\b|metrogas|lipigas|gasco|abastible|\bentel\b|movistar|\bclaro\b|\bwom\b|\bvtr\b|\bgtd\b|sedapal|\bluz del sur\b|\bedesur\b|\bedenor\b|agua potable|electricidad/,
  ],
  [
    "alimentacion",
    /\bjumbo\b|\blider\b|walmart|santa isabel|\btottus\b|unimarc|\bacuenta\b|\bekono\b|\balvi\b|mayorista 10|\boxxo\b|\bok market\b|supermercado|minimarket|almacen|panaderia|pasteleria|carniceria|verduleria|restaurant|\bcafe\b|cafeteria|pizz|sushi|empanada|mcdonald|burger|starbucks|\bplaza vea\b|\bwong\b|\bcoto\b|carrefour|\bvea\b/,
  ],
  [
    "salud",
    /farmacia|cruz verde|salcobrand|\bahumada\b|inkafarma|mifarma|farmacity|clinica|hospital|medic[oa]|dental|laboratorio clinico|optica/,
  ],
  [
    "mantencion",
    /\bsodimac\b|homecenter|\beasy\b|construmart|\bimperial\b|ferreteria|\bpromart\b|\bmaestro\b|materiales de construccion|gasfiter|taller mecanico|vulcanizacion|lubricentro|repuestos|\bmantencion\b/,
  ],
  [
    "equipamiento",
    /\bpc factory\b|spdigital|\bfalabella\b|\bparis\b|\bripley\b|\bhites\b|\babcdin\b|\bla polar\b|computacion|electronica y|muebles|maquinaria|herramientas/,
  ],
  [
    "insumos",
    /libreria|\bdimerc\b|\bprisa\b|lapiz lopez|papeleria|imprenta|distribuidora|mayorista|comercializadora|envases|embalajes|insumos/,
  ],
  ["suscripciones", /netflix|spotify|google|microsoft|adobe|\baws\b|amazon web|hosting|software|suscripcion/],
  ["marketing", /publicidad|\bmeta platforms\b|facebook|marketing|\bads\b/],
  ["financieros", /\bbanco\b|comision|transbank|getnet|seguros|notaria/],
  ["arriendo", /arriendo|inmobiliaria|alquiler|corredora de propiedades/],
];

/** The likeliest category of an expense, or null where no word speaks for one. */
export function categoryOf(merchant: string | null, lines: string[]): string | null {
  const trade = lines.slice(0, HEAD_LINES).filter((line) => !/senor|cliente|receptor|direcc/.test(fold(line)));
  return categoryIn(fold(merchant ?? "")) ?? categoryIn(fold(trade.join(" \n ")));
}

const HEAD_LINES = 10;

function categoryIn(text: string): string | null {
  return LEXICON.find(([, words]) => words.test(text))?.[0] ?? null;
}
