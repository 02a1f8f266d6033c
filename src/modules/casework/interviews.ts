import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { asMissing, invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { areWhereaboutsHidden, personIdsOf } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import { InterviewView, NeedInterview, RecordInterview } from "./interviewContract.ts";
import { addTaskFor, endTasksFrom, findOpenCase, refuseForDead, requireColleague, requirePerson } from "./public.ts";
import { interviewDue, interviewUpdateDue } from "./rules.ts";

onConstraint("interview_key", "conflict", "record.id_taken");
onConstraint("interview_held_once", "refused", "interview.already_recorded");

const purpose = "interview.words";
const Words = z.object({ place: z.string(), conclusions: z.string() });

/** The task to hold an interview comes from its row, the task to bring it up to date from the person: only the last one counts. */
const sources = {
  due: (interviewId: string) => ({ type: "interview", id: interviewId }),
  update: (personId: string) => ({ type: "interview_update", id: personId }),
};

/**
 * Enters the need; its last day becomes a task of the social worker. Source: docs/domain/rules.md R-INT-01
 * @throws Problem not_found | invalid `day.in_future` | refused `colleague.cannot`
 */
async function needInterview(context: CommandContext, payload: NeedInterview): Promise<Done> {
  const { interviewId, personId, triggerOn, urgency, socialWorkerId } = payload;
  await requirePerson(context, caseworkAccess["interview.need"], personId);
  await refuseForDead(context, personId);
  if (triggerOn > context.today) throw invalidAt("payload.triggerOn", "interview.in_future");
  await requireColleague(context, caseworkAccess["interview.record"], socialWorkerId);
  const dueOn = interviewDue(triggerOn, urgency);
  const caseId = (await findOpenCase(context, personId)) ?? null;
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("interview")
    .values({
      organisationId,
      id: interviewId,
      personId,
      caseId,
      triggerOn,
      urgency,
      dueOn,
      socialWorkerId,
      recordedBy: accountId,
    })
    .execute();
  await addTaskFor(context, {
    personId,
    caseId,
    ownerId: socialWorkerId,
    kind: "interview.due",
    detail: { urgency },
    dueOn,
    source: sources.due(interviewId),
  });
  return told(context, "interview.needed", { interviewId, personId, caseId }, { urgency, dueOn });
}

/**
 * Enters what came of an interview; one that was held sets the day of the next update. Source: docs/domain/rules.md R-INT-02
 * @throws Problem not_found `interview.not_found` | invalid `interview.in_future`, `interview.before_trigger` | refused `interview.already_recorded`
 */
async function recordInterview(context: CommandContext, payload: RecordInterview): Promise<Done> {
  const { interviewId, heldOn, refused, setting, place, conclusions, ...rest } = payload;
  const { organisationId, accountId } = context.actor;
  const interview = await context.tx
    .selectFrom("interview")
    .select(["personId", "caseId", "triggerOn", "socialWorkerId"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", interviewId)
    .executeTakeFirst();
  if (!interview) throw new Problem("not_found", "interview.not_found");
  const { personId, caseId, triggerOn, socialWorkerId } = interview;
  await requirePerson(context, caseworkAccess["interview.record"], personId).catch(asMissing("interview.not_found"));
  if (heldOn > context.today) throw invalidAt("payload.heldOn", "interview.in_future");
  if (heldOn < triggerOn) throw invalidAt("payload.heldOn", "interview.before_trigger");
  refuseIf([rest.secondWorkerId === socialWorkerId ? "interview.second_is_first" : null]);
  const words = Buffer.from(JSON.stringify({ place, conclusions } satisfies z.infer<typeof Words>));
  const updateDueOn = refused ? null : interviewUpdateDue(heldOn, setting);
  await context.tx
    .insertInto("interviewResult")
    .values({
      organisationId,
      interviewId,
      heldOn,
      refused,
      setting,
      wordsSealed: Buffer.from(context.keys.encryptFor(organisationId, purpose, words, interviewId)),
      updateDueOn,
      recordedBy: accountId,
      ...rest,
    })
    .execute();
  await endTasksFrom(context, sources.due(interviewId), refused ? "NOT_DONE" : "DONE");
  if (updateDueOn && !(await isUpdatedLater(context, personId, updateDueOn))) {
    for (const id of await personIdsOf(context, personId)) await endTasksFrom(context, sources.update(id), "DONE");
    await addTaskFor(context, {
      personId,
      caseId,
      ownerId: socialWorkerId,
      kind: "interview.update_due",
      detail: { setting },
      dueOn: updateDueOn,
      source: sources.update(personId),
    });
  }
  const kind = refused ? "interview.refused" : "interview.held";
  return told(context, kind, { interviewId, personId, caseId }, { heldOn });
}

/** Whether an interview already entered, of this person under any of their records, sets a later day for the update. */
async function isUpdatedLater(context: CommandContext, personId: string, updateDueOn: PlainDate): Promise<boolean> {
  const { rows } = await sql`select from interview i
    join interview_result r on r.organisation_id = i.organisation_id and r.interview_id = i.id
    where i.organisation_id = ${context.actor.organisationId} and i.person_id = any (${await personIdsOf(context, personId)}::uuid[])
      and r.update_due_on > ${updateDueOn} limit 1`.execute(context.tx);
  return rows.length > 0;
}

async function told(
  context: CommandContext,
  kind: string,
  { interviewId, personId, caseId }: { interviewId: string; personId: string; caseId: string | null },
  detail: Record<string, PlainDate | string>,
): Promise<Done> {
  const about = { type: "interview", id: interviewId, personId, section: "SOCIAL" } as const;
  await recordEvent(context, { personId, caseId, kind, section: "SOCIAL", subject: about, detail });
  return { ids: { interview: interviewId }, about };
}

type Row = Omit<InterviewView, "result"> & {
  wordsSealed: Buffer | null;
  result: Omit<NonNullable<InterviewView["result"]>, "place" | "conclusions"> | null;
};

/**
 * The place is said to nobody who is not on the list of a person with protected whereabouts (C7).
 * @throws Problem not_found `person.not_found`
 */
async function listInterviews(context: WorkContext, personId: string): Promise<InterviewView[]> {
  await requirePerson(context, caseworkAccess["interview.read"], personId);
  const { organisationId } = context.actor;
  const ids = await personIdsOf(context, personId);
  const { rows } =
    await sql<Row>`select i.id, i.trigger_on, i.urgency, i.due_on, i.social_worker_id, w.display_name as social_worker,
      r.interview_id is null and exists (select from person d where d.organisation_id = i.organisation_id and d.id = any (${ids}::uuid[])
        and d.death_date is not null) as stopped,
      r.words_sealed, case when r.interview_id is not null then jsonb_build_object('heldOn', r.held_on, 'refused', r.refused,
        'setting', r.setting, 'secondWorker', s.display_name, 'policeAssist', r.police_assist, 'parts', r.parts,
        'externalNo', r.external_no, 'updateDueOn', r.update_due_on) end as result
    from interview i
    join membership w on w.organisation_id = i.organisation_id and w.account_id = i.social_worker_id
    left join interview_result r on r.organisation_id = i.organisation_id and r.interview_id = i.id
    left join membership s on s.organisation_id = r.organisation_id and s.account_id = r.second_worker_id
    where i.organisation_id = ${organisationId} and i.person_id = any (${ids}::uuid[])
    order by i.trigger_on desc, i.id desc ${atMost}`.execute(context.tx);
  const hidden = await areWhereaboutsHidden(context, personId);
  return rows.map(({ wordsSealed, result, ...row }) => {
    if (!result || !wordsSealed) return { ...row, result: null };
    const words = context.keys.decryptFor(organisationId, purpose, wordsSealed, row.id);
    const { place, conclusions } = Words.parse(JSON.parse(Buffer.from(words).toString("utf8")));
    return { ...row, result: { ...result, place: hidden ? "" : place, conclusions } };
  });
}

export const interviewCommands = [
  defineCommand({
    type: "interview.need",
    v: 1,
    summary: "Enters that a family environmental interview is needed, with its last day",
    payload: NeedInterview,
    verb: caseworkAccess["interview.need"],
    run: needInterview,
  }),
  defineCommand({
    type: "interview.record",
    v: 1,
    summary: "Enters what came of a family environmental interview",
    payload: RecordInterview,
    verb: caseworkAccess["interview.record"],
    run: recordInterview,
  }),
];

export const interviewQueries = [
  defineQuery({
    name: "interview.list",
    method: "GET",
    path: "/people/:personId/interviews",
    summary: "Family environmental interviews of a person, newest need first",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ interviews: z.array(InterviewView) }),
    verb: caseworkAccess["interview.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: async (context, { personId }) => ({ interviews: await listInterviews(context, personId) }),
  }),
];
