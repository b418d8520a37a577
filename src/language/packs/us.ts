import { COMMON_MONEY } from "./common.ts";
import { cents, scale, shops, spelled, unit, type Pack } from "./pack.ts";

export const US: Pack = {
  country: "US",
  currency: "USD",
  described: true,
  tongue: "en",
  format: { group: ",", decimal: "." },
  symbol: "US$",
  bare_asked_below: 0,
  drops_thousand: false,
  tax_percent: null,
  money: {
    ...COMMON_MONEY,
    ...spelled("$ buck bucks", unit("USD")),
    ...spelled("grand", scale(1_000)),
    ...spelled("billion billions", scale(1_000_000_000)),
    ...spelled("cent cents ¢", cents()),
  },
  merchants: {
    ...shops(
      "combustible",
      "chevron exxon shell mobil bp arco valero texaco citgo sunoco speedway circle_k wawa sheetz",
    ),
    ...shops(
      "alimentacion",
      "walmart costco kroger safeway publix aldi trader_joes whole_foods heb h_e_b wegmans albertsons food_lion meijer sams_club mcdonalds starbucks chipotle dunkin doordash uber_eats ubereats grubhub instacart seven_eleven",
    ),
    ...shops(
      "insumos",
      "home_depot lowes staples office_depot officemax michaels joann hobby_lobby ace_hardware harbor_freight uline restaurant_depot sherwin_williams petsmart petco dollar_tree",
    ),
    ...shops("transporte", "uber lyft usps ups fedex dhl amtrak greyhound southwest ez_pass e_zpass u_haul uhaul"),
    ...shops(
      "servicios_basicos",
      "comcast xfinity verizon at_t t_mobile spectrum pge con_edison duke_energy mint_mobile",
    ),
    ...shops("equipamiento", "best_buy ikea amazon apple_store ebay"),
    ...shops("mantencion", "autozone jiffy_lube pep_boys oreilly firestone discount_tire"),
    ...shops("salud", "cvs walgreens rite_aid kaiser"),
    ...shops("impuestos", "irs dmv"),
    ...shops("financieros", "geico state_farm paypal stripe"),
    ...shops(
      "suscripciones",
      "netflix spotify disney hulu hbo_max youtube_premium canva chatgpt icloud adobe quickbooks shopify dropbox planet_fitness",
    ),
    ...shops("marketing", "facebook_ads meta_ads google_ads instagram_ads yelp_ads vistaprint"),
  },
};
