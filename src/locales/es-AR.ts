import { cardsOf } from "./cards.ts";
import { counted } from "./counted.ts";
import { countryName } from "./country-name.ts";
import {
  SPANISH_BOOKS,
  SPANISH_CALENDAR,
  SPANISH_CATEGORIES,
  SPANISH_CHOICES,
  SPANISH_DEALINGS,
  SPANISH_LABELS,
} from "./spanish.ts";
import { spokenWith, VOS } from "./spanish-forms.ts";
import { scanningVos } from "./spanish-scan.ts";
import { SPANISH_WAITING } from "./spanish-waiting.ts";
import { SPANISH_ASKED, SPANISH_ASKED_CHOICES } from "./spanish-asked.ts";
import { SPANISH_PAPER_CHOICES, SPANISH_PAPERS } from "./spanish-papers.ts";
import type { Words } from "./words.ts";

const LABELS = {
  ...SPANISH_LABELS,
  named: "En el comprobante",
  net: "Neto",
  you_owe: "Debés",
  you_owe_nothing: "No debés nada. 👌",
  documents: {
    boleta: "Tique",
    factura: "Factura",
    factura_exenta: "Factura exenta",
    nota_credito: "Nota de crédito",
    nota_debito: "Nota de débito",
    guia: "Remito",
    comprobante: "Comprobante",
    recibo: "Recibo",
    unknown: "Comprobante",
  },
};

/** The first two sentences are the house's and say «tú» everywhere; all others say «vos». */
export const esAR: Words = {
  ...cardsOf(LABELS),
  ...SPANISH_CALENDAR,
  ...SPANISH_BOOKS,
  ...SPANISH_DEALINGS,
  ...SPANISH_WAITING,
  ...SPANISH_PAPERS,
  ...SPANISH_ASKED,
  ...spokenWith(VOS),
  ...scanningVos({ papers: "factura o tique", code: "código QR", seen: "código" }),

  welcome: "👋 ¡Hola! Te acabo de registrar automáticamente.",
  welcome_invitation:
    "Envíame una foto o PDF de tu boleta/factura y la analizaré por ti.\n\n" +
    "También podés escribirme, por ejemplo «vendí 150 lucas a Distribuidora XYZ», " +
    "o mandarme un audio: «pagué 20 lucas de nafta».",
  greeting: (name) =>
    `👋 ¡Hola${name ? `, ${name}` : ""}! Contame una venta o un gasto, o mandame la foto de un ticket o factura.\n` +
    "Escribí *ayuda* para ver qué más sé hacer.",
  help:
    "Soy *lucas*, tu contador de bolsillo. Contame, por escrito o en un audio:\n" +
    "• Ventas y gastos: «vendí 150 lucas a Distribuidora XYZ», «gasté 20 lucas en nafta»; varios juntos: «harina 6 lucas y flete 12 lucas»\n" +
    "• Fiado, deudas y abonos: «le fié 40 lucas a Pedro», «Pedro me abonó 15 lucas»\n" +
    "• Dólares: «pagué 100 dólares de alquiler»\n" +
    "• Tiques y facturas: mandame su foto o PDF, o escribí *escanear*\n" +
    "Preguntame: *saldo*, *resumen*, «¿cuánto gasté en nafta este mes?», «¿quién me debe?»\n" +
    "Corregí: «no, eran 45», «borralo», *deshacer*\n" +
    "Lo que aprendo de tus correcciones: *mis reglas*",
  thanks: "¡De nada! Acá estoy para tus cuentas. 🙌",
  off_topic:
    "Yo solo llevo tus cuentas: ventas, gastos, deudas y comprobantes. Contame un movimiento o escribí *ayuda*.",
  ask_country: "Para escribir bien tus montos: ¿en qué país está tu negocio?",
  country_set: (country, currency) => `Listo: ${countryName(country, "es-AR")}, con tus montos en ${currency}.`,

  debt_without_cash: "No movió la caja.",
  nothing_to_undo: "No hay nada reciente para deshacer.",
  already_undone: "Ese movimiento ya estaba deshecho.",
  nothing_to_correct: "No encuentro qué corregir. Respondé al mensaje del movimiento, o contámelo de nuevo.",
  what_to_correct: "¿Qué corrijo? Escribime, por ejemplo, «eran 45 lucas», «fue ayer», «era para insumos» o «borralo».",
  nothing_pending: "No tengo nada pendiente de confirmar. ¿Qué anotamos?",
  discarded: "Listo, no lo anoté.",
  left_as_is: "Listo, lo dejo como estaba.",
  role_forbids: "Tu rol en este negocio no te permite anotar; pedíselo al dueño.",

  heard: (text) => `🎙️ Escuché: «${text}»`,
  voice_parked: "🎙️ Guardé tu audio; lo voy a anotar apenas pueda escucharlo. Si es urgente, escribímelo.",
  voice_failed: "🎙️ No pude escuchar ese audio, pero lo guardé. ¿Me lo escribís?",
  voice_empty: "🎙️ No llegué a entender palabras en ese audio. ¿Me lo escribís o lo grabás de nuevo?",
  voice_too_long: (minutes) =>
    `🎙️ Ese audio dura más de ${minutes} minutos y es mucho para mí. ¿Me lo mandás en partes o me lo escribís?`,
  voice_unclear:
    "No estoy seguro de haber escuchado bien, así que no anoté nada. ¿Me lo escribís o lo grabás de nuevo?",

  document_is_right: "¿Está bien? Respondé *sí* para confirmar o *no* para editar.",
  document_missing_total: "No pude leer el total con certeza. ¿Cuánto fue?",
  document_edit:
    "¿Qué corrijo? Escribime, por ejemplo, «el total es 45.670», «fue el 3 de noviembre», «era para insumos», «la tienda es El Trébol», " +
    "o *borrar* si no va.",
  document_verdict: (verdict) =>
    ({
      authentic: "🔏 Código fiscal verificado.",
      altered: "⚠️ El código fiscal no coincide con el contenido: el comprobante puede estar adulterado.",
      unverified: "⚠️ No pude comprobar el código fiscal de este comprobante.",
      test_document: "⚠️ Es un comprobante de prueba, sin valor tributario: no es una compra real.",
      not_applicable: null,
    })[verdict],
  document_trouble: (trouble) =>
    ({
      unreadable:
        "No pude leer ese archivo. ¿Me mandás una foto más clara, derecha y con buena luz, o me escribís el monto?",
      unsupported_type: "Ese tipo de archivo no lo puedo leer. Si es una foto, mandala como JPG; si no, como PDF.",
      too_many_documents: "Ese archivo trae demasiados documentos juntos: leo hasta 40. ¿Me lo mandás en partes?",
      too_many_pages:
        "Ese PDF tiene demasiadas páginas: leo hasta 10. ¿Me mandás solo las del ticket o la factura, o una foto?",
      too_large: "Ese archivo es demasiado grande para leerlo. ¿Me mandás una foto normal o un PDF más liviano?",
      encrypted:
        "Ese PDF está protegido o tiene contraseña, y así no lo puedo revisar sin riesgo. ¿Me lo mandás sin contraseña, o una foto?",
      corrupt: "Ese archivo llegó dañado y no lo puedo abrir. ¿Me lo mandás de nuevo?",
      bomb: "Ese archivo no se puede abrir de forma segura. Mandame una foto o un PDF normal.",
      timeout: "Me está costando leer ese comprobante. Lo guardé para revisarlo; si querés, escribime el monto.",
      media_lost: "No pude bajar ese archivo de WhatsApp. ¿Me lo mandás de nuevo?",
    })[trouble],
  which_documents: (count) =>
    `Tengo ${counted(count, "comprobante", "comprobantes")} por confirmar. ¿Los confirmo todos o solo el último?`,

  no_entries: (period) => `No tengo movimientos anotados (${period}).`,
  cannot_tell: "Eso todavía no te lo sé decir. Probá con *saldo* o *resumen*.",

  edited_message: (entry) => `Editaste el mensaje de un movimiento ya anotado. ¿Lo dejo en ${entry.amount}?`,
  deleted_message: (entry) => `Borraste el mensaje de un movimiento ya anotado (${entry.amount}). ¿Lo deshago?`,
  too_fast: (seconds) =>
    `Voy leyendo tus mensajes en orden; el resto lo veo en ${counted(seconds, "segundo", "segundos")}. ` +
    "No se pierde ninguno. 🙂",
  unsupported: {
    sticker: "¡Buen sticker! 😄 Para anotar algo, escribime el movimiento o mandame la foto del ticket.",
    location: "Recibí tu ubicación, pero yo llevo cuentas: escribime un movimiento o mandame un ticket.",
    contacts: "Recibí el contacto, pero yo llevo cuentas: escribime un movimiento o mandame un ticket.",
    order: "Los pedidos de catálogo todavía no los leo. ¿Me escribís el monto de la venta?",
    video: "Los videos no los puedo leer. ¿Me mandás una foto del ticket o me escribís el monto?",
    empty: "Tu mensaje llegó vacío. Contame una venta o un gasto, o mandame la foto de un ticket o factura.",
    other: "Ese tipo de mensaje no lo puedo leer. Escribime el movimiento o mandame una foto o un PDF.",
  },
  trouble: "Algo falló de mi lado con ese mensaje; quedó guardado y lo vamos a revisar.",

  buttons: {
    yes: "Sí",
    no: "No",
    undo: "Deshacer",
    edit: "Editar",
    discard: "Descartar",
    all: "Todos",
    last: "Solo el último",
    ...SPANISH_CHOICES,
    ...SPANISH_PAPER_CHOICES,
    ...SPANISH_ASKED_CHOICES,
  },
  categories: SPANISH_CATEGORIES,
};
