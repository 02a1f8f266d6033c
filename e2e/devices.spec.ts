import { expect } from "@playwright/test";
import { enrolFarPhone, sendTo } from "../src/platform/testing/farPhone.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { Walker } from "./way/walker.ts";

test("a lost phone is ended at the office, and what it still brings is opened, accepted or refused with a reason (C17)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  const send = sendTo(baseURL ?? "");
  const sent = { login: "piotr", password: "Powrot-demo-2026", kind: "token" };
  const session = await send("/session", sent, "");
  const token = String(session.body.token);
  const phone = await enrolFarPhone(send, { session: token, password: sent.password }, () => new Date(it.now()));
  await phone.askToken();
  const { account } = session.body as { account: { id: string } };
  const card = (note: string) =>
    phone.act("contact.record", {
      contactId: uuidv7(),
      person: null,
      card: {
        contactAt: new Date(it.now() - 600_000).toISOString(),
        siteId: null,
        placeText: "przystanek",
        workerIds: [account.id],
        sex: "M",
        ageBand: "50_59",
        actions: ["CONVERSATION"],
        note,
      },
    });
  const entries = [await card("Prosi o śpiwór."), await card("Nie on to pisał.")];

  await it.signIn("joanna");
  await it.follow("Otwórz urządzenia");
  const named = page.getByRole("cell", { name: "telefon", exact: true }); // he may have others here
  await it.press(page.getByRole("row", { name: /^Piotr/ }).filter({ has: named }));
  await page.getByRole("radio", { name: "skradzione" }).check();
  await it.pressButton("Odłącz urządzenie");
  await expect(page.getByText("Urządzenie odłączone")).toBeVisible();
  expect(await phone.askToken()).toMatchObject({ status: 401, body: { code: "device.revoked" } });
  const brought = await send("/sync/deliver", { entries }, "");
  expect(brought.body.results).toMatchObject([{ outcome: "received" }, { outcome: "received" }]);

  await page.goto("/devices?tab=waiting");
  const waiting = page.getByRole("row").filter({ hasText: "karta kontaktu" });
  await expect(waiting).toHaveCount(2);
  await it.look("urzadzenia-czeka");
  await it.press(waiting.first());
  await expect(page.getByText("Prosi o śpiwór.")).toBeHidden();
  await it.pressButton("Otwórz treść");
  await expect(page.getByText("Prosi o śpiwór.")).toBeVisible();
  await expect(page.getByText("Rozmowa", { exact: true })).toBeVisible(); // the word, not the code
  await it.look("urzadzenia-wpis");
  await it.pressButton("Przyjmij jako wpis autora");
  await expect(waiting).toHaveCount(1);
  await it.press(waiting.first());
  await it.pressButton("Otwórz treść");
  await page.getByLabel("Powód odrzucenia (zobaczy go autor)").fill("Telefon był już skradziony.");
  await it.pressButton("Odrzuć wpis");
  await expect(waiting).toHaveCount(0);
  await it.signOut();

  await it.signIn("piotr"); // the author learns what became of both
  await page.goto("/devices?tab=mine");
  await expect(page.getByText("Telefon był już skradziony.")).toBeVisible();
  await expect(page.getByText("przyjęte", { exact: true })).toBeVisible();
  await it.look("urzadzenia-moje");
  await it.end();
});

test("the administrator switches work on phones off, a worker is told before anything is typed, and on again", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("adam");
  await page.goto("/devices");
  await it.pressButton("Wyłącz pracę na telefonach");
  await expect(page.getByText("To, czego nie wysłały, poczeka na decyzję")).toBeVisible();
  await it.look("urzadzenia-wylaczanie");
  await it.pressButton("Wyłącz pracę na telefonach");
  await expect(page.getByRole("heading", { name: "Praca na telefonach jest wyłączona." })).toBeVisible();
  await it.look("urzadzenia-wylaczone");
  await it.signOut();

  await it.signIn("marta");
  await page.goto("/device");
  await expect(page.getByText("Włącza ją administrator.")).toBeVisible();
  await expect(page.getByLabel("Nazwa na ekranie blokady")).toBeHidden();
  await it.look("telefon-wylaczony");
  await it.signOut();

  await it.signIn("adam");
  await page.goto("/devices");
  await it.pressButton("Włącz pracę na telefonach");
  await expect(page.getByRole("heading", { name: "Praca na telefonach jest włączona." })).toBeVisible();
  await it.signOut();
  it.forgive(/401/); // the answer that asks for the administrator's code
  await it.end();
});
