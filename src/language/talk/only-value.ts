import { fold } from "#kernel";
import { dateSpans } from "../dates/find-dates.ts";
import { isHowMany } from "../money/how-many.ts";
import { setAside } from "../money/not-money.ts";
import { moneySpans } from "../money/spans.ts";
import { taxOf } from "../money/tax.ts";
import type { ClassifyRequest } from "../reading.ts";
import { messageOf, take } from "../words/message.ts";

/**
 * The words name an amount or a day and say nothing beside it: «12.900», «no, el total es 4490», «creo que eran 45»,
 * «fue ayer»; not «te mando 2 más», «la 1», «la pago a 30 días».
 * @param own how the paper or the entry is called: «la boleta de la panadería son 12.900»
 */
export function saysOnlyValue(
  { text, country, today }: Pick<ClassifyRequest, "text" | "country" | "today">,
  own: string,
): boolean {
  if (text.length > CHARS_MAX) return false;
  const message = messageOf(text, country, { today });
  setAside(message);
  const days = dateSpans(message);
  const amounts = moneySpans(message);
  if (days.length + amounts.length === 0 || amounts.some((span) => isHowMany(message, span, 0))) return false;
  for (const span of amounts) take(message, span, "money");
  taxOf(message, 0, message.tokens.length);
  const called = new Set(fold(own).split(" "));
  return message.tokens.every(
    ({ kind, key }, at) => kind === "mark" || message.uses[at] !== "free" || PRESENTING.has(key) || called.has(key),
  );
}

const CHARS_MAX = 120;

/** What presents a figure, in any of our languages. «Te», «me», «pago», «falta», «neto» say something of their own. */
const PRESENTING: ReadonlySet<string> = new Set(
  `no nop nope nao si sip sim yes ya ok okey dale pero mas but sino claro perdon perdona disculpa sorry desculpa digo mejor dicho quise decir
   realidad verdad verdade actually po pos pues que se ah eh uy ups oops mm mmm espera oye oiga ojo mira usted
   a ao al de del do da desde en em in por con com of to the el la lo los las o os un una uno unos unas um uma como casi about
   ese esa eso este esta esto isso esse essa it its this that
   son es e era eran fue fueron sao foi foram eram seria serian is was were deberia debe debia tiene ser haber
   total totales monto valor precio suma cifra numero importe amount price
   fecha dia data date day final real correcto correcta correct certo bueno buena exacto exacta justo
   boleta boletas factura ticket documento papel compra recibo nota fatura invoice receipt
   dice decia dicen pone diz says marca marcaba sale salia salio figura aparece ahi abajo ali there
   mal malo leiste leyo leido wrong equivocado equivocada equivoque equivocaste error errado
   corrige corrigelo corrigela corregir cambia cambialo cambiala cambiale cambiar pon ponle ponlo ponga pongale anota anotalo
   creo parece calculo acuerdo recuerdo think acho solo nomas apenas aprox aproximadamente cerca
   gracias porfa porfavor favor porfis thanks obrigado obrigada peso pesos clp iva incluido incluida`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
