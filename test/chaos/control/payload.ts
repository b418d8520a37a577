/** What the control reads of Meta's webhook. */
export type Payload = { entry: { changes: { value: { messages?: { from: string; text: { body: string } }[] } }[] }[] };

export type Text = { from: string; text: string };
