import { tame } from "#kernel";
import type { ClassifyRequest, Reading } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearCorrection } from "./correct.ts";
import { newestPaper } from "./draft.ts";

/** «el local es Lider» of a paper that is shown, or was booked last: who sold it. False for all other words. */
export function answerShop(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const [, shop] = SHOP.exec(request.text.trim()) ?? [];
  if (shop === undefined || DESCRIBED.test(shop) || !isOfPaper(mind, item)) return false;
  hearCorrection(mind, item, { ...CORRECTION, patch: { counterparty: tame(shop, SHOP_CHARS_MAX) } });
  return true;
}

const SHOP_CHARS_MAX = 60;

const CORRECTION: Reading = {
  type: "correccion",
  movements: [],
  patch: null,
  query: null,
  needs_clarification: false,
  question: null,
  asks: null,
  options: [],
  confidence: 1,
  source: "rules",
};

function isOfPaper(mind: Mind, item: Heard): boolean {
  const entry = item.about ?? mind.dialogue.last?.entry ?? null;
  return newestPaper(mind, item) !== null || (!item.gone && entry !== null && entry.document_id !== null);
}

const SHOP =
  /^(?:no[,.]? )?(?:(?:el|la|mi|o|a|the) )?(?:nombre (?:del|de la) )?(?:local|negocio|tienda|almac[eé]n|supermercado|s[uú]per|empresa|comercio|proveedor|vendedor|ferreter[ií]a|farmacia|emisor|shop|store|loja|mercado|fornecedor) (?:es|era|fue|se llama|se llamaba|is|was|é|foi) (?:el |la )?(\p{L}[^?!]{1,60}?)[.! ]*$/iu;

/** «el local es grande», «es de mi hermano», «es donde siempre»: no name. */
const DESCRIBED =
  /^(?:(?:muy|tan|m[aá]s|de|del|donde|ese|esa|este|esta|otr[oa]|un|una|mi|tu|su|car[oa]|barat[oa]|grande|chic[oa]|nuev[oa]|buen[oa]|mal[oa]|mism[oa]|grande|pequeñ[oa]|correct[oa]|that|this|the|um|uma)(?: |$))/iu;
