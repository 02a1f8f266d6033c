import { expect } from "@playwright/test";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { type Hand, Walker } from "./way/walker.ts";

/** Opens somebody of "Moje osoby" by the name. */
async function openPerson(it: Walker, name: string): Promise<void> {
  await it.goTo("Moje osoby");
  await it.page.getByLabel("Szukaj osoby").fill(name);
  await it.openRow(new RegExp(name));
  await expect(it.page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
}

/** Somebody whom Anna can add to the household of another: found by the picker, chosen by the pointer. */
async function addMember(it: Walker, name: string): Promise<void> {
  const panel = it.page.getByRole("dialog");
  await panel.getByLabel("Szukaj osoby").fill(name);
  await it.press(panel.getByRole("radiogroup").getByText(new RegExp(name)).first());
  await panel.getByLabel("Kim jest w rodzinie").selectOption({ label: "brat lub siostra" });
  await it.pressButton("Dodaj członka", panel);
}

const pairs: Readonly<Record<Hand, readonly [person: string, other: string]>> = {
  mouse: ["Danuta Źrebiec", "Anna Źrebiec"],
  thumb: ["Mirosław Wrzos", "Kazimierz Wrzos"],
};

for (const hand of ["mouse", "thumb"] satisfies Hand[])
  test(`a household, a representative and a task stand in the history, by ${hand}`, async ({ browser, baseURL }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    const [person, other] = pairs[hand];
    await it.signIn("anna");
    await openPerson(it, person);
    await it.openTab("Bliscy");
    await it.look("family");
    if (hand === "mouse") {
      await it.pressButton("Zapisz gospodarstwo");
      const panel = page.getByRole("dialog");
      await panel.getByLabel("Nazwa").fill("Rodzeństwo");
      await it.pressButton("Zapisz gospodarstwo", panel);
      const household = page.getByRole("list", { name: "Rodzeństwo" });
      await expect(household.getByRole("listitem")).toHaveCount(1);
      await it.pressButton("Dodaj członka", page.getByRole("main"));
      await addMember(it, other);
      await expect(household.getByRole("listitem")).toHaveCount(2);
      await it.press(household.getByRole("button", { name: new RegExp(`Zakończ: .*${other}`) }));
      await it.pressButton("Zakończ", page.getByRole("dialog"));
      await expect(household.getByRole("button", { name: new RegExp(`Zakończ: .*${other}`) })).toHaveCount(0);
    }
    await it.pressButton("Dodaj przedstawiciela");
    await page.getByRole("dialog").getByLabel("Imię i nazwisko").fill("Maria Kuratorska");
    await it.pressButton("Dodaj przedstawiciela", page.getByRole("dialog"));
    await it.pressButton("Zakończ przedstawicielstwo: Maria Kuratorska");
    await it.pressButton("Zakończ", page.getByRole("dialog"));
    await expect(page.getByRole("button", { name: "Zakończ przedstawicielstwo: Maria Kuratorska" })).toHaveCount(0);

    await it.openTab("Historia");
    await it.follow("Dodaj zadanie");
    await page.getByRole("textbox", { name: /^Zadanie/ }).fill(`Zadzwonić do poradni (${hand})`);
    const owners = page.getByLabel("Kto to zrobi?").locator("option");
    await expect(owners.filter({ hasText: "Robert" })).toHaveCount(1);
    await expect(owners.filter({ hasText: "Krystyna" })).toHaveCount(0); // the accountant has no tasks about people
    await it.pressButton("Dodaj zadanie");
    await it.openTab("Historia");
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    const history = page.getByRole("list", { name: "Historia" });
    await expect(history.getByText("Zapisano przedstawiciela")).toBeVisible();
    await it.look("history");
    await page.getByLabel("Rodzaj").selectOption({ label: "zadania" });
    await expect(history.getByText("Zapisano przedstawiciela")).toHaveCount(0);
    await it.pressButton("Drukuj");
    await expect(page.locator("body[data-printed=yes]")).toBeVisible();
    await it.signOut();
    await it.end();
  });

/** A person of Dorota's own, who a shared one turns out to be. */
async function recordPerson(it: Walker, lastName: string): Promise<void> {
  const headers = { "x-powrot": "1" };
  const { units } = await (await it.page.request.get("/api/people/units", { headers })).json();
  const payload = { personId: uuidv7(), unitId: units[0].id, fields: { firstName: "Jan", lastName } };
  const data = { id: uuidv7(), v: 1, occurredAt: new Date().toISOString(), payload };
  expect((await it.page.request.post("/api/commands/person.record", { headers, data })).status()).toBe(200);
}

test("a shared person is tied to one of ours, read in one history, and untied", async ({ browser, baseURL }) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("dorota");
  await recordPerson(it, "Udostępniony");
  await it.goTo("Skierowania");
  await it.follow("Udostępnione nam");
  await it.look("shares");
  await it.follow("Otwórz");
  await page.getByLabel("Szukaj osoby").fill("Udostępniony");
  await it.press(
    page
      .getByRole("radiogroup")
      .getByText(/Udostępniony/)
      .first(),
  );
  await it.pressButton("To ta osoba: przyjmij");
  await it.look("shared-person");
  await it.follow(/Udostępniony/);
  const history = page.getByRole("list", { name: "Historia" });
  await expect(history.getByText(/^Źródło: Fundacja Agenda/).first()).toBeVisible();
  await it.look("one-history");
  await page.goBack();
  await it.pressButton("To nie ta osoba: rozłącz");
  await it.pressButton("To nie ta osoba: rozłącz", page.getByRole("dialog"));
  await expect(page.getByRole("button", { name: "To ta osoba: przyjmij" })).toBeVisible();
  await it.signOut();
  await it.end();
});
