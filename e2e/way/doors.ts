import { type CDPSession, expect } from "@playwright/test";
import type { Walker } from "./walker.ts";

/** A device with a fingerprint that always agrees, as the browser's own tools make one. */
export async function giveAuthenticator(it: Walker): Promise<CDPSession> {
  const tools = await it.page.context().newCDPSession(it.page);
  await tools.send("WebAuthn.enable");
  await tools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return tools;
}

export async function openMe(it: Walker): Promise<void> {
  await it.page.goto("/me");
  await expect(it.page.getByRole("heading", { level: 1, name: "Moje konto" })).toBeVisible();
}

/** Adds a passkey to the account that is signed in. */
export async function addPasskey(it: Walker, name: string): Promise<void> {
  const { page } = it;
  await openMe(it);
  await it.pressButton("Dodaj klucz dostępu", page.getByRole("main"));
  await page.getByLabel("Nazwa klucza, np. „telefon służbowy”").fill(name);
  await it.look("klucz-nowy");
  await it.prove("Dodaj klucz dostępu");
  await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
}

/** Sets up a code app; answers its key in base 32. `codeOf` is the app on the phone. */
export async function addCodeApp(it: Walker, codeOf: (secret: string) => string): Promise<string> {
  const { page } = it;
  await openMe(it);
  await it.pressButton("Ustaw aplikację z kodami", page.getByRole("main"));
  await it.prove("Ustaw aplikację z kodami");
  const secret = ((await page.locator("main code").textContent()) ?? "").replace(/\s/g, "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await it.look("kod-nowy");
  await page.getByLabel("Kod z aplikacji").fill(codeOf(secret));
  await it.pressButton("Sprawdź kod");
  await expect(page.getByText("ustawiona", { exact: true })).toBeVisible();
  return secret;
}
