// What opens above the chat: a list's options, a message's menu, a picture.
import { h, icon } from "./dom.js";

/** A click beside a dialog closes it. */
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}

/** A list message's sections; `choose` gets the tapped row. */
export function openList(list, choose) {
  const sheet = document.querySelector("#list-sheet");
  const rows = list.sections.flatMap((section) => [
    section.title !== null && h("h3", {}, section.title),
    ...section.rows.map((row) =>
      h(
        "button.sheet-row",
        { type: "button", onclick: () => (sheet.close(), choose(row)) },
        h("span", {}, h("b", {}, row.title), row.description !== null && h("small", {}, row.description)),
        h("i.radio"),
      ),
    ),
  ]);
  sheet.replaceChildren(
    h(
      "header",
      {},
      h("button.icon", { type: "button", "aria-label": "Cerrar", onclick: () => sheet.close() }, icon("close")),
      h("h2", {}, list.label),
    ),
    h("div.sheet-rows", {}, ...rows),
  );
  open(sheet);
}

export function openViewer(source) {
  const viewer = document.querySelector("#viewer");
  viewer.replaceChildren(
    h("button.icon", { type: "button", "aria-label": "Cerrar", onclick: () => viewer.close() }, icon("close")),
    h("img", { src: source, alt: "Imagen en grande" }),
  );
  open(viewer);
}

/** A small menu beside the thing that opened it. */
export function openMenu(anchor, entries) {
  document.querySelector(".menu")?.remove();
  const menu = h("div.menu", { role: "menu" }, ...entries.map((entry) => menuEntry(entry, () => menu.remove())));
  document.body.append(menu);
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const wanted = at.left < window.innerWidth / 2 ? at.left : at.right - width;
  const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8));
  const above = at.bottom + height > window.innerHeight - 8;
  menu.style.left = `${left}px`;
  menu.style.top = `${above ? Math.max(8, at.top - height - 4) : at.bottom + 4}px`;
  setTimeout(() => document.addEventListener("click", () => menu.remove(), { once: true }));
  document.addEventListener("keydown", (event) => event.key === "Escape" && menu.remove(), { once: true });
  menu.querySelector("button")?.focus();
}

function menuEntry(entry, close) {
  if (entry.faces !== undefined) {
    return h(
      "div.faces",
      {},
      ...entry.faces.map((face) =>
        h(
          "button",
          {
            type: "button",
            role: "menuitem",
            "aria-label": `Reaccionar ${face}`,
            onclick: () => (close(), entry.run(face)),
          },
          face,
        ),
      ),
    );
  }
  return h(
    "button.menu-entry",
    { type: "button", role: "menuitem", onclick: () => (close(), entry.run()) },
    entry.icon !== undefined && icon(entry.icon),
    entry.label,
  );
}

function open(dialog) {
  dialog.showModal();
}

/** A line at the bottom that says what went wrong. */
export function toast(text) {
  document.querySelector(".toast")?.remove();
  const line = h("div.toast", { role: "alert" }, text);
  document.body.append(line);
  setTimeout(() => line.remove(), 4000);
}
