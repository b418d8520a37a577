const SAMPLE = /^([a-zA-Z_:][\w:]*)(\{.*\})?$/;

/**
 * Counters in Prometheus' text format 0.0.4, a family's samples together.
 * @param counters by their name with its labels, such as `webhook_dropped_total{reason="not_json"}`
 */
export function prometheusText(counters: Readonly<Record<string, number>>): string {
  const families = new Map<string, string[]>();
  for (const [name, value] of Object.entries(counters).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const family = SAMPLE.exec(name)?.[1];
    if (family === undefined || !Number.isFinite(value)) continue;
    families.set(family, [...(families.get(family) ?? []), `${name} ${value}`]);
  }
  const blocks = [...families].map(([family, samples]) => [`# TYPE ${family} counter`, ...samples].join("\n"));
  return blocks.map((block) => `${block}\n`).join("");
}
