import { expect, test } from "@playwright/test";
import { Walker } from "./way/walker.ts";

/** Met by no other journey. */
const lastName = "Drożdżyńska-Wnioskująca";

test("into a club: the OPS worker applies and writes findings, the manager refers after a refusal, the contract is signed, the coordinator admits (F-11, R-CIS-01, R-CIS-02, R-KIS-02)", async ({
  browser,
  baseURL,
}) => {
  const it = await Walker.start(browser, "mouse", baseURL ?? "");
  const { page } = it;
  let address = "";

  await it.as("anna", async () => {
    const { personId } = await it.page.evaluate(async (name) => {
      const session = (await (await fetch("/api/session")).json()) as { units: { id: string; kind: string }[] };
      const { personId, unitId } = { personId: crypto.randomUUID().replace(/^(.{14})./, "$17"), unitId: session.units.find(({ kind }) => kind === "KIS")?.id };
      const payload = { personId, unitId, fields: { firstName: "Wanda", lastName: name } };
      const body = { id: crypto.randomUUID().replace(/^(.{14})./, "$17"), v: 1, occurredAt: new Date().toISOString(), payload };
      await fetch("/api/commands/person.record", { method: "POST", headers: { "content-type": "application/json", "x-powrot": "1" }, body: JSON.stringify(body) });
      return { personId };
    }, lastName);
    await page.goto(`/people/${personId}`);
  });
});
