// Files on their way into the chat: what WhatsApp makes of them, and how samples are called.
import { sayFile } from "./api.js";

/** WhatsApp sends pictures as photos, sounds as audio, and all else as documents. */
export function kindOf(file) {
  if (/^image\/(jpeg|png)$/.test(file.type)) return "image";
  if (file.type.startsWith("audio/") || /\.(ogg|opus|m4a|mp3)$/i.test(file.name)) return "audio";
  if (file.type === "video/mp4") return "video";
  return "document";
}

/** `boleta-sodimac.jpg` reads «Boleta de ejemplo (sodimac)». */
export function sampleLabel(name) {
  const [kind, ...rest] = name.replace(/\.\w+$/, "").split("-");
  const form = /\.pdf$/i.test(name) ? " PDF" : "";
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${form} de ejemplo${rest.length === 0 ? "" : ` (${rest.join(" ")})`}`;
}

/** A finished recording goes out in WhatsApp's own format. */
export async function sendNote(recording, base, spoken) {
  const note = await recording.finish();
  await sayFile(note, {
    ...base,
    type: "audio",
    voice: "true",
    words: spoken,
    filename: "voice.ogg",
    mime_type: "audio/ogg; codecs=opus",
  });
}

export async function sendFiles(files, base, { caption, words: spoken }) {
  for (const [index, file] of files.entries()) {
    const type = kindOf(file);
    await sayFile(file, {
      ...base,
      type,
      filename: file.name,
      mime_type: file.type,
      ...(type === "audio" ? { words: spoken, voice: String(/ogg|opus/i.test(file.type + file.name)) } : {}),
      ...(index === 0 && type !== "audio" ? { caption } : {}),
    });
  }
}
