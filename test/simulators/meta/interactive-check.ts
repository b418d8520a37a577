// Judges buttons, lists and links that a business wants to send, by Meta's published limits. Pure.
import { fieldsOf, isFields, listOf, textOf } from "../fields.ts";
import type { Fields } from "../fields.ts";
import { isText, lengthOf, refuse } from "./refuse.ts";
import type { Verdict } from "./refuse.ts";

const INTERACTIVE_BODY_CHARS_MAX = 1024;
const LIST_BODY_CHARS_MAX = 4096;
const FOOTER_CHARS_MAX = 60;
const HEADER_CHARS_MAX = 60;
const BUTTONS_MAX = 3;
const BUTTON_TITLE_CHARS_MAX = 20;
const BUTTON_ID_CHARS_MAX = 256;
const LIST_ROWS_MAX = 10;
const SECTION_TITLE_CHARS_MAX = 24;
const ROW_ID_CHARS_MAX = 200;
const ROW_TITLE_CHARS_MAX = 24;
const ROW_DESCRIPTION_CHARS_MAX = 72;

/** Judges the object of an interactive message. */
export function checkInteractive(content: Fields): Verdict {
  const kind = content["type"];
  const action = content["action"];
  if (!isFields(action)) return refuse(131008, "The parameter interactive['action'] is required.");
  const bodyMax = kind === "list" ? LIST_BODY_CHARS_MAX : INTERACTIVE_BODY_CHARS_MAX;
  const around =
    checkBody(content["body"], bodyMax) ?? checkFooter(content["footer"]) ?? checkHeader(content["header"]);
  if (around !== null) return around;
  switch (kind) {
    case "button":
      return checkButtons(action["buttons"]);
    case "list":
      return checkList(action);
    case "cta_url":
      return checkLinkButton(action);
    case "flow":
    case "location_request_message":
    case "request_contact_info":
      return null;
    default:
      return refuse(131009, `Param interactive['type'] is not valid - got "${textOf(kind) ?? ""}".`);
  }
}

function checkBody(body: unknown, max: number): Verdict {
  if (!isFields(body)) return refuse(131008, "The parameter interactive['body'] is required.");
  return checkRange(body["text"], "Body text", max);
}

function checkFooter(footer: unknown): Verdict {
  if (footer === undefined) return null;
  return checkRange(fieldsOf(footer)["text"], "Footer text", FOOTER_CHARS_MAX);
}

function checkHeader(header: unknown): Verdict {
  if (header === undefined) return null;
  if (!isFields(header)) return refuse(131009, "Header is not valid.");
  return header["type"] === "text" ? checkRange(header["text"], "Header text", HEADER_CHARS_MAX) : null;
}

function checkButtons(buttons: unknown): Verdict {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > BUTTONS_MAX) {
    return refuse(131009, `Buttons count invalid. Min allowed buttons: 1, Max allowed buttons: ${BUTTONS_MAX}`);
  }
  const replies = listOf(buttons).map((button) => fieldsOf(button["reply"]));
  const wrong = firstWrong(
    replies.map(
      (reply) => checkRange(reply["title"], "Button title", BUTTON_TITLE_CHARS_MAX) ?? checkButtonId(reply["id"]),
    ),
  );
  if (wrong !== null) return wrong;
  return checkUnique(replies, "title", "Button titles") ?? checkUnique(replies, "id", "Button reply ids");
}

function checkButtonId(id: unknown): Verdict {
  const wrong = checkRange(id, "Button reply id", BUTTON_ID_CHARS_MAX);
  if (wrong !== null) return wrong;
  return id === String(id).trim() ? null : refuse(131009, "Button reply id must not begin or end with a space.");
}

function checkList(action: Fields): Verdict {
  const wrongLabel = checkRange(action["button"], "List button", BUTTON_TITLE_CHARS_MAX);
  if (wrongLabel !== null) return wrongLabel;
  const sections = listOf(action["sections"]);
  const rows = sections.flatMap((section) => listOf(section["rows"]));
  if (rows.length < 1 || rows.length > LIST_ROWS_MAX) {
    return refuse(131009, `Total row count exceed max allowed count: ${LIST_ROWS_MAX}`);
  }
  // A single section may go without a title.
  const titled = sections.length === 1 ? sections.filter((section) => section["title"] !== undefined) : sections;
  const wrongTitle = firstWrong(
    titled.map((section) => checkRange(section["title"], "Section title", SECTION_TITLE_CHARS_MAX)),
  );
  if (wrongTitle !== null) return wrongTitle;
  return firstWrong(rows.map((row) => checkRow(row))) ?? checkUnique(rows, "id", "Row ids");
}

function checkRow(row: Fields): Verdict {
  return (
    checkRange(row["id"], "Row id", ROW_ID_CHARS_MAX) ??
    checkRange(row["title"], "Row title", ROW_TITLE_CHARS_MAX) ??
    (row["description"] === undefined
      ? null
      : checkRange(row["description"], "Row description", ROW_DESCRIPTION_CHARS_MAX))
  );
}

function checkLinkButton(action: Fields): Verdict {
  const parameters = fieldsOf(action["parameters"]);
  if (typeof parameters["url"] !== "string" || !/^https?:\/\/\S+$/.test(parameters["url"])) {
    return refuse(131009, "Param interactive['action']['parameters']['url'] is not a valid URL.");
  }
  return checkRange(parameters["display_text"], "Display text", BUTTON_TITLE_CHARS_MAX);
}

function checkRange(value: unknown, name: string, max: number): Verdict {
  const fits = isText(value) && lengthOf(value) <= max;
  return fits ? null : refuse(131009, `${name} length invalid. Min length: 1, Max length: ${max}`);
}

function checkUnique(all: Fields[], key: string, name: string): Verdict {
  return new Set(all.map((one) => one[key])).size === all.length ? null : refuse(131009, `${name} must be unique.`);
}

function firstWrong(verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => verdict !== null) ?? null;
}
