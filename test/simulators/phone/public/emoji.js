// Pictures of the usual emoji, for machines without an emoji font. The text stays text: the picture lies behind it.

/** In the order of the strip emoji.svg. */
const DRAWN =
  "👋 ✅ ⚠ 💰 📄 💼 📦 📊 📒 🔎 🔏 🎙 🎤 📷 📍 👤 👍 👎 ❤ 😂 🙏 🙌 👌 🎉 ❌ ✏ 🚫 🙂 😄 🤝 🎬 🩵 🔗 🧾 ⏳ ↩ 📅 ❓ 🔒 🔌 🔄 🟢 🕒 📥 📋".split(
    " ",
  );
const ANY = new RegExp(`((?:${DRAWN.join("|")})\\u{fe0f}?)`, "u");

/** @returns {(string | Node)[]} the text with drawn emoji where the machine has none of its own */
export function withEmoji(text) {
  if (MACHINE_HAS_EMOJI || !ANY.test(text)) return [text];
  return text.split(new RegExp(ANY, "gu")).map((part) => (ANY.test(part) ? draw(part) : part));
}

function draw(emoji) {
  const element = document.createElement("span");
  element.className = "emoji";
  element.textContent = emoji;
  element.style.backgroundPositionY = `${(DRAWN.indexOf(emoji.replace("\u{fe0f}", "")) / (DRAWN.length - 1)) * 100}%`;
  return element;
}

/** A colour emoji font paints colours even when told to paint black. */
const MACHINE_HAS_EMOJI = (() => {
  const context = new OffscreenCanvas(24, 24).getContext("2d");
  context.font = "20px sans-serif";
  context.fillText("\u{1f600}", 0, 20);
  const { data: pixels } = context.getImageData(0, 0, 24, 24);
  return pixels.some((value, at) => at % 4 === 0 && value !== pixels[at + 2]);
})();
