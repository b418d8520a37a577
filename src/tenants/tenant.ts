import type { NumberFormat } from "#kernel";

export type Role = "owner" | "admin" | "employee" | "accountant";

export type LocaleName = "es-CL" | "es-PE" | "es-AR" | "es-MX" | "en" | "pt-BR";

/** What a phone's prefix tells of the business behind it. */
export type Profile = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  currency: string;
  /** IANA. */
  time_zone: string;
  /** BCP 47 of the country and the language its people are answered in, such as es-CL or pt-BR or en. */
  language: string;
  locale: LocaleName;
  number_format: NumberFormat;
  /** How an amount is prefixed: `$`, `S/ `, `R$ `, `US$`, or the ISO code and a space. */
  currency_symbol: string;
};

/** A business that keeps its books with us. */
export type Tenant = {
  id: string;
  name: string | null;
  industry: string | null;
  tax_id: string | null;
  country: string;
  currency: string;
  time_zone: string;
  language: string;
  plan: "free" | "tiburon" | "hambre";
  /** The channel its first message came by. */
  source: "whatsapp";
  onboarding_step: "complete" | "country_pending";
  /** Name of the D1 binding that holds its ledger. */
  shard: string;
  /** ISO 8601, UTC. */
  created_at: string;
};
