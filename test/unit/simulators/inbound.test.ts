import { expect, it } from "vitest";
import { inboundValue } from "../../simulators/index.ts";
import type { Envelope, Said, Sender } from "../../simulators/index.ts";
import type { Json } from "./rig.ts";

const line = { phone_number_id: "106540352242922", display_phone_number: "15550783881", waba_id: "102290129340398" };
const sheena: Sender = {
  phone: "16505551234",
  user_id: "US.13491208655302741918",
  profile_name: "Sheena Nelson",
  username: null,
};
const plain: Omit<Envelope, "said"> = { id: "wamid.A", timestamp: 1749416383, reply_to: null, forwarded: false };

function messageOf(said: Said, envelope: Partial<Envelope> = {}): Record<string, Json> {
  return inboundValue(line, sheena, { ...plain, ...envelope, said }).messages?.[0] ?? {};
}

it("builds a text as Meta's OpenAPI example has it, with the 2026 user ids", () => {
  expect(
    inboundValue(line, sheena, { ...plain, said: { type: "text", text: "Does it come in another color?" } }),
  ).toEqual({
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: "106540352242922" },
    contacts: [{ profile: { name: "Sheena Nelson" }, wa_id: "16505551234", user_id: "US.13491208655302741918" }],
    messages: [
      {
        from: "16505551234",
        from_user_id: "US.13491208655302741918",
        id: "wamid.A",
        timestamp: "1749416383",
        type: "text",
        text: { body: "Does it come in another color?" },
      },
    ],
  });
});

it("leaves out every phone of a person who shows only a username", () => {
  const value = inboundValue(
    line,
    { ...sheena, phone: null, username: "sheena" },
    { ...plain, said: { type: "text", text: "hola" } },
  );
  expect(value.contacts).toEqual([{ profile: { name: "Sheena Nelson", username: "sheena" }, user_id: sheena.user_id }]);
  expect(value.messages?.[0]).not.toHaveProperty("from");
  expect(JSON.stringify(value)).not.toContain("16505551234");
});

it("builds button and list replies with the message they answer", () => {
  expect(messageOf({ type: "button_reply", id: "cancel", title: "Cancel" }, { reply_to: "wamid.B" })).toMatchObject({
    context: { from: "15550783881", id: "wamid.B" },
    type: "interactive",
    interactive: { type: "button_reply", button_reply: { id: "cancel", title: "Cancel" } },
  });
  expect(
    messageOf({ type: "list_reply", id: "express", title: "Express", description: "Next day" })["interactive"],
  ).toEqual({
    type: "list_reply",
    list_reply: { id: "express", title: "Express", description: "Next day" },
  });
});

it("builds a template's quick reply", () => {
  expect(messageOf({ type: "template_button", payload: "Unsubscribe", text: "Unsubscribe" })).toMatchObject({
    type: "button",
    button: { payload: "Unsubscribe", text: "Unsubscribe" },
  });
});

const media = {
  id: "1003383421387256",
  mime_type: "image/jpeg",
  sha256_base64: "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=",
  url: null,
};

it("builds an image as Meta's OpenAPI example has it", () => {
  expect(messageOf({ type: "image", media, caption: "Taj Mahal" })["image"]).toEqual({
    caption: "Taj Mahal",
    mime_type: "image/jpeg",
    sha256: "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=",
    id: "1003383421387256",
  });
});

it("builds a voice note as audio with voice true, and no caption", () => {
  const audio = { ...media, mime_type: "audio/ogg; codecs=opus" };
  const said = messageOf({ type: "audio", media: audio, voice: true, caption: "no" });
  expect(said).toMatchObject({ type: "audio", audio: { mime_type: "audio/ogg; codecs=opus", voice: true } });
  expect(said["audio"]).not.toHaveProperty("caption");
});

it("gives a document its file name, and media their direct address when there is one", () => {
  const said = messageOf({ type: "document", media: { ...media, url: "http://x/media/1" }, filename: "f.pdf" });
  expect(said["document"]).toMatchObject({ filename: "f.pdf", url: "http://x/media/1" });
});

it("builds a forward with a context that has no id", () => {
  expect(messageOf({ type: "text", text: "x" }, { forwarded: true })["context"]).toEqual({ forwarded: true });
});

it("builds location and shared contacts", () => {
  expect(messageOf({ type: "location", latitude: -33.4, longitude: -70.6, name: "Plaza" })).toMatchObject({
    type: "location",
    location: { latitude: -33.4, longitude: -70.6, name: "Plaza" },
  });
  expect(
    messageOf({ type: "contacts", contacts: [{ name: "Lucía Gómez", phone: "+1 (983) 555-2319" }] })["contacts"],
  ).toEqual([
    {
      name: { first_name: "Lucía", formatted_name: "Lucía Gómez" },
      phones: [{ phone: "+1 (983) 555-2319", wa_id: "19835552319", type: "MOBILE" }],
    },
  ]);
});

it("removes a reaction with an empty or an absent emoji", () => {
  expect(messageOf({ type: "reaction", message_id: "wamid.B", emoji: "👍" })["reaction"]).toEqual({
    message_id: "wamid.B",
    emoji: "👍",
  });
  expect(messageOf({ type: "reaction", message_id: "wamid.B", emoji: "" })["reaction"]).toEqual({
    message_id: "wamid.B",
    emoji: "",
  });
  expect(messageOf({ type: "reaction", message_id: "wamid.B", emoji: null })["reaction"]).toEqual({
    message_id: "wamid.B",
  });
});

it("builds edits and revocations of an earlier message", () => {
  expect(messageOf({ type: "edit", message_id: "wamid.B", text: "eran 45" })).toMatchObject({
    type: "edit",
    edit: { original_message_id: "wamid.B", message: { type: "text", text: { body: "eran 45" } } },
  });
  expect(messageOf({ type: "revoke", message_id: "wamid.B" })).toMatchObject({
    type: "revoke",
    revoke: { original_message_id: "wamid.B" },
  });
});

it("builds a number change as a system message without contacts", () => {
  const value = inboundValue(line, sheena, {
    ...plain,
    said: { type: "number_changed", new_phone: "12195555358", new_user_id: "US.2" },
  });
  expect(value).not.toHaveProperty("contacts");
  expect(value.messages?.[0]).toMatchObject({
    from: "16505551234",
    type: "system",
    system: {
      body: "User Sheena Nelson changed from 16505551234 to 12195555358",
      wa_id: "12195555358",
      type: "user_changed_number",
      previous_user_id: sheena.user_id,
    },
  });
});

it("builds unsupported messages with error 131051 and their kind", () => {
  expect(messageOf({ type: "unsupported", kind: "poll" })).toMatchObject({
    type: "unsupported",
    errors: [{ code: 131051, title: "Message type unknown" }],
    unsupported: { type: "poll" },
  });
});

it("posts a raw message as it stands", () => {
  expect(messageOf({ type: "raw", message: { type: "interactive" } })).toMatchObject({
    id: "wamid.A",
    type: "interactive",
  });
});
