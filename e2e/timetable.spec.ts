import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

test("a timetable is asked for, read with what found no place, and accepted; a class drawn onto another is told, moved and brought back (F-34)", async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("beata");
  await it.goTo("Grupy");
  await it.openRow("Grupa 2");
  const groupAt = new URL(page.url()).pathname;

  await page.goto(`${groupAt}/plan?tab=order`);
  await expect(page.getByText("Kiedy spotyka się grupa?")).toBeVisible();
  await it.look("plan-spotkania");
  await page.goto(`${groupAt}/plan`);
  await it.typeDay("Od którego dnia", dayOfHouse(7), page.getByRole("main"));
  await it.look("plan-pytanie");
  await it.pressButton("Ułóż zajęcia");
  await expect(page.getByRole("heading", { name: "Propozycja" })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("Nie ma miejsca na")).toBeVisible();
  await expect(page.getByText(/Zmieści się .* jeśli/).first()).toBeVisible();
  await it.look("plan-propozycja");
  await it.pressButton("Przyjmij i zapisz w kalendarzu");
  await expect(page.getByText("Kalendarz zapisany.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Kalendarz zajęć" })).toBeVisible();
  await it.look("kalendarz-tydzien");

  await page.goto(`/calendar?on=${dayOfHouse(14)}`);
  const classes = page.locator(".calendar-class");
  await expect(classes.first()).toBeVisible();
  await classes.first().focus();
  const before = (await classes.first().innerText()).slice(0, 11);
  await page.keyboard.press("Space");
  await expect(page.getByText(/podniesione/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(".calendar-told")).toContainText(/Warto wiedzieć|Nic nie stoi/);
  await it.look("kalendarz-w-rece");
  await page.keyboard.press("Space");
  await expect(page.getByText(/^Przeniesiono:/)).toBeVisible();
  await it.pressButton("Cofnij");
  await expect(page.getByText("Zajęcia wróciły na miejsce.")).toBeVisible();
  await expect(classes.first()).toContainText(before.slice(0, 5));

  const ofGroup = page.locator(".calendar-class", { hasText: "Grupa 2" });
  const second = ofGroup.last();
  const target = await second.boundingBox();
  const drawn = ofGroup.first();
  const from = await drawn.boundingBox();
  if (!target || !from) throw new Error("two classes are shown");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(target.x + 22, target.y + 12, { steps: 8 });
  await expect(page.locator(".calendar-told")).toContainText("Grupa ma wtedy inne zajęcia.");
  await page.mouse.up();
  const asked = page.getByRole("dialog", { name: "To koliduje z innymi zajęciami" });
  await expect(asked).toBeVisible();
  await it.look("kalendarz-kolizja");
  await it.pressButton("Zostaw na miejscu", asked);
  await expect(asked).toBeHidden();

  await page.goto(`${groupAt}/forecast`);
  await expect(page.getByText(/^Odbyte .* godz\./)).toBeVisible();
  await it.look("prognoza");
  await page.goto("/calendar/rooms");
  await it.openRow("Pracownia komputerowa");
  await it.look("sala");
  await page.goto("/calendar/leaders");
  await expect(page.getByText("Pani Halina, wolontariuszka")).toBeVisible();
  await it.look("prowadzacy-godziny");
});
