import { html, verbatim, type Html } from "../../reference/html.ts";

/** Where the page stands; a link to it carries its token behind `#`, which no request ever shows. */
export const REPORT_PAGE_PATH = "/informe";

/** Looking spends nothing, so that a preview of the link costs nobody their report; only the button does. */
const SCRIPT = `document.forms[0].token.value=location.hash.slice(1);
history.replaceState(null,"",location.pathname);
document.forms[0].addEventListener("submit",()=>setTimeout(()=>{document.querySelector("button").disabled=true},0));`;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1c2a24;background:#f4f7f5}
main{max-width:26rem;margin:12vh auto;padding:0 1.25rem}
button{font:inherit;font-weight:600;padding:.75rem 1.5rem;border:0;border-radius:.6rem;background:#0b6b4b;color:#fff}
button:disabled{opacity:.5}small{color:#56645d}`;

/** @param nonce of this answer alone */
export function reportPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** A page of one button, for a paper of Chile's: it speaks Spanish. */
export function reportPage(nonce: string): string {
  const body = html`
    <p>Este enlace sirve una vez. Si ya lo usaste, pide otro en el chat con «informe de impuestos».</p>
    <form method="post" action="${REPORT_PAGE_PATH}">
      <input type="hidden" name="token" />
      <button type="submit">Descargar PDF</button>
    </form>
    <p><small>Es un borrador para revisar; nada se ha enviado al SII.</small></p>
    <noscript><p>Esta página necesita JavaScript.</p></noscript>
    <script nonce="${nonce}">
      ${verbatim(SCRIPT)};
    </script>
  `;
  return pageOf(nonce, body);
}

/** Why a link gives no report. `unseen`: nothing of its month was read from the SII. */
export type ReportRefusal = "unknown" | "expired" | "used" | "unseen";

const REFUSALS: Readonly<Record<ReportRefusal, string>> = {
  unknown: "Este enlace no es de un informe. Pide uno en el chat con «informe de impuestos».",
  expired: "Este enlace venció. Pide otro en el chat con «informe de impuestos».",
  used: "Este enlace ya se usó. Pide otro en el chat con «informe de impuestos».",
  unseen: "Todavía no tengo nada del SII de ese mes. Escribe «sincronizar sii» en el chat, y después prueba de nuevo.",
};

/** What stands in place of the paper, for whoever tapped the button. */
export function reportRefusedPage(nonce: string, why: ReportRefusal): string {
  return pageOf(nonce, html`<p>${REFUSALS[why]}</p>`);
}

function pageOf(nonce: string, body: Html): string {
  const page = html`<!doctype html>
    <html lang="es-CL">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>lucas: informe tributario</title>
        <style nonce="${nonce}">
          ${verbatim(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>Informe tributario</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return page.markup;
}
