// What the page asks of the rig.

export const connection = crypto.randomUUID();

export async function loadChats() {
  return (await ask("/sim/chats")).chats;
}

export async function loadChat(key) {
  return ask(`/sim/chats/${encodeURIComponent(key)}`);
}

export async function loadSamples() {
  return (await ask("/sim/samples")).samples;
}

export async function loadEvents() {
  return (await ask("/sim/events")).events;
}

export async function loadCrons() {
  return (await ask("/sim/crons")).crons;
}

/** @param {Record<string, unknown>} message fields of POST /sim/inbound */
export async function say(message) {
  return ask("/sim/inbound?wait=false", { method: "POST", body: message });
}

/** @param {Blob} file @param {Record<string, string>} fields */
export async function sayFile(file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file, fields.filename);
  return ask("/sim/inbound?wait=false", { method: "POST", form });
}

export async function addContact(phone) {
  return ask("/sim/contacts", { method: "POST", body: { phone } });
}

/** Tells which chat is on the screen, or none: that is what "read" means. */
export async function lookAt(chat) {
  return ask("/sim/focus", { method: "POST", body: { connection, chat } });
}

export async function turnKnobs(patch) {
  return ask("/sim/knobs", { method: "PATCH", body: patch });
}

export async function resetAll() {
  return ask("/sim/reset", { method: "POST", body: {} });
}

export async function runCron(cron) {
  return ask("/sim/crons", { method: "POST", body: { cron } });
}

async function ask(path, { method = "GET", body, form } = {}) {
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(path, {
    method,
    headers,
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}
