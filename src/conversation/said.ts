import type { Content, Inbound } from "#channels";
import type { Said } from "./heard.ts";

/** What a channel's message says, in the conversation's words. Pure. */
export function saidOf({ content, line }: Inbound): Said {
  switch (content.kind) {
    case "text":
      return { kind: "text", text: content.text, voice: false };
    case "choice":
      return { kind: "choice", id: content.id, title: content.title };
    case "media":
      return mediaSaid(content, line);
    case "reaction":
      return { kind: "reaction" };
    case "edit":
      return { kind: "edit", text: content.text };
    case "revoke":
      return { kind: "revoke" };
    case "location":
    case "contacts":
    case "order":
      return { kind: "other", what: content.kind };
    case "system":
      return { kind: "address", phone: content.phone, user_id: content.user_id };
    case "unsupported":
      return { kind: "other", what: "other" };
  }
}

/** The message whose entry is meant: the quoted one, or the one that was edited or deleted. */
export function spokenOf(inbound: Inbound): string | null {
  const { content } = inbound;
  if (content.kind === "edit" || content.kind === "revoke") return content.of;
  return inbound.reply_to;
}

function mediaSaid({ media, caption }: Extract<Content, { kind: "media" }>, line: string): Said {
  switch (media.kind) {
    case "image":
    case "document":
      return { kind: "paper", media, line, caption };
    case "sticker":
    case "video":
      return { kind: "other", what: media.kind };
    case "audio":
      return { kind: "other", what: "other" };
  }
}
