import { startHouse } from "../../e2e/house.ts";
import { openByWords, prepareByWords } from "../../e2e/way/device.ts";
import { Phone } from "../../e2e/way/phone.ts";
import { fillCard } from "../../e2e/way/street.ts";
import { dayOfHouse } from "../../e2e/way/walker.ts";
import playwright from "../../playwright.config.ts";
import { freePort } from "../../src/platform/testing/freePort.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import { withoutEncryption } from "./inClear.ts";
import { scanProfile } from "./scan.ts";

/** Names, an alias, a number and what was noted: on the server before, or typed on the phone. ASCII, so that no form hides them. */
const planted = {
  fromServer: ["Kanarkowy Zenobiusz", "Kanarek nocuje za wiata"],
  typed: ["Kanarkowa Leokadia", "Kanarek przyjdzie po dowod", "Szkic kanarka"],
};
const patienceMs = 40_000;
const words = [...planted.fromServer, ...planted.typed, "90010112349"];

export type Scanned = { scans: number; hits: number; places: string[] };

/**
 * A phone goes from hand to hand, and after each step its whole profile is searched for what was planted. `broken`: without
 * encryption, to see that the search would find it.
 */
export async function scanHandOver(broken: boolean): Promise<Scanned> {
  const house = await startHouse(await freePort(), "21:30");
  const putBack = broken ? withoutEncryption() : () => undefined;
  const launch = playwright.use?.launchOptions ?? {};
  const result: Scanned = { scans: 0, hits: 0, places: [] };
  const phone = await Phone.start(house.url, launch);
  const scan = (when: string) => {
    const hits = scanProfile(phone.profile, words);
    result.scans += 1;
    result.hits += hits.length;
    result.places.push(...hits.map(({ file, word }) => `${when}: "${word}" in ${file}`));
    console.log(`${when}: ${hits.length} hits`);
  };
  try {
    const server = await signedIn(house.url, "marta");
    await plant(server);
    phone.page.setDefaultTimeout(patienceMs);
    await phone.it.signIn("marta");
    const keys = await prepareByWords(phone.it, "telefon drugi");
    const deviceId = await server.deviceId();
    await phone.cut();
    const { it } = phone;
    await it.goTo("Dyżur");
    await it.goTo("Zapisz kontakt");
    await fillCard(it, { alias: "Kanarkowa Leokadia", step: "Kanarek przyjdzie po dowod", dueOn: dayOfHouse(3) });
    await it.pressButton("Zapisz kontakt", it.page.getByRole("main"));
    await it.goTo("Dyżur");
    await it.goTo("Zapisz kontakt");
    await it.page.getByLabel("Pseudonim, jeśli osoba go poda").fill("Szkic kanarka");
    await it.page.getByText(/^Szkic zapisany/).waitFor();
    await it.page.getByRole("navigation", { name: "Miejsca" }).getByRole("button", { name: "Więcej" }).tap();
    await it.pressButton("Zablokuj ekran", it.page.getByRole("dialog"));
    await it.page.getByRole("heading", { name: "Wpisz PIN" }).waitFor();
    scan("resting");
    await it.page.reload();
    await it.page.getByRole("heading", { name: "Ten telefon jest zamknięty" }).waitFor();
    scan("locked");
    await openByWords(it, keys);
    await phone.killAndStart();
    phone.page.setDefaultTimeout(patienceMs);
    scan("killed while open");
    await phone.join();
    const { it: next, page } = phone;
    await page.goto("/");
    await next.press(page.getByRole("button", { name: "Pracuj przez sieć albo zaloguj inną osobę" }));
    await next.signInHere("piotr");
    await prepareByWords(next, "telefon trzeci");
    scan("the next user works");
    await next.pressButton("Usuń dane i wyloguj", page.getByRole("main"));
    await next.pressButton("Usuń dane i wyloguj", page.getByRole("dialog"));
    await page.getByRole("heading", { name: "Ten telefon jest zamknięty" }).waitFor();
    scan("the next user left");
    await server.revoke(deviceId);
    await openByWords(next, keys).catch(() => undefined); // the contact itself ends the store
    await page.getByLabel("Cztery słowa").waitFor({ state: "hidden" });
    await page
      .getByRole("heading", { name: "Ten telefon jest zamknięty" })
      .or(page.getByLabel("Login lub e-mail"))
      .first()
      .waitFor();
    scan("revoked");
    await phone.close();
    scan("the browser closed");
    return result;
  } finally {
    putBack();
    await phone.end();
    await house.stop();
  }
}

async function signedIn(origin: string, login: string) {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        "x-powrot": "1",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text ? (JSON.parse(text) as Record<string, unknown>) : {}; // answers of the API are objects
  };
  const opened = await ask("POST", "/session", { login, password: "Powrot-demo-2026", kind: "token" });
  const token = String(opened.token);
  const session = (await ask("GET", "/session", undefined, token)) as {
    now: string;
    unitIds: string[];
    account: { id: string };
  };
  const command = (type: string, payload: unknown) =>
    ask("POST", `/commands/${type}`, { id: uuidv7(), v: 1, occurredAt: session.now, payload }, token);
  return {
    session,
    command,
    deviceId: async () => {
      const { devices } = (await ask("GET", "/devices/mine", undefined, token)) as { devices: { id: string }[] };
      return devices.at(-1)?.id ?? "";
    },
    revoke: (deviceId: string) => command("device.revoke", { deviceId, reason: "LOST" }),
  };
}

type Server = Awaited<ReturnType<typeof signedIn>>;

async function plant({ command, session }: Server): Promise<void> {
  const [unitId = ""] = session.unitIds;
  const personId = uuidv7();
  const fields = { alias: "Kanarkowy Zenobiusz" };
  await command("person.record", { personId, unitId, fields, pesel: "90010112349", peselNeedsChecking: true });
  await command("contact.record", {
    contactId: uuidv7(),
    unitId,
    person: { personId },
    card: {
      contactAt: session.now,
      siteId: null,
      placeText: "Kanarek nocuje za wiata",
      workerIds: [session.account.id],
      sex: "M",
      ageBand: "50_59",
      actions: ["CONVERSATION"],
    },
  });
}
