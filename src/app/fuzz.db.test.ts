import { expect, test } from "vitest";
import { fuzz } from "../../drills/fuzz/fuzz.ts";
import { type PersonOfFixture, testPassword, useTestHouse } from "./testing/house.ts";
import { givenRadomGroup } from "./testing/radomGroup.ts";

const it = useTestHouse("2026-12-08T10:00:00Z");

test("hostile input ends in a refusal that names the field: no fault, no hang, nothing of the inside told (C49, C61)", async () => {
  await givenRadomGroup(it, { persons: 3 });
  await it.owner.query("update person set last_name = 'Adamska'"); // names of the fixture have digits, which no form takes
  const base = await it.server.listen({ port: 0, host: "127.0.0.1" });
  const sender = (name: PersonOfFixture) => ({
    name,
    accountId: it.accountOf(name),
    signIn: async () => {
      const payload = { login: name, password: testPassword, kind: "token" };
      const answer = await it.server.inject({
        method: "POST",
        url: "/api/session",
        headers: { "x-powrot": "1" },
        payload,
      });
      return answer.json<{ token: string }>().token;
    },
  });
  const { faults, healthP99Ms, requests } = await fuzz({
    base,
    senders: [sender("anna"), sender("beata"), sender("adam")],
    requestsEach: Number(process.env.POWROT_FUZZ_REQUESTS ?? 500),
    seed: Number(process.env.POWROT_FUZZ_SEED ?? 7),
  });
  expect(it.log.filter((line) => line.includes('"bug"'))).toEqual([]);
  expect(faults).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(1_500);
  expect(healthP99Ms).toBeLessThan(500);
}, 600_000);
