// Plays a journey on the stage and writes down what was really said.
import type { Answer } from "./answer.ts";
import { attachment, voiceNote } from "./files.ts";
import type { Act, Journey, Step } from "./journey.ts";
import type { Said, Stage } from "./stage.ts";

/** A step as it went: the answers that came before the next one. */
export type Played = { step: Step; answers: Answer[] };

/** Nothing more is expected once nothing came for so long. */
const QUIET_MS = 400;

/**
 * Says each message once the answers to the one before are there. Answers that nobody expected stand at the step
 * after which they came, so nothing said is overlooked.
 */
export async function play(stage: Stage, { settings, steps }: Journey): Promise<Played[]> {
  const { phone, userId, name } = settings;
  const theirs: string[] = [];
  const played: Played[] = [];
  let expected = 0;
  let told = 0;
  for (const step of steps) {
    const answers = stage.answers(phone);
    const quoted = quotedId(step.act, { theirs, answers });
    const identity = userId === null ? {} : { from_user_id: userId };
    const around = { ...identity, profile_name: name ?? undefined, reply_to: quoted ?? undefined };
    const { id } = await stage.say(phone, saidBy(step.act, { theirs, answers }), around);
    theirs.push(id);
    expected += step.expected.length;
    const came = await stage.waitForAnswers(phone, expected);
    played.push({ step, answers: came.slice(told) });
    told = Math.max(told, came.length);
  }
  await stage.waitForAnswers(phone, expected);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  played.at(-1)?.answers.push(...stage.answers(phone).slice(told));
  return played;
}

type Before = { theirs: string[]; answers: Answer[] };

function quotedId({ quote }: Act, { theirs, answers }: Before): string | null {
  if (!quote) return null;
  const id = quote.of === "message" ? theirs[quote.nth - 1] : answers[quote.nth - 1]?.id;
  if (id === undefined) throw new Error(`there is no ${quote.of} ${quote.nth} yet`);
  return id;
}

function saidBy(act: Act, before: Before): Said {
  const { kind, argument, words } = act;
  const make = ACTS[kind];
  if (!make) throw new Error(`nobody knows how to do «${kind}»`);
  return make({ argument, words }, before);
}

type Doing = { argument: string; words: string };

const ACTS: Readonly<Record<string, (doing: Doing, before: Before) => Said>> = {
  texto: ({ words }) => ({ type: "text", text: words }),
  vacío: () => ({ type: "text", text: " " }),
  foto: ({ argument, words }) => {
    const { bytes, mime_type } = attachment(argument);
    return { type: "image", bytes, mime_type, caption: words === "" ? undefined : words };
  },
  archivo: ({ argument, words }) => ({
    type: "document",
    ...attachment(argument),
    caption: words === "" ? undefined : words,
  }),
  "nota de voz": ({ argument }) => ({
    type: "audio",
    bytes: voiceNote(),
    mime_type: "audio/ogg; codecs=opus",
    voice: true,
    words: argument.replaceAll(/[«»]/g, ""),
  }),
  video: () => ({ type: "video", bytes: voiceNote(), mime_type: "video/mp4" }),
  sticker: () => ({ type: "sticker", bytes: voiceNote(), mime_type: "image/webp" }),
  ubicación: () => ({ type: "location", latitude: -33.4372, longitude: -70.6506, name: "La Moneda" }),
  contacto: () => ({ type: "contacts", contacts: [{ name: "Pedro Proveedor", phone: "56977778888" }] }),
  pedido: () => ({
    type: "order",
    catalog_id: "1",
    items: [{ id: "pan", quantity: 2, price: 1_000, currency: "CLP" }],
  }),
  encuesta: () => ({ type: "unsupported", kind: "poll" }),
  botón: ({ argument }, { answers }) => {
    const button = answers.flatMap(({ buttons }) => buttons).findLast(({ title }) => title === argument);
    if (!button) throw new Error(`no answer offers the button «${argument}»`);
    return { type: "button_reply", ...button };
  },
  reacción: ({ argument }, before) => {
    const [emoji = "", nth] = argument.split(/ a (?:la respuesta )?/, 2);
    const own = before.theirs[Number(nth) - 1] ?? "";
    const theirs = before.answers[Number(nth) - 1]?.id ?? "";
    return { type: "reaction", message_id: argument.includes("respuesta") ? theirs : own, emoji };
  },
  edita: ({ argument, words }, { theirs }) => ({ type: "edit", message_id: messageOf(argument, theirs), text: words }),
  borra: ({ argument }, { theirs }) => ({ type: "revoke", message_id: messageOf(argument, theirs) }),
};

/** A number names the person's own message; «otro» one that the bot never saw. */
function messageOf(nth: string, theirs: readonly string[]): string {
  return theirs[Number(nth) - 1] ?? "wamid.HBgLNTY5OTk5OTk5OTkVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDAwMAA=";
}

/** An answer as the files write it: its text, then its buttons in brackets. */
export function shown({ text, buttons }: Answer): string {
  const row = buttons.map(({ title }) => `[${title}]`).join(" ");
  return row === "" ? text : `${text}\n${row}`;
}
