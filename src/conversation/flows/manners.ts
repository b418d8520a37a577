import { fold } from "#kernel";

export type Courtesy = "thanks" | "calm" | "off_topic";

/** What is said to words that tell nothing of money. An insult gets a calm line, and no lesson. */
export function courtesyFor(text: string): Courtesy {
  const said = fold(text);
  if (INSULT.test(said)) return "calm";
  return THANKS.test(said) ? "thanks" : "off_topic";
}

/** Words that are no purpose of anything: a question back, an insult. */
export function isNoPurpose(text: string): boolean {
  const said = fold(text);
  return text.includes("?") || (INSULT.test(said) && !BOUGHT.test(said));
}

/** Insults that are also things people pay for: rubbish carried away, a donkey. */
const BOUGHT = /^\W*(?:(?:en|de|por|la|el|un|una|los)\s+)*(?:basura|porqueria|burro|mierda)\b/;

const THANKS =
  /\b(gracias|obrigad[oa]|thanks|thank you|perfecto|genial|buenisimo|excelente|bkn|bacan|ok|okey|dale|listo)\b/;

/** Said at somebody; «la cagué», «puta la wea» grumble at nobody, but a calm answer suits them as well. */
const INSULT =
  /\b(?:imbecil|idiota|est[uú]pid[oa]|tarad[oa]|inutil|pelotud[oa]|boludo|huevon culiao|weon culiao|culia[od]o?|ctm|conchetumare|conchesumadre|concha ?(?:de ?)?(?:tu|su) ?madre|hijo de puta|hijueputa|hdp|maraco|mierda|porqueria|basura|puta|pendej[oa]|cabron|chinga|malparid[oa]|gonorrea|cara ?e ?raja|callate|tonto|bobo|burro|merda|filho da puta|fdp|idiot|stupid|moron|dumb|useless|fuck|shit|asshole|bitch)\b/;
