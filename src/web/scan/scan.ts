// The scan page: the code is read on the phone, from the camera or a photo, and its bytes are sent with the link's token.

import { openCamera, readPhoto, type Eye } from "./camera.ts";
import { open, send } from "./client.ts";
import { viewOf } from "./view.ts";

/** Between two looks; each takes longer than that on most phones. */
const LOOK_EVERY_MS = 60;
/** After something that could not be sent. */
const SEND_AGAIN_MS = 3_000;
const BUZZ_MS = 80;

const token = location.hash.slice(1);
const view = viewOf(document);
const reader = new Worker("/escanear/reader.js", { type: "module" });

let isOpen = false;
let eye: Eye | null = null;
let isLit = false;
/** Codes of no tax document: each is asked about once. */
const foreign = new Set<string>();

view.start.addEventListener("click", () => void (isOpen ? watch() : begin()));
view.torch.addEventListener("click", () => void shine(!isLit));
view.photo.addEventListener("change", () => void choose());
addEventListener("pagehide", closeEye);
void begin();

async function begin(): Promise<void> {
  view.show("opening", "opening");
  const opened = await open(token);
  if (opened.state === "unreachable") return view.show("ready", opened.state);
  if (opened.state !== "open") return view.show("over", opened.state);
  isOpen = true;
  view.speak(opened.words, opened.locale);
  await watch();
}

async function watch(): Promise<void> {
  closeEye();
  view.show("opening", "opening");
  const mine = await openCamera(view.video, reader).catch(() => null);
  if (!mine) return view.show("ready", "no_camera");
  eye = mine;
  view.torch.hidden = mine.torch === null;
  view.show("looking", "reading");
  const isWatching = (): boolean => eye === mine;
  while (isWatching()) {
    const codes = await mine.look();
    if (isWatching()) await offer(codes);
    await pause(LOOK_EVERY_MS);
  }
}

async function choose(): Promise<void> {
  const [photo] = view.photo.files ?? [];
  if (!photo) return;
  closeEye();
  foreign.clear();
  view.show("sending", "reading");
  const codes = await readPhoto(photo, reader).catch(() => []);
  view.photo.value = "";
  view.show("ready", codes.length === 0 ? "nothing_found" : null);
  await offer(codes);
}

/** Sends what was read until the server takes one: whether a code is a tax document's, only the server judges. */
async function offer(codes: readonly Uint8Array[]): Promise<void> {
  for (const code of codes) {
    const name = String(code);
    if (foreign.has(name)) continue;
    view.show("sending", "sending");
    const answer = await send(token, code);
    if (answer === "received") return finish();
    if (answer === "no_tax_code") foreign.add(name);
    else if (answer !== "unreachable") return close(answer);
    view.show(eye ? "looking" : "ready", answer);
    if (answer === "unreachable") await pause(SEND_AGAIN_MS);
  }
}

/** The link is spent: it goes from the address as well. */
function finish(): void {
  close("received");
  history.replaceState(null, "", location.pathname);
  navigator.vibrate?.(BUZZ_MS);
}

function close(end: "received" | "expired" | "used" | "unknown"): void {
  closeEye();
  view.show(end === "received" ? "received" : "over", end);
}

function closeEye(): void {
  eye?.close();
  eye = null;
  isLit = false;
  view.torch.hidden = true;
}

async function shine(on: boolean): Promise<void> {
  await eye?.torch?.(on).then(
    () => (isLit = on),
    () => (view.torch.hidden = true),
  );
  view.torch.setAttribute("aria-pressed", String(isLit));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
