import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { type CommandContext, defineQuery, type WorkContext } from "../../platform/command.ts";
import { parametersOn } from "../../platform/law.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { sectionAccess } from "../person/access.ts";
import { releaseDayOf } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import { ReleaseAhead } from "./preReleaseContract.ts";
import { requirePerson } from "./public.ts";
import { preReleaseOpensOn, preReleaseState } from "./rules.ts";
import { addTaskFor, endTasksFrom } from "./sourceTasks.ts";

const sourceType = "pre_release";

/** Months before a release in which social work may be done, as they hold today. Source: docs/domain/rules.md R-JUR-06 */
async function monthsBefore({ tx, today }: WorkContext): Promise<number> {
  const found = await parametersOn(tx, ["PRE_RELEASE_WORK"], today);
  return Number(found.get("PRE_RELEASE_WORK")?.value ?? 3);
}

/**
 * Gives who leads each open case of a person a task for the day on which social work before a release begins; a day that changed
 * moves it, one that is gone ends it, and what was done stays done. The task says neither why nor of what: others read it too.
 * Source: docs/domain/rules.md R-JUR-06
 */
export async function followRelease(context: CommandContext, personId: string): Promise<void> {
  const { organisationId } = context.actor;
  await oneAtATime(context.tx, sourceType, personId);
  const releaseOn = await releaseDayOf(context, personId);
  const months = await monthsBefore(context);
  const opensOn =
    releaseOn !== null && preReleaseState(releaseOn, context.today, months) !== "RELEASED"
      ? preReleaseOpensOn(releaseOn, months)
      : null;
  type Found = { caseId: string; personId: string; unitId: string; leaderId: string | null; told: PlainDate[] };
  const { rows } = await sql<Found>`select c.id as case_id, c.person_id, c.unit_id, c.leader_id,
      coalesce((select json_agg(distinct t.detail ->> 'from') from task t
        left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
        where t.organisation_id = c.organisation_id and t.source_type = ${sourceType} and t.source_id = c.id
          and e.outcome is distinct from 'NO_LONGER_RELEVANT'), '[]') as told
    from open_case o join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
    where o.organisation_id = ${organisationId} and o.person_id = any (same_person(${personId}))
    order by c.id limit 50`.execute(context.tx);
  for (const { told, caseId, leaderId, unitId, personId: ofCase } of rows) {
    for (const from of told)
      if (from !== opensOn)
        await endTasksFrom(context, { type: sourceType, id: caseId }, "NO_LONGER_RELEVANT", { from });
    if (opensOn === null || told.includes(opensOn)) continue;
    await addTaskFor(context, {
      personId: ofCase,
      caseId,
      ownerId: leaderId,
      unitId: leaderId ? null : unitId,
      kind: "casework.day_of_case",
      detail: { from: opensOn },
      dueOn: opensOn > context.today ? opensOn : context.today,
      source: { type: sourceType, id: caseId },
    });
  }
}

/** An ended case waits for no release. */
export async function dropRelease(context: CommandContext, caseId: string): Promise<void> {
  await endTasksFrom(context, { type: sourceType, id: caseId }, "NO_LONGER_RELEVANT");
}

/** @throws Problem not_found */
async function readRelease(context: WorkContext, personId: string): Promise<ReleaseAhead> {
  const relation = await requirePerson(context, caseworkAccess["release.read"], personId);
  const on = may(context.actor, sectionAccess.COURT.read, relation) ? await releaseDayOf(context, personId) : null;
  if (on === null) return { release: null };
  const months = await monthsBefore(context);
  const state = preReleaseState(on, context.today, months);
  return { release: state === "RELEASED" ? null : { on, opensOn: preReleaseOpensOn(on, months), state, months } };
}

export const releaseQueries = [
  defineQuery({
    name: "release.read",
    method: "GET",
    path: "/people/:personId/release",
    summary: "A release from prison that lies ahead and when social work before it begins",
    input: z.strictObject({ personId: z.uuid() }),
    answer: ReleaseAhead,
    verb: caseworkAccess["release.read"],
    audit: ({ personId }, { release }) => ({
      objectType: "person",
      objectId: personId,
      personId,
      section: release ? "COURT" : null,
    }),
    run: (context, { personId }) => readRelease(context, personId),
  }),
];
