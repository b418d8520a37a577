import { fold, tame } from "#kernel";
import type { ClassifyRequest } from "#language";
import type { Entry } from "#ledger";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { hearCorrection } from "./correct.ts";
import { newestPaper } from "./draft.ts";
import { editingMeant } from "./editing.ts";

/** «el local es Lider» of a paper that is shown, or was booked last: who sold it. False for all other words. */
export function answerShop(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const [, shop] = SHOP.exec(request.text.trim()) ?? [];
  if (shop === undefined || DESCRIBED.test(shop) || TELLING.test(fold(shop)) || !isOfPaper(mind, item)) return false;
  const patch = { counterparty: tame(shop, SHOP_CHARS_MAX) };
  hearCorrection(mind, item, { patch, needs_clarification: false });
  return true;
}

const SHOP_CHARS_MAX = 60;

function isOfPaper(mind: Mind, item: Heard): boolean {
  if (newestPaper(mind, item) !== null) return true;
  const entry = item.about ?? editingMeant(mind, item)?.entry ?? justBooked(mind, item);
  return !item.gone && entry !== null && entry.document_id !== null;
}

/** Of what was booked yesterday nobody says the name out of the blue. */
function justBooked({ dialogue: { last } }: Mind, { at }: Heard): Entry | null {
  return last !== null && at - last.at <= NAMED_AFTER_MS_MAX ? last.entry : null;
}

const NAMED_AFTER_MS_MAX = 15 * 60_000;

const SHOP =
  /^(?:no[,.]? )?(?:(?:el|la|mi|o|a|the) )?(?:nombre (?:del|de la) )?(?:local|negocio|tienda|almac[eé]n|supermercado|s[uú]per|empresa|comercio|proveedor|vendedor|ferreter[ií]a|farmacia|emisor|shop|store|loja|mercado|fornecedor) (?:es|se llama|se llamaba|is|é) (?:el |la )?(\p{L}[^?!,;:\d]{1,60}?)[.! ]*$/iu;

/** «es Juan y le debo 20 lucas»: more than a name is told. */
const TELLING =
  /\b(?:(?:[lm]e|nos|les|se|no|que|porque|pero|cuando)\b|deb(?:o|e|en|emos)|pag(?:o|ue|amos|aron|ar)|vend(?:i|io|e|imos)|compr(?:e|o|amos)|gast(?:e|o|amos)|esta|estan|tiene|cerro|abrio|fue)\b/;

/** «el local es grande», «es de mi hermano», «es donde siempre»: no name. */
const DESCRIBED =
  /^(?:(?:muy|tan|m[aá]s|de|del|donde|ese|esa|este|esta|otr[oa]|un|una|mi|tu|su|car[oa]|barat[oa]|grande|chic[oa]|nuev[oa]|buen[oa]|mal[oa]|mism[oa]|pequeñ[oa]|correct[oa]|m[ií][oa]|tuy[oa]|suy[oa]|nuestr[oa]|propi[oa]|familiar|bien|mejor|peor|hoy|ayer|aqu[ií]|ac[aá]|all[aá]|lejos|cerca|as[ií]|solo|siempre|nunca|al|en|a|mine|ours|meu|minha|nosso|that|this|the|um|uma)(?: |$))/iu;
