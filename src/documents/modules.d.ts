// What wrangler's rules make of files that are no TypeScript: compiled WebAssembly, and bytes.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.gz" {
  const bytes: ArrayBuffer;
  export default bytes;
}

/** A browser's picture, which the engines' own types name; neither workerd nor Node has one. */
type ImageData = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number; colorSpace: "srgb" };

// The package's own declarations import without file extensions, which this module resolution refuses.
declare module "tesseract-wasm" {
  export const layoutFlags: { StartOfLine: number; EndOfLine: number };
  export type TextItem = {
    flags: number;
    confidence: number;
    text: string;
    rect: { left: number; top: number; right: number; bottom: number };
  };
  export type OCREngine = {
    loadModel(model: Uint8Array | ArrayBuffer): void;
    loadImage(image: ImageData): void;
    setVariable(name: string, value: string): void;
    getTextBoxes(unit: "word" | "line", onProgress?: (percent: number) => void): TextItem[];
    clearImage(): void;
    destroy(): void;
  };
  export function createOCREngine(options: { wasmBinary: Uint8Array }): Promise<OCREngine>;
}
