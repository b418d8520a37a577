import { answer, classify, type ClassifyRequest, type Reading } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearCorrection } from "./correct.ts";
import { editingMeant } from "./editing.ts";

/** «45», «ayer», «insumos» to «¿Qué corrijo?». False where the words say something of their own. */
export function answerEditing(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  if (!editingMeant(mind, item) || !isBare(request)) return false;
  const reading = answer(WHAT_TO_CHANGE, request.text, request);
  if (!reading?.patch || reading.needs_clarification) return false;
  hearCorrection(mind, item, reading);
  return true;
}

const BARE_WORDS_MAX = 4;

function isBare(request: ClassifyRequest): boolean {
  if (request.text.includes("?") || request.text.trim().split(/\s+/).length > BARE_WORDS_MAX) return false;
  const { type, movements } = classify({ ...request, last: null });
  if (type !== "otro" && type !== "egreso" && type !== "ingreso") return false;
  return movements.every(({ evidence }) => evidence.every(({ field }) => field === "amount" || field === "date"));
}

const WHAT_TO_CHANGE: Reading = {
  type: "correccion",
  movements: [],
  patch: null,
  query: null,
  needs_clarification: true,
  question: null,
  asks: "what_to_change",
  options: [],
  confidence: 1,
  source: "rules",
};
