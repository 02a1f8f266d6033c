import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { freePort } from "../src/platform/testing/freePort.ts";
import { endPhones } from "./phones.ts";
import { openSlowLine, type Pace } from "./slowLine.ts";
import { middle, sinceStart, slowDown, timed } from "./stopwatch.ts";
import { openStreetWorld, type StreetTeam } from "./streetWorld.ts";
import { startServer } from "./world.ts";

/** One figure of the phone: what it is, how much, how much it may be. `atMost` null: told, not judged. */
export type DeviceFigure = { name: string; value: number; unit: "ms" | "kB" | ""; atMost: number | null };

const slower = 6;
const quick: Pace = { bytesPerSecond: 50_000_000, roundTripMs: 0 };
const mobile: Pace = { bytesPerSecond: 200_000, roundTripMs: 150 }; // 1.6 Mbit/s
const poor: Pace = { bytesPerSecond: 50_000, roundTripMs: 150 };
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Measures the field client in a real browser on a phone's screen, its main thread six times slower. */
export async function measureDevice(dataDir: string, tell: (line: string) => void): Promise<DeviceFigure[]> {
  const { world, teams } = await openStreetWorld(dataDir, tell);
  try {
    await endPhones(world); // those of earlier runs
    const [port, seenAt] = [await freePort(), await freePort()];
    const server = await startServer(world, port, seenAt);
    try {
      const phoneOf = (team: StreetTeam, pace: Pace) => openPhone(team, pace, seenAt, port);
      const figures: DeviceFigure[] = [];
      for (const [what, part, team] of [
        ["first load", measureFirstLoad, teams.few],
        ["first download", measureDownload, teams.first],
        ["a shift without network", measureShift, teams.list],
        ["search", measureSearch, teams.search],
      ] as const) {
        tell(`device: ${what}…`);
        figures.push(...(await part(phoneOf, team)));
      }
      return figures;
    } finally {
      await server.end();
    }
  } finally {
    await world.stop();
  }
}

type PhoneOf = (team: StreetTeam, pace: Pace) => Promise<Phone>;
type Phone = Awaited<ReturnType<typeof openPhone>>;

async function openPhone(team: StreetTeam, pace: Pace, port: number, to: number) {
  const line = await openSlowLine(port, to, pace);
  const profile = await mkdtemp(join(tmpdir(), "powrot-bench-phone-"));
  const origin = `http://localhost:${port}`;
  const open = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: "/usr/bin/chromium",
      args,
      baseURL: origin,
      locale: "pl-PL",
      timezoneId: "Europe/Warsaw",
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
  let context: BrowserContext = await open();
  const pageOf = async () => context.pages()[0] ?? context.newPage();
  let page: Page = await pageOf();
  return {
    team,
    line,
    page: () => page,
    /** Closes the browser and opens it again on the same profile. */
    again: async (offline: boolean) => {
      await context.close();
      context = await open();
      await context.setOffline(offline);
      page = await pageOf();
    },
    offline: (isOffline: boolean) => context.setOffline(isOffline),
    end: async () => {
      await context.close();
      await line.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function signIn(phone: Phone): Promise<void> {
  const page = phone.page();
  await page.goto("/");
  await page.getByLabel("Login lub e-mail").fill(phone.team.login);
  await page.getByLabel("Hasło").fill(phone.team.password);
  await page.getByRole("button", { name: "Zaloguj", exact: true }).tap();
  await page.getByRole("heading", { name: "Dziś w terenie" }).waitFor({ timeout: 60_000 });
}

/** Types what makes the phone the worker's own, up to the last press. @returns the four words */
async function prepare(phone: Phone): Promise<string> {
  const page = phone.page();
  await page.goto("/device");
  await page.getByLabel("Nazwa na ekranie blokady").fill("dyżur");
  const byWords = page.getByText("Cztery słowa", { exact: true });
  await page.getByLabel("PIN jeszcze raz").waitFor();
  if (await byWords.isVisible()) await byWords.tap();
  await page.getByLabel("PIN do szybkiego powrotu").fill("4711");
  await page.getByLabel("PIN jeszcze raz").fill("4711");
  await page.getByRole("button", { name: "Dalej" }).tap();
  const words = (
    await page
      .locator("p.phrase")
      .filter({ hasText: /\S+(\s+\S+){3}/ })
      .innerText()
  )
    .trim()
    .replaceAll(/\s+/g, " ");
  await page.getByRole("button", { name: "Mam je, dalej" }).tap();
  await page.getByLabel("Przepisz je").fill(words);
  await page.getByRole("button", { name: "Dalej" }).tap();
  await page.getByLabel("Podaj hasło, żeby to zrobić").fill(phone.team.password);
  return words;
}

/** The last press of `prepare`, until the whole set is on the phone, ms. */
function download(phone: Phone): Promise<number> {
  const press = () => phone.page().getByRole("button", { name: "Przygotuj telefon" }).tap();
  return timed(phone.page(), press, { selector: "main dl", words: "Dane z", without: "jeszcze nie pobrane" });
}

/** Waits until the app itself lies on the phone, a minute at most. */
function shellIsKept(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    Promise.race([
      navigator.serviceWorker.ready.then(() => true),
      new Promise<boolean>((done) => setTimeout(() => done(false), 60_000)),
    ]),
  );
}

/** The page, the set and the app for work without network over a poor line. Typing does not count. */
async function measureFirstLoad(phoneOf: PhoneOf, team: StreetTeam): Promise<DeviceFigure[]> {
  const phone = await phoneOf(team, poor);
  try {
    await phone.page().goto("/");
    const pageMs = await sinceStart(phone.page(), { selector: "input[type=password]" });
    await signIn(phone);
    const signedInKb = phone.line.received() / 1000;
    await prepare(phone);
    const before = performance.now();
    await download(phone);
    const isKept = await shellIsKept(phone.page());
    const setMs = isKept ? performance.now() - before : Number.POSITIVE_INFINITY;
    return [
      { name: "first offline load, all that came", value: phone.line.received() / 1000, unit: "kB", atMost: 400 },
      { name: "of that up to the shift screen, over the network", value: signedInKb, unit: "kB", atMost: null },
      { name: "first offline load, waiting at 50 kB/s", value: pageMs + setMs, unit: "ms", atMost: 10_000 },
    ];
  } finally {
    await phone.end();
  }
}

async function measureDownload(phoneOf: PhoneOf, team: StreetTeam): Promise<DeviceFigure[]> {
  const phone = await phoneOf(team, mobile);
  try {
    await signIn(phone);
    await prepare(phone);
    phone.line.reset();
    const value = await download(phone);
    return [
      { name: "first download of 2,000 records, 1.6 Mbit/s and 150 ms", value, unit: "ms", atMost: 15_000 },
      { name: "bytes of that download", value: phone.line.received() / 1000, unit: "kB", atMost: null },
    ];
  } finally {
    await phone.end();
  }
}

const shift = { selector: "main h1", words: "Dziś w terenie" };

/** From a closed browser to the shift screen: the app, then the words' opening. Typing does not count. */
async function coldStart(phone: Phone, words: string): Promise<{ door: number; opening: number }> {
  await phone.again(true);
  const page = phone.page();
  await slowDown(page, slower);
  await page.goto("/tonight");
  const door = await sinceStart(page, { selector: "main input" });
  await page.getByLabel("Cztery słowa").fill(words);
  const open = () => page.getByRole("button", { name: "Otwórz", exact: true }).tap();
  return { door, opening: await timed(page, open, shift) };
}

/** A shift without network at a main thread six times slower: the start, the list, a card opened and saved. */
async function measureShift(phoneOf: PhoneOf, team: StreetTeam): Promise<DeviceFigure[]> {
  const phone = await phoneOf(team, quick);
  try {
    await signIn(phone);
    const words = await prepare(phone);
    await download(phone);
    const starts: Awaited<ReturnType<typeof coldStart>>[] = [];
    for (let run = 0; run < 3; run++) starts.push(await coldStart(phone, words));
    const page = phone.page();
    const place = (name: string) =>
      page.getByRole("navigation", { name: "Miejsca" }).getByRole("link", { name }).filter({ visible: true }).first();
    const lists: number[] = [];
    const cards: number[] = [];
    const saves: number[] = [];
    for (let run = 0; run < 5; run++) {
      lists.push(await timed(page, () => place("Moje osoby").tap(), { selector: "main .street-line" }));
      const known = page.locator("main .street-line").nth(run);
      cards.push(await timed(page, () => known.tap(), { selector: "main form", words: "Co zrobiliśmy?" }));
      const save = page.getByRole("main").getByRole("button", { name: "Zapisz kontakt" });
      await fillLeast(page);
      saves.push(await timed(page, () => save.tap(), { selector: "button", words: "Zapisz następny" }));
    }
    const cold = middle(starts.map(({ door, opening }) => door + opening));
    return [
      { name: "cold offline start to the shift screen", value: cold, unit: "ms", atMost: 3_000 },
      {
        name: "of that, opening by four words",
        value: middle(starts.map((each) => each.opening)),
        unit: "ms",
        atMost: null,
      },
      { name: `list of ${team.people} people usable`, value: middle(lists), unit: "ms", atMost: 1_000 },
      { name: "card opened after the tap", value: middle(cards), unit: "ms", atMost: 300 },
      { name: "card saved after the tap", value: middle(saves), unit: "ms", atMost: 100 },
    ];
  } finally {
    await phone.end();
  }
}

/** What a card of somebody known still asks: where, and what was done. */
async function fillLeast(page: Page): Promise<void> {
  const place = page.getByLabel("Inne miejsce, własnymi słowami");
  if (await place.isVisible()) await place.fill("Ławka przy poczcie");
  const talk = page.getByRole("group", { name: "Co zrobiliśmy?" }).getByText("Rozmowa", { exact: true });
  if (!(await page.getByRole("checkbox", { name: "Rozmowa", exact: true }).isChecked())) await talk.tap();
}

/** A piece of an alias typed, until the list shows who fits. */
async function measureSearch(phoneOf: PhoneOf, team: StreetTeam): Promise<DeviceFigure[]> {
  const phone = await phoneOf(team, quick);
  try {
    await signIn(phone);
    const words = await prepare(phone);
    const setMs = await download(phone);
    await coldStart(phone, words);
    const page = phone.page();
    await page.getByRole("navigation", { name: "Miejsca" }).getByRole("link", { name: "Moje osoby" }).first().tap();
    await page.locator("main .street-line").first().waitFor({ timeout: 60_000 });
    const field = page.locator("main input[type=search]");
    const times: number[] = [];
    for (const piece of ["ryś", "łat", "kowal", "zzzz", "mary"]) {
      await field.fill("");
      const before = await page
        .locator("main .street-list")
        .innerText()
        .catch(() => "");
      const changed = { selector: "main", without: before.slice(0, 60) };
      times.push(await timed(page, () => field.fill(piece), changed));
    }
    return [
      { name: `search by a piece among ${team.people}`, value: middle(times), unit: "ms", atMost: 100 },
      { name: `download of ${team.people} people, quick line`, value: setMs, unit: "ms", atMost: null },
    ];
  } finally {
    await phone.end();
  }
}
