import type { DebtDirection, Metric, MovementType } from "../reading.ts";
import type { Cue, CueName, QueryWord } from "./tongue.ts";

type Said = { tense?: Cue["tense"]; rank?: Cue["rank"]; direction?: DebtDirection };

/** A cue; a verb in the past unless said otherwise: `cue("spend", "egreso")` for «gasté». */
export function cue(name: CueName, type: MovementType, said: Said = {}): Cue {
  return { name, type, direction: said.direction ?? null, tense: said.tense ?? "past", rank: said.rank ?? 3 };
}

/** A figure and what asks for it, the higher rank first: `metric("saldo", 5, "cuanta plata tengo")`. */
export function metric(name: Metric, rank: number, says: string): [QueryWord, string] {
  return [{ asks: "metric", metric: name, rank }, says];
}

/** A stretch of time and what names it: `during("today", "hoy")`. */
export function during(period: Extract<QueryWord, { asks: "period" }>["period"], says: string): [QueryWord, string] {
  return [{ asks: "period", period }, says];
}
