import { wordsOf } from "#locales";
import { html, type Html } from "../reference/html.ts";
import type { SiiPageFile } from "../sii/page.ts";

/** Where the page stands; a link to it carries its token behind `#`, which no request ever shows. */
export const SCAN_PAGE_PATH = "/escanear";

/** What the page loads beside itself, as `npm run build` makes it. */
export const PAGE_FILES = ["scan.css", "scan.js", "reader.js", "zxing_reader.wasm"] as const;
export type PageFile = (typeof PAGE_FILES)[number];
export type PageFiles = Readonly<Record<PageFile | SiiPageFile, ArrayBuffer>>;

/** Its own files and nothing else, zxing's WebAssembly among them; the camera's picture is no request. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "media-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const LOCALES = { es: "es-CL", pt: "pt-BR", en: "en" } as const;

/** The browser's language, until the link tells the business's. @param accepted the header Accept-Language */
export function localeAccepted(accepted: string | undefined): string {
  const first = (accepted ?? "").split(",").map((each) => each.trim().slice(0, 2).toLowerCase());
  const known = first.find((each): each is keyof typeof LOCALES => each in LOCALES);
  return LOCALES[known ?? "es"];
}

/** The page, which needs its own four files and no other host. */
export function scanPage(locale: string): string {
  const words = wordsOf(locale).scan_page;
  const at = (file: PageFile): string => `${SCAN_PAGE_PATH}/${file}`;
  const phrase = (name: keyof typeof words): Html => html`<span data-phrase="${name}">${words[name]}</span>`;
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <title>lucas: ${words.title}</title>
        <link rel="stylesheet" href="${at("scan.css")}" />
        <script type="module" src="${at("scan.js")}"></script>
      </head>
      <body data-stage="opening" data-words="${JSON.stringify(words)}">
        <main>
          <header>
            <span class="brand">lucas</span>
            <h1>${phrase("title")}</h1>
          </header>
          <p class="advice">${phrase("advice")}</p>
          <div class="view">
            <video id="video" playsinline muted aria-hidden="true"></video>
            <div class="frame"></div>
            <div class="done" aria-hidden="true">✓</div>
            <button id="torch" type="button" aria-pressed="false" hidden>${phrase("torch")}</button>
          </div>
          <p id="status" role="status" aria-live="polite"></p>
          <p class="when-received">${phrase("back_to_chat")}</p>
          <button id="start" type="button">${phrase("open_camera")}</button>
          <label class="button">
            ${phrase("choose_photo")}
            <input id="photo" type="file" accept="image/*" />
          </label>
          <noscript><p>${words.needs_script}</p></noscript>
          <p class="private">${phrase("private")}</p>
        </main>
      </body>
    </html> `;
  return page.markup;
}
