import type { CivilDate, Currency } from "#kernel";

// The shapes of contract §5, as `POST /api/ai/classify` answers them.

export type ReadingType =
  | "ingreso"
  | "egreso"
  | "deuda"
  | "consulta"
  | "saludo"
  | "ayuda"
  | "correccion"
  | "si"
  | "no"
  | "otro";

export type MovementType = "ingreso" | "egreso" | "deuda" | "transferencia";

export type DebtDirection = "por_pagar" | "por_cobrar";

/** The piece of the message that a field was read from, as the person wrote it. */
export type Evidence = { field: "amount" | "type" | "date" | "counterparty" | "category" | "tax"; text: string };

export type Movement = {
  type: MovementType;
  /**
   * Of a `deuda`: who owes. Of an `ingreso` or `egreso`: which kind of debt it settles
   * («le aboné 80» por_pagar, «me abonó» por_cobrar), else null.
   */
  direction: DebtDirection | null;
  amount_minor: number | null;
  currency: Currency;
  concept: string | null;
  category: string | null;
  counterparty: string | null;
  date: CivilDate;
  due_date: CivilDate | null;
  net_minor: number | null;
  tax_minor: number | null;
  evidence: Evidence[];
  /** The paper that the words name by its number: «factura 4322». */
  paper?: PaperSaid;
  /** Of a `deuda`: money changed hands («me prestaron», «le presté»), so cash moves and nothing is earned or spent. */
  loan?: true;
  /** What an open amount may be, in minor units, where another question comes first. */
  readings?: number[];
  /** Of a `transferencia`: between which own accounts; from `caja` to `banco` when absent. */
  transfer?: { from: "caja" | "banco"; to: "caja" | "banco" };
};

/** `kind`: null where they say its number alone («folio 4322»). `folio`: digits alone, without zeros in front. */
export type PaperSaid = { kind: "boleta" | "factura" | null; folio: string };

/** What a correction changes; absent fields stay. */
export type Patch = {
  amount_minor?: number;
  type?: "ingreso" | "egreso" | "deuda";
  category?: string;
  counterparty?: string;
  date?: CivilDate;
  delete?: true;
};

export type Metric =
  | "egresos"
  | "ingresos"
  | "saldo"
  | "resultado"
  | "por_cobrar"
  | "por_pagar"
  | "vencimientos"
  | "listado"
  | "resumen"
  | "egresos_por_categoria"
  | "iva"
  | "exportar";

/** `today|yesterday|this_week|last_week|this_month|this_year|YYYY-MM`, or null when none was named. */
export type QueryPeriod = string | null;

export type Query = {
  metric: Metric;
  period: QueryPeriod;
  category: string | null;
  counterparty: string | null;
  /** «entre el 1 y el 15»: the first and the last day, where both are named. */
  days?: { from: CivilDate; to: CivilDate };
};

/** A reading offered to the person when the words leave two. `movement` is what choosing it would book. */
export type Option = { label: string; amount_minor?: number; movement?: Movement };

export type Reading = {
  type: ReadingType;
  movements: Movement[];
  patch: Patch | null;
  query: Query | null;
  /** True: nothing may be booked before an answer to `question`. */
  needs_clarification: boolean;
  question: string | null;
  /**
   * Why a question is asked; tells which field the answer fills. Null beside a question that `answer` can't complete
   * (a pasted table): the next message is read for itself.
   */
  asks: "amount" | "direction" | "concept" | "which_amount" | "what_to_change" | null;
  options: Option[];
  confidence: number;
  source: "rules" | "model";
  /** Of a correction: the thing by which the right category was told («no, fue en bencina»). */
  thing?: string;
};

/** What the message may refer back to. */
export type LastEntry = {
  type: "ingreso" | "egreso" | "deuda" | "transferencia";
  amount_minor: number | null;
  currency: Currency | null;
  concept: string | null;
  category: string | null;
  counterparty: string | null;
  date: CivilDate | null;
  state: "recorded" | "pending_confirmation";
};

export type ClassifyRequest = {
  text: string;
  /** ISO 3166-1 alpha-2 of the tenant. */
  country: string;
  channel: "text" | "voice";
  /** Local calendar date of the message in the tenant's time zone. */
  today: CivilDate;
  last: LastEntry | null;
};

/** Words → proposal, without a model, without a clock, without a network. */
export type Classify = (request: ClassifyRequest) => Reading;
