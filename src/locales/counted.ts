/** A count with its noun: `1 segundo`, `12 segundos`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
