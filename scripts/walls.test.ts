import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { floors } from "./floors.ts";
import { findBreaches, findImports } from "./walls.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "walls-"));
  const files = [
    "platform/ui/Button.tsx",
    "app/server.ts",
    "modules/person/queries.ts",
    "modules/person/public.ts",
    "modules/person/contract.ts",
    "modules/staff/public.ts",
    "modules/benefit/public.ts",
    "modules/casework/rules.ts",
    "modules/casework/commands.ts",
    "modules/casework/CaseScreen.tsx",
  ];
  for (const file of files) plant(file, "export {};\n");
  plant("platform/db.ts", 'import pg from "pg";\n');
  plant("modules/person/names.ts", 'import { find } from "./queries.ts";\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  const path = join(root, "src", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("a house in order is clean", () => {
  plant(
    "modules/casework/commands.ts",
    'import { a } from "../person/public.ts";\nimport { b } from "../../platform/db.ts";\n',
  );
  plant("modules/casework/CaseScreen.tsx", 'import { Button } from "../../platform/ui/Button.tsx";\nimport "react";\n');
  plant("app/server.ts", 'import { c } from "../modules/casework/commands.ts";\n');
  expect(findBreaches(root)).toEqual([]);
});

test.each([
  ["a room upward", "modules/person/public.ts", "../casework/rules.ts", "is above"],
  ["a room of the same floor", "modules/person/public.ts", "../staff/public.ts", "same floor"],
  ["the inside of a lower room", "modules/casework/commands.ts", "../person/queries.ts", "shows only"],
  ["a room without a floor", "modules/cellar/public.ts", "../person/public.ts", "has no floor"],
  ["app from a room", "modules/casework/commands.ts", "../../app/server.ts", "nothing imports app"],
  ["a room from the platform", "platform/db.ts", "../modules/person/public.ts", "knows no room"],
  ["commands from rules", "modules/casework/rules.ts", "./commands.ts", "pure"],
  ["React in rules", "modules/casework/rules.ts", "react", "pure"],
  ["the clock of the machine in rules", "modules/casework/rules.ts", "node:perf_hooks", "pure"],
  ["commands from a screen", "modules/casework/CaseScreen.tsx", "./commands.ts", "by HTTP"],
  ["the driver in a screen", "modules/casework/CaseScreen.tsx", "pg", "belongs to the server"],
  ["a screen from commands", "modules/casework/commands.ts", "./CaseScreen.tsx", "nothing of the browser"],
  ["the driver in rules, by way of the platform", "modules/casework/rules.ts", "../../platform/db.ts", "drags pg in"],
  [
    "queries in rules, by way of a helper",
    "modules/person/contract.ts",
    "./names.ts",
    "drags src/modules/person/queries.ts in",
  ],
  ["a file that is not there", "modules/casework/commands.ts", "./gone.ts", "no such file"],
])("%s is refused", (_, file, imports, because) => {
  for (const text of [
    `import { x } from "${imports}";`,
    `export {\n  x,\n} from "${imports}";`,
    `await import("${imports}");`,
  ]) {
    plant(file, `const before = 1;\n${text}\n`);
    expect(findBreaches(root)).toMatchObject([
      { file: `src/${file}`, imports, because: expect.stringContaining(because) },
    ]);
  }
});

test("an empty folder is an error and not a clean house", () => {
  expect(() => findBreaches(join(root, "src", "nowhere"))).toThrow("No source files");
});

test("imports in comments and strings are not imports, and each has its line", () => {
  const text =
    '// import "a"\n/* import b from "b" */\nconst s = \'import "c"\';\nimport type { D } from "d";\nimport "e";\n';
  expect(findImports(text)).toEqual([
    { from: "d", line: 4, typeOnly: true },
    { from: "e", line: 5, typeOnly: false },
  ]);
});

test("every room stands on one floor", () => {
  const rooms = floors.flat();
  expect(new Set(rooms).size).toBe(rooms.length);
});
