// What the page shows; the style sheet hides what does not belong to a stage.

import { one } from "../page/one.ts";
import type { Words } from "./client.ts";

/** `ready`: no camera runs; `over`: the link opens nothing any more. */
export type Stage = "opening" | "ready" | "looking" | "sending" | "received" | "over";

export type View = {
  video: HTMLVideoElement;
  start: HTMLButtonElement;
  torch: HTMLButtonElement;
  photo: HTMLInputElement;
  /** Shows a stage, and says one of the page's phrases, or nothing. */
  show(stage: Stage, phrase: string | null): void;
  /** From here on in these words. */
  speak(words: Words, lang: string): void;
};

export function viewOf(page: Document): View {
  const { body, documentElement } = page;
  const status = one(page, "#status", HTMLElement);
  let words = JSON.parse(body.dataset["words"] ?? "{}") as Words;
  return {
    video: one(page, "#video", HTMLVideoElement),
    start: one(page, "#start", HTMLButtonElement),
    torch: one(page, "#torch", HTMLButtonElement),
    photo: one(page, "#photo", HTMLInputElement),
    show: (stage, phrase) => {
      body.dataset["stage"] = stage;
      status.textContent = phrase === null ? "" : (words[phrase] ?? "");
    },
    speak: (spoken, lang) => {
      words = spoken;
      documentElement.lang = lang;
      for (const each of page.querySelectorAll<HTMLElement>("[data-phrase]")) {
        each.textContent = words[each.dataset["phrase"] ?? ""] ?? "";
      }
    },
  };
}
