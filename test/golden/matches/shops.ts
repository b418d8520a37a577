// Shops as stamps print them and as people call them, with what is bought there. Invented, but for the trade.

export type Shop = {
  printed: string;
  called: readonly string[];
  category: string;
  /** What is bought, as the paper prints it and as somebody writes it. */
  things: readonly { printed: string; said: string }[];
};

export const SHOPS: readonly Shop[] = [
  shop(["DISTRIBUIDORA LOS ANDES LTDA.", "los andes|Los Andes|distribuidora los andes"], "insumos", {
    "HARINA SELECTA 25KG": "harina",
    "LEVADURA FRESCA 500G": "levadura",
    "AZUCAR IANSA 10KG": "azúcar",
  }),
  shop(["FERRETERIA O'HIGGINS SPA", "ohiggins|la ferretería O'Higgins|ferreteria o higgins"], "mantencion", {
    "TALADRO PERCUTOR 650W": "taladro",
    "PINTURA LATEX BLANCO 4L": "pintura",
    "TORNILLOS 1 1/4 X100": "tornillos",
  }),
  shop(["EASY RETAIL S.A.", "easy|Easy"], "mantencion", {
    "CEMENTO POLPAICO 25KG": "cemento",
    "LLAVE DE PASO 1/2": "llave de paso",
    "BROCHA 3 PULG": "brochas",
  }),
  shop(["FARMACIAS CRUZ VERDE S.A.", "cruz verde|Cruz Verde|farmacia cruz verde"], "salud", {
    "PARACETAMOL 500MG X16": "paracetamol",
    "ALCOHOL GEL 1L": "alcohol gel",
    "GASA ESTERIL": "gasa",
  }),
  shop(["COMPAÑIA DE PETROLEOS DE CHILE COPEC S.A.", "copec|Copec|la copec"], "combustible", {
    "GASOLINA 95": "bencina",
    DIESEL: "petróleo",
  }),
  shop(["SHELL ENEX S.A.", "shell|Shell"], "combustible", { "GASOLINA 93": "bencina", "GASOLINA 97": "bencina 97" }),
  shop(["RENDIC HERMANOS S.A. UNIMARC", "unimarc|el unimarc"], "alimentacion", {
    "PAN MARRAQUETA KG": "pan",
    "QUESO GAUDA LAM": "queso",
    "JAMON PIERNA": "jamón",
  }),
  shop(["RESTAURANT EL HOYO LTDA", "el hoyo|restaurant el hoyo"], "alimentacion", {
    "MENU DEL DIA": "almuerzo",
    TERREMOTO: "terremotos",
    PERNIL: "pernil",
  }),
  shop(["PANADERIA SAN CAMILO", "san camilo|la san camilo|panadería san camilo"], "alimentacion", {
    "HALLULLA KG": "hallullas",
    "MARRAQUETA KG": "pan",
  }),
  shop(["LIBRERIA NACIONAL SPA", "librería nacional|la nacional"], "insumos", {
    "RESMA CARTA 75G": "resmas",
    "TONER HP 85A": "tóner",
    "LAPIZ PASTA X50": "lápices",
  }),
  shop(["TRANSPORTES RIO BUENO E.I.R.L.", "rio bueno|Transportes Río Bueno"], "transporte", {
    "FLETE SANTIAGO-RANCAGUA": "flete",
    "CARGA SECA": "carga",
  }),
  shop(["IMPRENTA GUTENBERG Y CIA. LTDA.", "gutenberg|imprenta gutenberg"], "marketing", {
    "VOLANTES X1000": "volantes",
    "TARJETAS PRESENTACION": "tarjetas",
  }),
  shop(["PC FACTORY S.A.", "pc factory|pcfactory"], "equipamiento", {
    "MOUSE INALAMBRICO": "mouse",
    "TECLADO USB": "teclado",
    "IMPRESORA EPSON L3250": "impresora",
  }),
  shop(["COMERCIAL ANDINA LIMITADA", "andina|comercial andina"], "insumos", {
    "BEBIDA COLA 3L X6": "bebidas",
    "AGUA MINERAL X12": "agua",
  }),
  shop(["VULCANIZACION EL RAPIDO", "el rápido|la vulca"], "mantencion", {
    "PARCHE NEUMATICO": "parche",
    "ALINEACION Y BALANCEO": "alineación",
  }),
  shop(["SUPERMERCADO LIDER EXPRESS", "lider|Líder"], "alimentacion", {
    "ARROZ GRADO 1": "arroz",
    "ACEITE MARAVILLA 1L": "aceite",
    "DETERGENTE 3L": "detergente",
  }),
];

/** @param names as it is printed, then as it is called */
function shop(names: [string, string], category: string, things: Record<string, string>): Shop {
  const [printed, called] = names;
  const bought = Object.entries(things).map(([name, said]) => ({ printed: name, said }));
  return { printed, called: called.split("|"), category, things: bought };
}
