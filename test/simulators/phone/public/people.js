// The side bar: whose phone one holds, and a new number.
import { addContact } from "./api.js";
import { shortOf } from "./bubble.js";
import { h } from "./dom.js";
import { toast } from "./overlays.js";
import { chats, isTyping, screen } from "./state.js";
import { clockTime, colourOf, initials, phoneNumber } from "./words.js";

const list = document.querySelector("#people");

/** @param {(key: string) => void} choose */
export function startPeople(choose) {
  list.addEventListener("click", (event) => {
    const row = event.target.closest("button[data-key]");
    if (row !== null) choose(row.dataset.key);
  });
  document.querySelector("#new-contact").addEventListener("submit", (event) => {
    event.preventDefault();
    void addNumber(choose);
  });
}

export function drawPeople() {
  list.replaceChildren(...[...chats.values()].map((chat) => h("li", {}, drawPerson(chat))));
}

async function addNumber(choose) {
  const field = document.querySelector("#new-phone");
  try {
    const chat = await addContact(field.value);
    field.value = "";
    choose(chat.key);
  } catch {
    toast("Escribe un número con su código de país, por ejemplo +56 9 8765 4321");
  }
}

function drawPerson(chat) {
  const number = chat.phone === null ? chat.user_id : phoneNumber(chat.phone);
  const named = chat.name !== `+${chat.phone}`;
  const under = isTyping(chat)
    ? h("span.typing-word", {}, "lucas escribe…")
    : h("span", {}, chat.last === null ? (named ? number : "sin mensajes") : shortOf(chat.last));
  return h(
    "button.person",
    { type: "button", "data-key": chat.key, "aria-current": chat.key === screen.chat ? "true" : null },
    face(chat),
    h(
      "span.person-words",
      {},
      h(
        "span.person-top",
        {},
        h("b", {}, named ? chat.name : number),
        chat.last !== null && h("time", {}, clockTime(chat.last.at)),
      ),
      h(
        "span.person-under",
        {},
        under,
        chat.unread > 0 && h("span.unread", { "aria-label": `${chat.unread} sin leer` }, chat.unread),
      ),
    ),
  );
}

function face(chat) {
  const circle = h("span.face", { "aria-hidden": "true" }, initials(chat.name).toUpperCase());
  circle.style.background = colourOf(chat.key);
  return circle;
}
