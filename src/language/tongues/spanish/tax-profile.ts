import { setOf } from "../tongue.ts";

// How people in Chile say how their business is taxed; a sentence is all of it, or none.

/** What leads to the name of a regime: «mi empresa está acogida al …». */
export const SPANISH_IS_TAXED = setOf(
  `hola oye ojo lucas que y pero mi la el nuestro nuestra yo soy somos es estoy estamos esta negocio empresa tienda local
  sociedad contribuyente regimen tributario renta tributo tributamos tributa acogido acogida acogidos acogidas me acogi nos
  acogimos en por de del a al una un`,
);

/** Stands inside of one and says nothing: «14 letra D N° 3». */
export const SPANISH_TAXED_FILLERS = setOf("n no nro numero letra articulo art");

/** Says that what is behind is one, where the name alone may be anything: «régimen general». */
export const SPANISH_REGIME = setOf(
  "regimen tributo tributamos tributa acogido acogida acogidos acogidas acogi acogimos",
);

type Named = "pro_pyme" | "pro_pyme_over" | "transparent" | "general";

/** Written in one word. Of `behind` only where it was said that it is one. */
export const SPANISH_REGIMES: readonly { regime: Named; names: ReadonlySet<string>; behind?: ReadonlySet<string> }[] = [
  {
    regime: "transparent",
    names: setOf(
      `14d8 14d8transparente 14dtransparente propymetransparente propymetransparente14d8 14d8propymetransparente
      pymetransparente pymetransparente14d8 transparenciatributaria`,
    ),
    behind: setOf("transparente"),
  },
  {
    regime: "pro_pyme",
    names: setOf("14d3 propyme propymegeneral propyme14d3 propymegeneral14d3 14d3propyme 14d3propymegeneral"),
  },
  { regime: "general", names: setOf("semiintegrado semiintegrado14a"), behind: setOf("14a general general14a") },
];

/** Behind the name of a small business whose income is above: «con ingresos sobre 50.000 UF». */
export const SPANISH_ABOVE = {
  words: setOf("con de ingresos ventas las los general anuales"),
  says: setOf("sobre50000uf sobre50miluf mas50000uf mas50miluf"),
  regime: "pro_pyme",
} as const;

export const SPANISH_PPM = {
  is: "ppm",
  rate: setOf("tasa porcentaje"),
  around: setOf(
    `hola oye ojo lucas que y pero mi la el nuestro nuestra los de del tasa porcentaje ppm obligatorio obligatoria tengo tenemos
    pago pagamos un una es son sii me nos fijo puso por ciento % al mes negocio empresa`,
  ),
  percent: setOf("% ciento"),
};

export const SPANISH_REMANENTE = {
  is: "remanente",
  before: setOf(
    "hola oye ojo lucas y pero que perdon mi nuestro el un tengo tenemos traigo me nos quedo quede quedamos con no ningun sin",
  ),
  /** One of these says that it is the one that a business has; of anything else only its tax does. */
  own: setOf("mi nuestro"),
  /** Behind «no» it is put right: «no, mi remanente es …». */
  of: setOf("mi nuestro el"),
  none: setOf("no sin"),
  minus: setOf("menos - −"),
  /** Between it and its amount; `form` is followed by its `number`. */
  between: setOf(
    "de del iva credito fiscal f29 sii el la mes pasado anterior este es era fue son fueron quedo en por al ano",
  ),
  tax: setOf("iva credito f29 f formulario codigo cod sii mes"),
  form: setOf("f formulario codigo cod"),
  number: setOf("29 77"),
  /** What is behind it holds: «era 45.300 y ahora es 50.000». */
  now: setOf("ahora sino"),
  nothing: setOf("0 cero nada $0"),
  courtesy: setOf("gracias muchas hola porfa por favor saludos lucas"),
} as const;
