import { mkdirSync, readFileSync } from "node:fs";
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { findByAxe } from "./axe.ts";
import { expectNoneLogged, textsOf } from "./serverLog.ts";
import { unusedCode } from "./usedCodes.ts";

/** How the screens are walked: a mouse on a desk, a thumb on a phone. */
export type Hand = "mouse" | "thumb";

const accounts = z
  .array(z.object({ login: z.string(), password: z.string(), totpSecret: z.string().optional() }))
  .parse(JSON.parse(readFileSync(new URL("../../demo/accounts.json", import.meta.url), "utf8")));

/** Milliseconds by which the house is ahead of this machine: it stands on a day on which groups meet. */
let houseAhead = 0;

/** Asks the house for its clock, which it tells to those who are signed in. */
async function readClock(origin: string): Promise<number> {
  const ask = async (method: string, token?: string, body?: object): Promise<Response> => {
    const answer = await fetch(new URL("/api/session", origin), {
      method,
      headers: {
        "x-powrot": "1",
        ...(body ? { "content-type": "application/json" } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} /api/session: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const { login, password } = accountOf("marta");
  const opened = await ask("POST", undefined, { login, password, kind: "token" });
  const { token } = z.object({ token: z.string() }).parse(await opened.json());
  const { now } = z.object({ now: z.string() }).parse(await (await ask("GET", token)).json());
  await ask("DELETE", token);
  return Date.parse(now) - Date.now();
}

function accountOf(login: string): (typeof accounts)[number] {
  const account = accounts.find((one) => one.login === login);
  if (!account) throw new Error(`no demo account ${login}`);
  return account;
}

/** The house's day `YYYY-MM-DD`, or the one so many days away. */
export function dayOfHouse(away = 0): string {
  return new Date(Date.now() + houseAhead + away * 86_400_000).toLocaleDateString("sv-SE", {
    timeZone: "Europe/Warsaw",
  });
}

/** What each hand has before it. */
export const screenOf = (hand: Hand, origin: string) =>
  ({
    baseURL: origin,
    locale: "pl-PL",
    timezoneId: "Europe/Warsaw",
    reducedMotion: "reduce",
    viewport: hand === "mouse" ? { width: 1440, height: 900 } : { width: 390, height: 844 },
    hasTouch: hand === "thumb",
    isMobile: hand === "thumb",
  }) satisfies BrowserContextOptions;

const softly = expect.configure({ soft: true });
const patience = { intervals: [500], timeout: 30_000 }; // axe alone takes seconds where the machine is busy

/** A person before a screen: signs in and out, presses and types as the hand does, and looks at every page with axe. */
export class Walker {
  private readonly complaints: string[] = [];
  private readonly looked = new Set<string>();
  private readonly sent = new Set<string>();
  private asked = 0;
  private login = "";
  readonly page: Page;
  readonly hand: Hand;

  private constructor(page: Page, hand: Hand, origin: string) {
    this.page = page;
    this.hand = hand;
    page.on("console", (line) => {
      // the browser reports every answer of 4xx as an error; the session is asked for before anybody has signed in
      if (line.type() === "error" && !line.location().url.endsWith("/api/session")) this.complaints.push(line.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("requestfinished", () => (this.asked -= 1));
    page.on("requestfailed", () => (this.asked -= 1));
    page.on("request", (request) => {
      this.asked += 1;
      const url = new URL(request.url());
      if (/^\/api\/(commands|people)\//.test(url.pathname) && request.method() === "POST")
        for (const text of textsOf(request.postDataJSON())) this.sent.add(text);
      if (["http:", "https:"].includes(url.protocol) && url.origin !== origin) this.complaints.push(request.url());
    });
  }

  static async start(browser: Browser, hand: Hand, origin: string): Promise<Walker> {
    return Walker.on(await (await browser.newContext(screenOf(hand, origin))).newPage(), hand, origin);
  }

  /** Walks on a page that stands already; its context was opened as `screenOf` tells. */
  static async on(page: Page, hand: Hand, origin: string): Promise<Walker> {
    houseAhead = await readClock(origin);
    const walker = new Walker(page, hand, new URL(origin).origin);
    await page.exposeFunction("complain", (words: string) => walker.complaints.push(words));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        if ("complain" in window && typeof window.complain === "function")
          window.complain(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return walker;
  }

  /** Milliseconds since 1970 by the clock of the house. */
  now(): number {
    return Date.now() + houseAhead;
  }

  /** Leaves out complaints that belong to what was walked, such as an answer that asks for the code. */
  forgive(words: RegExp): void {
    this.complaints.splice(0, this.complaints.length, ...this.complaints.filter((one) => !words.test(one)));
  }

  /** Ends the walk. Nothing may have complained on the way, and the server's log tells nothing of what was written (C18). */
  async end(): Promise<void> {
    expectNoneLogged(this.sent);
    expect(this.complaints).toEqual([]);
    await this.page.context().close();
  }

  async signIn(login: string): Promise<void> {
    await this.page.goto("/");
    await this.signInHere(login);
  }

  /** On the form that stands before the walker. */
  async signInHere(login: string): Promise<void> {
    const account = accountOf(login);
    this.login = login;
    const { page } = this;
    await page.getByLabel("Login lub e-mail").fill(login);
    await page.getByLabel("Hasło").fill(account.password);
    await this.press(page.getByRole("button", { name: "Zaloguj", exact: true }));
    if (account.totpSecret) {
      await page.getByLabel("Kod z aplikacji").fill(await unusedCode(login, account.totpSecret, () => this.now()));
      await this.press(page.getByRole("button", { name: "Zaloguj", exact: true }));
    }
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByLabel("Hasło")).toBeHidden();
  }

  /** Gives the password again, and a code where the account has one, and presses the button beside them. */
  async prove(button: string): Promise<void> {
    const { password, totpSecret } = accountOf(this.login);
    const { page } = this;
    await page.getByLabel("Podaj hasło, żeby to zrobić").fill(password);
    await this.pressButton(button);
    if (!totpSecret) return;
    await page.getByLabel("Kod z aplikacji").fill(await unusedCode(this.login, totpSecret, () => this.now()));
    await this.pressButton(button);
  }

  async signOut(): Promise<void> {
    const { page } = this;
    if (this.hand === "thumb")
      await this.press(page.getByRole("navigation", { name: "Miejsca" }).getByRole("button", { name: "Więcej" }));
    else await this.press(page.locator(".top-bar-end").getByRole("button"));
    await this.press(page.getByRole("dialog").getByRole("button", { name: "Wyloguj" }));
    await expect(page.getByLabel("Login lub e-mail")).toBeVisible();
  }

  /** Signs in, does the work, signs out. */
  async as(login: string, work: () => Promise<void>): Promise<void> {
    await this.signIn(login);
    await work();
    await this.signOut();
  }

  press(target: Locator): Promise<void> {
    return this.hand === "thumb" ? target.tap() : target.click();
  }

  /** Presses a button of the page (or of the open dialog) by its name. */
  pressButton(name: string, within: Page | Locator = this.page): Promise<void> {
    return this.press(within.getByRole("button", { name, exact: true }));
  }

  /** Follows a link of the page by its name. */
  follow(name: string | RegExp, within: Page | Locator = this.page.getByRole("main")): Promise<void> {
    return this.press(within.getByRole("link", { name, exact: true }).first());
  }

  /** Presses the link of a file that the server makes; answers where the file lies. */
  async download(link: Locator): Promise<string> {
    await expect(link).toBeVisible();
    await this.settle();
    const file = this.page.waitForEvent("download");
    await this.press(link);
    return (await file).path();
  }

  /** Goes to a place of the navigation: the rail of a desk, the bar or the list behind "Więcej" on a phone. */
  async goTo(place: string): Promise<void> {
    const here = this.page.getByRole("navigation", { name: "Miejsca" }).getByRole("link", { name: place, exact: true });
    if (await here.filter({ visible: true }).count()) return this.press(here.filter({ visible: true }).first());
    await this.press(this.page.getByRole("button", { name: "Więcej" }));
    await this.press(this.page.getByRole("dialog").getByRole("link", { name: place, exact: true }));
  }

  /** Chooses in a group of choices: several chips, or one radio button. */
  async choose(group: string, ...names: string[]): Promise<void> {
    const { page } = this;
    const box = page
      .getByRole("group", { name: group })
      .or(page.getByRole("radiogroup", { name: group }))
      .first();
    for (const name of names) await this.press(box.getByText(name, { exact: true }));
  }

  /** Types a day `YYYY-MM-DD` into the three parts of a day field. */
  async typeDay(field: string, day: string, within: Page | Locator = this.page, at = 0): Promise<void> {
    const group = within.getByRole("group", { name: field }).nth(at);
    const [year = "", month = "", date = ""] = day.split("-");
    await group.getByLabel("Dzień", { exact: true }).fill(String(Number(date)));
    await group.getByLabel("Miesiąc").fill(String(Number(month)));
    await group.getByLabel("Rok").fill(year);
  }

  /** Opens the row of a table, or the card it becomes on a phone. */
  async openRow(name: string | RegExp): Promise<void> {
    const main = this.page.getByRole("main");
    const row = main.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name }) });
    const card = main.getByRole("listitem").getByRole("button", { name });
    await this.press(this.hand === "mouse" ? row.first() : card.first());
  }

  async openTab(name: string): Promise<void> {
    const tab = this.page.getByRole("tab", { name, exact: true });
    await expect(this.page.getByRole("tab").first()).toBeVisible();
    await this.settle();
    if (await tab.count()) await this.press(tab);
    else {
      await this.press(this.page.getByRole("button", { name: /^Inne \(/ }));
      await this.pressButton(name, this.page.getByRole("main"));
    }
    await expect(this.page.getByRole("tab", { name, exact: true })).toHaveAttribute("aria-selected", "true");
  }

  /** Waits until nothing is asked of the server and nothing shows that it waits. */
  async settle(): Promise<void> {
    const waits = () => this.page.locator("[aria-busy=true], .skeleton").count();
    const quiet = () => expect.poll(async () => (await waits()) + this.asked, { intervals: [20, 50, 100] }).toBe(0);
    await quiet();
    // what has come is drawn, and may ask for more
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await quiet();
  }

  /** A page as it stands, once a name: axe finds nothing, nothing hangs over the edge; kept as a picture where POWROT_E2E_PICTURES says. */
  async look(name: string): Promise<void> {
    const { page } = this;
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await this.settle();
    if (this.looked.has(name)) return;
    this.looked.add(name);
    const folder = process.env.POWROT_E2E_PICTURES;
    if (folder) {
      mkdirSync(folder, { recursive: true });
      const file = `${this.hand}-${String(this.looked.size).padStart(2, "0")}-${name}.png`;
      await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
    }
    // a page that is being drawn may lack what it will have: a fault is one that stays
    await softly.poll(() => findByAxe(page), { message: name, ...patience }).toEqual([]);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await softly.poll(over, { message: `${name} hangs over`, ...patience }).toBeLessThanOrEqual(0);
  }
}
