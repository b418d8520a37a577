import { fold } from "#kernel";
import type { ClassifyRequest } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { discardDocument, newestPaper, offerDiscard, type OpenDocument } from "./draft.ts";
import { plainly } from "./plainly.ts";
import { removeOf } from "./which-entry.ts";

// «no es mío», «sáltatela», «es pa la casa»: a paper that does not belong in these books.

/** `never`: it is somebody else's, or none of the business's doing. `private`: bought for oneself, with money of the till perhaps. */
export type Disowned = "never" | "private";

/** Lets go of the paper that is shown, or asks where it may be one after all; of what was just booked as «bórralo» does. */
export function answerNotMine(mind: Mind, item: Heard, { text }: ClassifyRequest): boolean {
  const disowned = disownedIn(text);
  if (disowned === null) return false;
  const open = newestPaper(mind, item);
  const { last } = mind.dialogue;
  if (open && open.at >= (last?.at ?? 0)) disown(mind, item, { open, disowned });
  else if (item.about) removeOf(mind, item, item.about);
  else if (!item.gone && last?.entry.document_id && !mind.undone && item.at - last.at <= BOOKED_MS_MAX)
    removeOf(mind, item, last.entry);
  else return false;
  return true;
}

/** Of what was booked earlier nobody says so without naming it. */
const BOOKED_MS_MAX = 15 * 60_000;

function disown(mind: Mind, item: Heard, { open, disowned }: { open: OpenDocument; disowned: Disowned }): void {
  if (disowned === "private") return offerDiscard(mind, item, open);
  discardDocument(mind, open);
  mind.dialogue.undone = true;
}

/** How the words disown a paper; null for all that say something else. */
export function disownedIn(text: string): Disowned | null {
  // A question disowns nothing.
  if (text.includes("?")) return null;
  // «no, es de mi vecino» answers and tells; «no es personal» tells the contrary.
  const said = plainly(fold(text).replace(/^\W*(?:no|nao) *[,.;!]+/, "")).replace(HEAD, "");
  if (PRIVATE.test(said)) return "private";
  return NEVER.test(said) ? "never" : null;
}

const HEAD =
  /^(?:(?:no(?= (?:(?:eso|esa|ese|esta|este|esto|yo) )*no\b)|ah|oye|ya|pero|perdon|ups|uy|pucha|mira|disculpa|bueno|mejor|olvidalo|olvidala|olvida|borralo|borrala|descartala|descartalo|dejalo|dejala|esquece|oops|sorry) )+(?=\S)/;
const THIS =
  "(?:(?:eso|esa|ese|esto|esta|este|isso|essa|esse|that|this|it|la|el|o|a|lo|the|boleta|factura|foto|compra|gasto|documento|papel|comprobante|voucher|recibo|nota|receipt|invoice) )*";
const END =
  "(?: (?:po|pues|gracias|porfa|por favor|perdon|sorry|me equivoque|fue un error|la mande (?:sin querer|por error)))*";

/** Who it is of, if not mine: a person, by their place in one's life. */
const OTHER =
  "(?:mi |un |una |la |el |otra |otro |meu |minha |my )?(?:vecin[oa]s?|herman[oa]|hij[oa]|herman[oa]s|mama|papa|madre|padre|espos[oa]|marido|mujer|señora|senora|pololo|polola|novi[oa]|cuñad[oa]|cunad[oa]|suegr[oa]|amig[oa]s?|prim[oa]|ti[oa]|sobrin[oa]|abuel[oa]|compañer[oa]|companer[oa]|vizinh[oa]|irmao|irma|neighbou?r|brother|sister|wife|husband|friend)|otra persona|otro local|otro negocio|otra empresa|otra tienda|alguien mas|outra pessoa|someone else|another shop";

const NEVER = new RegExp(
  `^${THIS}(?:${[
    "no (?:es|era|fue|son|eran) (?:mi[oa]s?|nuestr[oa]s?|de nosotros|del negocio|de mi negocio|de la empresa|del local|para mi|pa mi)",
    "no (?:me )?(?:corresponde|pertenece)(?: a (?:mi|mi negocio|este negocio|nosotros))?",
    "no (?:(?:la|lo|los|las) )?(?:compre|compramos|hice|hicimos)(?: yo| nosotros)?(?: eso| esto| esa| nada de eso)?",
    "yo no (?:(?:la|lo|los|las) )?(?:compre|hice)(?: eso| esto| esa| nada de eso)?",
    `(?:es|era|fue) (?:de|del) (?:${OTHER})`,
    "salta(?:te|)(?:la|lo)|saltate (?:esta|esa|este|ese|eso)|omitel[oa]|omite (?:esta|esa|eso)|ignoral[oa]|ignora (?:esta|esa|eso|este)|pasal[oa] por alto",
    "(?:la|lo|te la|te lo) ?(?:mande|envie) (?:sin querer|por error|por equivocacion|equivocad[oa])|me equivoque de (?:foto|boleta|factura|papel|documento)|(?:es|era|fue) (?:un error|por error|otra cosa|sin querer)",
    "(?:es|era|fue) (?:(?:una|un|de) )?(?:prueba|test|ejemplo|mentira)|(?:es|era) (?:una )?(?:boleta|factura|foto) de prueba|(?:es|era) (?:para|pa) probar",
    "no va(?: aqui| aca| en (?:mis|las) cuentas)?|no (?:cuenta|vale|sirve)",
    "nao (?:e|era) (?:meu|minha|nosso|nossa)|nao (?:fui eu|comprei(?: isso)?)|(?:e|era) d[oa] (?:vizinh[oa]|meu (?:irmao|amigo|marido)|minha (?:irma|amiga|esposa|mae))|pula essa|(?:e|era) (?:um )?teste",
    "(?:is not|isnt|s not|was not|wasnt) (?:mine|ours)|i (?:did not|didnt) buy (?:it|that|this)|skip (?:it|this|that)|(?:is|its) (?:a test|my (?:neighbou?rs?|brothers?|wifes?|friends?))",
  ].join("|")})${END}$`,
);

const HOME = "(?:la casa|mi casa|mi hogar|mi|la familia|mi familia|consumo propio|uso personal|uso propio|nosotros)";

const PRIVATE = new RegExp(
  `^${THIS}(?:${[
    "(?:es|era|fue|son) (?:(?:un|una|algo) )?(?:(?:gasto|compra|cosa) )?(?:personal(?:es)?|particular(?:es)?|privad[oa]s?|familiar(?:es)?|domestic[oa]s?|propi[oa])(?: mi[oa])?",
    `(?:es|era|fue|son) (?:para|pa|de) ${HOME}`,
    `(?:(?:la|lo|las|los) )?compre (?:para|pa) ${HOME}`,
    "(?:e|era|foi) (?:pessoal|particular|(?:pra|para|da) (?:casa|minha casa|familia))|comprei (?:pra|para) (?:casa|mim|minha casa)",
    "(?:is|its|was) (?:personal|private|for (?:home|my home|me|my family))|bought (?:it )?for (?:home|me|my family)",
  ].join("|")})${END}$`,
);
