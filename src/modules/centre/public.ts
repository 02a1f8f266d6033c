import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { requirePerson } from "../casework/public.ts";
import { ipzsAccess } from "./ipzs/access.ts";
import type { IpzsSummary } from "./ipzs/contract.ts";
import { findAllIpzs, findDays } from "./ipzs/store.ts";

export { type ClubContractOf, clubContracts } from "./entry/clubContract.ts";
export { findEntryFor, followEntry, type KnownEntry } from "./entry/public.ts";
export { type Provided, providedTo } from "./ipzs/provided.ts";
export { findRunningProgramme, programmesOfUnit, type RunningProgramme } from "./ipzs/runningProgrammes.ts";

/**
 * Who of these people has a day off on `day` that the manager of the centre `unitId` consented to, under any of their records; not
 * after the programme has ended. Elsewhere nobody learns of it, and why is not told. The caller has checked who sees them.
 * Source: docs/domain/rules.md R-CIS-11
 */
export async function havingDayOff(
  { tx, actor }: WorkContext,
  personIds: readonly string[],
  { day, unitId }: { day: PlainDate; unitId: string },
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${[...personIds]}::uuid[]) p(id)
    where exists (select from ipzs i join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id and k.unit_id = ${unitId}
      join ipzs_day_off o on o.organisation_id = i.organisation_id and o.ipzs_id = i.id and o.day = ${day}
      where i.organisation_id = ${actor.organisationId} and i.person_id = any (same_person(p.id))
        and (select a.answer from ipzs_day_off_answer a where a.organisation_id = o.organisation_id and a.day_off_id = o.id
          order by a.no desc limit 1) = 'GRANTED'
        and not exists (select from ipzs_ending e where e.organisation_id = i.organisation_id and e.ipzs_id = i.id and e.ended_on < ${day}))`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Where the person's newest programme of a centre stands, one that goes on before one that has ended; null when there is none.
 * @throws Problem not_found `person.not_found` when the person is out of reach
 */
export async function ipzsStateOf(
  context: WorkContext,
  personId: string,
): Promise<Pick<IpzsSummary, "id" | "state" | "days" | "endedOn"> | null> {
  await requirePerson(context, ipzsAccess["ipzs.read"], personId);
  const [ipzs] = await findAllIpzs(context, sql`i.person_id = any (same_person(${personId}))`);
  return ipzs ? { id: ipzs.id, state: ipzs.state, days: findDays(ipzs), endedOn: ipzs.endedOn } : null;
}
