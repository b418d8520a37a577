// Which lines of a bank's screen or slip name who gave the money, and which who got it. Read on folded lines.

export const GIVER =
  /^\W*(?:(?:nombre |datos |cuenta )?(?:del? )?(?:origen|ordenante|remitente|emisor)|desde|enviado por|from|quien (?:te )?(?:envia|transfiere)|de(?! (?:destino|operacion)))\b/;

export const TAKER =
  /^\W*(?:(?:nombre |datos |cuenta )?(?:del? )?(?:destinatari[oa]|beneficiari[oa]|destino)|(?:transferid[oa]|transferiste|enviaste|enviado|pagaste)(?: \$? ?[\d.,]+)? a|para|hacia|a nombre de|to)\b/;
