import { expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import { type Promised, type PromiseTask, promiseTasks } from "./promiseRules.ts";

const [first, later] = [day("2026-12-01"), day("2027-01-15")];
const promise = (ended: Promised["ended"] = null, dueOn = first): Promised => ({ id: "a", dueOn, ended });
const task = (ended: PromiseTask["ended"] = null, dueOn = first): PromiseTask => ({ promiseId: "a", dueOn, ended });

test.each<[string, PromiseTask[], Promised[], boolean, string[], string[]]>([
  ["a new promise", [], [promise()], false, [], ["a 2026-12-01"]],
  ["one that has its task", [task()], [promise()], false, [], []],
  ["one that was kept", [task()], [promise("DONE")], false, ["a DONE"], []],
  ["one that nobody wants any more", [task()], [promise("NO_LONGER_RELEVANT")], false, ["a NO_LONGER_RELEVANT"], []],
  ["one that is gone", [task()], [], false, ["a NO_LONGER_RELEVANT"], []],
  ["a later day", [task()], [promise(null, later)], false, ["a NO_LONGER_RELEVANT"], ["a 2027-01-15"]],
  [
    "a day moved and moved back",
    [task("SOURCE"), task(null, later)],
    [promise()],
    false,
    ["a NO_LONGER_RELEVANT"],
    ["a 2026-12-01"],
  ],
  ["marked as kept by mistake", [task("SOURCE")], [promise()], false, [], ["a 2026-12-01"]],
  ["marked as kept by mistake, the second time", [task("SOURCE"), task()], [promise()], false, [], []],
  ["a task ended by hand", [task("HAND")], [promise()], false, [], []],
  ["a task ended by hand after one of ours", [task("SOURCE"), task("HAND")], [promise()], false, [], []],
  ["a task ended by hand, the day is moved", [task("HAND")], [promise(null, later)], false, [], ["a 2027-01-15"]],
  ["kept before it had a task", [], [promise("DONE")], false, [], []],
  ["what was closed goes on", [task("HAND")], [promise()], true, [], ["a 2026-12-01"]],
  ["what was closed goes on, kept before", [task("SOURCE")], [promise("DONE")], true, [], []],
  ["what goes on has its task already", [task()], [promise()], true, [], []],
])("each promise that is still to be done has one open task: %s (R-SC-04)", (_, tasks, promises, again, end, add) => {
  const { end: ended, add: added } = promiseTasks(tasks, promises, again);
  expect(ended.map(({ promiseId, outcome }) => `${promiseId} ${outcome}`)).toEqual(end);
  expect(added.map(({ id, dueOn }) => `${id} ${dueOn}`)).toEqual(add);
});
