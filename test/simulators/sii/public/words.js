// How this page writes what the SII holds.

const PESOS = new Intl.NumberFormat("es-CL", { style: "currency", currency: "CLP", maximumFractionDigits: 0 });
const MOMENT = new Intl.DateTimeFormat("es-CL", {
  timeZone: "America/Santiago",
  dateStyle: "full",
  timeStyle: "short",
  hourCycle: "h23",
});
const TIME = new Intl.DateTimeFormat("es-CL", { timeZone: "America/Santiago", timeStyle: "medium", hourCycle: "h23" });

export const pesos = (amount) => PESOS.format(amount);
export const moment = (at) => MOMENT.format(new Date(at));
export const time = (at) => TIME.format(new Date(at));

/** 77.412.905-7 */
export function rut(text) {
  const [body, dv] = text.split("-");
  return `${body.replace(/\B(?=(\d{3})+$)/g, ".")}-${dv}`;
}

const MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

/** noviembre 2026, of 202611 */
export function month(period) {
  return `${MONTHS[Number(period.slice(4)) - 1]} ${period.slice(0, 4)}`;
}

export const TYPES = {
  33: "Factura",
  34: "Factura exenta",
  39: "Boletas",
  41: "Boletas exentas",
  43: "Liquidación-factura",
  46: "Factura de compra",
  48: "Comprobantes de pago",
  56: "Nota de débito",
  61: "Nota de crédito",
};

export const STATES = {
  EMITIDO: "No recibido",
  PENDIENTE: "Pendiente",
  REGISTRO: "Registro",
  RECLAMADO: "Reclamado",
  NO_INCLUIR: "No incluir",
};

export const TRANSACTIONS = {
  1: "Del giro",
  2: "Supermercados",
  3: "Bienes raíces",
  4: "Activo fijo",
  5: "IVA uso común",
  6: "IVA no recuperable",
  7: "No incluir",
};

export const PLACES = {
  any: "en cualquier parte",
  page: "páginas de entrada",
  login: "entrar con clave",
  alive: "sesión viva",
  logout: "salir",
  seed: "semilla",
  token: "token",
  status: "estado de un DTE",
  summary: "resumen",
  detail: "detalle",
  export: "exportar",
  async: "pedir archivo",
  file: "bajar archivo",
  claim: "aceptar o reclamar",
  proposal: "propuesta F29",
};

export const FAULTS = {
  latency: "demora (0,3 a 3 s)",
  slow: "lentitud (5 a 60 s)",
  hang: "no responde nunca",
  reset: "corta la conexión",
  eproto: "falla de TLS (EPROTO)",
  resteasy: "500 RESTEASY",
  error_500: "«Error 500» con 200",
  http_503: "503",
  http_429: "429",
  maintenance: "en mantención (200)",
  rejected: "F5 Request Rejected",
  queue: "fila Queue-it",
  rate_limit: "límite de consultas",
  session_over: "termina la sesión",
  sessions_full: "diez sesiones abiertas",
  wrong_key: "clave equivocada",
  locked: "clave bloqueada",
  code: "RCV código…",
  null_data: "RCV código 0 sin datos",
  captcha: "RCV pide captcha",
  empty_export: "exportación vacía",
  async_stuck: "archivo nunca TERMINADO",
  truncated_gzip: "archivo cortado",
};
