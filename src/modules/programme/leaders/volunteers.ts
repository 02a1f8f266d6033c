import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { type AvailableVolunteer, volunteersOf } from "../../staff/public.ts";
import type { WeekHours } from "../hours.ts";
import { replaceHours } from "../hoursRows.ts";
import { minuteOf } from "../timeOfDay.ts";
import type { OfferedVolunteer } from "./contract.ts";

/** Volunteers of a unit's register by name, each once, with the hours and days of their agreements. The caller has checked that the actor plans there. */
export async function volunteersToLead(context: WorkContext, unitId: string): Promise<OfferedVolunteer[]> {
  const offered = new Map<string, OfferedVolunteer>();
  for (const agreement of await volunteersOf(context, unitId)) {
    const known = offered.get(agreement.id);
    offered.set(agreement.id, {
      id: agreement.id,
      name: agreement.name,
      hours: [...(known?.hours ?? []), ...hoursOf(agreement)],
      retiredOn: known && known.retiredOn === null ? null : lastOf(known?.retiredOn, agreement.until),
    });
  }
  return [...offered.values()];
}

const hoursOf = ({ slots, from, until }: AvailableVolunteer): WeekHours[] =>
  slots.map(({ weekday, startsAt, endsAt }) => ({
    weekday,
    from: minuteOf(startsAt),
    to: minuteOf(endsAt),
    since: from,
    until,
  }));

/** The first day without an agreement, or null when one has no end. */
function lastOf(known: PlainDate | null | undefined, until: PlainDate | null): PlainDate | null {
  if (until === null) return null;
  const next = addDays(until, 1);
  return known && compareDays(known, next) > 0 ? known : next;
}

/** Writes a volunteer of the unit's register down among those who lead classes; false when there is none of that id. */
export async function addVolunteer(context: CommandContext, unitId: string, id: string): Promise<boolean> {
  const volunteer = (await volunteersToLead(context, unitId)).find((each) => each.id === id);
  if (!volunteer) return false;
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("classLeader")
    .values({
      organisationId,
      id,
      volunteerId: id,
      kind: "VOLUNTEER",
      unitId,
      retiredOn: volunteer.retiredOn,
      recordedBy: accountId,
    })
    .execute();
  await replaceHours(context, "class_leader_hours", id, volunteer.hours);
  return true;
}
