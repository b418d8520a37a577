/** Words of the chat where nothing reads WhatsApp's formatting, a page or a program: `*conectar sii*` is `«conectar sii»`. */
export function unmarked(words: string): string {
  return words.replaceAll(/\*([^*\n]+)\*/g, "«$1»");
}
