// The page on which a business lets lucas into the SII: what is typed here goes to the server once, and stays nowhere.

import { post, type Answer } from "../page/client.ts";
import { one } from "../page/one.ts";

type Kind = "certificate" | "clave";
const FILE_BYTES_MAX = 100_000;
/** A login at the SII and the first document take some ten seconds, and a minute where it is slow. */
const ANSWER_MAX_MS = 120_000;

const token = location.hash.slice(1);
// What stands in the address bar is in the browser's history as well.
history.replaceState(null, "", location.pathname);

const form = one(document, "form", HTMLFormElement);
const status = one(document, "#status", HTMLElement);
const submit = one(document, "#submit", HTMLButtonElement);

for (const choice of form.querySelectorAll<HTMLInputElement>("[name=kind]")) choice.addEventListener("change", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void send();
});
show();
void open();

async function open(): Promise<void> {
  const answer = await post("/api/sii/link/open", { token }, ANSWER_MAX_MS);
  if (answer.status !== 200) return end(refusalOf(answer));
  document.body.dataset["stage"] = "open";
}

function show(): void {
  document.body.dataset["kind"] = kindChosen();
}

function written(name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === "string" ? value : "";
}

function kindChosen(): Kind {
  return new FormData(form).get("kind") === "clave" ? "clave" : "certificate";
}

async function send(): Promise<void> {
  const way = await wayGiven();
  if (typeof way === "string") return say(way);
  submit.disabled = true;
  say("Entrando al SII; puede tomar un minuto…");
  const answer = await post<{ message: string }>(
    "/api/sii/link",
    { token, rut: written("rut"), ...way },
    ANSWER_MAX_MS,
  );
  submit.disabled = false;
  if (answer.status === 200) return end(answer.body.message ?? "Listo.", "done");
  const { error } = answer.body;
  // What is told before the link is spent may be put right and sent again.
  if (answer.status === 422 && error?.code !== "sii_refused") return say(error?.message ?? WRONG);
  if (answer.status === 422) return end(error?.message ?? WRONG);
  end(refusalOf(answer));
}

const WRONG = "Algo no cuadra en lo escrito.";

/** What is sent of the way in that was chosen, or what is missing of it. */
async function wayGiven(): Promise<object | string> {
  const fields = new FormData(form);
  if (written("rut").trim() === "") return "Falta el RUT de la empresa.";
  if (fields.get("consent") === null) return "Falta la autorización.";
  if (kindChosen() === "clave") {
    const clave = written("clave");
    const user = written("user_rut").trim();
    if (clave === "") return "Falta la clave.";
    return { kind: "clave", clave, ...(user !== "" && { user_rut: user }) };
  }
  const file = fields.get("pfx");
  if (!(file instanceof File) || file.size === 0) return "Falta el archivo del certificado.";
  if (file.size > FILE_BYTES_MAX) return "Ese archivo es muy grande para ser un certificado.";
  return { kind: "certificate", pfx: await base64Of(file), password: written("password") };
}

async function base64Of(file: File): Promise<string> {
  let binary = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function refusalOf({ status: code, body }: Answer<object>): string {
  if (code === 410 && body.error?.code === "sii_link_used")
    return "Este enlace ya se usó. En el chat, «conectar sii» da otro.";
  if (code === 410) return "Este enlace venció. En el chat, «conectar sii» da otro.";
  if (code === 404 || code === 400) return "Este enlace no sirve. En el chat, «conectar sii» da uno nuevo.";
  return "No hubo respuesta. Conviene revisar el chat: ahí digo cómo quedó.";
}

function say(text: string): void {
  status.textContent = text;
}

/** Nothing of what was typed stays on the page. */
function end(text: string, stage: "done" | "over" = "over"): void {
  form.reset();
  document.body.dataset["stage"] = stage;
  say(text);
}
