export type Row = string[];

/** The first column reads from the left, figures stand under each other. */
export function printTable(head: Row, rows: readonly Row[]): void {
  const widths = head.map((title, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? title).length)));
  const line = (row: Row): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  console.log(`\n${line(head)}\n${widths.map((width) => "─".repeat(width)).join("  ")}\n${rows.map(line).join("\n")}`);
}
