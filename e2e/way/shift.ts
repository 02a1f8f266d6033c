import { expect } from "@playwright/test";
import type { Walker } from "./walker.ts";

/** Saves the card that stands on the screen and goes back to the shift. */
export async function saveCard(it: Walker): Promise<void> {
  const main = it.page.getByRole("main");
  await it.pressButton("Zapisz kontakt", main);
  await expect(main.getByText(/^Zapisano (pierwszy kontakt|kontakt ponowny)/)).toBeVisible();
  await it.pressButton("Wróć do dyżuru", main);
  await expect(it.page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
}

/** Opens a folded part of the card. */
export function unfold(it: Walker, question: string): Promise<void> {
  return it.press(it.page.getByRole("main").getByText(question, { exact: true }));
}

/** The least about somebody nobody knows, at a place in words. */
export async function firstCard(
  it: Walker,
  { alias, place, sex, age }: { alias?: string; place: string; sex: string; age: string },
): Promise<void> {
  const { page } = it;
  await it.goTo("Zapisz kontakt");
  if (alias) await page.getByLabel("Pseudonim, jeśli osoba go poda").fill(alias);
  await page.getByLabel("Miejsce", { exact: true }).selectOption(""); // the place of the card before stands there
  await page.getByLabel("Inne miejsce, własnymi słowami").fill(place);
  await it.choose("Płeć (szacunek)", sex);
  await it.choose("Wiek (szacunek)", age);
}

/** A known person from the list of the shift: one press for the card, one for saving it. */
export async function meetAgain(it: Walker, name: string): Promise<void> {
  await it.follow(new RegExp(name));
  await expect(it.page.getByText("Ostatnio umówione")).toBeVisible();
}

/** Lines of lists that moved after they had been drawn, since the page was loaded: a finger that came down on one meets another. */
export function movedLines(it: Walker): Promise<string[]> {
  return it.page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const moved: string[] = [];
        const watch = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            for (const { node } of (entry as PerformanceEntry & { sources: { node: Node | null }[] }).sources)
              if (node instanceof Element && node.closest("main")?.querySelector(".street-line"))
                moved.push(`${Math.round(entry.startTime)} ${node.className} ${node.textContent?.slice(0, 40)}`);
        });
        watch.observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
      }),
  );
}

/** Somebody found by a piece of the alias, in the list of people. */
export async function findByAlias(it: Walker, piece: string, name: string): Promise<void> {
  await it.goTo("Moje osoby");
  await it.page.getByLabel("Szukaj po kawałku pseudonimu lub miejsca").fill(piece);
  await it.follow(new RegExp(name));
  await expect(it.page.getByRole("heading", { level: 1, name: "Karta kontaktu" })).toBeVisible();
}

/** A press for each who came: some known only by eye, one by name. */
export async function meetGroup(it: Walker, place: string, men: number, women: number, known: string): Promise<void> {
  const { page } = it;
  await it.follow("Kontakt w grupie");
  await page.getByLabel("Inne miejsce, własnymi słowami").fill(place);
  for (let n = 0; n < men; n += 1) await it.pressButton("Mężczyzna");
  for (let n = 0; n < women; n += 1) await it.pressButton("Kobieta");
  await page.getByLabel("Znana osoba albo pseudonim").fill(known.slice(0, 4));
  await it.pressButton(known);
  await it.press(page.getByRole("main").getByRole("button", { name: new RegExp(`^Zapisz ${men + women + 1} kart`) }));
  await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
}

/** A child without a guardian: no card, an alert (R-OUT-08). */
export async function alertMinor(it: Walker): Promise<void> {
  await it.follow("Małoletni bez opiekuna");
  await expect(it.page.getByRole("link", { name: "Zadzwoń 112" })).toBeVisible();
  await it.choose("Kogo już zawiadomiono?", "112 / Policja");
  await it.pressButton("Zapisz zgłoszenie");
  await expect(it.page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
}

/** Somebody does not wake up: 112 stands first, the record comes afterwards (R-OUT-06). */
export async function callForHelp(it: Walker): Promise<void> {
  const { page } = it;
  await it.follow("Wezwanie służb");
  await expect(page.getByRole("link", { name: "Zadzwoń 112" }).first()).toBeInViewport();
  await expect(page.getByRole("button", { name: "Zapisz interwencję" })).toBeHidden();
  await it.pressButton("Zapis interwencji");
  await it.press(page.getByRole("radiogroup", { name: "Co się stało?" }).locator("label").first());
  await it.press(page.getByRole("radiogroup", { name: "Jak się skończyło?" }).locator("label").first());
  const place = page.getByLabel("Inne miejsce, własnymi słowami");
  if (await place.isVisible()) await place.fill("Ławka przy kasach");
  await it.pressButton("Zapisz interwencję");
  await expect(page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
}

/** A place without anybody. */
export async function visitEmptySite(it: Walker, name: string): Promise<void> {
  await it.follow("Pokaż wszystkie miejsca");
  await it.follow(new RegExp(name));
  await it.pressButton("Byliśmy, pusto");
  await expect(it.page.getByRole("heading", { name: "Dziś w terenie" })).toBeVisible();
}
