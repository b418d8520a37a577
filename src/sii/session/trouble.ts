// Why the SII lets nobody in, or stops answering. It says so with pages under the status 200; each is a reason with a
// policy of its own, for a key that is tried once too often locks a taxpayer out for an hour.

/**
 * `wrong_key` and `few_tries_left`: the key is not it. `locked`: too many were wrong. `sessions_full`: ten are open
 * elsewhere. `session_over`: log in again. `needs_key`, `needs_certificate`: the other way in is asked for. `certificate`:
 * it is revoked, expired or none. `not_allowed`: this person may not see that business. `refused`: nobody is let in, and no
 * word that we know says why. `firewall`, `queue`, `rate_limit`, `maintenance`, `captcha`, `unavailable`: the host, whoever
 * asks. `unknown`: a page that nobody here has seen.
 */
export type SiiTrouble =
  | "wrong_key"
  | "few_tries_left"
  | "locked"
  | "sessions_full"
  | "session_over"
  | "needs_key"
  | "needs_certificate"
  | "certificate"
  | "not_allowed"
  | "refused"
  | "firewall"
  | "queue"
  | "rate_limit"
  | "maintenance"
  | "captcha"
  | "unavailable"
  | "unknown";

/**
 * What may be done about it. `person`: never again by itself, its owner must act. `login`: a new session mends it, once.
 * `wait`: nothing is asked of this taxpayer before so many minutes. `host`: nothing is asked of the host, by
 * anybody where it sends others away as well.
 */
export type Policy = { mend: "person" | "login" | "wait" | "host"; wait_min: number };

const HOUR_MIN = 60;

/** Official suffixes of the portal's error codes, and how long the SII itself says that they last (docs/auth/errores, 2020-02-07). */
const POLICIES: Readonly<Record<SiiTrouble, Policy>> = {
  wrong_key: { mend: "person", wait_min: 0 },
  few_tries_left: { mend: "person", wait_min: 0 },
  locked: { mend: "person", wait_min: HOUR_MIN },
  sessions_full: { mend: "wait", wait_min: HOUR_MIN },
  session_over: { mend: "login", wait_min: 0 },
  needs_key: { mend: "person", wait_min: 0 },
  needs_certificate: { mend: "person", wait_min: 0 },
  certificate: { mend: "person", wait_min: 0 },
  not_allowed: { mend: "person", wait_min: 0 },
  // It may have been a wrong key, and seven of those cost a taxpayer their clave.
  refused: { mend: "person", wait_min: 0 },
  firewall: { mend: "host", wait_min: 30 },
  queue: { mend: "host", wait_min: 15 },
  rate_limit: { mend: "host", wait_min: 10 },
  maintenance: { mend: "host", wait_min: 30 },
  // Of every session or of none, as the SII pleases: no other key would pass it.
  captcha: { mend: "wait", wait_min: HOUR_MIN },
  unavailable: { mend: "wait", wait_min: 5 },
  unknown: { mend: "wait", wait_min: HOUR_MIN },
};

export function policyOf(trouble: SiiTrouble): Policy {
  return POLICIES[trouble];
}

/** The last number of a dotted code such as `01.01.190.500.720.27`. */
const BY_SUFFIX: Readonly<Record<number, SiiTrouble>> = {
  9: "locked",
  19: "locked",
  20: "wrong_key",
  55: "few_tries_left",
  27: "sessions_full",
  28: "session_over",
  29: "session_over",
  33: "needs_key",
  35: "certificate",
  36: "certificate",
  37: "certificate",
  39: "needs_certificate",
  58: "not_allowed",
  59: "not_allowed",
  70: "not_allowed",
  81: "not_allowed",
};

const DOTTED_CODE = /\b\d{2}\.\d{2}\.\d{3}\.\d{3}\.\d{3}\.(\d{1,3})\b/;

/** What pages without a code are known by; the first that is found counts. */
const BY_WORDS: readonly (readonly [RegExp, SiiTrouble])[] = [
  [/request rejected|support id is|the requested url was rejected/i, "firewall"],
  [/queue-it|queueit/i, "queue"],
  [/m[aá]ximo de sesiones autenticadas/i, "sessions_full"],
  [/clave (?:tributaria )?(?:se encuentra |est[aá] )?bloqueada/i, "locked"],
  [/clave[^<]{0,40}no es correcta|rut o clave incorrect/i, "wrong_key"],
  [/clave (?:ingresada )?(?:es )?incorrecta|clave err[oó]nea/i, "wrong_key"],
  [/recaptcha|captcha/i, "captcha"],
  [/demasiadas (?:consultas|solicitudes)|l[ií]mite de (?:consultas|solicitudes)|too many requests/i, "rate_limit"],
  [/no (?:se encuentra )?disponible|en mantenci[oó]n|fuera de servicio|int[eé]nte(?:lo)? m[aá]s tarde/i, "maintenance"],
];

/** The form of the login, or a script that leads there. */
const LOGIN_FORM = /IngresoRutClave|CAutInicio\.cgi|AutTknData|name="clave"/;

/** A page says why within its first lines, when what is drawn by nobody is left out. */
const PAGE_CHARS_MAX = 20_000;
/** So far a page is looked through for what its scripts hold. */
const SOURCE_CHARS_MAX = 100_000;

/** The trouble that an answer tells of; null where it is no page of trouble. @param body its text, JSON included */
export function troubleIn({ status, type, body }: { status: number; type: string; body: string }): SiiTrouble | null {
  const head = body.slice(0, PAGE_CHARS_MAX);
  if (status === 429) return "rate_limit";
  const isPage = /html/i.test(type) || /^\s*(?:<!doctype html|<html|<head|<body)/i.test(head);
  if (!isPage) return ofStatus(status) ?? (/^\s*Error 500\s*$/.test(head) ? "unavailable" : null);
  // The portal's own frame may stand before it, however long that is.
  const suffix = DOTTED_CODE.exec(body)?.[1];
  if (suffix !== undefined) return BY_SUFFIX[Number(suffix)] ?? "unknown";
  const shown = shownOf(body.slice(0, SOURCE_CHARS_MAX)).slice(0, PAGE_CHARS_MAX);
  const worded = BY_WORDS.find(([words]) => words.test(shown))?.[1];
  if (worded) return worded;
  if (LOGIN_FORM.test(head)) return "session_over";
  return ofStatus(status) ?? "unknown";
}

/** The facade's own server turns away who has no session with it (JBWEB000065), under a status for once. */
function ofStatus(status: number): SiiTrouble | null {
  if (status === 401 || status === 403) return "session_over";
  return status >= 500 ? "unavailable" : null;
}

/** A page without what its scripts, styles and comments hold: they speak of captchas and mistakes that nobody sees. */
function shownOf(page: string): string {
  return page.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2\s*>/gi, "$1").replace(/<!--[\s\S]*?-->/g, "");
}
