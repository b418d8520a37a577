// The HTTP API for programs and panels: who asks, what they may ask, and in which words it is answered. It refuses to
// decide anything about books, words or papers itself, and to know what stands behind its ports.
export { apiRoutes } from "./routes.ts";
export type { ApiPorts } from "./ports.ts";
export { SCAN_PAGE_PATH, type PageFiles } from "./scan/page.ts";
export { REPORT_PAGE_PATH } from "./sii/report/page.ts";
export { SII_PAGE_PATH } from "./sii/page.ts";
