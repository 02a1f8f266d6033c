import { expect } from "@playwright/test";
import { openFile } from "./gate.ts";
import type { Newcomer } from "./newcomer.ts";
import { openCase } from "./office.ts";
import { dayOfHouse, type Walker } from "./walker.ts";

const project = "Klub Integracji Społecznej – powrót do pracy";

/** Anna opens a second case, in the club, and puts there who will work with the person. */
export async function openTheClubCase(it: Walker, who: Newcomer): Promise<void> {
  await openFile(it, who, "Sprawa");
  await openCase(it, "Klub Integracji Społecznej", ["Sylwia Rutkowska", "Grażyna Opałka"]);
}

/** Beata takes the person into the project and the first group. */
export async function enrol(it: Walker, who: Newcomer): Promise<void> {
  const { page } = it;
  await openFile(it, who, "Projekty");
  await page.getByLabel("Projekt", { exact: true }).selectOption(project);
  await it.press(page.getByText("Okazano mi dokument, spełnia to kryterium"));
  await page.getByLabel("Co zostało okazane").fill("Świadectwo ukończenia szkoły podstawowej");
  await it.look("projekt-start");
  await it.pressButton("Zacznij udział");
  await expect(page.getByText("uczestniczy", { exact: true })).toBeVisible();
  await it.goTo("Grupy");
  await it.look("grupy");
  await it.openRow("Grupa 1");
  await it.look("grupa");
  await it.follow("Dodaj uczestników");
  await it.press(
    page.getByRole("group", { name: "Kto dołącza?" }).getByText(`${who.firstName} ${who.lastName.slice(0, 1)}`),
  );
  await it.look("grupa-dodaj");
  await it.pressButton("Dodaj 1 osobę");
  await expect(page.getByText("Uczestnicy dodani.")).toBeVisible();
  await it.follow("Kalendarz");
  await it.look("kalendarz");
  await addClass(it);
}

/** One more class of the group in the evening of today. */
async function addClass(it: Walker): Promise<void> {
  const { page } = it;
  await it.pressButton("Dodaj zajęcia", page.getByRole("main"));
  const panel = page.getByRole("dialog", { name: "Dodaj zajęcia" });
  await panel.getByLabel("Moduł").selectOption("Psychoedukacja");
  await it.typeDay("Dzień", dayOfHouse(), panel);
  await panel.getByLabel("Początek spotkania").fill("18:00");
  await panel.getByLabel("Czas trwania").fill("60");
  await it.look("zajecia-nowe");
  await it.pressButton("Dodaj zajęcia", panel);
  await expect(panel).toBeHidden();
  await expect(page.getByRole("main").getByText("18:00").first()).toBeVisible();
}

/** Grażyna keeps today's register of one group; `mark` is how each person gets the mark. */
export async function keepRegister(
  it: Walker,
  group: string,
  topic: string,
  mark: (it: Walker, people: number) => Promise<void>,
): Promise<void> {
  const { page } = it;
  await it.goTo("Lista obecności");
  await it.look("dzienniki");
  const open = page
    .getByRole("listitem")
    .filter({ hasText: group })
    .filter({ has: page.getByText(/^0 z \d+ zaznaczonych$/) });
  await it.press(open.first().getByRole("link"));
  const count = page.locator(".register-count");
  await expect(count).toHaveText(/^0 z \d+ zaznaczonych$/);
  const people = await page
    .getByRole("list", { name: /^Lista obecności/ })
    .getByRole("listitem")
    .count();
  await it.look("dziennik-pusty");
  await mark(it, people);
  await expect(count).toHaveText(`${people} z ${people} zaznaczonych`);
  await it.look("dziennik");
  await it.pressButton("Zamknij dziennik");
  const asked = page.getByRole("dialog", { name: "Co się odbyło?" });
  await asked.getByLabel("Temat").fill(topic);
  await it.look("dziennik-zamkniecie");
  await it.pressButton("Zamknij dziennik", asked);
  await expect(asked).toBeHidden();
  await expect(page.getByText("zamknięty", { exact: true })).toBeVisible();
  await it.goTo("Grupy");
  await it.openRow(group);
  await expect(page.getByText("Godziny zrealizowane według modułów")).toBeVisible();
  await it.look("grupa-godziny");
}

/** One after another by the big buttons: most are there, one is late, one is ill. */
export async function markByHand(it: Walker): Promise<void> {
  const rows = it.page.getByRole("list", { name: /^Lista obecności/ }).getByRole("listitem");
  await it.press(rows.nth(0).getByRole("button", { name: /choroba/ }));
  await it.press(rows.nth(1).getByRole("button", { name: /spóźnienie/ }));
  await it.pressButton("Pozostali obecni");
}

/** Everybody by letters alone: the list is one stop of the Tab key. */
export async function markByKeys(it: Walker, people: number): Promise<void> {
  const { page } = it;
  const list = page.getByRole("list", { name: /^Lista obecności/ });
  for (let tabs = 0; tabs < 30 && !(await list.locator("li:focus").count()); tabs += 1)
    await page.keyboard.press("Tab");
  await expect(list.locator("li:focus")).toHaveCount(1);
  for (let person = 0; person < people; person += 1) await page.keyboard.press(person % 7 === 3 ? "u" : "o");
}

/** The network goes before the marks are saved: they stay, nothing more is marked, and afterwards the very same go once more. */
export async function saveOverALostNetwork(it: Walker): Promise<void> {
  const { page } = it;
  const list = page.getByRole("list", { name: /^Lista obecności/ });
  const marks = () =>
    list.getByRole("listitem").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label")));
  const [before, address] = [await marks(), page.url()];
  await page.context().setOffline(true);
  await it.goTo("Grupy");
  await expect(page.getByText("Nie udało się wczytać.").first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^Niezapisane: \d+/)).toBeVisible();
  expect([await marks(), page.url()]).toEqual([before, address]);
  const sent: (string | null)[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/attendance.mark")) sent.push(request.postData());
  });
  await it.pressButton("Zapisz obecność");
  await expect(page.getByText("Nie wiadomo, czy zapis dotarł")).toBeVisible();
  await list.getByRole("listitem").first().press("s");
  expect(await marks()).toEqual(before);
  await page.context().setOffline(false);
  await it.pressButton("Wyślij ponownie");
  await expect(page.getByText("Obecność zapisana.")).toBeVisible();
  expect(sent.length).toBe(2);
  expect(new Set(sent).size).toBe(1);
  await page.reload();
  await expect(list.getByRole("listitem").first()).toBeVisible();
  expect(await marks()).toEqual(before);
  it.forgive(/ERR_INTERNET_DISCONNECTED|^NetworkFailure: /);
}
