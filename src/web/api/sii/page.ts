import { html } from "../reference/html.ts";

/** Where the page stands; a link to it carries its token behind `#`, which no request ever shows. */
export const SII_PAGE_PATH = "/conectar-sii";

export const SII_PAGE_FILES = ["connect.css", "connect.js"] as const;
export type SiiPageFile = (typeof SII_PAGE_FILES)[number];

/** Its own two files, and requests to nobody but us. */
export const SII_PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const FORM = html`
  <form autocomplete="off">
    <fieldset>
      <legend>Empresa</legend>
      <label>
        RUT de la empresa
        <input name="rut" inputmode="text" placeholder="76.123.456-0" maxlength="14" required />
      </label>
    </fieldset>
    <fieldset>
      <legend>Cómo entro</legend>
      <label class="line">
        <input type="radio" name="kind" value="certificate" checked />
        <span>Certificado digital (.pfx o .p12): lo más seguro</span>
      </label>
      <label class="line">
        <input type="radio" name="kind" value="clave" />
        <span>RUT y Clave Tributaria</span>
      </label>
      <label class="certificate">
        Archivo del certificado
        <input type="file" name="pfx" accept=".pfx,.p12,application/x-pkcs12" />
      </label>
      <label class="certificate">
        Contraseña del certificado
        <input type="password" name="password" autocomplete="off" maxlength="200" />
      </label>
      <label class="clave">
        RUT de quien entra <small>si no es el de la empresa</small>
        <input name="user_rut" placeholder="12.345.678-5" maxlength="14" />
      </label>
      <label class="clave">
        Clave Tributaria
        <input type="password" name="clave" autocomplete="off" maxlength="100" />
      </label>
    </fieldset>
    <label class="line">
      <input type="checkbox" name="consent" value="yes" />
      <span>
        Autorizo a lucas a leer mi Registro de Compras y Ventas y la propuesta de F29 en el SII, y a aceptar o reclamar
        ahí solo la factura que yo confirme con «sí», una por una. Puedo quitarlo cuando quiera con «desconectar sii».
      </span>
    </label>
    <button id="submit" type="submit">Conectar</button>
  </form>
`;

/** The page of a Chilean business, which speaks Spanish. */
export function siiPage(): string {
  const at = (file: SiiPageFile): string => `${SII_PAGE_PATH}/${file}`;
  const page = html`<!doctype html>
    <html lang="es-CL">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <title>lucas: conectar con el SII</title>
        <link rel="stylesheet" href="${at("connect.css")}" />
        <script type="module" src="${at("connect.js")}"></script>
      </head>
      <body data-stage="opening" data-kind="certificate">
        <main>
          <header>
            <span class="brand">lucas</span>
            <h1>Conectar con el SII</h1>
          </header>
          <p class="before">
            Sirve una sola vez. Sin entregar nada también se puede: en el chat recibo el CSV del Registro de Compras y
            Ventas.
          </p>
          ${FORM}
          <p id="status" role="status" aria-live="polite"></p>
          <p class="before private">
            La credencial se guarda cifrada y se borra apenas se desconecta. Nunca se escribe en el chat ni la ve una
            inteligencia artificial.
          </p>
          <noscript><p>Esta página necesita JavaScript.</p></noscript>
        </main>
      </body>
    </html> `;
  return page.markup;
}
