// The bar one writes with: text, files, voice notes, and the message being answered or edited.
import { loadSamples, say } from "./api.js";
import { shortOf } from "./bubble.js";
import { identity } from "./chat-view.js";
import { h, icon } from "./dom.js";
import { kindOf, sampleLabel, sendFiles, sendNote } from "./files.js";
import { openMenu, toast } from "./overlays.js";
import { startRecording } from "./recorder.js";
import { currentChat } from "./state.js";
import { duration, fileSize } from "./words.js";

const root = document.querySelector("#composer");
/** Meta's largest document. */
const FILE_BYTES_MAX = 100_000_000;

/** What is being prepared. */
const draft = { files: [], recording: null, replyTo: null, editing: null };

const text = h("textarea.text-box", {
  "aria-label": "Mensaje",
  placeholder: "Escribe un mensaje",
  rows: "1",
  maxlength: "4096",
  enterkeyhint: "send",
});
const words = h("input.words-box", {
  "aria-label": "Palabras de la nota",
  placeholder: "¿Qué dice la nota? p. ej. vendí 20 lucas",
  maxlength: "1000",
});
const send = h(
  "button.round.send",
  { type: "button", "aria-label": "Enviar", onclick: () => void sendDraft() },
  icon("send"),
);
const mic = h(
  "button.round",
  { type: "button", "aria-label": "Nota de voz", title: "Nota de voz", onclick: () => void record() },
  icon("mic"),
);
const attach = h(
  "button.icon.attach",
  { type: "button", "aria-label": "Adjuntar", "aria-haspopup": "menu", onclick: () => void openAttach() },
  icon("attach"),
);
const timer = h("span.timer", { role: "timer" }, "0:00");
const picker = h("input", { type: "file", multiple: true, hidden: true, "aria-label": "Archivo", tabindex: "-1" });

const above = h("div.above");
const recordingBar = h(
  "div.recording",
  { hidden: true },
  h("button.icon", { type: "button", "aria-label": "Descartar nota", onclick: () => discardRecording() }, icon("bin")),
  h("span.red-dot"),
  timer,
);
const honest = h("p.honest", { hidden: true });
root.append(above, honest, h("div.bar", {}, attach, recordingBar, text, mic, send), picker);

export function startComposer() {
  text.addEventListener("input", refresh);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void sendDraft();
  });
  words.addEventListener("keydown", (event) => event.key === "Enter" && void sendDraft());
  picker.addEventListener("change", () => {
    addFiles([...picker.files]);
    picker.value = "";
  });
  document.addEventListener("reply-to", (event) => {
    draft.editing = null;
    draft.replyTo = event.detail;
    refresh();
    text.focus();
  });
  document.addEventListener("edit-message", (event) => {
    draft.replyTo = null;
    draft.editing = event.detail;
    text.value = event.detail.text ?? "";
    refresh();
    text.focus();
  });
  text.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) addFiles(files);
  });
  takeDrops();
  refresh();
}

/** Another chat comes on the screen: nothing half-written goes along. */
export function clearDraft() {
  discardRecording();
  Object.assign(draft, { files: [], replyTo: null, editing: null });
  text.value = "";
  words.value = "";
  refresh();
}

export function focusComposer() {
  if (window.matchMedia("(hover: hover)").matches) text.focus();
}

function takeDrops() {
  const chat = document.querySelector("#chat");
  const hint = document.querySelector("#drop-hint");
  chat.addEventListener("dragover", (event) => {
    event.preventDefault();
    hint.hidden = false;
  });
  chat.addEventListener("dragleave", (event) => {
    if (!chat.contains(event.relatedTarget)) hint.hidden = true;
  });
  chat.addEventListener("drop", (event) => {
    event.preventDefault();
    hint.hidden = true;
    addFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

async function openAttach() {
  const samples = await loadSamples().catch(() => []);
  const from = identity(currentChat());
  openMenu(attach, [
    { label: "Foto", icon: "photo", run: () => pick("image/*") },
    { label: "Documento (PDF, XML…)", icon: "document", run: () => pick("") },
    { label: "Audio", icon: "audio", run: () => pick("audio/*,.ogg,.opus,.m4a") },
    { label: "Ubicación", icon: "place", run: () => void say({ ...from, ...PLACE }) },
    { label: "Contacto", icon: "person", run: () => void say({ ...from, ...CARD }) },
    ...samples.map((name) => ({ label: sampleLabel(name), icon: "sample", run: () => void takeSample(name) })),
  ]);
}

const PLACE = {
  type: "location",
  latitude: -33.4372,
  longitude: -70.6506,
  name: "Plaza de Armas",
  address: "Santiago",
};
const CARD = { type: "contacts", contacts: [{ name: "Distribuidora XYZ", phone: "+56 9 5555 0101" }] };

function pick(accept) {
  picker.accept = accept;
  picker.click();
}

async function takeSample(name) {
  const response = await fetch(`/sim/samples/${encodeURIComponent(name)}`);
  const blob = await response.blob();
  addFiles([new File([blob], name, { type: blob.type })]);
}

function addFiles(files) {
  for (const file of files) {
    if (file.size > FILE_BYTES_MAX) toast(`${file.name}: WhatsApp no acepta más de 100 MB`);
    else draft.files.push(file);
  }
  discardRecording();
  refresh();
  text.focus();
}

async function record() {
  draft.recording = { pending: true };
  words.value = "";
  refresh();
  try {
    draft.recording = await startRecording();
  } catch (error) {
    draft.recording = null;
    toast(`Este navegador no puede grabar: ${error.message}. Adjunta un audio.`);
  }
  refresh();
  words.focus();
  tickTimer();
}

function tickTimer() {
  if (draft.recording === null) return;
  timer.textContent = duration(performance.now() - (draft.recording.startedAt ?? performance.now()));
  setTimeout(tickTimer, 250);
}

function discardRecording() {
  draft.recording?.cancel?.();
  draft.recording = null;
  refresh();
}

async function sendDraft() {
  const chat = currentChat();
  if (chat === null || draft.recording?.pending === true) return;
  const taken = { ...draft, said: text.value.trim(), spoken: words.value.trim() };
  Object.assign(draft, { files: [], recording: null, replyTo: null, editing: null });
  // What was typed before a recording began stays.
  if (taken.recording === null) text.value = "";
  words.value = "";
  refresh();
  text.focus();
  await deliver(identity(chat), taken).catch((error) => toast(`No se pudo enviar: ${error.message}`));
}

async function deliver(from, { files, recording, editing, replyTo, said, spoken }) {
  const base = { ...from, ...(replyTo === null ? {} : { reply_to: replyTo.id }) };
  if (recording !== null) return sendNote(recording, base, spoken);
  if (editing !== null) return say({ ...from, type: "edit", message_id: editing.id, text: said });
  if (files.length > 0) return sendFiles(files, base, { caption: said, words: spoken });
  return said === "" ? null : say({ ...base, type: "text", text: said });
}

function refresh() {
  const isRecording = draft.recording !== null;
  const hasSound = draft.files.some((file) => kindOf(file) === "audio");
  const isEmpty = text.value.trim() === "" && draft.files.length === 0 && !isRecording;
  recordingBar.hidden = !isRecording;
  text.hidden = isRecording;
  attach.hidden = isRecording;
  mic.hidden = !isEmpty;
  send.hidden = isEmpty;
  text.placeholder = draft.files.length > 0 ? "Añade un comentario" : "Escribe un mensaje";
  honest.hidden = !isRecording && !hasSound;
  honest.textContent = honestWords();
  if (isRecording) recordingBar.append(words);
  else if (hasSound) honest.after(words);
  else words.remove();
  above.replaceChildren(...drawAbove());
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 120)}px`;
}

function honestWords() {
  const source = draft.recording?.hasMicrophone === false ? "Sin micrófono: la nota lleva un tono suave. " : "";
  return `${source}Aquí no hay modelo de voz: el transcriptor de reemplazo oirá las palabras que escribas.`;
}

function drawAbove() {
  const parts = [];
  const answered = draft.replyTo ?? draft.editing;
  if (answered !== null) {
    parts.push(
      h(
        "div.answering",
        {},
        h(
          "div",
          {},
          h("b", {}, draft.editing === null ? (answered.from === "person" ? "Tú" : "lucas") : "Editar mensaje"),
          h("span", {}, shortOf(answered)),
        ),
        h(
          "button.icon",
          {
            type: "button",
            "aria-label": "Quitar",
            onclick: () => (Object.assign(draft, { replyTo: null, editing: null }), refresh()),
          },
          icon("close"),
        ),
      ),
    );
  }
  if (draft.files.length > 0)
    parts.push(
      h(
        "ul.files",
        { "aria-label": "Archivos por enviar" },
        ...draft.files.map((file, index) => drawFile(file, index)),
      ),
    );
  return parts;
}

function drawFile(file, index) {
  const remove = h(
    "button.icon",
    { type: "button", "aria-label": `Quitar ${file.name}`, onclick: () => (draft.files.splice(index, 1), refresh()) },
    icon("close"),
  );
  const isPicture = kindOf(file) === "image";
  const face = isPicture
    ? h("img", { src: URL.createObjectURL(file), alt: "" })
    : h(`span.paper${/pdf/i.test(file.type) ? ".pdf" : ""}`, {}, icon(kindOf(file) === "audio" ? "audio" : "document"));
  return h("li.file", {}, face, h("span", {}, h("b", {}, file.name), h("small", {}, fileSize(file.size))), remove);
}
