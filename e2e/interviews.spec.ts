import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

/** A duty of this evening: the talk still lies ahead at whatever hour the journeys run. */
const evening = { from: "20:30", to: "23:30" };

test("initial interviews are planned out of free hours: one is left out, the plan is taken back and kept, one is moved and cancelled with a reason, and the counsellor reads it in the own day (J9.8, R-REC-03)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const today = dayOfHouse();
  const plan = page.getByRole("button", { name: /^Zapisz plan \(\d+\)$/ });
  const rowOf = (name: string) => page.getByRole("row").filter({ hasText: name });
  const hourOf = (name: string) => page.getByLabel(name, { exact: true });

  await it.as("beata", async () => {
    // a counsellor is on duty tonight
    await page.goto("/consultations/duties");
    await it.pressButton("Dodaj dyżur");
    const panel = page.getByRole("dialog");
    await panel.getByLabel("Specjalista").selectOption({ label: "Robert Sęk" });
    await panel.getByLabel("Jako kto dyżuruje").selectOption({ label: "doradca zawodowy" });
    await panel.getByLabel("Jednostka").selectOption({ label: "Klub Integracji Społecznej" });
    await panel.getByLabel(/^Miejsce/).fill("pokój 7, pierwsze piętro");
    await panel.getByLabel("Dzień tygodnia").selectOption(String(new Date(today).getUTCDay() || 7));
    await panel.getByLabel("Od godziny").fill(evening.from);
    await panel.getByLabel("Do godziny").fill(evening.to);
    await it.typeDay("Ostatni dzień (jeśli znany)", today, panel);
    await it.pressButton("Zapisz dyżur", panel);
    await expect(page.getByText("Dyżur zapisany.")).toBeVisible();

    // the soonest hours are proposed; one line waits for another time
    await page.goto("/recruitment");
    await it.openRow(/^Nowy start: trzecia grupa$/);
    await it.follow("Rozmowy wstępne", page.getByRole("navigation", { name: "Kroki rekrutacji" }));
    await page.getByLabel("Czas rozmowy (godz.)").fill("1");
    await it.choose("Z kim", "Robert Sęk");
    await it.look("interviews");
    await it.pressButton("Zaproponuj terminy");
    await expect(page.getByText("Rozmowa ma trwać od 2 do 3 godz. Zaproponowano 1 godz.")).toBeVisible();
    await expect(hourOf("Sójka Kazimierz").locator("option:checked")).toContainText("20:30–21:30");
    await it.look("proposal");
    await hourOf("Jeżewska Anna").selectOption({ label: "bez terminu" });
    await it.press(plan);
    await expect(page.getByText("Zapisano plan rozmów.")).toBeVisible();
    await expect(rowOf("Sójka Kazimierz")).toContainText("20:30–21:30");
    await it.pressButton("Cofnij");
    await expect(page.getByText("Cofnięto.")).toBeVisible();
    await expect(rowOf("Sójka Kazimierz")).toContainText("odwołana");

    // the hours are free again: the same plan is kept
    await it.pressButton("Zaproponuj terminy");
    await hourOf("Jeżewska Anna").selectOption({ label: "bez terminu" });
    await it.press(plan);
    await expect(rowOf("Sójka Kazimierz")).toContainText("20:30–21:30");
    await expect(rowOf("Jeżewska Anna")).toContainText("bez terminu");
    await it.look("interviews-booked");

    // another of them asks for another hour, then falls ill
    await it.openRow(/Brzęczyszczykiewicz-Wielkopolski Mirosław/);
    const card = page
      .locator(".card")
      .filter({ has: page.getByRole("heading", { name: "Termin rozmowy wstępnej", exact: true }) });
    await it.pressButton("Przełóż", card);
    const left = card.getByLabel("Wolny termin").locator("option").filter({ hasText: "21:30–22:30 · Robert Sęk" });
    await card.getByLabel("Wolny termin").selectOption(await left.getAttribute("value"));
    await it.press(card.locator("form").getByRole("button", { name: "Przełóż", exact: true }));
    await expect(page.getByText("Przełożono rozmowę.")).toBeVisible();
    await expect(card.getByText("przełożona")).toBeVisible();
    await it.pressButton("Odwołaj", card);
    await card.getByLabel("Powód odwołania").fill("wyjazd do sanatorium");
    await it.look("interview-cancel");
    await it.press(card.locator("form").getByRole("button", { name: "Odwołaj", exact: true }));
    await expect(card.getByText("Powód: wyjazd do sanatorium")).toBeVisible();
    await expect(card.getByRole("button", { name: "Umów rozmowę" })).toBeVisible();
  });

  await it.as("robert", async () => {
    await it.follow("Mój dzień");
    await expect(page.getByRole("listitem").filter({ hasText: "Sójka Kazimierz" })).toContainText("20:30");
    await it.look("interviews-my-day");
  });
  await it.end();
});
