import { phrases } from "../../phrases.ts";
import { setOf, type DateWord, type DateWords } from "../tongue.ts";

export const SPANISH_DATES: DateWords = {
  words: phrases<DateWord>([
    [{ kind: "day", offset: 0 }, `hoy dia|mismo?\nesta mañana|manana|tarde|noche\nrecien\nahora`],
    [{ kind: "day", offset: -1 }, `ayer\nayer en|por? la? mañana|manana|tarde|noche\nanoche`],
    [{ kind: "day", offset: -2 }, `anteayer\nantier\nantiayer\nantes de ayer\nantes|ante ayer\nantenoche\nantes de anoche`],
    [{ kind: "day", offset: 1 }, `=mañana\nmanana\n=mañana mismo|temprano`],
    [{ kind: "day", offset: 2 }, `pasado manana`],
    [{ kind: "week", offset: -1 }, `la? semana pasada`],
    [{ kind: "week", offset: 1 }, `la? proxima semana\nla? semana que viene|entra\nla semana proxima|entrante`],
    [{ kind: "month", offset: -1 }, `el? mes pasado`],
    [{ kind: "month", offset: 1 }, `el? proximo mes\nel? mes que viene|entra\nel mes proximo|entrante`],
    [{ kind: "month_end" }, `a|para|hasta? fin|fines|final|finales de|del mes\nfin de mes\na|para fin|fines de este mes`],
    [{ kind: "mid_month" }, `a|para? mediados|mitad de mes\na|para|en la? quincena`],
    [{ kind: "next_month_start" }, `a|para? principio|principios|comienzo|comienzos|inicio|inicios de|del mes`],
  ]),
  months: {
    enero: 1, ene: 1, febrero: 2, feb: 2, marzo: 3, mar: 3, abril: 4, abr: 4, mayo: 5, may: 5, junio: 6, jun: 6,
    julio: 7, jul: 7, agosto: 8, ago: 8, septiembre: 9, setiembre: 9, sept: 9, sep: 9, set: 9, octubre: 10, oct: 10,
    noviembre: 11, nov: 11, diciembre: 12, dic: 12,
  },
  weekdays: { lunes: 1, martes: 2, miercoles: 3, jueves: 4, viernes: 5, sabado: 6, domingo: 7 },
  ago_before: setOf("hace"),
  ago_after: setOf("atras"),
  within: setOf("en dentro a"),
  spans: {
    dia: "day", dias: "day", semana: "week", semanas: "week", mes: "month", meses: "month",
  },
  last: setOf("pasado pasada anterior ultimo"),
  next: setOf("proximo proxima siguiente entrante"),
  the: setOf("el dia al del"),
  until: setOf("para hasta antes pal"),
  since: setOf("desde"),
  of: setOf("de del"),
  small: setOf("el la dia de del este"),
};
