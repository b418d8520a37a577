import { fold, MINUTE_MS } from "#kernel";
import type { ClaimAction, ClaimLine, ClaimNamed } from "#sii";
import { newestOf, type Open } from "../dialogue.ts";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { plainly } from "./plainly.ts";

// «aceptar factura 99», «reclamar la 99 de Molinos por falta de mercadería»: said to the tax service for good, so it is
// shown first, and only a «sí» to that says it.

type ClaimCommand = { named: ClaimNamed; actions: ClaimAction[] };

const WISH = /^(?:(?:quiero|quisiera|necesito|puedes?|hay que|por favor|porfa|favor|lucas|hola|ya|ok|me|te) )+(?=\S)/;
const VERBS: readonly (readonly [RegExp, "accept" | "goods" | "claim"])[] = [
  [/^(?:acus(?:ar|a|o|e)(?: de)? recibo|dar? (?:acuse de )?recibo|doy (?:acuse de )?recibo)\b/, "goods"],
  [/^acept(?:ar|arla|arlo|a|o|ame|ala|alo|en|emos)\b/, "accept"],
  [/^(?:reclam(?:ar|arla|arlo|a|o|ame|ala|alo|en|emos)|rechaz(?:ar|arla|arlo|a|o|ame|ala|alo|en|emos))\b/, "claim"],
];
const NOUN = /\b(?:facturas?|documentos?|liquidacion(?:es)?|fact?|dte)\b/;
const FILLING =
  /^(?:(?:de|del|a|el|la|las|los|lo|esa|ese|esta|este|mi|electronica|exenta|folio|n|no|nro|num|numero)\b ?)+/;
const BECAUSE = / (?:por|porque|ya que|xq|pq|pues|no (?:me |nos )?lleg\w*|nunca|falt\w*|llego|vino)\b.*$/;
const FOLIO = /^(\d{1,10})(?= |$)/;

/** The wish to accept or claim one document, by its folio or its sender; null for all other words. */
export function claimCommandOf(text: string): ClaimCommand | null {
  const said = plainly(text.replace(/[#°º()]/g, " ")).replace(WISH, "");
  const [words, verb] = VERBS.find(([each]) => each.test(said)) ?? [];
  if (!words || !verb) return null;
  const after = said.replace(words, "");
  const why = verb === "claim" ? (BECAUSE.exec(after)?.[0] ?? "") : "";
  const named = namedIn(after.slice(0, after.length - why.length));
  if (named === null) return null;
  return { named, actions: verb === "claim" ? reasonsIn(why) : [verb === "goods" ? "ERM" : "ACD"] };
}

/** Null where it names nothing that is a document: «reclamar la plata», «acepto». */
function namedIn(words: string): ClaimNamed | null {
  const isDocument = NOUN.test(words);
  const bare = words.replace(NOUN, " ").replace(/\s+/g, " ").trim().replace(FILLING, "");
  const folio = FOLIO.exec(bare)?.[1] ?? null;
  const rest = folio === null ? bare : bare.slice(folio.length).trim();
  const sender = /^(?:de|del) (?:(?:la|el|los|las) )?(.+)$/.exec(rest)?.[1] ?? null;
  if (folio !== null) return rest === "" || sender !== null ? { folio, name: sender } : null;
  return isDocument && bare !== "" && !/\d/.test(bare) ? { folio: null, name: bare } : null;
}

const WHOLE = /\bfalta total|\bno (?:me |nos )?lleg|\bnunca\b|\bnada\b|\bningun|\btod[oa]s?\b|\bno (?:la |lo )?recib/;
const PART = /\bparcial|\bparte\b|\bincomplet|\bfalto\b|\bfaltaron\b|\bfaltan\b|\balgun/;
const GOODS = /\bfalta\b/;

function reasonsIn(why: string): ClaimAction[] {
  if (PART.test(why)) return ["RFP"];
  if (WHOLE.test(why)) return ["RFT"];
  return GOODS.test(why) ? ["RFT", "RFP"] : ["RCD"];
}

/** Only Chile has that register. */
export function hearClaimCommand(mind: Mind, item: Heard, words: string): boolean {
  if (mind.dialogue.membership?.country !== "CL") return false;
  const command = claimCommandOf(words) ?? reasonNamed(mind, words);
  if (command === null) return false;
  mind.reply_to = item.id;
  look(mind, command);
  return true;
}

/** «una parte» while it is asked whether all or a part is missing: it is asked once more, of that alone. */
function reasonNamed({ dialogue }: Mind, words: string): ClaimCommand | null {
  const open = newestOf(dialogue.open);
  if (open?.kind !== "claim" || open.actions.length < 2) return null;
  const said = plainly(words);
  const [action, ...more] = PART.test(said) ? (["RFP"] as const) : WHOLE.test(said) ? (["RFT"] as const) : [];
  return action && more.length === 0 ? { named: nameOf(open.line), actions: [action] } : null;
}

function look(mind: Mind, { named, actions }: ClaimCommand): void {
  const ref = mind.effects.push({ kind: "claim_look", named, actions }) - 1;
  mind.parts.push({ part: "claim_look", ref });
}

function nameOf({ folio, name }: ClaimLine): ClaimNamed {
  return { folio, name };
}

type OpenClaim = Extract<Open, { kind: "claim" }>;

/** What is said for good is agreed to while it is on the screen. */
const AGREE_WITHIN_MS = 15 * MINUTE_MS;

/** «sí» or «no» to what was asked of a document. */
export function settleClaim(mind: Mind, item: Heard, { open, agreed }: { open: OpenClaim; agreed: boolean }): void {
  if (!agreed) return leave(mind, open);
  const isOld = isPast(open, item) || (mind.dialogue.last?.at ?? 0) > open.at;
  const isPlain = item.said.kind === "text" && /^si+\b[^?]*$/.test(fold(item.said.text).trim());
  // Something else came between, it is not told which, or it is «ya dale»: it is shown again, and not said.
  if (isOld || !isPlain || open.actions.length > 1)
    return look(mind, { named: nameOf(open.line), actions: open.actions });
  const [action] = open.actions;
  if (action) speak(mind, open, action);
}

function isPast({ at }: OpenClaim, item: Heard): boolean {
  return item.at - at > AGREE_WITHIN_MS;
}

/** A tapped button, `<document>:<action>`, or `<document>:` for none. */
export function chooseClaim(mind: Mind, item: Heard, argument: string): void {
  const [id, action] = argument.split(":");
  const open = mind.dialogue.open.find((each) => each.kind === "claim" && each.line.id === id);
  if (open?.kind !== "claim") return void mind.parts.push({ part: "nothing_pending" });
  const chosen = open.actions.find((each) => each === action);
  if (chosen && isPast(open, item)) look(mind, { named: nameOf(open.line), actions: [chosen] });
  else if (chosen) speak(mind, open, chosen);
  else leave(mind, open);
}

function speak(mind: Mind, open: OpenClaim, action: ClaimAction): void {
  close(mind, open);
  const ref = mind.effects.push({ kind: "claim", document_id: open.line.id, action }) - 1;
  mind.parts.push({ part: "claim_end", ref });
}

function leave(mind: Mind, open: OpenClaim): void {
  close(mind, open);
  mind.parts.push({ part: "left_as_is" });
}

function close(mind: Mind, open: OpenClaim): void {
  mind.dialogue.open = mind.dialogue.open.filter((each) => each !== open);
}
