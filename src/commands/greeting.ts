/** What `npm start` says once everything runs; `state`: the folder of what is kept. */
export function greeting({ workerUrl, phoneUrl, state }: Record<"workerUrl" | "phoneUrl" | "state", string>): string {
  return `
lucas is running, with simulators for WhatsApp, the model and the SII. No key and no account is needed.

  The phone          ${phoneUrl}   write «vendí 10 lucas», send a photo of a receipt or a voice note
  The simulated SII  ${phoneUrl}/sii   a business to connect with «conectar sii»: its RUT, key and documents
  The Worker         ${workerUrl}
  The HTTP API       ${workerUrl}/docs

Ctrl-C stops everything. What was said and booked is kept in ${state}.
`;
}
