import { readFileSync } from "node:fs";
import { type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import { makeSigner, signPdf } from "../src/platform/signatures/testSigner.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { test } from "./way/test.ts";
import { dayOfHouse, type Hand, Walker } from "./way/walker.ts";

const Session = z.object({ account: z.object({ id: z.uuid() }), unitIds: z.array(z.uuid()) });
const long = "Żaklina-Świętosława Brzęczyszczykiewicz-Chrząszczyżewoszycka";

const told = async <S extends z.ZodType>(answer: APIResponse, schema: S): Promise<z.infer<S>> => {
  expect(answer.ok(), await answer.text()).toBe(true);
  return schema.parse(await answer.json());
};

/** A contract of Anna's that both sides have agreed to, by commands. */
async function givenAgreed(it: Walker): Promise<string> {
  const { request } = it.page;
  const headers = { "x-powrot": "1" };
  const me = await told(await request.get("/api/session"), Session);
  const [contractId, personId] = [uuidv7(), uuidv7()];
  const send = async (type: string, payload: object) => {
    const data = { id: uuidv7(), v: 1, occurredAt: new Date(it.now()).toISOString(), payload };
    return told(
      await request.post(`/api/commands/${type}`, { headers, data }),
      z.object({ outcome: z.literal("done") }),
    );
  };
  const [unitId = ""] = me.unitIds;
  await send("person.record", { personId, unitId, fields: { alias: "Żaklina" } });
  const nobody = { actsAs: null, representedBy: null, representation: null };
  await send("contract.draft", {
    contractId,
    personId,
    caseId: null,
    unitId,
    variant: "IB_IIB",
    socialWorkerId: me.account.id,
    commune: "1463011",
    homeless: false,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata pracy i mieszkania.",
    resources: null,
    barriers: null,
    actionsSoFar: null,
    consequences: "To informacja, nie groźba.",
    parties: [
      { side: "PERSON", name: long, ...nobody },
      { side: "OPS", name: "Miejski Ośrodek Pomocy Społecznej w Radomiu", ...nobody },
    ],
    evaluationDates: [dayOfHouse(60)],
  });
  const duties = ["PERSON", "OPS"].map((side) => ({
    dutyId: uuidv7(),
    side,
    what: "Działanie.",
    dueOn: dayOfHouse(30),
  }));
  await send("contract.set-duties", { contractId, duties, removed: [] });
  await send("contract.agree", { contractId, agreedOn: dayOfHouse() });
  return contractId;
}

for (const hand of ["mouse", "thumb"] satisfies Hand[])
  test(`a signed file is checked before it counts, a drawing never does, by ${hand}`, async ({ browser, baseURL }) => {
    const it = await Walker.start(browser, hand, baseURL ?? "");
    const { page } = it;
    await it.signIn("anna");
    const contractId = await givenAgreed(it);
    await page.goto(`/contracts/${contractId}/sign`);
    await it.look("podpisy");
    await it.choose("Jak podpisano", "Elektronicznie, z pliku");
    await it.pressButton("Wydaj dokument do podpisu elektronicznego");
    const link = page.getByRole("link", { name: "Pobierz plik do podpisu" });
    await expect(link).toBeVisible();
    await it.look("podpisy-wydano");
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const issued = readFileSync(await file.path());

    const signed = await signPdf(await makeSigner(long), issued, { at: new Date(it.now()).toISOString() });
    const changed = Buffer.from(signed);
    changed[changed.indexOf("(Podpis") + 3] = 0x58;
    const bring = async (buffer: Buffer) => {
      const field = page.getByRole("main").locator("input[type=file]").first();
      const stored = page.waitForResponse((answer) => answer.url().includes("/api/files?") && answer.ok());
      await field.setInputFiles({ name: "kontrakt-podpisany.pdf", mimeType: "application/pdf", buffer });
      await stored;
      await expect(page.getByText("kontrakt-podpisany.pdf")).toBeVisible();
      await expect(field).toBeEnabled();
      await it.pressButton("Sprawdź i zapisz podpis");
    };
    await bring(changed);
    await expect(page.getByText("Podpis nie zgadza się z treścią")).toBeVisible();
    await it.look("podpisy-zmieniony");
    it.forgive(/422/);
    await bring(signed);
    await expect(page.getByText("Nie sprawdzono, kto wydał certyfikat")).toBeVisible();
    await expect(page.getByText("Sprawdzono: plik nie zmienił się od podpisania")).toBeVisible();

    await it.choose("Jak podpisano", "Rysunek na tym ekranie");
    const pad = page.locator("canvas");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error("No pad");
    await page.mouse.move(box.x + 30, box.y + 60);
    await page.mouse.down();
    for (const step of [60, 90, 120, 150]) await page.mouse.move(box.x + step, box.y + 40 + (step % 60));
    await page.mouse.up();
    await it.look("podpisy-rysunek");
    await it.pressButton("Zachowaj jako dowód roboczy");
    await expect(page.getByRole("heading", { name: "Pracownik socjalny ośrodka: rysunek na ekranie" })).toBeVisible();
    await it.choose("Jak podpisano", "Na papierze");
    await page.getByLabel("Miejscowość").fill("Radom");
    await it.pressButton("Zapisz podpis");
    await expect(page.getByRole("heading", { name: "Pracownik socjalny ośrodka: na papierze" })).toBeVisible();
    await it.look("podpisy-wszystkie");
    await it.end();
  });
