// Makes the pictures of the README from the demo world: node scripts/pictures.ts
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import playwright from "../playwright.config.ts";
import { startHouse } from "../e2e/house.ts";
import { beginShift, fillCard } from "../e2e/way/street.ts";
import { dayOfHouse, type Hand, Walker } from "../e2e/way/walker.ts";

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const house = await startHouse(4278, "19:40");
const browser = await chromium.launch(playwright.use?.launchOptions);
mkdirSync(folder, { recursive: true });

async function picture(file: string, hand: Hand, login: string, go: (it: Walker) => Promise<void>): Promise<void> {
  const it = await Walker.start(browser, hand, house.url);
  await it.signIn(login);
  await go(it);
  await it.settle();
  await it.page.screenshot({ path: `${folder}${file}.png` });
  console.log(`docs/pictures/${file}.png`);
  await it.end();
}

try {
  await picture("tonight", "thumb", "marta", async (it) => {
    await beginShift(it);
    for (const [alias, step] of [
      ["Latarnik", "Przyniesiemy śpiwór i zupę"],
      ["Wędkarz", "Idziemy razem po dowód"],
    ] as const) {
      await it.goTo("Zapisz kontakt");
      await fillCard(it, { alias, step, dueOn: dayOfHouse() });
      await it.pressButton("Zapisz kontakt", it.page.getByRole("main"));
      await it.pressButton("Wróć do dyżuru");
    }
    await it.page.reload();
    await it.page.getByText("Idziemy razem po dowód").waitFor();
  });
  await picture("person", "mouse", "anna", async (it) => {
    await it.goTo("Moje osoby");
    await it.page.getByLabel("Szukaj osoby").fill("Wojciech Ż");
    await it.openRow(/^Wojciech Ż/);
    await it.openTab("Historia");
    await it.page.getByRole("button", { name: "Drukuj" }).waitFor();
  });
  await picture("outcomes", "mouse", "marek", async (it) => {
    await it.goTo("Sprawozdania");
    await it.openRow(/^Klub Integracji Społecznej/);
  });
} finally {
  await browser.close();
  await house.stop();
}
