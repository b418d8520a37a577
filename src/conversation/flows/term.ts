import { creditIn } from "#documents";
import type { ClassifyRequest } from "#language";
import type { Heard } from "../heard.ts";
import type { Mind } from "../mind.ts";
import { newestPaper, showAgain } from "./draft.ts";
import { plainly } from "./plainly.ts";

/** «pagada», «al contado», «a 30 días» under a paper: how that one is paid. False for all other words. */
export function answerTerm(mind: Mind, item: Heard, request: ClassifyRequest): boolean {
  const open = newestPaper(mind, item);
  if (!open) return false;
  const said = plainly(request.text).replace(/^(?:no |es |fue |era |eso )+/, "");
  const credit = creditIn([said], open.draft.extraction.fields.date);
  if (!credit && !PAID.test(said)) return false;
  if (credit) open.draft.credit = credit;
  else delete open.draft.credit;
  showAgain(mind, item, open);
  return true;
}

const PAID =
  /^(?:al )?contado$|^(?:ya )?(?:esta |fue |e |foi |it is |its |is )?(?:ya )?(?:pagad[oa]|pag[oa]|paid|cancelad[oa])$|^(?:ya )?(?:la|lo) (?:pague|pagamos|cancele)(?: ya)?$|^(?:ja )?paguei(?: ja)?$|^i paid(?: it)?$|^(?:en|a la) (?:efectivo|vista)$|^a vista$/;
