import { uuidv7 } from "../../src/platform/uuid.ts";
import { isDoor } from "./doors.ts";
import type { DrillHouse } from "./house.ts";
import { type Ids, inputOf, payloadOf } from "./inputs.ts";
import { readTable } from "./table.ts";
import type { Target, World } from "./world.ts";

const pesel = "02070803628";
const lookups = 200;

/**
 * What must not be learned from how the house says no: one answer for "not there" and "not yours", in words, counts,
 * uniqueness and time. Source: security C8; docs/domain/rules.md R-ACC. Times are figures, not faults: the machine is shared.
 */
export async function askOracles(
  house: DrillHouse,
  world: World,
): Promise<{ faults: string[]; figures: Record<string, unknown> }> {
  const faults = [
    ...(await askWords(house, world)),
    ...(await askCounts(house, world)),
    ...(await askPesel(house, world)),
  ];
  const times = await askTimes(house, world);
  return { faults, figures: { oracleFaults: faults.length, ...times } };
}

const targetNamed = (world: World, name: string): Target => {
  const target = world.targets.find((one) => one.name === name);
  if (!target) throw new Error(`no target ${name}`);
  return target;
};

/** What the actor sends of their own stays, so that only the record itself is missing or another's. */
const ownWords = new Set(["unitId", "accountId", "partnerId", "receivedId", "offeringId", "offeredId"]);

/** The ids of a target as this actor would send them; without a target: ids that nobody has. */
function sentAbout(own: Ids, target?: Ids): Ids {
  return Object.fromEntries(
    Object.entries(own).map(([name, id]) => [name, ownWords.has(name) ? id : (target?.[name] ?? uuidv7())]),
  );
}

/** The answer without what differs by nature: the request's own id. */
const plain = (text: string) => text.replace(/"requestId":"[^"]*"/, "");

async function askWords(house: DrillHouse, world: World): Promise<string[]> {
  const faults: string[] = [];
  const own = targetNamed(world, "team").ids;
  for (const row of readTable("table.csv")) {
    if (!["person", "note"].includes(row.relation) || isDoor(row.operation)) continue;
    for (const role of ["SOCIAL_WORKER", "PSYCHOLOGIST", "KIS_COORDINATOR", "JOB_COACH"] as const) {
      if (row.letters[role] === "-" || row.letters[role] === "O") continue;
      const said = async (ids: Ids) => {
        const { method, path, body } = inputOf(row.operation, row.variant, ids);
        const { status, text } = await house.send(world.accounts[role].token, method, path, body);
        return `${status} ${plain(text)}`;
      };
      const nobody = await said(sentAbout(own));
      for (const name of ["other unit", "partner", "foreign"]) {
        const theirs = await said(sentAbout(own, targetNamed(world, name).ids));
        if (theirs !== nobody)
          faults.push(`${row.operation} ${role}: ${name} is told from nobody: ${theirs} / ${nobody}`);
      }
    }
  }
  return faults;
}

async function askCounts(house: DrillHouse, world: World): Promise<string[]> {
  const { token } = world.accounts.SOCIAL_WORKER;
  const found = async (text: string) => plain((await house.send(token, "POST", "/api/people/search", { text })).text);
  const faults: string[] = [];
  for (const name of ["other unit", "partner", "foreign"]) {
    const { canary } = targetNamed(world, name);
    const people = JSON.parse(await found(canary)) as { people: { name?: string | null }[] };
    if (people.people.some((one) => one.name?.includes(canary))) faults.push(`search finds ${canary}`);
  }
  return faults;
}

async function askPesel(house: DrillHouse, world: World): Promise<string[]> {
  const faults: string[] = [];
  const { ids } = targetNamed(world, "team");
  for (const name of ["partner", "foreign"]) {
    const there = targetNamed(world, name);
    const { token } = world.accounts.SOCIAL_WORKER;
    const before = await house.send(token, "POST", "/api/people/duplicates", { pesel });
    house.undo.on = false;
    await world.makers[name]?.("person.record", {
      ...payloadOf("person.record", there.ids),
      fields: { firstName: "Jan", lastName: "Wspólny" },
      pesel,
    });
    house.undo.on = true;
    const after = await house.send(token, "POST", "/api/people/duplicates", { pesel });
    if (plain(before.text) !== plain(after.text)) faults.push(`a PESEL of ${name} shows among duplicates`);
    const payload = { ...payloadOf("person.record", ids), fields: { firstName: "Jan", lastName: "Nasz" }, pesel };
    const body = { id: uuidv7(), v: 1, occurredAt: "2026-11-22T10:00:00Z", payload };
    const recorded = await house.send(token, "POST", "/api/commands/person.record", body);
    if (recorded.status !== 200)
      faults.push(`a PESEL of ${name} stops a record here: ${recorded.status} ${recorded.code}`);
  }
  return faults;
}

/** Medians in ms of looking up persons who are not there, of others, and in another organisation, by turns. */
async function askTimes(house: DrillHouse, world: World): Promise<Record<string, unknown>> {
  const { token } = world.accounts.SOCIAL_WORKER;
  const kinds: Record<string, () => string> = {
    notThere: () => uuidv7(),
    otherUnit: () => targetNamed(world, "other unit").ids.personId ?? "",
    foreign: () => targetNamed(world, "foreign").ids.personId ?? "",
  };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let at = 0; at < lookups + 20; at++)
    for (const [kind, idOf] of Object.entries(kinds)) {
      const path = `/api/people/${idOf()}`;
      const started = performance.now();
      await house.send(token, "GET", path);
      if (at >= 20) times[kind]?.push(performance.now() - started);
    }
  const median = (kind: string) => (times[kind] ?? []).toSorted((a, b) => a - b)[lookups / 2] ?? 0;
  const base = median("notThere");
  const apart = (kind: string) => Math.round((Math.abs(median(kind) - base) / base) * 1000) / 10;
  return {
    lookupMedianMs: Math.round(base * 100) / 100,
    otherUnitApartPercent: apart("otherUnit"),
    foreignApartPercent: apart("foreign"),
  };
}
