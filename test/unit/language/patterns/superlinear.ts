import { machineOf, type Machine } from "./machine.ts";
import { parse, type Node } from "./syntax.ts";

/**
 * True where a search may take more time than in proportion to the text: two ways lead through the same letters and
 * back (`(a+)+$`), or one loop can hand over to another wherever it likes (`\d+\d+$`; a search that begins anywhere is
 * a loop too, so `\s+$`), and what stands behind them may fail. After Weber and Seidl, "On the degree of ambiguity of
 * finite automata".
 */
export function isSuperlinear(pattern: RegExp): boolean {
  const node = parse(pattern);
  const machine = machineOf(node, { flags: pattern.flags, anywhere: !pattern.sticky && !isAnchored(node) });
  // What has matched already never goes back to try another way.
  const loops = [...machine.next.keys()].filter((at) => !machine.done.has(at) && isReached(machine, [at], [at]));
  return (
    loops.some((at) => forks(machine, at)) || loops.some((p) => loops.some((q) => p !== q && handsOver(machine, p, q)))
  );
}

function isAnchored(node: Node): boolean {
  switch (node.kind) {
    case "place":
      return node.at === "start";
    case "sequence":
      return node.parts[0] !== undefined && isAnchored(node.parts[0]);
    case "choice":
      return node.branches.every(isAnchored);
    case "repeat":
      return node.min > 0 && isAnchored(node.of);
    case "set":
      return false;
  }
}

/** Two different ways from a position through the same letters back to it. */
function forks(machine: Machine, at: number): boolean {
  const doubled = machine.next.some((ways, from) =>
    [...ways].some(([to, count]) => count > 1 && isOn(machine, at, from) && isOn(machine, to, at)),
  );
  return (
    doubled || reachable(machine, [at, at]).some(([p = 0, q = 0]) => p !== q && isReached(machine, [p, q], [at, at]))
  );
}

function isOn(machine: Machine, from: number, to: number): boolean {
  return from === to || isReached(machine, [from], [to]);
}

/** The same letters lead from `p` to itself, from `p` to `q`, and from `q` to itself. */
function handsOver(machine: Machine, p: number, q: number): boolean {
  return isReached(machine, [p], [q]) && isReached(machine, [p, p, q], [p, q, q]);
}

function isReached(machine: Machine, from: readonly number[], to: readonly number[]): boolean {
  return reachable(machine, from).some((place) => String(place) === String(to));
}

/** Every tuple of positions that walkers come to, who take the same letters together, one step or more. */
function reachable(machine: Machine, from: readonly number[]): number[][] {
  const found = new Map<string, number[]>();
  const open = [from];
  for (let place = open.pop(); place; place = open.pop()) {
    for (const step of stepsOf(machine, place)) {
      if (found.has(String(step))) continue;
      found.set(String(step), step);
      open.push(step);
    }
  }
  return [...found.values()];
}

function stepsOf({ next, takes }: Machine, place: readonly number[]): number[][] {
  let steps: { to: number[]; letters: bigint }[] = [{ to: [], letters: -1n }];
  for (const at of place) {
    steps = steps.flatMap(({ to, letters }) =>
      [...(next[at]?.keys() ?? [])].flatMap((each) => {
        const shared = letters & (takes[each] ?? 0n);
        return shared === 0n ? [] : [{ to: [...to, each], letters: shared }];
      }),
    );
  }
  return steps.map(({ to }) => to);
}
