import { expect } from "@playwright/test";
import { addCodeApp, addPasskey, giveAuthenticator, openMe } from "./way/doors.ts";
import { test } from "./way/test.ts";
import { codeNow } from "./way/totp.ts";
import { Walker } from "./way/walker.ts";

const [withPasskey, withCode] = ["krystyna", "barbara"];

test("a passkey is made, signs in alone and beside the password, and is removed (C55)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "thumb", baseURL ?? "");
  const { page } = it;
  await giveAuthenticator(it);
  await it.signIn(withPasskey);
  await addPasskey(it, "telefon służbowy");
  await it.look("konto-z-kluczem");
  await it.signOut();
  await it.pressButton("Zaloguj kluczem dostępu");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByLabel("Hasło")).toBeHidden();
  await it.signOut();
  await it.signIn(withPasskey); // the browser asks for the passkey by itself after the password
  await openMe(it);
  await it.pressButton("Usuń klucz telefon służbowy");
  await it.prove("Usuń klucz telefon służbowy"); // the browser asks for the passkey after the password
  await expect(page.getByText("Nie masz jeszcze klucza dostępu.")).toBeVisible();
  it.forgive(/status of 4(01|22)/); // the answers that ask for the second factor
  await it.end();
});

test("a code app is set up and asked for, and another session is seen and ended (C21, C55)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn(withCode);
  const secret = await addCodeApp(it, (key) => codeNow(key, it.now() - 30_000));
  const other = await Walker.start(browser, "mouse", baseURL ?? "");
  await other.page.goto("/");
  await other.page.getByLabel("Login lub e-mail").fill(withCode);
  await other.page.getByLabel("Hasło").fill("Powrot-demo-2026");
  await other.pressButton("Zaloguj");
  // a code is used up by each act; those just before and just after now are good too
  await other.page.getByLabel("Kod z aplikacji").fill(codeNow(secret, it.now()));
  await other.pressButton("Zaloguj");
  await expect(other.page.getByLabel("Hasło")).toBeHidden();
  await openMe(it);
  await it.look("sesje");
  const sessions = page.getByRole("listitem").filter({ hasText: "Chrome, Linux" });
  await expect(sessions).toHaveCount(2);
  await it.press(page.getByRole("button", { name: "Zakończ", exact: true }));
  await expect(sessions).toHaveCount(1);
  await other.page.reload();
  await expect(other.page.getByLabel("Login lub e-mail")).toBeVisible();
  other.forgive(/status of 401/);
  await other.end();
  await openMe(it);
  await it.pressButton("Usuń aplikację z kodami");
  await it.prove("Usuń aplikację z kodami");
  await page.getByLabel("Kod z aplikacji").fill(codeNow(secret, it.now() + 30_000));
  await it.pressButton("Usuń aplikację z kodami");
  await expect(page.getByText("nieustawiona")).toBeVisible();
  it.forgive(/status of 422/); // the answer that asks for the code
  await it.end();
});
