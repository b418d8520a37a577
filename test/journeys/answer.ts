import type { SentMessage } from "../simulators/rig.ts";

/** A message of the bot as its reader sees it. */
export type Answer = {
  id: string;
  text: string;
  buttons: { id: string; title: string }[];
  /** Message id that it quotes, or null. */
  quotes: string | null;
  /** Epoch ms at which the service took it. */
  at: number;
};

/** Reads text and buttons out of what was sent in Cloud API's form. */
export function readAnswer({ id, at, body }: SentMessage): Answer {
  const { text, interactive, context } = body as Wire;
  const buttons = interactive?.action.buttons?.map(({ reply }) => reply) ?? [];
  return { id, at, text: text?.body ?? interactive?.body.text ?? "", buttons, quotes: context?.message_id ?? null };
}

type Wire = {
  text?: { body: string };
  interactive?: { body: { text: string }; action: { buttons?: { reply: { id: string; title: string } }[] } };
  context?: { message_id: string };
};
