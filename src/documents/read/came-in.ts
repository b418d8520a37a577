// What says that money came to whoever holds the paper, and what that it went away.

type Ways = { came: RegExp; went: RegExp };

/**
 * What is said to the holder decides before what is only a title: «recibiste» before «transferencia realizada». Of two of a
 * sort the first does, for what stands below tells what became of it at the other end.
 * @param folded the lines of a paper that is no sale's
 */
export function saysCameIn(folded: readonly string[]): boolean {
  return cameSaid(folded) ?? false;
}

/** Null where the lines say neither that it came nor that it went. */
export function cameSaid(folded: readonly string[]): boolean | null {
  return cameBy(folded, SAID) ?? cameBy(folded, TITLED);
}

/** True where either is said: money moved, whichever way. */
export function saysMoved(folded: readonly string[]): boolean {
  return cameSaid(folded) !== null;
}

function cameBy(folded: readonly string[], { came, went }: Ways): boolean | null {
  for (const line of folded) {
    if (went.test(line)) return false;
    if (came.test(line)) return true;
  }
  return null;
}

const MOVED = "(?:transferencia|abono|pago|deposito|dinero|plata|giro|pix)s?";
/** «Has recibido 150 puntos» is no money. */
const SUM = "(?:\\$|clp\\b|\\d[\\d.,]*(?![\\d.,]| ?(?:punto|milla|sello|cupon|producto|articulo|unidad)))";

/** «Usted ha recibido», and a sentence that begins so; «Juan ha recibido la transferencia» is told to who sent it. */
const FORMAL = "(?:\\b(?:usted|ud)\\.?|^\\W*|[,.:;!] *)";

/** «Te enviaron un mensaje» is no money. */
const OTHER_SENT =
  "(?! (?:una?|el|la|este|esta) (?:mensaje|correo|mail|comprobante|codigo|link|enlace|solicitud|cobro))";

const SAID: Ways = {
  came: new RegExp(
    [
      `\\bha[sz] recibido (?:(?:una? |el |la )?${MOVED}\\b|${SUM})`,
      `${FORMAL} ?(?:ha recibido|recibio) (?:una? ${MOVED}\\b|${SUM})`,
      "\\bhemos recibido una? (?:transferencia|abono|deposito|giro)\\b",
      `\\brecibiste(?: (?:(?:una? |el |la )?${MOVED}\\b|${SUM}|de )|\\W*$)`,
      "\\bte (?:han |ha )?(?:transfirio|transfirieron|transferido|deposito|depositaron|depositado|abono|abonaron|abonado)\\b",
      `\\bte (?:han |ha )?(?:enviaron|enviado)\\b${OTHER_SENT}`,
      `\\bte (?:envio|pago|pagaron|ha pagado|han pagado) (?:una? )?(?:${SUM}|dinero\\b|plata\\b|transferencia\\b|pix\\b)`,
      "\\bvoce recebeu (?:um |uma )?(?:pix|transferencia|pagamento)\\b",
      "\\byou(?: have|'ve)? received (?:an? )?(?:transfer\\b|payment\\b|\\$)",
    ].join("|"),
  ),
  went: /\b(?:enviaste|transferiste|depositaste|pagaste|abonaste)\b|\bhas (?:enviado|transferido|depositado|pagado|abonado)\b|\bvoce (?:enviou|transferiu|pagou)\b|\byou(?: have|'ve)? (?:sent|transferred|paid)\b/,
};

const HEAD = "^\\W*(?:(?:comprobante|detalle|aviso) de (?:la |una |tu )?)?";

/** «Por Juan Pérez»: that is who got it, or who sent it. «Por $45.000» is how much. */
const BY_SOMEBODY = "por\\b(?!\\W*(?:\\d|clp\\b|un (?:monto|total|valor)|la suma|transferencia|deposito|abono|pix))";

const TITLED: Ways = {
  came: new RegExp(
    [
      `${HEAD}${MOVED} recibid[oa]s?\\b(?! (?:${BY_SOMEBODY}|conforme))`,
      "^\\W*recibida de\\b",
      `^\\W*(?:pix recebido|transferencia recebida)\\b(?! ${BY_SOMEBODY})`,
    ].join("|"),
  ),
  // A «recibo» is given to who paid, and says of itself that the payment was received.
  went: new RegExp(
    [
      `${HEAD}${MOVED} (?:realizad|efectuad|enviad)[oa]s?\\b(?! (?:${BY_SOMEBODY}|a (?:su|tu) (?:favor|cuenta)\\b))`,
      `${HEAD}transferencia exitosa\\b`,
      "^\\W*recibo\\b(?! de (?:transferencia|dinero|abono))",
    ].join("|"),
  ),
};
