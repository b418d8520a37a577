// What the page asks of the rig.

export async function ask(path, body, method = body === undefined ? "GET" : "POST") {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.words ?? answer.error ?? response.statusText);
  return answer;
}

/** Says for a moment what went wrong. */
export function toast(words) {
  const note = document.createElement("p");
  note.className = "toast";
  note.setAttribute("role", "status");
  note.textContent = words;
  document.body.append(note);
  setTimeout(() => note.remove(), 4_000);
}

/** Does it, and says so where it can't be done. */
export async function attempt(doing) {
  await doing().catch((error) => toast(error.message));
}
