import { expect } from "@playwright/test";
import { keepRegister, markByKeys, saveOverALostNetwork } from "./way/club.ts";
import { newcomerOf } from "./way/newcomer.ts";
import { steps, stepsByThumb } from "./way/steps.ts";
import { beginShift, recordByKeys } from "./way/street.ts";
import { test } from "./way/test.ts";
import { type Hand, Walker } from "./way/walker.ts";

for (const [hand, way, stepsOf] of [
  ["mouse", "from the street to a job and a report", steps],
  ["thumb", "from the street to a file and a register", stepsByThumb],
] satisfies [Hand, string, typeof steps][])
  test(`${way}, by ${hand}`, async ({ browser, baseURL }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    for (const [login, what, work] of stepsOf(it, newcomerOf(hand)))
      await test.step(`${login} ${what}`, () => it.as(login, work));
    await it.end();
  });

test("a card and a register of thirty by the keyboard alone, and no mark is lost with the network", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  await it.as("marta", async () => {
    await beginShift(it);
    await recordByKeys(it, "Zegarmistrz");
  });
  await it.as("grazyna", () =>
    keepRegister(it, "Grupa 2", "Mój budżet domowy", async (walker, people) => {
      expect(people).toBe(30);
      await markByKeys(walker, people);
      await saveOverALostNetwork(walker);
    }),
  );
  await it.end();
});
