// The port between a messaging service and the conversation. A channel knows no domain.

/** Which service; also the prefix of an entry's `source_ref`. */
export type ChannelName = "whatsapp";

/** How a person is reached on a channel. At least one of the two is set. */
export type Address = {
  /** E.164 digits without `+`, as the channel wrote them; null for a user who shows only a username. */
  phone: string | null;
  /** The channel's own id of the person (Meta: business-scoped user id, `CL.1234…`). */
  user_id: string | null;
};

export type MediaKind = "image" | "document" | "audio" | "video" | "sticker";

/** A reference to media that still lies with the channel. Never the bytes. */
export type MediaRef = {
  kind: MediaKind;
  /** The channel's id of the media; Meta keeps it about 7 days. */
  id: string;
  mime_type: string | null;
  /** Lower-case hex, or null when the channel did not say. */
  sha256: string | null;
  filename: string | null;
  /** Meta's short-lived direct address, when the webhook had one. */
  url: string | null;
};

export type Content =
  | { kind: "text"; text: string }
  | { kind: "choice"; id: string; title: string }
  | { kind: "media"; media: MediaRef; caption: string | null }
  | { kind: "reaction"; to: string; emoji: string | null }
  | { kind: "edit"; of: string; text: string | null }
  | { kind: "revoke"; of: string }
  | { kind: "location" }
  | { kind: "contacts" }
  | { kind: "order" }
  | {
      kind: "system";
      event: "number_changed" | "user_id_changed" | "identity_changed";
      phone: string | null;
      user_id: string | null;
    }
  | { kind: "unsupported"; type: string };

/** One message of a person, as the conversation takes it. `v` is the version of this shape in inboxes. */
export type Inbound = {
  v: 1;
  channel: ChannelName;
  /** Our number that it came to (Meta: phone_number_id). */
  line: string;
  /** The channel's message id (wamid); unique for ever. */
  id: string;
  /** When the person sent it, epoch ms, by the channel's clock. */
  at: number;
  from: Address;
  profile_name: string | null;
  /** The message that this one answers, when it is a reply. */
  reply_to: string | null;
  content: Content;
};

export type DeliveryState = "sent" | "delivered" | "read" | "played" | "failed";

/** What became of a message of ours. */
export type Delivery = {
  v: 1;
  channel: ChannelName;
  line: string;
  /** The channel's id of our message. */
  message_id: string;
  state: DeliveryState;
  /** Epoch ms, by the channel's clock. */
  at: number;
  to: Address;
  /** Our own key, echoed by the channel (`biz_opaque_callback_data`), or null. */
  key: string | null;
  error: { code: number; title: string } | null;
};

export type Button = { id: string; title: string };

/** A message to a person, in the channel's neutral words; the channel's `render` turns it into its wire form. */
export type Outbound =
  | { v: 1; kind: "text"; text: string; buttons: Button[]; reply_to: string | null }
  /**
   * A message that somebody wrote in the channel's own wire form (`POST /api/whatsapp/send`). `body` holds the fields
   * beside `to` and `type`: the one named like the type (`{ template: {…} }`) and perhaps `context`; others are left out.
   */
  | { v: 1; kind: "wire"; type: string; body: Record<string, unknown> };

export type SendOutcome =
  | { outcome: "sent"; message_id: string }
  /** The channel certainly did not take it; try again after the wait. `scope` tells what must slow down. */
  | {
      outcome: "retry";
      scope: "message" | "pair" | "line";
      reason: string;
      code: number | null;
      after_ms: number | null;
    }
  /** Perhaps taken, perhaps not (timeout or reset after the request was written): wait for its status. */
  | { outcome: "ambiguous"; reason: string }
  /** Will never be taken as it stands. */
  | { outcome: "refused"; reason: string; code: number | null };

export type MediaError = {
  reason: "expired" | "too_large" | "host_not_allowed" | "hash_mismatch" | "refused" | "unavailable";
  detail: string;
};

export type MediaBytes = { bytes: Uint8Array<ArrayBuffer>; mime_type: string | null; sha256: string };

/** What a conversation may ask of a channel. Network failures of `media` that a later try may mend are `unavailable`. */
export type Channel = {
  name: ChannelName;
  send(to: Address, line: string, message: Outbound, key: string): Promise<SendOutcome>;
  /**
   * True when the channel answers at all. A message of unknown fate is sent again only then: while nothing answers,
   * every try would end unknown too.
   */
  isReachable(line: string): Promise<boolean>;
  /** Marks a message as read. Failures are swallowed: it is a courtesy. */
  markRead(line: string, messageId: string): Promise<void>;
  /** Marks it as read and shows «typing…» until an answer comes or 25 s have passed. A courtesy too. */
  showTyping(line: string, messageId: string): Promise<void>;
  media(ref: MediaRef, line: string): Promise<{ ok: true; value: MediaBytes } | { ok: false; error: MediaError }>;
};
