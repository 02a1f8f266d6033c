import { simulatedOrganisation } from "../src/app/simulate/simulate.ts";
import { simulatedPassword } from "../src/app/simulate/staff.ts";
import { makeAccount, makeUnit } from "../src/modules/organisation/setup.ts";
import { systemClock } from "../src/platform/clock.ts";
import { todayIn } from "../src/platform/time/instant.ts";
import { addDays } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { openWorld, type World } from "./world.ts";

/** A street team of the world and its worker's login. `people`: how many it knows. */
export type StreetTeam = { login: string; password: string; people: number };

/** The teams whose phones are measured: a small one, one whose set is some 2,000 records, one of 5,500 people, and the largest that is let in. */
export const teamSizes = { few: 60, first: 1_500, list: 5_500, search: 10_000 } as const;

/** Opens a world of one organisation with a team of each size, made on the first use of the folder. @throws StartProblem */
export async function openStreetWorld(
  dataDir: string,
  tell: (line: string) => void,
): Promise<{ world: World; teams: Record<keyof typeof teamSizes, StreetTeam> }> {
  const world = await openWorld({ dataDir, persons: teamSizes.search, years: 1, seed: 1, organisations: 1 }, tell);
  const { rows } = await world.owner.query<{ id: string }>("select id from organisation where short_name = $1", [
    simulatedOrganisation(1),
  ]);
  const [organisation] = rows;
  if (!organisation) throw new Error("the simulated world has no organisation");
  const teamOf = async (people: number): Promise<StreetTeam> => {
    const login = `street-${people}`;
    const { rowCount } = await world.owner.query("select from account where login = $1", [login]);
    if (!rowCount) await addTeam(world, organisation.id, login, people);
    return { login, password: simulatedPassword, people };
  };
  const { few, first, list, search } = teamSizes;
  const teams = {
    few: await teamOf(few),
    first: await teamOf(first),
    list: await teamOf(list),
    search: await teamOf(search),
  };
  return { world, teams };
}

/** A team that knows the `people` first persons, with two workers: who goes alone is warned. */
async function addTeam({ owner }: World, organisationId: string, login: string, people: number): Promise<void> {
  const now = systemClock.now();
  const today = todayIn(now, "Europe/Warsaw");
  const unitId = uuidv7();
  await owner.query("begin");
  await owner.query("select set_config('powrot.now', $1, true)", [now.toISOString()]);
  await makeUnit(owner, { organisationId, id: unitId, name: `Patrol ${people}`, kind: "OUTREACH_TEAM" });
  for (const name of [login, `${login}-pair`])
    await makeAccount(owner, {
      id: uuidv7(),
      organisationId,
      login: name,
      password: simulatedPassword,
      displayName: `Pracownik ${name}`,
      roles: ["OUTREACH_WORKER"],
      unitIds: [unitId],
      validFrom: addDays(today, -30),
    });
  await owner.query(
    `insert into person_unit (organisation_id, person_id, unit_id, since)
    select organisation_id, id, $2, current_date from person where organisation_id = $1 order by person_no limit $3`,
    [organisationId, unitId, people],
  );
  await owner.query("commit");
  await owner.query("vacuum analyze");
}
