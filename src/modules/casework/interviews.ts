import { z } from "zod";
import { reachesOf } from "../../platform/access.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  recordEvent,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { invalidAt, onConstraint, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { areWhereaboutsHidden, personIdsOf } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import {
  CorrectInterview,
  type InterviewResult,
  InterviewView,
  NeedInterview,
  RecordInterview,
  WithdrawInterview,
} from "./interviewContract.ts";
import {
  deadlinesNow,
  followDeadlines,
  interviewsOf,
  type RequiredInterview,
  requireInterview,
  sealWords,
} from "./interviewStored.ts";
import { findOpenCase, refuseForDead, requireColleague, requirePerson } from "./public.ts";
import { interviewDue, interviewUpdateDue, isSameResult, refuseInterviewCorrection } from "./rules.ts";

onConstraint("interview_key", "conflict", "record.id_taken");
onConstraint("interview_correction_key", "conflict", "record.id_taken");
onConstraint("interview_held_once", "refused", "interview.already_recorded");

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
  const personIds = await personIdsOf(context, personId);
  const before = await deadlinesNow(context, personIds, interviewId);
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
  await followDeadlines(context, { personId, personIds, interviewId }, before, {
    due: "NO_LONGER_RELEVANT",
    update: "NO_LONGER_RELEVANT",
  });
  return told(context, "interview.needed", { interviewId, personId, caseId }, { urgency, dueOn });
}

/**
 * Enters what came of an interview; one that was held sets the day of the next update. Source: docs/domain/rules.md R-INT-02
 * @throws Problem not_found `interview.not_found` | invalid `interview.in_future`, `interview.before_trigger` | refused `interview.already_recorded`
 */
async function recordInterview(context: CommandContext, payload: RecordInterview): Promise<Done> {
  const { interviewId, ...result } = payload;
  const { heldOn, refused, setting, place, conclusions, scanFileId = null, ...rest } = result;
  const { organisationId, accountId } = context.actor;
  const stands = await requireInterview(context, caseworkAccess["interview.record"], interviewId);
  const { personId, personIds, caseId, triggerOn, socialWorkerId } = stands;
  if (heldOn > context.today) throw invalidAt("payload.heldOn", "interview.in_future");
  if (heldOn < triggerOn) throw invalidAt("payload.heldOn", "interview.before_trigger");
  refuseIf([
    stands.withdrawn ? "interview.withdrawn_already" : null,
    stands.result ? "interview.already_recorded" : null,
    rest.secondWorkerId === socialWorkerId ? "interview.second_is_first" : null,
  ]);
  await requireOwnFile(context, scanFileId, "payload.scanFileId");
  const before = await deadlinesNow(context, personIds, interviewId);
  if (stands.version > 1)
    await addRow(context, stands, { ...stands, id: uuidv7(), result, withdrawn: false, reason: null });
  else
    await context.tx
      .insertInto("interviewResult")
      .values({
        organisationId,
        interviewId,
        heldOn,
        refused,
        setting,
        wordsSealed: sealWords(context, interviewId, { place, conclusions, reason: null }),
        updateDueOn: refused ? null : interviewUpdateDue(heldOn, setting),
        scanFileId,
        recordedBy: accountId,
        ...rest,
      })
      .execute();
  await followDeadlines(context, { personId, personIds, interviewId }, before, {
    due: refused ? "NOT_DONE" : "DONE",
    update: "DONE",
  });
  const kind = refused ? "interview.refused" : "interview.held";
  return told(context, kind, { interviewId, personId, caseId }, { heldOn });
}

/**
 * Another entry says what the entry should have been and why; what stood before stays readable, tasks follow what counts.
 * @throws Problem not_found | conflict `record.changed` | refused, see `InterviewRefusal`; `interview.result_by_social_worker`, `colleague.cannot`
 */
async function correctInterview(context: CommandContext, payload: CorrectInterview): Promise<Done> {
  const { correctionId, interviewId, triggerOn, urgency, socialWorkerId, reason } = payload;
  const stands = await requireInterview(context, caseworkAccess["interview.correct"], interviewId);
  const { personId, personIds, caseId } = stands;
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  requireBase(context, stands.version);
  const now = { ...stands, result: stood(stands) };
  // who does not see the place of the interview, which its scan shows too, does not empty them
  const isBlind = await areWhereaboutsHidden(context, personId);
  const result = payload.result && {
    ...payload.result,
    ...(isBlind && payload.result.place === "" ? { place: now.result?.place ?? "" } : {}),
    scanFileId:
      payload.result.scanFileId ??
      (isBlind || payload.result.scanFileId === undefined ? (now.result?.scanFileId ?? null) : null),
  };
  refuseIf([
    isSameResult(result, now.result) ? null : refuseResultBy(context),
    refuseInterviewCorrection(now, { triggerOn, urgency, socialWorkerId, result }, context.today),
  ]);
  if (socialWorkerId !== stands.socialWorkerId)
    await requireColleague(context, caseworkAccess["interview.record"], socialWorkerId);
  if (result && result.scanFileId !== (now.result?.scanFileId ?? null))
    await requireOwnFile(context, result.scanFileId, "payload.result.scanFileId");
  const before = await deadlinesNow(context, personIds, interviewId);
  const row = { id: correctionId, triggerOn, urgency, socialWorkerId, result, withdrawn: false, reason };
  await addRow(context, stands, row);
  await followDeadlines(context, { personId, personIds, interviewId }, before, ended);
  return {
    ...(await told(context, "interview.corrected", { interviewId, personId, caseId }, {})),
    version: stands.version + 1,
  };
}

/**
 * The entry was not to be made: nothing of it counts any more, its tasks end, it stays readable with the reason.
 * @throws Problem not_found | conflict `record.changed` | refused `interview.withdrawn_already`, `interview.result_by_social_worker`
 */
async function withdrawInterview(context: CommandContext, payload: WithdrawInterview): Promise<Done> {
  const { correctionId, interviewId, reason } = payload;
  const stands = await requireInterview(context, caseworkAccess["interview.correct"], interviewId);
  const { personId, personIds, caseId } = stands;
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  requireBase(context, stands.version);
  refuseIf([stands.withdrawn ? "interview.withdrawn_already" : null, stands.result ? refuseResultBy(context) : null]);
  const before = await deadlinesNow(context, personIds, interviewId);
  const row = { ...stands, id: correctionId, result: stood(stands), withdrawn: true, reason };
  await addRow(context, stands, row);
  await followDeadlines(context, { personId, personIds, interviewId }, before, ended);
  return {
    ...(await told(context, "interview.withdrawn", { interviewId, personId, caseId }, {})),
    version: stands.version + 1,
  };
}

/** A result is changed by who may enter one. Reach is the same for both verbs. */
function refuseResultBy({ actor }: CommandContext): "interview.result_by_social_worker" | null {
  return reachesOf(actor, caseworkAccess["interview.record"]).size > 0 ? null : "interview.result_by_social_worker";
}

const ended = { due: "NO_LONGER_RELEVANT", update: "NO_LONGER_RELEVANT" } as const;

/** The result as it was entered. */
function stood({ result }: RequiredInterview): InterviewResult | null {
  if (!result) return null;
  const { secondWorker: _, updateDueOn: __, ...entered } = result;
  return entered;
}

type NextRow = Pick<CorrectInterview, "triggerOn" | "urgency" | "socialWorkerId" | "result"> & {
  id: string;
  withdrawn: boolean;
  /** Null: a result, which corrects nothing. */
  reason: string | null;
};

async function addRow(context: CommandContext, { id: interviewId, rows }: RequiredInterview, next: NextRow) {
  const { organisationId, accountId: recordedBy } = context.actor;
  const { id, triggerOn, urgency, socialWorkerId, withdrawn, result, reason } = next;
  const { place = "", conclusions = "", ...facts } = result ?? {};
  await context.tx
    .insertInto("interviewCorrection")
    .values({
      organisationId,
      id,
      interviewId,
      no: rows + 1,
      withdrawn,
      triggerOn,
      urgency,
      dueOn: interviewDue(triggerOn, urgency),
      socialWorkerId,
      ...facts,
      updateDueOn: !result || result.refused ? null : interviewUpdateDue(result.heldOn, result.setting),
      sealed: sealWords(context, id, { place, conclusions, reason }),
      correctedOn: context.today,
      recordedBy,
    })
    .execute();
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

async function listInterviews(context: WorkContext, personId: string): Promise<InterviewView[]> {
  await requirePerson(context, caseworkAccess["interview.read"], personId);
  return interviewsOf(context, personId);
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
  defineCommand({
    type: "interview.correct",
    v: 1,
    summary: "Corrects an entry of the interview register with the reason; what stood before stays readable",
    payload: CorrectInterview,
    verb: caseworkAccess["interview.correct"],
    run: correctInterview,
  }),
  defineCommand({
    type: "interview.withdraw",
    v: 1,
    summary: "Takes back an entry of the interview register with the reason; it stays readable",
    payload: WithdrawInterview,
    verb: caseworkAccess["interview.correct"],
    run: withdrawInterview,
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
