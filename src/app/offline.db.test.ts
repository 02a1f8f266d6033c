import { expect, test } from "vitest";
import { uuidv7 } from "../platform/uuid.ts";
import { testPassword, useTestHouse, world } from "./testing/house.ts";
import { type Office, runInterleavings } from "./testing/interleavings.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");

test("nothing said to be saved is lost or doubled, whatever the network, the clock and the battery do", async () => {
  const siteId = uuidv7();
  const site = { siteId, name: "Przejście", siteType: "STATION_RAIL", area: "Śródmieście", exact: null };
  expect((await it.command("marta", "site.record", site)).status).toBe(200);
  const office: Office = {
    unitId: world.team,
    siteId,
    memberIds: [it.accountOf("marta"), it.accountOf("joanna")],
    nowMs: it.clock.now().getTime(),
    read: async (path) => (await it.get("marta", path)).body,
    command: async (_no, type, payload, base) => {
      const answer = await it.command("marta", type, payload, base === undefined ? {} : { base });
      if (answer.status !== 200) throw new Error(`${type}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return Number(answer.body.version);
    },
    prove: async () => String((await it.post("marta", "/session/proof", { password: testPassword })).body.proof),
    sendAs: () => async (method, path, body, options) => {
      const session = path.startsWith("/api/devices") ? it.tokenOf("marta") : undefined;
      const bearer = options?.token ?? session;
      const answer = await it.server.inject({
        method,
        url: path,
        headers: {
          "x-powrot": "1",
          "content-type": "application/json",
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    },
  };
  const { runs, conflicts } = await runInterleavings(office, { runs: 12, seed: 20261122 });
  expect(runs).toBe(12);
  expect(conflicts).toBeGreaterThan(0); // the runs do meet each other
});
