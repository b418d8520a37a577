// One message as the chat shows it.
import { h, icon } from "./dom.js";
import { readMarkup } from "./markup.ts";
import { clockTime, fileSize } from "./words.js";

const TAG_OF = {
  bold: "strong",
  italic: "em",
  strike: "s",
  mono: "code.block",
  code: "code",
  quote: "span.quote",
  bullet: "span.bullet",
};

/**
 * @param {any} bubble
 * @param {{ quoted: any, act: (action: string, detail?: any) => void, repliedIds: Set<string> }} around
 */
export function drawBubble(bubble, { quoted, act }) {
  const mine = bubble.from === "person";
  const item = h(`li.row.${mine ? "mine" : "theirs"}`, {
    "data-id": bubble.id,
    "data-from": bubble.from,
    "data-kind": bubble.kind,
  });
  const body = h(
    "div.bubble",
    {},
    quoted && drawQuote(quoted, act),
    ...(bubble.revoked ? [h("p.text.revoked", {}, "🚫 Eliminaste este mensaje")] : drawContent(bubble, act)),
    drawFoot(bubble, mine),
    h(
      "button.more",
      {
        "aria-label": "Opciones del mensaje",
        "aria-haspopup": "menu",
        onclick: (event) => act("menu", event.currentTarget),
      },
      icon("more"),
    ),
  );
  item.append(body);
  if (!bubble.revoked) item.append(...drawChoices(bubble, act));
  const faces = [bubble.reactions.person, bubble.reactions.bot].filter(Boolean);
  if (faces.length > 0)
    item.append(h("span.reactions", { "aria-label": `Reacción ${faces.join(" ")}` }, faces.join(" ")));
  return item;
}

/** Text with WhatsApp's marks, as elements. */
export function drawText(text) {
  return readMarkup(text).map((piece) => drawPiece(piece));
}

function drawPiece(piece) {
  if (typeof piece === "string") return h("span", {}, piece);
  const inside = piece.pieces.map((inner) => drawPiece(inner));
  // Only http and https ever become a link.
  if (piece.mark === "link")
    return h("a", { href: piece.href, target: "_blank", rel: "noopener noreferrer" }, ...inside);
  return h(TAG_OF[piece.mark], {}, ...inside);
}

function drawQuote(quoted, act) {
  return h(
    "button.quoted",
    { type: "button", "aria-label": "Ir al mensaje citado", onclick: () => act("jump", quoted.id) },
    h("b", {}, quoted.from === "person" ? "Tú" : "lucas"),
    h("span", {}, shortOf(quoted)),
  );
}

/** A message in a few words, for quotes and the list of people. */
export function shortOf(bubble) {
  if (bubble.revoked) return "🚫 Mensaje eliminado";
  const said = bubble.text === null ? "" : bubble.text.replaceAll(/[*_~`]/g, "").replaceAll("\n", " ");
  const sign =
    { image: "📷 ", document: "📄 ", audio: "🎤 ", video: "🎬 ", sticker: "🩵 ", location: "📍 ", contacts: "👤 " }[
      bubble.kind
    ] ?? "";
  const named = {
    image: "Foto",
    document: bubble.media?.filename ?? "Documento",
    audio: bubble.media?.voice ? "Nota de voz" : "Audio",
    video: "Video",
    sticker: "Sticker",
  }[bubble.kind];
  return sign + (said === "" ? (named ?? "") : said);
}

function drawContent(bubble, act) {
  const parts = [];
  if (bubble.header !== null) parts.push(h("p.header", {}, bubble.header));
  if (bubble.media !== null) parts.push(drawMedia(bubble, act));
  if (bubble.kind === "location" && bubble.text !== null) parts.push(h("p.text", {}, "📍 ", bubble.text));
  else if (bubble.kind === "contacts" && bubble.text !== null) parts.push(h("p.text", {}, "👤 ", bubble.text));
  else if (bubble.text !== null) parts.push(h("p.text", {}, ...drawText(bubble.text)));
  if (bubble.words)
    parts.push(h("p.words", { title: "Lo que dirá el transcriptor de reemplazo" }, `«${bubble.words}»`));
  if (bubble.footer !== null) parts.push(h("p.footer", {}, bubble.footer));
  return parts;
}

function drawMedia(bubble, act) {
  const { media } = bubble;
  // Media of other hosts are not fetched: the page talks to the rig only.
  const source = media.id === null ? null : `/sim/media/${media.id}`;
  if (source !== null && isPicture(bubble)) return drawPicture(bubble, source, act);
  if (source !== null && media.mime_type.startsWith("audio/")) return drawSound(media, source);
  return drawDocument(media, source ?? media.link ?? "");
}

function isPicture(bubble) {
  return bubble.kind !== "document" && /^image\/(jpeg|png|webp|gif)/.test(bubble.media.mime_type);
}

function drawPicture(bubble, source, act) {
  return h(
    `button.picture${bubble.kind === "sticker" ? ".sticker" : ""}`,
    { type: "button", "aria-label": "Ver imagen", onclick: () => act("view", source) },
    h("img", { src: source, alt: bubble.text ?? "Imagen enviada", loading: "lazy", onerror: giveUp }),
  );
}

function giveUp(event) {
  event.currentTarget.replaceWith(h("span.broken", {}, "Imagen que no se puede mostrar"));
}

function drawSound(media, source) {
  const label = media.voice ? "Nota de voz" : "Audio";
  return h(
    "div.sound",
    {},
    h("span.sound-face", {}, icon(media.voice ? "mic" : "audio")),
    h("audio", { src: source, controls: true, preload: "metadata", "aria-label": label }),
  );
}

function drawDocument(media, source) {
  const name = media.filename ?? "documento";
  const form = name.includes(".") ? name.split(".").at(-1).toUpperCase() : media.mime_type;
  const detail = [form, fileSize(media.size)].filter((part) => part !== "").join(" · ");
  return h(
    "a.document",
    { href: /^(https?:\/\/|\/sim\/)/.test(source) ? source : null, target: "_blank", rel: "noopener noreferrer" },
    h(`span.paper${/pdf/i.test(media.mime_type) ? ".pdf" : ""}`, {}, icon("document")),
    h("span.document-words", {}, h("b", {}, name), h("small", {}, detail)),
  );
}

const TICKS = { sent: "✓", delivered: "✓✓", read: "✓✓", failed: "!" };
const TICK_WORDS = {
  pending: "enviando",
  sent: "enviado",
  delivered: "entregado",
  read: "leído",
  failed: "no entregado",
};

function drawFoot(bubble, mine) {
  return h(
    "span.foot",
    {},
    bubble.edited && h("i", {}, "editado "),
    h("time", { datetime: new Date(bubble.at).toISOString() }, clockTime(bubble.at)),
    (mine || bubble.tick === "failed") &&
      h(
        `span.tick.${bubble.tick}`,
        { role: "img", "aria-label": TICK_WORDS[bubble.tick] },
        TICKS[bubble.tick] ?? icon("clock"),
      ),
  );
}

function drawChoices(bubble, act) {
  const choices = bubble.buttons.map((button) =>
    h("button.choice", { type: "button", onclick: () => act("button", button) }, icon("reply"), button.title),
  );
  if (bubble.list !== null)
    choices.push(
      h(
        "button.choice",
        { type: "button", "aria-haspopup": "dialog", onclick: () => act("list", bubble.list) },
        icon("list"),
        bubble.list.label,
      ),
    );
  if (bubble.link !== null && /^https?:\/\//.test(bubble.link.url)) {
    choices.push(
      h(
        "a.choice",
        { href: bubble.link.url, target: "_blank", rel: "noopener noreferrer" },
        icon("open"),
        bubble.link.label,
      ),
    );
  }
  return choices.length === 0 ? [] : [h("div.choices", {}, ...choices)];
}
