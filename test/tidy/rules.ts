import { posix } from "node:path";
import { COMMANDS, HANDS, LONG_FILES, STAIRCASE, stepOf, WORKER_ENTRIES } from "./house.ts";
import { importsOf, usesOf, type Import } from "./scan.ts";
import type { File, Placed, Tree, Violation } from "./tidy.ts";

/** A rule says where it applies and what breaks it there; one that needs several files at once judges the tree. */
export type Rule = { name: string } & (
  | { applies: (file: File) => boolean; breaks: (file: File, tree: Tree) => Violation[] }
  | { judges: (tree: Tree) => Placed[] }
);

const FILE_LINES_MAX = 250;
const WORKER_LINES_MAX = 40;

/** The house rules, in the order in which one meets them on a walk through the tree. */
export const RULES: readonly Rule[] = [
  {
    name: "every folder of src is a room of the staircase, or commands",
    applies: ({ path, room, step }) => room !== null && step === null && !path.startsWith(COMMANDS),
    breaks: ({ room }) => [{ line: 1, message: `${room} stands on no step: ${STAIRCASE.flat().join(" ")}` }],
  },
  {
    name: "a room imports only from lower steps",
    applies: ({ step }) => step !== null,
    breaks: (file) => importsWhere(file, ({ specifier }) => (stepOfDoor(specifier) ?? 0) >= (file.step ?? 0)),
  },
  {
    // A part of a room may have a door of its own, where the room's would pull in what not every guest can load.
    name: "a room is entered by a door",
    applies: inSource,
    breaks: (file, tree) =>
      importsWhere(file, ({ specifier }) => {
        const hasDoor = stepOfDoor(specifier) !== null && tree.has(`src/${specifier.slice(1)}/index.ts`);
        return specifier.startsWith("#") && !hasDoor;
      }),
  },
  {
    name: "a relative import stays in its room",
    applies: inSource,
    breaks: (file) => importsWhere(file, ({ specifier }) => specifier.startsWith(".") && leavesRoom(file, specifier)),
  },
  {
    name: "a door opens with a sentence",
    applies: ({ path }) => /^src\/.*\bindex\.ts$/.test(path),
    breaks: ({ text }) =>
      /^(?:\/\/|\/\*\*?) ?\p{Lu}[\s\S]*?\.\s*(?:\n|\*\/)/u.test(text)
        ? []
        : [{ line: 1, message: "begin with a comment: what the room is and what it refuses to know." }],
  },
  {
    name: "every room has a door",
    judges: (files) => {
      const inRooms = [...files.values()].filter(({ step }) => step !== null);
      const open = new Set(inRooms.filter(({ name }) => name === "index").map(({ room }) => room));
      const shut = new Set(inRooms.map(({ room }) => room).filter((room) => !open.has(room)));
      return [...shut].map((room) => ({ path: `src/${room}`, line: 1, message: "has no index.ts" }));
    },
  },
  only(
    "drizzle-orm",
    "in store, tables and the room database",
    ({ name, room }) => ["store", "tables"].includes(name) || room === "database",
  ),
  only("openai", "in client", ({ name }) => name === "client"),
  only("hono", "in routes and the rooms app and web", isWeb),
  only("@hono/zod-openapi", "in routes and the rooms app and web", isWeb),
  only("cloudflare:", "in object and the Workers' entries", isPlatform),
  only("itty-durable", "in object", ({ name }) => name === "object"),
  only("node:", "in src/commands", ({ path }) => path.startsWith(COMMANDS)),
  ...["fetch", "Date . now", "new Date ( )", "Math . random", "crypto . randomUUID"].map((words): Rule => ({
    name: `${words.replace(/ (?=\W)|(?<=\W) /g, "")} only in ${HANDS.join(", ")} and the room app`,
    applies: (file) => inSource(file) && !touchesTheWorld(file),
    breaks: ({ scan }) =>
      usesOf(scan, words.split(" ")).map((line) => ({
        line,
        message: "take it as an argument: pure files decide, hands act",
      })),
  })),
  {
    name: "console only in telemetry/log",
    applies: (file) => inSource(file) && file.path !== "src/telemetry/log.ts",
    breaks: ({ scan }) => usesOf(scan, ["console"]).map((line) => ({ line, message: "log through #telemetry" })),
  },
  {
    name: `a file has at most ${FILE_LINES_MAX} lines of code`,
    applies: ({ path }) =>
      /^(?:src|test)\/.*\.[mt]s$/.test(path) && !/\.(?:test|d)\.ts$/.test(path) && !(path in LONG_FILES),
    breaks: (file) => longerThan(file, FILE_LINES_MAX),
  },
  {
    name: `src/worker.ts has at most ${WORKER_LINES_MAX} lines of code`,
    applies: ({ path }) => path === "src/worker.ts",
    breaks: (file) => longerThan(file, WORKER_LINES_MAX),
  },
  {
    name: "a name says what, not that it is something",
    applies: ({ path }) => /^(?:src|test|migrations)\//.test(path),
    // The last word counts: a `service-window` and a `data-key` are things, a `tenant-service` is not.
    breaks: ({ path }) => {
      const names = path.split("/").map((name) => name.replace(/\..*$/, ""));
      const empty = names.filter((name) => /(?:^|-)(?:data|info|manager|utils?|helpers?|services?)$/i.test(name));
      return empty.map((name) => ({ line: 1, message: `«${name}» is no name a customer could use` }));
    },
  },
  {
    name: "what is not done is not left as a note",
    applies: ({ path }) => !/\.(?:json|txt|svg)$/.test(path),
    // In a program only comments count: customers write «todo», and some write in capitals.
    breaks: ({ path, text, scan }) => {
      const notes = isProgram(path)
        ? scan.comments
        : text.split("\n").map((line, index) => ({ text: line, line: index + 1 }));
      const left = notes.filter((note) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(note.text));
      return left.map(({ line }) => ({ line, message: "do it, or write down elsewhere that it is open" }));
    },
  },
  {
    name: "a lint rule is switched off only with a reason",
    applies: ({ path }) => isProgram(path),
    breaks: ({ scan }) =>
      scan.comments
        .filter(({ text }) => /(?:oxlint|eslint)-disable/.test(text) && !/ -- \S+ \S+/.test(text))
        .map(({ line }) => ({ line, message: "write ` -- ` and why after the rule's name" })),
  },
  {
    name: "nothing names one machine",
    applies: () => true,
    breaks: (file) => matches(file, /(?<![\w.*])\/(?:work|root|home|Users)\/\w+|(?<![\w])\.\.\/shared\b/),
  },
  {
    name: "packages come from the public registry",
    applies: ({ path }) => path === "package-lock.json" || path.endsWith(".npmrc"),
    breaks: (file) => matches(file, /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)|^\s*(?:@\w+:)?registry\s*=/),
  },
  {
    name: "migrations are numbered from 0001 without gaps",
    judges: (files) => {
      const folders = Map.groupBy(
        [...files.keys()].filter((path) => /^migrations\/.*\.sql$/.test(path)),
        (path) => posix.dirname(path),
      );
      return [...folders.values()].flatMap((paths) =>
        paths.toSorted().flatMap((path, index) => {
          const expected = String(index + 1).padStart(4, "0");
          return new RegExp(`/${expected}_[a-z0-9_]+\\.sql$`).test(path)
            ? []
            : [{ path, line: 1, message: `expected ${expected}_what_it_does.sql here` }];
        }),
      );
    },
  },
];

/** A package that only some files may name; its subpaths and types count as well. */
function only(module: string, where: string, mayImport: (file: File) => boolean): Rule {
  const isIt = ({ specifier }: Import) =>
    module.endsWith(":") ? specifier.startsWith(module) : specifier === module || specifier.startsWith(`${module}/`);
  return {
    name: `${module.replace(/:$/, ":*")} only ${where}`,
    applies: (file) => inSource(file) && !mayImport(file),
    breaks: (file) => importsWhere(file, isIt),
  };
}

function inSource({ path }: File): boolean {
  return /^src\/.*\.[mt]sx?$/.test(path) && !path.endsWith(".d.ts") && !path.startsWith(COMMANDS);
}

function isProgram(path: string): boolean {
  return /\.(?:[mt]s|tsx)$/.test(path);
}

function isWeb({ name, room }: File): boolean {
  return name === "routes" || room === "app" || room === "web";
}

function isPlatform({ name, path }: File): boolean {
  return name === "object" || WORKER_ENTRIES.includes(path);
}

function touchesTheWorld({ path, name, room }: File): boolean {
  return HANDS.some((hand) => hand === name) || room === "app" || WORKER_ENTRIES.includes(path);
}

function importsWhere({ scan }: File, isWrong: (one: Import) => boolean): Violation[] {
  return importsOf(scan)
    .filter(isWrong)
    .map(({ specifier, line }) => ({ line, message: `imports ${specifier}` }));
}

/** `#ledger` stands on step 4, and so does `#ledger/part`; null for what is no room. */
function stepOfDoor(specifier: string): number | null {
  return specifier.startsWith("#") ? stepOf(specifier.slice(1).split("/")[0] ?? "") : null;
}

function leavesRoom({ path, room }: File, specifier: string): boolean {
  const target = posix.join(posix.dirname(path), specifier);
  // An engine's binary, which its package does not export, is named where it lies by the Worker that loads it; so is
  // what the build lays there.
  if (WORKER_ENTRIES.includes(path) && CARRIED.test(target)) return false;
  return room === null || !target.startsWith(`src/${room}/`);
}

const CARRIED = /^(?:node_modules\/.*\.(?:wasm|gz)|dist\/page\/[^/]*\.bin)$/;

function longerThan({ scan }: File, max: number): Violation[] {
  const lines = new Set(scan.tokens.flatMap(({ line, text }) => text.split("\n").map((_, offset) => line + offset)));
  return lines.size <= max ? [] : [{ line: 1, message: `${lines.size} lines of code` }];
}

function matches({ text }: File, pattern: RegExp): Violation[] {
  return text.split("\n").flatMap((content, index) => {
    const [found] = pattern.exec(content) ?? [];
    return found === undefined ? [] : [{ line: index + 1, message: `«${found.trim()}»` }];
  });
}
