import type { Words } from "./words.ts";

const LEADS = {
  asked: "📷 Open this link on your phone and point it at the code on your receipt or invoice",
  no_code:
    "📷 It carries a tax stamp, but the photo is too small to read it. Send a closer one, send this same one as a document, or scan it here",
  quality: "📷 If it carries a tax stamp or a QR code, scan it here and I'll read it without a mistake",
};

export const ENGLISH_SCAN: Pick<Words, "scan_link" | "scan_page"> = {
  scan_link: (why, url, minutes) => `${LEADS[why]} (works once, for ${minutes} minutes):\n${url}`,
  scan_page: {
    title: "Scan",
    advice: "Let the code fill the frame, straight and in good light.",
    open_camera: "Open the camera",
    torch: "Torch",
    choose_photo: "Choose a photo",
    opening: "Opening…",
    reading: "Looking for the code…",
    sending: "Sending…",
    received: "Got it!",
    back_to_chat: "Go back to WhatsApp: I'll show you there what I read.",
    no_camera: "I can't use the camera. Allow it in the browser, or choose a photo of the code.",
    nothing_found: "I found no code in that photo. Try a closer, straight one.",
    no_tax_code: "That code is no receipt's or invoice's. Still looking…",
    expired: "This link has expired. Write “scan” in the chat and I'll send another.",
    used: "This link was used already. Write “scan” in the chat and I'll send another.",
    unknown: "This link does not work. Open it whole from the chat, or write “scan” and I'll send another.",
    unreachable: "I couldn't send it. Check your connection and try again.",
    needs_script: "This page needs JavaScript. Sending the photo in the chat works as well.",
    private: "The picture stays on your phone: only what the code says is sent.",
  },
};
