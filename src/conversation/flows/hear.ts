import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearChoice } from "./choice.ts";
import { hearDocument } from "./document.ts";
import { hearEnvelope } from "./envelope.ts";
import { hearOfQuoted } from "./quoted.ts";
import { hearDeleted, hearEdited } from "./second-thoughts.ts";
import { endReading, startReading } from "./still-reading.ts";
import { hearSii } from "./sii.ts";
import { hearText } from "./text.ts";

/** One thing heard: adds what it asks for to the mind. */
export function hear(mind: Mind, item: Heard): void {
  const { said } = item;
  switch (said.kind) {
    case "text":
      return hearOfQuoted(mind, item, (words) => hearText(mind, words, said));
    case "choice":
      return hearChoice(mind, item, said.id);
    case "paper":
      startReading(mind, item);
      return void mind.effects.push({
        kind: "read_document",
        media: said.media,
        line: said.line,
        message_id: item.id,
        caption: said.caption,
        at: item.at,
      });
    case "document":
      endReading(mind, item);
      if (said.result.outcome === "several") return hearEnvelope(mind, item, said.result.documents);
      return hearDocument(mind, item, { ...said, result: said.result });
    case "voice_trouble":
      mind.reply_to = item.id;
      return void mind.parts.push({ part: `voice_${said.trouble}` });
    case "sii":
      return hearSii(mind, item, said.told);
    case "edit":
      return hearEdited(mind, item, said.text);
    case "revoke":
      return hearDeleted(mind, item);
    case "address":
      return void mind.effects.push({ kind: "link_address", phone: said.phone, user_id: said.user_id });
    case "reaction":
      return undefined;
    case "other":
      return void mind.parts.push({ part: "unsupported", what: said.what });
  }
}
