/** Why the scan page is offered: it was asked for; a stamp is printed but its code could not be read; the photo is poor. */
export type ScanReason = "asked" | "no_code" | "quality";

/** What the scan page says, in plain text. */
export type ScanPage = Readonly<Record<ScanPhrase, string>>;

type ScanPhrase =
  | "title"
  /** The one line of advice. */
  | "advice"
  | "open_camera"
  | "torch"
  | "choose_photo"
  | "opening"
  | "reading"
  | "sending"
  | "received"
  | "back_to_chat"
  | "no_camera"
  | "nothing_found"
  | "no_tax_code"
  | "expired"
  | "used"
  | "unknown"
  | "unreachable"
  | "needs_script"
  | "private";
