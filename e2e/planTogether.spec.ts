import { expect } from "@playwright/test";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

/** Wojciech's programme that runs; other walks may have begun others of his. */
async function openPlan(it: Walker): Promise<void> {
  await it.goTo("Programy");
  await it.press(it.page.getByRole("row", { name: /Wojciech.*Trwa/ }).first());
}

/** The page on which its goals are changed. */
async function openGoals(it: Walker): Promise<void> {
  await openPlan(it);
  await it.follow("Popraw cele i zadania");
  await expect(it.page.getByRole("button", { name: "Zapisz cele" })).toBeVisible();
}

test("one plan is written at two desks at the same time and nothing is lost", async ({ browser, baseURL }) => {
  const [first, second] = await Promise.all(
    ["mouse", "mouse"].map(() => Walker.start(browser, "mouse", baseURL ?? "")),
  );
  if (!first || !second) throw new Error("two desks");
  await first.signIn("anna");
  await second.signIn("anna");
  await openGoals(first);
  await openGoals(second);
  const told = uuidv7().slice(-6); // a plan that was walked before says something new again
  const words = (it: Walker) => it.page.getByLabel("Cel słowami osoby");
  const fields = await words(first).count();

  // different goals, and a new one each: both stay
  await words(first).first().fill(`Chcę mieć swój pokój, klucz i ciszę ${told}`);
  await second.pressButton("Dodaj cel");
  await words(second).last().fill(`Chcę znowu grać w szachy ${told}`);
  await first.pressButton("Zapisz cele");
  await first.settle();
  await second.pressButton("Zapisz cele");
  await second.settle();
  await expect(words(second)).toHaveCount(fields + 1);
  await expect(words(second).first()).toHaveValue(`Chcę mieć swój pokój, klucz i ciszę ${told}`);

  // the same goal: the second is told, sees what stands, and keeps what else was typed
  await words(first).nth(1).fill(`Chcę murować u Nowaka ${told}`);
  await words(second).nth(1).fill(`Chcę murować, ale nie zimą ${told}`);
  await second.pressButton("Dodaj cel");
  await words(second).last().fill(`Chcę odwiedzić matkę ${told}`);
  await first.pressButton("Zapisz cele");
  await first.settle();
  await second.pressButton("Zapisz cele");
  await expect(second.page.getByText("Ktoś w tym czasie zmienił ten sam cel").first()).toBeVisible();
  await second.look("conflict");
  second.forgive(/409/);
  await second.pressButton("Wczytaj aktualną wersję");
  await second.settle();
  await expect(words(second).nth(1)).toHaveValue(`Chcę murować u Nowaka ${told}`);
  await expect(words(second).last()).toHaveValue(`Chcę odwiedzić matkę ${told}`);
  await second.pressButton("Zapisz cele");
  await second.settle();

  // what changed is told in words
  await openPlan(second);
  await second.follow("Porównaj wersje");
  await expect(second.page.getByRole("heading", { name: `Cel: Chcę odwiedzić matkę ${told}` })).toBeVisible();
  await second.look("versions");
  await first.end();
  await second.end();
});
