import { setTimeout } from "node:timers/promises";
import { type Figures, type Office, runInterleavings } from "../../src/app/testing/interleavings.ts";
import { makeOrganisation, makeUnit } from "../../src/modules/organisation/setup.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import { throwawayDatabase } from "../access/database.ts";
import { now, openDrillHouse, password } from "../access/house.ts";

/** Two workers of one team, each with a phone, and the real server over a loopback port. @throws Error as `runInterleavings` */
export async function runTwoPhones(runs: number, seed: number): Promise<Figures> {
  const database = await throwawayDatabase();
  const house = await openDrillHouse(database);
  try {
    const [organisationId, unitId, siteId] = [uuidv7(), uuidv7(), uuidv7()];
    await makeOrganisation(house.owner, { id: organisationId, name: "Dom", shortName: "dom", kind: "NGO" });
    await makeUnit(house.owner, { organisationId, id: unitId, name: "Zespół uliczny", kind: "OUTREACH_TEAM" });
    const member = () => house.makeAccount({ organisationId, roles: ["OUTREACH_WORKER"], unitIds: [unitId] });
    const members = [await member(), await member()] as const;
    const memberOf = (no: number) => members[no === 1 ? 1 : 0];
    const ask = async (token: string | undefined, method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${house.origin}${path}`, {
        method,
        headers: {
          "user-agent": "access drill",
          "x-powrot": "1",
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : undefined };
    };
    const well = async (...request: Parameters<typeof ask>): Promise<Record<string, unknown>> => {
      for (let tries = 0; ; tries++) {
        const { status, body } = await ask(...request);
        if (status === 200) return body as Record<string, unknown>; // answers of the API are objects
        if (status !== 503 || tries === 100) throw new Error(`${request[2]}: ${status} ${JSON.stringify(body)}`);
        await setTimeout(100); // the machine is busy: a command of the same id is done once
      }
    };
    const office: Office = {
      unitId,
      siteId,
      memberIds: members.map(({ id }) => id),
      nowMs: Date.parse(now),
      read: (path) => well(members[0].token, "GET", `/api${path}`),
      command: async (no, type, payload, base) => {
        const envelope = { id: uuidv7(), v: 1, occurredAt: now, payload, ...(base === undefined ? {} : { base }) };
        return Number((await well(memberOf(no).token, "POST", `/api/commands/${type}`, envelope)).version);
      },
      prove: async (no) => String((await well(memberOf(no).token, "POST", "/api/session/proof", { password })).proof),
      sendAs: (no) => (method, path, body, options) => {
        const session = path.startsWith("/api/devices") ? memberOf(no).token : undefined;
        return ask(options?.token ?? session, method, path, body);
      },
    };
    const site = { siteId, unitId, name: "Przejście", siteType: "STATION_RAIL", area: "Śródmieście", exact: null };
    await office.command(0, "site.record", site);
    return await runInterleavings(office, { runs, seed, shrink: true });
  } finally {
    await house.end();
    await database.stop();
  }
}
