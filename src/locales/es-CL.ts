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
import { spokenWith, TU } from "./spanish-forms.ts";
import { scanningTu } from "./spanish-scan.ts";
import { SPANISH_WAITING } from "./spanish-waiting.ts";
import { SPANISH_ASKED, SPANISH_ASKED_CHOICES } from "./spanish-asked.ts";
import { listedBy, SPANISH_PAPER_CHOICES, SPANISH_PAPERS } from "./spanish-papers.ts";
import type { Words } from "./words.ts";

const LABELS = {
  ...SPANISH_LABELS,
  net: "Neto",
  authentic: "🔏 Timbre verificado ✅",
  you_owe: "Debes",
  you_owe_nothing: "No debes nada. 👌",
  documents: {
    boleta: "Boleta",
    factura: "Factura",
    factura_exenta: "Factura exenta",
    nota_credito: "Nota de crédito",
    nota_debito: "Nota de débito",
    guia: "Guía de despacho",
    comprobante: "Comprobante",
    recibo: "Recibo",
    unknown: "Documento",
  },
};

export const esCL: Words = {
  ...cardsOf(LABELS),
  ...SPANISH_CALENDAR,
  ...SPANISH_BOOKS,
  ...SPANISH_DEALINGS,
  ...SPANISH_WAITING,
  ...SPANISH_PAPERS,
  ...SPANISH_ASKED,
  ...spokenWith(TU),
  ...scanningTu({ papers: "boleta o factura", code: "timbre o código QR", seen: "timbre" }),

  welcome: "👋 ¡Hola! Te acabo de registrar automáticamente.",
  welcome_invitation:
    "Envíame una foto o PDF de tu boleta/factura y la analizaré por ti.\n\n" +
    "También puedes escribirme, por ejemplo «vendí 150 lucas a Distribuidora XYZ», " +
    "o mandarme una nota de voz: «pagué 20 lucas de bencina».",
  greeting: (name) =>
    `👋 ¡Hola${name ? `, ${name}` : ""}! Cuéntame una venta o un gasto, o mándame la foto de una boleta.\n` +
    "Escribe *ayuda* para ver qué más sé hacer.",
  help:
    "Soy *lucas*, tu contador de bolsillo. Cuéntame, por escrito o en nota de voz:\n" +
    "• Ventas y gastos: «vendí 150 lucas a Distribuidora XYZ», «gasté 20 lucas en bencina»; varios juntos: «harina 6 lucas y flete 12 lucas»\n" +
    "• Fiado, deudas y abonos: «le fié 40 lucas a Pedro», «Pedro me abonó 15 lucas»\n" +
    "• UF o dólares: «pagué 3 UF de arriendo»\n" +
    "• Boletas y facturas: mándame su foto o PDF, o escribe *escanear*. También las leo del SII: escribe conectar sii\n" +
    "Pregúntame: *saldo*, *resumen*, «¿cuánto gasté en bencina este mes?», «¿quién me debe?»\n" +
    "Corrige: «no, eran 45», «bórralo», *deshacer*\n" +
    "Lo que aprendo de tus correcciones: *mis reglas*",
  thanks: "¡De nada! Aquí estoy para tus cuentas. 🙌",
  off_topic: "Yo solo llevo tus cuentas: ventas, gastos, deudas y boletas. Cuéntame un movimiento o escribe *ayuda*.",
  ask_country: "Para escribir bien tus montos: ¿desde qué país llevas tu negocio?",
  country_set: (country, currency) => `Listo: ${countryName(country, "es-CL")}, con tus montos en ${currency}.`,

  debt_without_cash: "No movió la caja.",
  nothing_to_undo: "No hay nada reciente que deshacer.",
  already_undone: "Ese movimiento ya estaba deshecho.",
  nothing_to_correct: "No encuentro qué corregir. Responde sobre el mensaje del movimiento, o cuéntamelo de nuevo.",
  what_to_correct: "¿Qué corrijo? Escríbeme, por ejemplo, «eran 45 lucas», «fue ayer», «era para insumos» o «bórralo».",
  nothing_pending: "No tengo nada pendiente de confirmar. ¿Qué anotamos?",
  discarded: "Listo, no lo anoté.",
  left_as_is: "Listo, lo dejo como estaba.",
  role_forbids: "Tu rol en este negocio no te permite anotar; pídeselo a su dueño.",

  heard: (text) => `🎙️ Escuché: «${text}»`,
  voice_parked: "🎙️ Guardé tu nota de voz; la anotaré apenas pueda escuchar audios. Si es urgente, escríbemela.",
  voice_failed: "🎙️ No pude escuchar esa nota de voz, pero la guardé. ¿Me la escribes?",
  voice_empty: "🎙️ No logré entender palabras en esa nota. ¿Me la escribes o la grabas de nuevo?",
  voice_too_long: (minutes) =>
    `🎙️ Esa nota dura más de ${minutes} minutos y es mucho para mí. ¿Me la mandas en partes o me la escribes?`,
  voice_unclear:
    "No estoy seguro de haber escuchado bien, así que no anoté nada. ¿Me lo escribes o lo grabas de nuevo?",

  document_is_right: "¿Es correcto? Responde *sí* para confirmar o *no* para editar.",
  document_missing_total: "No pude leer el total con certeza. ¿Cuánto fue?",
  document_edit:
    "¿Qué corrijo? Escríbeme, por ejemplo, «el total es 45.670», «fue el 3 de noviembre», «era para insumos», «la tienda es Lider», " +
    "o *borrar* si no va.",
  paper_proof: (verdict, differs) =>
    ({
      authentic:
        "✅ Su timbre es auténtico: lo firma la llave del SII y el folio está autorizado. No prueba que no lo hayan anulado después.",
      altered: "⚠️ No parece auténtico: el timbre no corresponde al contenido, y puede estar adulterado.",
      unverified: "🔎 No lo puedo asegurar: leí su timbre, pero no pude comprobarlo con las llaves del SII.",
      test_document: "⚠️ Su timbre es de prueba del SII: no tiene valor tributario ni es una compra real.",
      not_applicable:
        "🔎 No lo puedo asegurar: no leí ningún timbre en la imagen. Con una foto del timbre de cerca, o con *escanear*, lo compruebo.",
    })[verdict] + (differs ? " Eso sí, el total impreso no es el que dice el timbre." : ""),
  not_asked_online: "En línea con el SII todavía no lo he consultado: solo compruebo el timbre que trae.",
  document_verdict: (verdict) =>
    ({
      authentic: "Timbre verificado ✅",
      altered: "⚠️ Timbre alterado: no corresponde al contenido, el documento puede estar adulterado.",
      unverified: "⚠️ Timbre no verificado: no pude comprobarlo.",
      test_document:
        "⚠️ Timbre de prueba, sin valor tributario: es un documento de prueba del SII, no una compra real.",
      not_applicable: null,
    })[verdict],
  document_trouble: (trouble) =>
    ({
      unreadable:
        "No pude leer ese archivo. ¿Me mandas una foto más clara, derecha y con buena luz, o me escribes el monto?",
      unsupported_type:
        "Ese tipo de archivo no lo puedo leer. Si es una foto, mándala como JPG; si no, como PDF. El registro del SII va como CSV.",
      too_many_documents: "Ese archivo trae demasiados documentos juntos: leo hasta 40. ¿Me lo mandas en partes?",
      too_many_pages:
        "Ese PDF tiene demasiadas páginas: leo hasta 10. ¿Me mandas solo las de la boleta o factura, o una foto?",
      too_large: "Ese archivo es demasiado grande para leerlo. ¿Me mandas una foto normal o un PDF más liviano?",
      encrypted:
        "Ese PDF está protegido o tiene clave, y así no lo puedo revisar sin riesgo. ¿Me lo mandas sin clave, o una foto?",
      corrupt: "Ese archivo llegó dañado y no lo puedo abrir. ¿Me lo mandas de nuevo?",
      bomb: "Ese archivo no se puede abrir de forma segura. Envíame una foto o un PDF normal.",
      timeout: "Me está costando leer ese documento. Lo guardé para revisarlo; si quieres, escríbeme el monto.",
      media_lost: "No pude bajar ese archivo de WhatsApp. ¿Me lo mandas de nuevo?",
    })[trouble],
  documents_listed: listedBy("el registro del SII"),
  which_documents: (count) =>
    `Tengo ${counted(count, "documento", "documentos")} por confirmar. ¿Los confirmo todos o solo el último?`,

  no_entries: (period) => `No tengo movimientos anotados (${period}).`,
  cannot_tell: "Eso todavía no te lo sé decir. Prueba con *saldo* o *resumen*.",

  edited_message: (entry) => `Editaste el mensaje de un movimiento ya anotado. ¿Lo dejo en ${entry.amount}?`,
  deleted_message: (entry) => `Borraste el mensaje de un movimiento ya anotado (${entry.amount}). ¿Lo deshago?`,
  too_fast: (seconds) =>
    `Voy leyendo tus mensajes en orden; el resto lo veo en ${counted(seconds, "segundo", "segundos")}. ` +
    "No se pierde ninguno. 🙂",
  unsupported: {
    sticker: "¡Buen sticker! 😄 Para anotar algo, escríbeme el movimiento o mándame la foto de la boleta.",
    location: "Recibí tu ubicación, pero yo llevo cuentas: escríbeme un movimiento o mándame una boleta.",
    contacts: "Recibí el contacto, pero yo llevo cuentas: escríbeme un movimiento o mándame una boleta.",
    order: "Los pedidos de catálogo todavía no los leo. ¿Me escribes el monto de la venta?",
    video: "Los videos no los puedo leer. ¿Me mandas una foto de la boleta o me escribes el monto?",
    empty: "Tu mensaje llegó vacío. Cuéntame una venta o un gasto, o mándame la foto de una boleta.",
    other: "Ese tipo de mensaje no lo puedo leer. Escríbeme el movimiento o mándame una foto o un PDF.",
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
  categories: { ...SPANISH_CATEGORIES, arriendo: "Arriendo", mantencion: "Mantención" },
};
