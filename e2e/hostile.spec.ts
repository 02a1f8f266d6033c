import { expect } from "@playwright/test";
import { hostileTexts, linksOf, spoilAnswers, whatRan } from "./way/hostile.ts";
import { test } from "./way/test.ts";
import { type Hand, Walker } from "./way/walker.ts";

const walks = [
  ["anna", "mouse", 9],
  ["beata", "thumb", 7],
  ["joanna", "thumb", 4],
  ["ewa", "mouse", 4],
  ["adam", "mouse", 6],
] satisfies [string, Hand, number][];

for (const [login, hand, most] of walks)
  test(`nothing written by somebody hostile runs on any screen of ${login} (C58)`, async ({ browser, baseURL }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await it.signIn(login);
    const spoilt = await spoilAnswers(page);
    const seen = new Set<string>();
    const ahead = [...(await linksOf(page))];
    const ran: string[] = [];
    let shown = 0;
    for (let next = ahead.shift(); next && seen.size < most; next = ahead.shift()) {
      const [kind, address] = next;
      if (seen.has(kind)) continue;
      seen.add(kind);
      await page.goto(address);
      await expect(page.getByRole("main").last()).toBeVisible();
      await it.settle();
      for (const tab of (await page.getByRole("tab").all()).slice(0, 12))
        if (await tab.isVisible()) {
          await it.press(tab);
          await it.settle();
          ran.push(...(await whatRan(page)).map((what) => `${address} ${what}`));
        }
      ran.push(...(await whatRan(page)).map((what) => `${address} ${what}`));
      shown += (await page.getByRole("main").last().innerText()).split("window.ran").length - 1;
      for (const found of await linksOf(page)) if (!seen.has(found[0])) ahead.push(found);
    }
    expect(ran).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(seen.size).toBeGreaterThan(3);
    expect(spoilt.texts).toBeGreaterThan(50);
    expect(shown).toBeGreaterThan(10); // it stood there, as text
    it.forgive(/status of 40[34]/); // places of other roles, and pages of records that are not there
    await it.end(); // no request to elsewhere, nothing that the policy of the page had to stop
  });

test("what is saved hostile is kept letter by letter and read as text, in lists, files and search (C58)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  await it.signIn("anna");
  const saved = await page.evaluate(async (texts) => {
    const ask = async (path: string, body?: object) => {
      const headers = { "x-powrot": "1", ...(body ? { "content-type": "application/json" } : {}) };
      const answer = await fetch(path, { headers, ...(body ? { method: "POST", body: JSON.stringify(body) } : {}) });
      return { status: answer.status, body: await answer.json() };
    };
    const command = (type: string, payload: object) =>
      ask(`/api/commands/${type}`, { id: crypto.randomUUID(), v: 1, occurredAt: new Date().toISOString(), payload });
    const session = await ask("/api/session");
    const people: { personId: string; alias: string; statuses: number[] }[] = [];
    for (const text of texts) {
      const alias = text.slice(0, 60).trim();
      const personId = crypto.randomUUID();
      const recorded = await command("person.record", { personId, unitId: session.body.unitIds[0], fields: { alias } });
      const task = { taskId: crypto.randomUUID(), personId, text: alias, dueOn: null, ownerId: null };
      people.push({ personId, alias, statuses: [recorded.status, (await command("task.add", task)).status] });
    }
    return people;
  }, hostileTexts);
  expect(saved.flatMap(({ statuses }) => statuses)).toEqual(saved.flatMap(() => [200, 200]));
  for (const { personId, alias } of saved.slice(0, 4)) {
    await page.goto(`/people/${personId}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(alias);
    expect(await whatRan(page)).toEqual([]);
  }
  await page.goto("/people");
  await page.getByLabel("Szukaj osoby").fill("onerror");
  await expect(page.getByRole("main")).toContainText(hostileTexts[1]);
  await page.goto("/tasks");
  await it.settle();
  await expect(page.getByRole("main")).toContainText("window.ran");
  expect(await whatRan(page)).toEqual([]);
  await it.end();
});

test("no page may be framed, and text cannot be made markup by a script of ours either (C58)", async ({
  browser,
  baseURL,
}) => {
  // a page of elsewhere may ask loopback at all only with this: what refuses must be our own header
  const page = await (await browser.newContext({ permissions: ["local-network-access"] })).newPage();
  await page.route("https://elsewhere.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${baseURL}/"></iframe>` }),
  );
  const [refusedFrame] = await Promise.all([
    page.waitForEvent("requestfailed", (request) => request.url() === `${baseURL}/`),
    page.goto("https://elsewhere.example/"),
  ]);
  expect(refusedFrame.failure()?.errorText).toBe("net::ERR_BLOCKED_BY_RESPONSE");
  expect(page.frames().map((frame) => frame.url())).not.toContain(`${baseURL}/`);
  await page.goto(baseURL ?? "");
  const refused = await page.evaluate(() => {
    const told: string[] = [];
    const tries: [string, () => void][] = [
      ["innerHTML", () => Object.assign(document.createElement("div"), { innerHTML: "<b>x</b>" })],
      ["eval", () => void Reflect.apply(Reflect.get(window, "setTimeout"), window, ["window.ran=1", 0])],
      ["policy", () => void Reflect.get(window, "trustedTypes").createPolicy("other", { createHTML: String })],
    ];
    for (const [name, act] of tries)
      try {
        act();
      } catch {
        told.push(name);
      }
    return told;
  });
  expect(refused).toEqual(["innerHTML", "eval", "policy"]);
  await page.context().close();
});
