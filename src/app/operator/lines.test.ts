import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";

const read = (given: string) => Array.fromAsync(linesOf(Readable.from([given])));

test.each([
  ["", []],
  ["a", ["a"]],
  ["a\r\n\r\nb\n", ["a", "", "b"]],
  ["\uFEFFa\n\uFEFFb", ["a", "\uFEFFb"]],
])("%j is read line by line", async (given, lines) => {
  expect(await read(given)).toEqual(lines);
});

const lines = new URL("lines.ts", import.meta.url).href;
const echo = `import { endWithReader, linesOf } from ${JSON.stringify(lines)};
endWithReader();
for await (const line of linesOf(process.stdin)) console.log(line);`;

test("a door that answers line by line ends quietly when its reader stops", async () => {
  const door = spawn(process.execPath, ["--input-type=module", "--eval", echo], { stdio: ["pipe", "pipe", "pipe"] });
  door.stdin.on("error", () => {}); // it ends before all is written
  door.stdin.write(`${"x".repeat(500)}\n`.repeat(1000));
  const said = text(door.stderr);
  await once(door.stdout, "data");
  door.stdout.destroy();
  door.stdin.end(`${"x".repeat(500)}\n`.repeat(1000));
  const [code] = await once(door, "exit");
  expect({ code, said: await said }).toEqual({ code: 0, said: "" });
}, 30_000);
