import { expect, test } from "vitest";
import { lanesOf } from "./lanes.ts";

const at = (startsAt: number, minutes: number) => ({ startsAt, minutes });

test("what follows one another has the whole width; what is at one time shares it", () => {
  const lanes = lanesOf([at(540, 120), at(660, 60), at(720, 120), at(780, 60), at(840, 30)]);
  expect(lanes.map(({ lane, lanes: of }) => [lane, of])).toEqual([
    [0, 1],
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 1],
  ]);
});
