import { expect, type Page } from "@playwright/test";
import { test } from "./way/test.ts";

/** The form of `/kit` against answers made here: what the browser does is tested, not the server. */
type Sent = { id: string; mends?: string; payload: { place: string } };
type Answer = "drop" | "done" | { status: number; body: object };

const session = {
  account: { id: "0198", name: "Anna Kowal", login: "anna" },
  organisation: { id: "0199", name: "OPS" },
  roles: ["SOCIAL_WORKER"],
  language: "pl",
  idleMinutes: 15,
};

async function openForm(page: Page) {
  const world = { answer: "done" as Answer, signedIn: true, sent: [] as Sent[] };
  await page.route("**/api/session", async (route) => {
    const method = route.request().method();
    if (method === "POST") world.signedIn = true;
    await route.fulfill(world.signedIn ? { json: session } : { status: 401, json: { code: "session.needed" } });
  });
  await page.route("**/api/commands/*", async (route) => {
    const sent: Sent = route.request().postDataJSON();
    world.sent.push(sent);
    expect(route.request().headers()["x-powrot"]).toBe("1");
    if (world.answer === "drop") return route.abort("connectionfailed");
    if (!world.signedIn) return route.fulfill({ status: 401, json: { code: "session.needed" } });
    if (world.answer === "done") return route.fulfill({ json: { outcome: "done", ids: {}, replayed: false } });
    return route.fulfill({ status: world.answer.status, json: world.answer.body });
  });
  await page.goto("/kit");
  const form = page.locator("form").first();
  await form.getByLabel("Miejsce").fill("Dworzec");
  await form.getByLabel("Następny krok").fill("wtorek");
  return { world, form, save: form.getByRole("button", { name: "Zapisz kontakt" }) };
}

test("a missing answer puts the focus on a summary that leads to the field", async ({ page }) => {
  const { form, save } = await openForm(page);
  await form.getByLabel("Miejsce").fill("");
  await save.click();
  await expect(form.getByRole("alert")).toBeFocused();
  await form.getByRole("link", { name: /^Miejsce/ }).click();
  await expect(form.getByLabel("Miejsce")).toBeFocused();
});

test("a lost network keeps the form and sends the very same command again", async ({ page }) => {
  const { world, form } = await openForm(page);
  world.answer = "drop";
  await form.getByRole("button", { name: "Zapisz kontakt" }).click();
  await expect(form.getByText("Nie wiadomo, czy zapis dotarł")).toBeVisible();
  await expect(form.getByLabel("Miejsce")).toHaveValue("Dworzec");
  world.answer = "done";
  await form.getByRole("button", { name: "Wyślij ponownie" }).click();
  await expect(form.getByText("zapisano", { exact: true })).toBeVisible();
  expect(world.sent.length).toBeGreaterThan(1);
  expect(new Set(world.sent.map((each) => JSON.stringify(each))).size).toBe(1);
});

test("invalid keeps the command, refused makes a new one that names the old", async ({ page }) => {
  const { world, form, save } = await openForm(page);
  world.answer = {
    status: 400,
    body: { code: "request.invalid", errors: [{ path: "payload.place", code: "field.too_long" }] },
  };
  await save.click();
  await expect(form.getByText("Tekst jest za długi").first()).toBeVisible();
  world.answer = { status: 422, body: { code: "contact.no", kind: "refused", details: { source: "art. 49 ust. 5" } } };
  await save.click();
  await expect(form.getByText("Podstawa: art. 49 ust. 5")).toBeVisible();
  world.answer = "done";
  await save.click();
  await expect(form.getByText("zapisano", { exact: true })).toBeVisible();
  const [first, second, third] = world.sent;
  expect(second?.id).toBe(first?.id);
  expect(third?.id).not.toBe(second?.id);
  expect(third?.mends).toBe(second?.id);
});

test("a lost session asks for the password above the form and then sends the same command", async ({ page }) => {
  const { world, form, save } = await openForm(page);
  world.signedIn = false;
  await save.click();
  const dialog = page.getByRole("dialog", { name: "Zaloguj się ponownie" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Hasło").fill("tajne hasło");
  await page.keyboard.press("Enter");
  await expect(form.getByText("zapisano", { exact: true })).toBeVisible();
  await expect(form.getByLabel("Miejsce")).toHaveValue("Dworzec");
  expect(new Set(world.sent.map((each) => each.id)).size).toBe(1);
});

test("a dialog asks before it takes what was typed with it: Escape, a click beside it, its cross", async ({ page }) => {
  // three presses of Escape leave this page for good: here the dialog alone hears them
  await page.addInitScript(() => addEventListener("keydown", (event) => event.stopImmediatePropagation()));
  await page.goto("/kit");
  const open = page.getByRole("button", { name: "Panel boczny" });
  const panel = page.getByRole("dialog", { name: "Broda" });
  const question = page.getByRole("dialog", { name: "Wyjść bez zapisu?" });
  const step = panel.getByLabel("Obiecany krok");
  await open.click();
  await page.keyboard.press("Escape"); // nothing was typed: nothing is asked
  await expect(panel).toBeHidden();
  await open.press("Enter");
  await step.fill("wtorek 10:00");
  await page.keyboard.press("Escape");
  await expect(question.getByRole("button", { name: "Zostań" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(step).toBeFocused();
  await page.keyboard.press("Escape"); // in a row, when a browser closes without asking
  await expect(question.getByRole("button", { name: "Zostań" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(step).toHaveValue("wtorek 10:00");
  const cross = panel.getByRole("button", { name: "Zamknij" });
  await cross.click();
  await question.getByRole("button", { name: "Zostań" }).click();
  await expect(cross).toBeFocused(); // the question is gone: a click beside it would be its own
  await page.mouse.click(5, 400);
  await question.getByRole("button", { name: "Wyjdź bez zapisu" }).click();
  await expect(panel).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(step).toHaveValue("");
});
