import type { Random } from "./random.ts";

/** One message of one person. Within a phone, no amount is another's or the sum of those before: a reply names its message. */
export type Message = { id: string; phone: string; text: string; amountMinor: number; at: number };

/** What a phone sends, in order: every message once, some again later (`again`), some twice at the same time (`twin`). */
export type Delivery = { message: Message; how: "first" | "again" | "twin" };

export type Plan = { phone: string; deliveries: Delivery[] }[];

export type Size = { phones: number; messagesPerPhone: number; kills: number };

const DUPLICATES = 0.15;
const LUCAS = { low: 101, high: 989 };
const PESOS_PER_LUCA = 1_000;
const SPACING_S = 7;

/** @param from epoch seconds of the first message */
export function planOf(size: Size, from: number, random: Random): Plan {
  return Array.from({ length: size.phones }, (_, index) => {
    const phone = `569${String(40_000_000 + index * 1_237)}`;
    const messages = amounts(size.messagesPerPhone, random).map((lucas, turn): Message => ({
      id: `wamid.chaos.${from}.${index}.${turn}`,
      phone,
      text: `vendí ${lucas} lucas${random.fraction() < 0.5 ? " de pan" : ""}`,
      amountMinor: lucas * PESOS_PER_LUCA,
      at: from + turn * SPACING_S,
    }));
    return { phone, deliveries: withDuplicates(messages, random) };
  });
}

function amounts(count: number, random: Random): number[] {
  const chosen: number[] = [];
  const taken = new Set<number>();
  let sum = 0;
  while (chosen.length < count) {
    const next = random.between(LUCAS.low, LUCAS.high);
    if (next % 10 === 0 || taken.has(next) || chosen.includes(sum + next)) continue;
    sum += next;
    chosen.push(next);
    taken.add(next).add(sum);
  }
  return chosen;
}

function withDuplicates(messages: Message[], random: Random): Delivery[] {
  const deliveries: Delivery[] = [];
  const repeated: Message[] = [];
  for (const message of messages) {
    const isDuplicated = random.fraction() < DUPLICATES;
    const isTwin = isDuplicated && random.fraction() < 0.5;
    deliveries.push({ message, how: isTwin ? "twin" : "first" });
    if (isDuplicated && !isTwin) repeated.push(message);
  }
  for (const message of repeated) {
    const first = deliveries.findIndex((delivery) => delivery.message === message);
    deliveries.splice(random.between(first + 1, deliveries.length), 0, { message, how: "again" });
  }
  return deliveries;
}
