// How well papers find their entries: the figures of a set of cases, scene by scene.
import { matchPaper } from "#src/match/match.ts";
import type { Case } from "./cases.ts";

export type Figures = {
  scene: string;
  cases: number;
  /** Cases whose entry stands in the books, and is told from the others by something. */
  of_one: number;
  linked: number;
  asked: number;
  /** Linked without asking to an entry that it is not of, or that nothing tells from another. */
  wrong: Case[];
  /** Its entry is there, and nobody was asked: it would be booked twice. */
  missed: number;
};

/** A row for each scene and one for all of them, `all`, at the end. */
export function matchFigures(cases: readonly Case[]): Figures[] {
  const scenes = [...new Set(cases.map(({ scene }) => scene))].toSorted();
  return [
    ...scenes.map((scene) =>
      figuresOf(
        scene,
        cases.filter((each) => each.scene === scene),
      ),
    ),
    figuresOf("all", cases),
  ];
}

function figuresOf(scene: string, cases: readonly Case[]): Figures {
  const figures: Figures = { scene, cases: cases.length, of_one: 0, linked: 0, asked: 0, wrong: [], missed: 0 };
  for (const each of cases) {
    const match = matchPaper(each.paper, each.entries, { aliases: [], declined: [] });
    if (each.truth !== null && !each.undecidable) figures.of_one++;
    if (match.verdict === "link" && (match.best.entry.id !== each.truth || each.undecidable)) figures.wrong.push(each);
    else if (match.verdict === "link") figures.linked++;
    if (match.verdict === "ask") figures.asked++;
    if (match.verdict === "create" && each.truth !== null) figures.missed++;
  }
  return figures;
}

/** The figures as the rows of a table. */
export function matchTable(figures: readonly Figures[]): string[][] {
  return figures.map(({ scene, cases, of_one, linked, asked, wrong, missed }) => [
    scene,
    String(cases),
    of_one === 0 ? "–" : `${linked} of ${of_one} (${((100 * linked) / of_one).toFixed(0)} %)`,
    String(asked),
    String(wrong.length),
    String(missed),
  ]);
}
