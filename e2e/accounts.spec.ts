import { expect } from "@playwright/test";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

const password = "siedem mokrych liści";

/** The panel of one account, opened by the administrator. */
async function openAccount(it: Walker, name: string) {
  await it.page.goto("/accounts");
  await it.openRow(name);
  const panel = it.page.getByRole("dialog", { name });
  await expect(panel).toBeVisible();
  return panel;
}

const [name, login] = ["Iga Nowicka", "iga.nowicka"];

test("an account's whole life: invited, waiting for papers, asked for a second factor, ended (C21, C29)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("adam");
  await page.goto("/accounts");
  await it.look("konta");
  await it.pressButton("Zaproś osobę");
  const invite = page.getByRole("dialog", { name: "Nowe zaproszenie" });
  await invite.getByLabel("Imię i nazwisko").fill("Recepcja");
  await invite.getByLabel("Login").fill(login);
  await it.press(invite.getByText("streetworker", { exact: true }));
  await it.pressButton("Utwórz zaproszenie", invite);
  await expect(invite.getByText("Konto należy do jednej osoby").first()).toBeVisible();
  await invite.getByLabel("Imię i nazwisko").fill(name);
  await it.pressButton("Utwórz zaproszenie", invite);
  const link = await invite.getByLabel("Odnośnik jednorazowy").inputValue();
  await it.look("zaproszenie");

  const other = await Walker.start(browser, "mouse", baseURL ?? "");
  await other.page.goto(link);
  await other.look("zaproszenie-link");
  await other.page.getByLabel("Hasło").fill("krótkie");
  await other.pressButton("Przyjmij zaproszenie");
  await expect(other.page.getByRole("alert")).toContainText("15");
  await other.page.getByLabel("Hasło").fill(password);
  await other.pressButton("Przyjmij zaproszenie");
  await other.follow("Przejdź do logowania");
  await other.page.getByLabel("Login lub e-mail").fill(login);
  await other.page.getByLabel("Hasło").fill(password);
  await other.pressButton("Zaloguj");
  await expect(other.page.getByText("Upoważnienie jest nieważne")).toBeVisible();
  await other.look("bez-upowaznienia");

  for (const paper of ["Upoważnienie do danych", "Oświadczenie o poufności"]) {
    const panel = await openAccount(it, name);
    await it.press(panel.getByText("Wpisz dokument").first());
    await it.press(panel.getByRole("radiogroup", { name: "Dokument" }).getByText(paper));
    await it.pressButton("Wpisz dokument", panel);
    await expect(panel.getByRole("listitem").filter({ hasText: paper })).toBeVisible();
  }
  await it.look("konto-papiery");
  await other.page.goto("/");
  await other.settle();
  await expect(other.page.getByText("Upoważnienie jest nieważne")).toBeHidden();

  const demand = async () => {
    await page.goto("/accounts?tab=rules");
    await it.press(page.getByRole("main").getByText("streetworker", { exact: true }));
    await it.pressButton("Zapisz zasadę");
    await expect(page.getByText("Zapisano zasadę")).toBeVisible();
  };
  await demand();
  await other.page.reload();
  await expect(other.page.getByText("Twoja rola wymaga drugiego składnika")).toBeVisible();
  await expect(other.page.getByRole("button", { name: "Wyloguj" })).toBeVisible();
  await other.look("drugi-skladnik-wymagany");
  await demand(); // and not any more

  const panel = await openAccount(it, name);
  await it.press(panel.getByText("Zakończ pracę").first());
  await it.look("konto-koniec");
  await it.pressButton("Zakończ od razu i wyloguj", panel);
  await expect(page.getByText("Konto zakończone").first()).toBeVisible();
  await other.page.reload();
  await expect(other.page.getByLabel("Login lub e-mail")).toBeVisible();
  for (const walker of [it, other]) {
    walker.forgive(/status of (401|403|422)/); // what was refused on purpose
    await walker.end();
  }
});
