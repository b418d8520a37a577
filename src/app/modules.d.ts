// Files that `npm run build` lays beside the Worker, which carries them as they are.

declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
