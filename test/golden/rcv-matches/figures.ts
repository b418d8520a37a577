// How well documents of the register find their entries: the figures of a set of months, scene by scene.
import { matchRcv } from "#sii";
import { keyOf } from "#src/sii/rcv/document.ts";
import { books } from "../../unit/sii/reconcile/made.ts";
import { TAUGHT, type BookMonth, type Told } from "./months.ts";

export type Figures = {
  scene: string;
  documents: number;
  /** Documents whose entry stands in the books, and is told from the others by something. */
  of_one: number;
  sure: number;
  maybe: number;
  /** Linked without asking to an entry that it is not, or that nothing tells from another. */
  wrong: string[];
  /** Its entry is there, and nobody was asked. */
  missed: number;
};

/** A row for each scene and one for all of them, `all`, at the end. */
export function figuresOf(months: readonly BookMonth[]): Figures[] {
  const judged = months.flatMap(judge);
  const scenes = [...new Set(judged.map(({ scene }) => scene))].toSorted();
  const rows = scenes.map((scene) =>
    figures(
      scene,
      judged.filter((each) => each.scene === scene),
    ),
  );
  return [...rows, figures("all", judged)];
}

type Judged = Told & { verdict: string; linked: string | null };

function judge({ told, entries }: BookMonth): Judged[] {
  const documents = told.map(({ document }) => document);
  const matches = matchRcv(documents, books({ entries, rules: TAUGHT }));
  const byKey = new Map(matches.map((match) => [match.document, match]));
  return told.map((each) => {
    const match = byKey.get(keyOf(each.document));
    const linked = match?.verdict === "sure" ? match.best.entry_id : null;
    return { ...each, verdict: match?.verdict ?? "none", linked };
  });
}

function figures(scene: string, judged: readonly Judged[]): Figures {
  const wrong = judged.filter((each) => each.linked !== null && (each.linked !== each.truth || each.undecidable));
  return {
    scene,
    documents: judged.length,
    of_one: judged.filter(({ truth, undecidable }) => truth !== null && !undecidable).length,
    sure: judged.filter(({ linked }) => linked !== null).length - wrong.length,
    maybe: judged.filter(({ verdict }) => verdict === "maybe").length,
    wrong: wrong.map(({ document, linked }) => `${document.id} ${linked}`),
    missed: judged.filter(({ truth, verdict }) => truth !== null && verdict === "none").length,
  };
}

/** The figures as the lines of a table. */
export function tableOf(rows: readonly Figures[]): string {
  const lines = rows.map(({ scene, documents, of_one, sure, maybe, wrong, missed }) =>
    [scene, documents, of_one === 0 ? "–" : `${sure} of ${of_one}`, maybe, wrong.length, missed].join(" | "),
  );
  return ["scene | documents | linked by itself | asked | wrong | missed", ...lines].join("\n");
}
