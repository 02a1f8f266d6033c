import { expect, test } from "vitest";
import type { CommandContext } from "./command.ts";
import { type ChangedBy, type ChangedIn, newsTo, nowChanged } from "./conflicts.ts";
import { mergeFields } from "./merge.ts";

const [marta, joanna] = ["marta", "joanna"];
const at = "2026-11-22T20:00:00Z";
type Write = { by: string; base: number; value: string; phone?: string; seq?: number };

/** Edits of one field one after the other, as they reach the server: what each became, and what the field says in the end. */
function run(writes: readonly Write[]) {
  let [version, value] = [1, "?"];
  let marked: { changedIn: ChangedIn; changedBy: ChangedBy } = { changedIn: {}, changedBy: {} };
  const told = writes.map(({ by, base, value: said, phone, seq = 0 }) => {
    const entry = phone === undefined ? undefined : { deviceId: phone, seq };
    const context = { actor: { accountId: by }, now: at, entry } as CommandContext; // nothing else is asked of it
    const edit = { base, changedIn: newsTo(context, marked), current: { alias: value }, patch: { alias: said } };
    const { changes, conflicts } = mergeFields(edit);
    if (changes.alias !== undefined) {
      version += 1;
      value = changes.alias;
      marked = nowChanged(context, marked, ["alias"], version);
    }
    return conflicts.length > 0 ? "conflict" : "done";
  });
  return [told, value];
}
const phone = (seq: number, base: number, value: string): Write => ({ by: marta, phone: "a", seq, base, value });

test.each<[string, Write[], string[], string]>([
  [
    "own edits one after the other",
    [phone(1, 1, "A"), phone(2, 1, "B"), phone(3, 1, "C")],
    ["done", "done", "done"],
    "C",
  ],
  ["own edits that come in the wrong order", [phone(2, 1, "B"), phone(1, 1, "A")], ["done", "conflict"], "B"],
  ["the same user on two phones", [phone(1, 1, "A"), { ...phone(2, 1, "B"), phone: "b" }], ["done", "conflict"], "A"],
  ["the same user at the office", [{ by: marta, base: 1, value: "A" }, phone(1, 1, "B")], ["done", "conflict"], "A"],
  [
    "on the phone, then at the office",
    [phone(1, 1, "A"), { by: marta, base: 1, value: "B" }],
    ["done", "conflict"],
    "A",
  ],
  [
    "a colleague before both",
    [{ by: joanna, base: 1, value: "J" }, phone(1, 1, "A"), phone(2, 1, "B")],
    ["done", "conflict", "conflict"],
    "J",
  ],
  [
    "a colleague between",
    [phone(1, 1, "A"), { by: joanna, base: 2, value: "J" }, phone(2, 1, "B")],
    ["done", "done", "conflict"],
    "J",
  ],
  [
    "a colleague between, whom a third edit has seen",
    [phone(1, 1, "A"), { by: joanna, base: 2, value: "J" }, phone(2, 3, "B"), phone(3, 3, "C")],
    ["done", "done", "done", "done"],
    "C",
  ],
  [
    "a colleague below, whom only the first of two had seen",
    [{ by: joanna, base: 1, value: "J" }, phone(1, 2, "A"), phone(2, 1, "B")],
    ["done", "done", "conflict"],
    "A",
  ],
])("%s", (_, writes, told, value) => {
  expect(run(writes)).toEqual([told, value]);
});
