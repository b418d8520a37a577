// The pages that the SII and what stands before it show instead of an answer, nearly all of them under the status 200.

const TITLE = "Servicio de Impuestos Internos";

function page(body: string, title = TITLE): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>${title}</title></head>\n<body>${body}</body></html>\n`;
}

/** The portal writes ISO-8859-1. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

export function htmlPage(html: string, init: { status?: number; headers?: HeadersInit } = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=ISO-8859-1");
  return new Response(latin1(html), { status: init.status ?? 200, headers });
}

/** What the form of the clave looks like; nobody is logged in who sees it. */
export function loginPage(): string {
  return page(
    '<form name="myform" id="myform" method="post" action="/cgi_AUT2000/CAutInicio.cgi">' +
      '<input type="text" name="rutcntr" id="rutcntr" maxlength="12"><input type="password" name="clave" id="clave">' +
      '<input type="hidden" name="rut"><input type="hidden" name="dv"><input type="hidden" name="referencia">' +
      '<input type="hidden" name="411" value=""><button id="bt_ingresar">Ingresar</button></form>' +
      '<a href="/AUT2000/InicioAutenticacion/IngresoRutClave.html">Ingresar con clave tributaria</a>',
    "Autenticación",
  );
}

/** Where the browser goes on from a login that succeeded: a page with a script. */
export function onwards(url: string): string {
  const safe = url.replace(/[^\w:/.?&=%-]/g, "");
  return page(`<script>window.location.replace("${safe}");</script>`, "Redireccionando");
}

const REASONS: Readonly<Record<number, string>> = {
  9: "Su Clave Tributaria ha sido bloqueada por 1 hora, debido a errores sucesivos en su ingreso.",
  19: "Su Clave Tributaria se encuentra bloqueada. Intente nuevamente en 1 hora.",
  20: "La Clave Tributaria ingresada no es correcta.",
  27: "Usted ha superado el máximo de sesiones autenticadas. Debe cerrar alguna de ellas o esperar 1 hora.",
  28: "Usted no se encuentra autenticado o su sesión ha expirado.",
  55: "La Clave Tributaria ingresada no es correcta. Le quedan tres intentos antes de que sea bloqueada.",
};

/** @param suffix last number of the official dotted code */
export function refusalPage(suffix: number): string {
  return page(
    `<h2>Transacci&oacute;n Rechazada</h2><p>Estimado contribuyente: ${REASONS[suffix] ?? "No es posible autenticar."}</p>` +
      `<p>C&oacute;digo: 01.01.190.500.720.${suffix}</p>`,
    "Error de autenticación",
  );
}

/** The frame of the portal, which is longer than what it says: the code stands behind it, or nowhere. */
const FRAME = `<nav>${'<a href="/menu/item.html">Servicios online, ayuda y contacto del portal</a>\n'.repeat(400)}</nav>`;
const FORM_AGAIN = '<a href="/AUT2000/InicioAutenticacion/IngresoRutClave.html">Volver a ingresar</a>';
const SCRIPTS =
  '<script>var words = { captcha: "recaptcha", down: "El sitio no se encuentra disponible", lost: "request rejected" };</script>';

/** The same inside of the portal's frame. @param said the code far down, words that have none, or words that say nothing */
export function framedRefusal(said: "code" | "words" | "nothing"): string {
  const wrong = `<p>${REASONS[20]}</p>`;
  const inside = {
    code: `${FORM_AGAIN}${FRAME}<p>No es posible autenticar.</p><p>C&oacute;digo: 01.01.190.500.720.20</p>`,
    words: `${wrong}${FORM_AGAIN}${FRAME}`,
    nothing: `<p>Ingrese sus datos nuevamente.</p>${FORM_AGAIN}${FRAME}`,
  };
  return page(`${SCRIPTS}${inside[said]}`, "Autenticación");
}

export function incompletePage(): string {
  return page("<h2>Transacci&oacute;n Rechazada</h2><p>Faltan datos para procesar su solicitud.</p>");
}

export function goodbyePage(): string {
  return page("<p>Usted ha cerrado su sesi&oacute;n en el SII.</p>");
}

/** @param support eighteen digits or so, another one each time */
export function rejectedPage(support: number): string {
  return (
    "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your " +
    `administrator.<br><br>Your support ID is: ${String(support).padStart(19, "4")}<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>`
  );
}

export const MAINTENANCE_PAGE = page(
  "<h2>El sitio no se encuentra disponible</h2><p>Estamos realizando una mantenci&oacute;n. Por favor int&eacute;ntelo m&aacute;s tarde.</p>",
);

export const QUEUE_PAGE =
  '<!DOCTYPE html><html><head><title>Queue-it</title><script src="https://static.queue-it.net/script/queueclient.min.js"></script>' +
  "</head><body><p>Usted se encuentra en la fila de espera virtual. Su turno llegar&aacute; en unos minutos.</p></body></html>\n";

export const RATE_LIMIT_PAGE = page(
  "<p>Ha excedido el l&iacute;mite de consultas permitidas. Espere algunos minutos antes de volver a consultar.</p>".replaceAll(
    "&iacute;",
    "í",
  ),
);
