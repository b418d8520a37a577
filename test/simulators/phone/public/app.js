// Puts the page together and keeps it live.
import { connection, loadChat, loadChats, say } from "./api.js";
import { drawChat, drawOne, drawTyping, identity, startWall, tellFocus } from "./chat-view.js";
import { clearDraft, focusComposer, startComposer } from "./composer.js";
import { h, icon } from "./dom.js";
import { openDrawer, takeEvent } from "./drawer.js";
import { drawPeople, startPeople } from "./people.js";
import { chats, currentChat, isTyping, now, screen, takeBubble, takeChat } from "./state.js";
import { phoneNumber } from "./words.js";

const app = document.querySelector("#app");
const FIRST_WORDS = ["vendí 150 lucas a Distribuidora XYZ", "gasté 12 lucas en bencina", "saldo", "ayuda"];

document.querySelector("#open-drawer").append(icon("tools"));
document.querySelector("#open-drawer").addEventListener("click", () => void openDrawer());
document.querySelector("#back").addEventListener("click", () => (app.dataset.pane = "people"));
document.addEventListener("visibilitychange", tellFocus);
startWall();
startPeople((key) => void choose(key));
startComposer();
listen();

/** Everything anew: at the start, after a reset, and when the connection comes back. */
async function begin() {
  chats.clear();
  for (const chat of await loadChats()) takeChat(chat);
  const wanted = decodeURIComponent(location.hash.slice(1));
  const key = [screen.chat, wanted, ...chats.keys()].find((one) => one !== null && chats.has(one));
  if (key !== undefined) await show(key);
}

async function choose(key) {
  app.dataset.pane = "chat";
  if (key === screen.chat) return;
  clearDraft();
  await show(key);
  focusComposer();
}

async function show(key) {
  screen.chat = key;
  history.replaceState(null, "", `#${encodeURIComponent(key)}`);
  const { bubbles, ...chat } = await loadChat(key);
  const known = takeChat({ ...chat, last: bubbles.at(-1) ?? null });
  known.bubbles = new Map(bubbles.map((bubble) => [bubble.id, bubble]));
  known.unread = 0;
  drawHead();
  drawChat();
  drawChips();
  drawPeople();
  tellFocus();
}

function listen() {
  const source = new EventSource(`/sim/stream?connection=${connection}`);
  const on = (type, take) => source.addEventListener(type, (event) => take(JSON.parse(event.data)));
  on("hello", (hello) => {
    screen.skew = hello.now - Date.now();
    screen.knobs = hello.knobs;
    takeWorker(hello.worker);
    void begin();
  });
  on("worker", takeWorker);
  on("knobs", (knobs) => (screen.knobs = knobs));
  on("event", takeEvent);
  on("reset", () => void begin());
  on("reload", () => void begin());
  on("chat", (summary) => {
    const chat = takeChat(summary);
    // The sign ends by itself when the bot says nothing.
    if (isTyping(chat)) setTimeout(drawState, chat.typing_until - now() + 50);
    drawState();
  });
  on("bubble", (bubble) => {
    const isNew = takeBubble(bubble);
    const chat = chats.get(bubble.chat);
    const isSeen = bubble.chat === screen.chat && document.visibilityState === "visible";
    if (chat !== undefined && isNew && bubble.from === "bot" && !isSeen && bubble.tick === "sent") chat.unread += 1;
    drawOne(bubble);
    drawChips();
    drawPeople();
  });
  source.addEventListener("error", () => takeWorker({ connected: false, detail: "el simulador no responde" }));
}

function takeWorker(worker) {
  screen.worker = worker;
  document.querySelector("#worker-dot").className = `dot ${worker.connected ? "on" : "off"}`;
  document.querySelector("#worker-state").textContent = worker.connected ? "bot conectado" : worker.detail;
  drawState();
}

function drawState() {
  drawHead();
  drawTyping();
  drawPeople();
}

function drawHead() {
  const chat = currentChat();
  if (chat === null) return;
  const state = document.querySelector("#chat-state");
  state.textContent = isTyping(chat) ? "escribiendo…" : screen.worker.connected ? "en línea" : screen.worker.detail;
  state.className = isTyping(chat) || screen.worker.connected ? "" : "apart";
  const number = chat.phone === null ? "sin número" : phoneNumber(chat.phone);
  document.querySelector("#writing-as").replaceChildren(h("small", {}, "escribes como"), h("b", {}, number));
}

/** First things to say, while the chat is empty. */
function drawChips() {
  const chat = currentChat();
  const chips = document.querySelector("#chips");
  const isEmpty = chat !== null && (chat.bubbles?.size ?? 0) === 0;
  chips.hidden = !isEmpty;
  if (!isEmpty) return;
  chips.replaceChildren(
    ...FIRST_WORDS.map((text) =>
      h("button.chip", { type: "button", onclick: () => void say({ ...identity(chat), type: "text", text }) }, text),
    ),
  );
}
