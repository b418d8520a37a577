// Makes elements. Text goes in as text nodes only; nothing here, or anywhere on the page, reads markup from messages.

import { withEmoji } from "./emoji.js";

/**
 * @param {string} name tag, with classes: `p.small.grey`
 * @param {Record<string, any>} [props] attributes; `on…` are listeners; null and false are left out
 * @param {...(Node | string | number | null | undefined | false)} children
 */
export function h(name, props = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in PROPERTIES) element[key] = value;
    else element.setAttribute(key, value === true ? "" : `${value}`);
  }
  const present = children.filter((child) => child !== null && child !== undefined && child !== false);
  element.append(...present.flatMap((child) => (child instanceof Node ? [child] : withEmoji(`${child}`))));
  return element;
}

/** State that attributes only initialise. */
const PROPERTIES = { value: 1, checked: 1, disabled: 1, hidden: 1 };

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("glyph");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export const ICONS = {
  send: "M3 20.5v-6.2L11.5 12 3 9.7V3.5L21.5 12z",
  attach: "M12 4v16M4 12h16",
  mic: "M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 1 0-7 0v5A3.5 3.5 0 0 0 12 15zm6-3.5a6 6 0 0 1-5.2 5.9V21h-1.6v-3.6A6 6 0 0 1 6 11.500h1.600a4.400 4.400 0 0 0 8.800 0z",
  bin: "M6 7h12l-1 14H7zM9 7V4h6v3M4 7h16M10 11v6M14 11v6",
  back: "M15 5l-7 7 7 7",
  tools: "M4 7h10M18 7h2M4 17h4M12 17h8M14 4.500v5M8 14.500v5",
  reply: "M10 8V4l-7 7 7 7v-4.200c5 0 8.500 1.600 11 5.200-1-5-4-10-11-11z",
  list: "M4 6.500h2M9 6.500h11M4 12h2M9 12h11M4 17.500h2M9 17.500h11",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  more: "M6 9l6 6 6-6",
  close: "M5 5l14 14M19 5L5 19",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17M15.500 9.500h.01",
  document: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6",
  audio:
    "M9 18V6l10-2v12M9 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19 16a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z",
  place:
    "M12 21c5-5.500 7-8.500 7-11.500a7 7 0 1 0-14 0C5 12.500 7 15.500 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.6-4 3.600-6 7.500-6s6.900 2 7.500 6z",
  sample: "M5 3h14v18l-2.300-2-2.400 2-2.300-2-2.300 2-2.400-2L5 21zM9 8h6M9 12h6",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  again: "M20 11a8 8 0 1 0-2 6M20 5v6h-6",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
};
