import { COMMON_MONEY } from "./common.ts";
import { shops, spelled, unclear, unit, type Pack } from "./pack.ts";

/** Brazilian slang (conto, pila, pau) was never checked by a native reader: it is asked. */
export const BR: Pack = {
  country: "BR",
  currency: "BRL",
  described: true,
  tongue: "pt",
  format: { group: ".", decimal: "," },
  symbol: "R$ ",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: null,
  money: {
    ...COMMON_MONEY,
    ...spelled("r$ $ real reais brl", unit("BRL")),
    ...spelled("conto contos pila pilas pau paus", unclear(1, 1_000)),
  },
  merchants: {
    ...shops("combustible", "petrobras ipiranga shell posto_ipiranga br_mania raizen"),
    ...shops(
      "alimentacion",
      "carrefour ifood assai atacadao assai_atacadista pao_de_acucar sams_club hortifruti zaffari guanabara mcdonalds burger_king habibs bobs subway outback rappi ceasa ceagesp fort_atacadista tenda_atacado",
    ),
    ...shops(
      "servicios_basicos",
      "enel sabesp cemig vivo claro tim copel celpe coelba cpfl energisa equatorial elektro sanepar cedae caesb copasa embasa nextel comgas ultragaz liquigas",
    ),
    ...shops(
      "transporte",
      "uber 99 cabify indrive correios sem_parar conectcar veloe latam buser jadlog loggi lalamove flixbus",
    ),
    ...shops("insumos", "leroy_merlin telhanorte c_e_c cec kalunga obramax petz cobasi vinte_e_cinco_de_marco"),
    ...shops(
      "equipamiento",
      "magazine_luiza magalu casas_bahia ponto_frio fast_shop americanas mercado_livre shopee amazon",
    ),
    ...shops(
      "salud",
      "drogasil droga_raia drogaraia pague_menos panvel drogaria_sao_paulo unimed amil hapvida notredame_intermedica",
    ),
    ...shops("impuestos", "receita_federal detran sefaz"),
    ...shops("financieros", "stone cielo pagseguro pagbank getnet sumup infinitepay serasa"),
    ...shops(
      "suscripciones",
      "netflix spotify disney globoplay hbo_max youtube canva chatgpt icloud smart_fit smartfit gympass wellhub",
    ),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads"),
  },
};
