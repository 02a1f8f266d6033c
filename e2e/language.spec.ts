import { expect } from "@playwright/test";
import { prepareByWords } from "./way/device.ts";
import { Phone } from "./way/phone.ts";
import { test } from "./way/test.ts";

test("another language comes when it is chosen, stays without network, and one that cannot come leaves what is there", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await it.signIn("kuba");
  await prepareByWords(it, "dyżur J");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ten telefon jest zamknięty" })).toBeVisible();
  await it.pressButton("Українська");
  const lockedInUkrainian = page.getByRole("heading", { name: "Цей телефон зачинено" });
  await expect(lockedInUkrainian).toBeVisible();
  await it.look("ukrainska");
  await phone.cut();
  await page.reload();
  await expect(lockedInUkrainian).toBeVisible();
  await it.pressButton("English");
  await expect(page.getByText("Не вдалося завантажити. Перевірте мережу і спробуйте ще раз.")).toBeVisible();
  await expect(lockedInUkrainian).toBeVisible();
  await it.pressButton("Polski");
  await expect(page.getByRole("heading", { name: "Ten telefon jest zamknięty" })).toBeVisible();
  await phone.join();
  it.forgive(/ERR_FAILED/);
  await phone.endWay();
});
