import { expect, type Page } from "@playwright/test";
import { openByWords, openOutbox, prepareByWords } from "./way/device.ts";
import { publishNewVersion, versionMark } from "./way/newVersion.ts";
import { Phone } from "./way/phone.ts";
import { fillCard, newCard } from "./way/street.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, Walker } from "./way/walker.ts";

const alias = (page: Page) => page.getByLabel("Pseudonim, jeśli osoba go poda");

let putBack = () => {};
test.afterEach(() => putBack());

test("what is typed in two tabs is there after a reload and an update without network with a full outbox", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("marta");
  const keys = await prepareByWords(it, "dyżur B");
  putBack = publishNewVersion();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect(page.getByRole("button", { name: "Odśwież teraz" })).toBeVisible();
  await phone.cut();
  await newCard(it, "Szewczyk");
  await it.look("nowa-wersja");
  await it.pressButton("Zapisz kontakt", page.getByRole("main"));
  await expect(page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");

  await newCard(it, "Listonosz");
  await expect(page.getByText(/^Szkic zapisany/)).toBeVisible();
  await page.reload();
  await openByWords(it, keys);
  await expect(alias(page)).toHaveValue("Listonosz");
  await it.look("szkic");

  const beside = await Walker.on(await page.context().newPage(), "thumb", baseURL ?? "");
  await beside.page.goto("/contacts/new");
  await openByWords(beside, keys);
  await expect(beside.page.locator(".bottom-bar .state-line")).toContainText("Zapisane na telefonie: 1");
  await expect(alias(beside.page)).toHaveValue(""); // what the other tab has in hand is not taken out of it
  await fillCard(beside, { alias: "Kolejarz", step: "Zadzwoni w środę", dueOn: dayOfHouse(3) });
  await expect(beside.page.getByText(/^Szkic zapisany/)).toBeVisible();

  await page.bringToFront();
  await it.pressButton("Odśwież teraz");
  await openByWords(it, keys);
  await expect(page.locator("meta[name=powrot-version]")).toHaveAttribute("content", versionMark);
  await expect(alias(page)).toHaveValue("Listonosz");
  await expect(alias(beside.page)).toHaveValue("Kolejarz"); // runs the version before, as if nothing were
  await beside.page.bringToFront();
  await beside.pressButton("Odśwież teraz");
  await openByWords(beside, keys);
  await expect(alias(beside.page)).toHaveValue("Kolejarz");

  await phone.join();
  for (const each of [it, beside]) {
    await each.page.bringToFront();
    await each.pressButton("Zapisz kontakt", each.page.getByRole("main"));
    await expect(each.page.getByText(/^Zapisano pierwszy kontakt/)).toBeVisible();
  }
  await openOutbox(it);
  await expect(page.getByText("Wszystko wysłane")).toBeVisible();
  await phone.endWay();
});
