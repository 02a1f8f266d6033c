import { expect, test } from "vitest";
import { mergeRows, removedRows, touchedRows } from "./lineRows.ts";

const row = (id: string, base: number | null, text: string) => ({ id, base, text });
const read = [row("a", 1, "klucz"), row("b", 1, "praca"), row("c", 1, "córka")];

test("only touched lines go out, and lines taken out are named", () => {
  const mine = [row("a", 1, "swój klucz"), row("b", 1, "praca"), row("n", null, "zdrowie")];
  expect(touchedRows(mine, read).map(({ id }) => id)).toEqual(["a", "n"]);
  expect(removedRows(mine, read).map(({ id }) => id)).toEqual(["c"]);
});

test("reading again keeps mine, brings what others added, and shows theirs where both changed one line", () => {
  const mine = [row("a", 1, "swój klucz"), row("b", 1, "stała praca"), row("n", null, "zdrowie")];
  const now = [row("a", 2, "mieszkanie"), row("b", 1, "praca"), row("c", 1, "córka"), row("d", 1, "dług")];
  expect(mergeRows(mine, read, now)).toEqual([
    row("a", 2, "mieszkanie"),
    row("b", 1, "stała praca"),
    row("d", 1, "dług"),
    row("n", null, "zdrowie"),
  ]);
});

test("a line that I took out and somebody changed comes back", () => {
  expect(mergeRows([], read, [row("c", 2, "kontakt z córką")])).toEqual([row("c", 2, "kontakt z córką")]);
});
