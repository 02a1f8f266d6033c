import { expect, test } from "@playwright/test";
import { Phone } from "./way/phone.ts";

test("another language comes when it is chosen, stays without network, and one that cannot come leaves what is there", async ({
  baseURL,
  launchOptions,
}) => {
  const phone = await Phone.start(baseURL ?? "", launchOptions);
  const { it, page } = phone;
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await it.pressButton("Українська");
  await expect(page.getByRole("button", { name: "Увійти", exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  await it.look("ukrainska");
  await phone.cut();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  await expect(page.getByRole("main")).toContainText(/[іїє]/);
  await it.pressButton("English");
  await expect(page.getByText("Не вдалося завантажити. Перевірте мережу і спробуйте ще раз.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  await it.pressButton("Polski");
  await expect(page.getByRole("main")).not.toContainText(/[іїє]/);
  it.forgive(/ERR_INTERNET_DISCONNECTED|401/);
  await it.end();
  await phone.end();
});
