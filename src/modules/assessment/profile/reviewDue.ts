import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";

const daysForIt = 14;
const source = (profileId: string) => ({ type: "profile_review", id: profileId });

/**
 * Asks whoever reviewed a programme to look at the person's experience profile within 14 days, both inclusive; one such task at a
 * time, none where there is no profile. Source: docs/domain/forms.md F-24 (updated at reviews); the 14 days are design
 */
export async function askForProfile(
  context: CommandContext,
  { personId, caseId }: { personId: string; caseId: string },
): Promise<void> {
  const { organisationId, accountId: ownerId } = context.actor;
  const { rows } = await sql<{ id: string }>`select id from experience_profile
    where organisation_id = ${organisationId} and person_id = any (same_person(${personId})) order by id limit 1`.execute(
    context.tx,
  );
  const [profile] = rows;
  if (!profile) return;
  await endTasksFrom(context, source(profile.id), "NO_LONGER_RELEVANT");
  await addTaskFor(context, {
    personId,
    caseId,
    ownerId,
    kind: "UPDATE_PROFILE",
    dueOn: addDays(context.today, daysForIt),
    source: source(profile.id),
  });
}

/** A new version of the profile is what was asked for. */
export function profileLookedAt(context: CommandContext, profileId: string): Promise<void> {
  return endTasksFrom(context, source(profileId), "DONE");
}
