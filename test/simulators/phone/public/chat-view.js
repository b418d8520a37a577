// The conversation on the wall: bubbles, days, the typing sign, and what one can do with a message.
import { lookAt, say } from "./api.js";
import { drawBubble } from "./bubble.js";
import { h, icon } from "./dom.js";
import { openList, openMenu, openViewer } from "./overlays.js";
import { chats, currentChat, isTyping, now, screen } from "./state.js";
import { dayName, midnight, phoneNumber } from "./words.js";

const wall = document.querySelector("#wall");
const bubbles = document.querySelector("#bubbles");
const NEAR_END_PX = 160;

/** Whether the eye rests at the end of the chat; then it stays there while pictures load and the bar grows. */
let atEnd = true;
/** Where the chat stood last, and how tall it was. */
let stood = { top: 0, height: 0 };

export function startWall() {
  wall.addEventListener("scroll", lookWhere);
  const keepEnd = new ResizeObserver(() => atEnd && toEnd());
  keepEnd.observe(wall);
  keepEnd.observe(bubbles);
}

/** Only who goes up in a chat that stays as tall leaves its end: a picture that loads moves what is seen as well. */
function lookWhere() {
  const { scrollTop: top, scrollHeight: height, clientHeight } = wall;
  if (height - top - clientHeight < NEAR_END_PX) atEnd = true;
  else if (top < stood.top && height === stood.height) atEnd = false;
  stood = { top, height };
}

function toEnd() {
  wall.scrollTop = wall.scrollHeight;
  atEnd = true;
  stood = { top: wall.scrollTop, height: wall.scrollHeight };
}

/** Draws the whole chat and goes to its end. */
export function drawChat() {
  const chat = currentChat();
  bubbles.replaceChildren();
  if (chat === null || chat.bubbles === null) return;
  bubbles.append(notice(chat));
  let day = null;
  for (const bubble of chat.bubbles.values()) {
    if (midnight(bubble.at) !== day) bubbles.append(separator(bubble.at));
    day = midnight(bubble.at);
    bubbles.append(draw(chat, bubble));
  }
  drawTyping();
  toEnd();
}

/** Draws one bubble again where it stands, or at the end. */
export function drawOne(bubble) {
  const chat = currentChat();
  if (chat === null || chat.key !== bubble.chat) return;
  const there = [...bubbles.children].find((item) => item.dataset.id === bubble.id);
  if (there === undefined) {
    const previous = [...chat.bubbles.values()].at(-2);
    if (previous === undefined || midnight(previous.at) !== midnight(bubble.at)) bubbles.append(separator(bubble.at));
    const item = draw(chat, bubble);
    item.classList.add("fresh");
    bubbles.append(item);
  } else if (there.querySelector("audio") === null) there.replaceWith(draw(chat, bubble));
  else refreshFoot(there, draw(chat, bubble));
  drawTyping();
  if (atEnd || (there === undefined && bubble.from === "person")) toEnd();
}

/** A playing sound is not replaced because a tick turned blue. */
function refreshFoot(there, fresh) {
  there.querySelector(".foot")?.replaceWith(fresh.querySelector(".foot"));
}

export function drawTyping() {
  const chat = currentChat();
  bubbles.querySelector(".typing")?.remove();
  if (chat === null || !isTyping(chat)) return;
  bubbles.append(
    h("li.row.theirs.typing", { "aria-label": "lucas está escribiendo" }, h("div.bubble", {}, h("i"), h("i"), h("i"))),
  );
  if (atEnd) toEnd();
}

export function tellFocus() {
  const visible = document.visibilityState === "visible";
  const chat = visible ? screen.chat : null;
  if (chat !== null && chats.has(chat)) chats.get(chat).unread = 0;
  void lookAt(chat);
}

function notice(chat) {
  const who = chat.phone === null ? "una persona sin número visible" : phoneNumber(chat.phone);
  return h(
    "li.notice",
    {},
    h(
      "p",
      {},
      "Teléfono simulado: nada sale de este computador. Aquí escribes a ",
      h("b", {}, "lucas"),
      ", tu contador de bolsillo, como ",
      h("b", {}, who),
      ".",
    ),
  );
}

function separator(at) {
  return h("li.day", {}, h("span", {}, dayName(at, now())));
}

function draw(chat, bubble) {
  const quoted = bubble.reply_to === null ? null : (chat.bubbles.get(bubble.reply_to) ?? null);
  return drawBubble(bubble, { quoted, act: (action, detail) => ACTIONS[action]({ chat, bubble, detail }) });
}

/** What a tap on a bubble does. */
const ACTIONS = {
  button: ({ chat, bubble, detail }) => {
    void say({ ...identity(chat), type: "button_reply", id: detail.id, title: detail.title, reply_to: bubble.id });
  },
  list: ({ chat, bubble, detail }) => {
    openList(detail, ({ id, title, description }) => {
      const told = description === null ? {} : { description };
      void say({ ...identity(chat), type: "list_reply", id, title, ...told, reply_to: bubble.id });
    });
  },
  view: ({ detail }) => openViewer(detail),
  jump: ({ detail }) => jump(detail),
  menu: ({ chat, bubble, detail }) => openMenu(detail, menuOf(chat, bubble)),
};

/** How the rig knows the person who writes. */
export function identity(chat) {
  return chat.phone === null ? { from_user_id: chat.user_id } : { from: chat.phone };
}

function menuOf(chat, bubble) {
  const from = identity(chat);
  const react = (emoji) => say({ ...from, type: "reaction", message_id: bubble.id, emoji });
  const entries = [
    {
      label: "Responder",
      icon: "reply",
      run: () => document.dispatchEvent(new CustomEvent("reply-to", { detail: bubble })),
    },
    { faces: ["👍", "❤️", "😂", "🙏"], run: (face) => react(bubble.reactions.person === face ? "" : face) },
  ];
  if (bubble.from === "person" && !bubble.revoked) {
    if (bubble.kind === "text")
      entries.push({
        label: "Editar",
        icon: "edit",
        run: () => document.dispatchEvent(new CustomEvent("edit-message", { detail: bubble })),
      });
    entries.push({
      label: "Eliminar para todos",
      icon: "bin",
      run: () => say({ ...from, type: "revoke", message_id: bubble.id }),
    });
    entries.push({
      label: "Enviar de nuevo el mismo webhook",
      icon: "again",
      run: () => say({ ...from, type: "text", text: bubble.text ?? "", wamid: bubble.id }),
      hidden: bubble.kind !== "text",
    });
  }
  return entries.filter((entry) => entry.hidden !== true);
}

function jump(id) {
  const target = [...bubbles.children].find((item) => item.dataset.id === id);
  target?.scrollIntoView({ block: "center", behavior: "smooth" });
  target?.classList.add("flash");
  setTimeout(() => target?.classList.remove("flash"), 1200);
}

document.querySelector("#back").append(icon("back"));
