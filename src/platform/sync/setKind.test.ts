import { expect, test } from "vitest";
import { addSetKinds, type SetKind, setKinds } from "./setKind.ts";

const kind = (name: string): SetKind => ({
  kind: name,
  v: 1,
  topics: [],
  warnAt: 1,
  most: 1,
  narrow: "set.none",
  list: () => Promise.resolve([]),
  load: () => Promise.resolve([]),
});

test("kinds that are taken away twice take nobody else's with them", () => {
  const before = [...setKinds];
  const takeOne = addSetKinds([kind("one")]);
  const takeOther = addSetKinds([kind("other")]);
  takeOne();
  takeOne();
  expect(setKinds.slice(before.length).map((one) => one.kind)).toEqual(["other"]);
  takeOther();
  expect(setKinds).toEqual(before);
});
