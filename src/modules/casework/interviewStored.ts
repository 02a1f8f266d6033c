import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { asMissing, Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { areWhereaboutsHidden, personIdsOf } from "../person/public.ts";
import type { InterviewReading, InterviewView } from "./interviewContract.ts";
import { addTaskFor, endTasksFrom, requirePerson } from "./public.ts";

const purpose = "interview.words";

/** What is sealed of a row: `reason` null on a result, which corrects nothing. */
const Words = z.object({ place: z.string(), conclusions: z.string(), reason: z.string().nullable().default(null) });
type Words = z.infer<typeof Words>;

/** `recordId`: the interview for its first result, the correction for any later row. */
export function sealWords(context: WorkContext, recordId: string, words: Words): Buffer {
  return sealText(context, purpose, recordId, JSON.stringify(words));
}

const openWords = (context: WorkContext, recordId: string, hex: string): Words =>
  Words.parse(JSON.parse(unsealText(context, purpose, recordId, Buffer.from(hex.slice(2), "hex"))));

type StoredResult = Omit<NonNullable<InterviewReading["result"]>, "place" | "conclusions">;
type Stored = Omit<InterviewReading, "result"> & { result: StoredResult | null };
type Row = Stored & {
  id: string;
  caseId: string | null;
  stopped: boolean;
  sealed: string | null;
  corrections: (Stored & { id: string; withdrawn: boolean; sealed: string; by: string; correctedOn: PlainDate })[];
};

/** SQL: the result of a row, as JSON; null where there is none. */
const resultOf = (row: string) => {
  const it = (column: string) => sql.ref(`${row}.${column}`);
  return sql`case when ${it("held_on")} is not null then jsonb_build_object('heldOn', ${it("held_on")}, 'refused', ${it("refused")},
    'setting', ${it("setting")}, 'secondWorkerId', ${it("second_worker_id")}, 'secondWorker', (select display_name from membership
      where organisation_id = ${it("organisation_id")} and account_id = ${it("second_worker_id")}), 'policeAssist', ${it("police_assist")},
    'parts', ${it("parts")}, 'externalNo', ${it("external_no")}, 'scanFileId', ${it("scan_file_id")}, 'updateDueOn', ${it("update_due_on")}) end`;
};

/** An interview with its place and scan as they were entered, whoever asks; `rows`: how many stand after the first need and result. */
type StoredInterview = InterviewView & { caseId: string | null; rows: number };
export type RequiredInterview = StoredInterview & { personId: string; personIds: readonly string[] };

/** What counts of each interview of some records, or of one of them alone, newest need first, and what stood before. */
async function storedInterviews(
  context: WorkContext,
  ids: readonly string[],
  onlyId: string | null = null,
): Promise<StoredInterview[]> {
  const { rows } = await sql<Row>`select i.id, i.case_id, i.trigger_on, i.urgency, i.due_on, i.social_worker_id,
      w.display_name as social_worker, exists (select from person d where d.organisation_id = i.organisation_id
        and d.id = any (${[...ids]}::uuid[]) and d.death_date is not null) as stopped,
      r.words_sealed::text as sealed, ${resultOf("r")} as result,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'withdrawn', k.withdrawn, 'triggerOn', k.trigger_on,
          'urgency', k.urgency, 'dueOn', k.due_on, 'socialWorkerId', k.social_worker_id, 'socialWorker', v.display_name,
          'result', ${resultOf("k")}, 'sealed', k.sealed::text, 'by', a.display_name, 'correctedOn', k.corrected_on) order by k.no)
        from interview_correction k
        join membership v on v.organisation_id = k.organisation_id and v.account_id = k.social_worker_id
        join membership a on a.organisation_id = k.organisation_id and a.account_id = k.recorded_by
        where k.organisation_id = i.organisation_id and k.interview_id = i.id), '[]') as corrections
    from interview i
    join membership w on w.organisation_id = i.organisation_id and w.account_id = i.social_worker_id
    left join interview_result r on r.organisation_id = i.organisation_id and r.interview_id = i.id
    where i.organisation_id = ${context.actor.organisationId} and i.person_id = any (${[...ids]}::uuid[])
      and (${onlyId}::uuid is null or i.id = ${onlyId})
    order by i.trigger_on desc, i.id desc ${atMost}`.execute(context.tx);
  const said = ({ result, ...need }: Stored, { place, conclusions }: Words): InterviewReading => ({
    ...need,
    result: result && { ...result, place, conclusions },
  });
  return rows.map(({ id, caseId, stopped, sealed, corrections, ...first }) => {
    const none = { place: "", conclusions: "", reason: null };
    let now = said(first, sealed ? openWords(context, id, sealed) : none);
    let withdrawn = false;
    const former: InterviewView["former"] = [];
    for (const { id: correctionId, withdrawn: taken, sealed: words, by, correctedOn, ...next } of corrections) {
      const opened = openWords(context, correctionId, words);
      if (opened.reason !== null) former.push({ ...now, correctedOn, by, reason: opened.reason });
      now = said(next, opened);
      withdrawn = taken;
    }
    const version = 1 + (first.result ? 1 : 0) + corrections.length;
    const rest = { version, withdrawn, stopped: stopped && !now.result, former, rows: corrections.length };
    return { id, caseId, ...now, ...rest };
  });
}

/**
 * Interviews of a person under any of their records, newest need first, or one of them: what counts of each, and what stood before.
 * The place, which the scan shows too, is said to nobody who is not on the list of a person with protected whereabouts (C7). The
 * caller has checked the reach.
 */
export async function interviewsOf(
  context: WorkContext,
  personId: string,
  onlyId: string | null = null,
): Promise<InterviewView[]> {
  const all = await storedInterviews(context, await personIdsOf(context, personId), onlyId);
  if (!(await areWhereaboutsHidden(context, personId))) return all;
  const masked = <R extends Pick<InterviewReading, "result">>(it: R): R => ({
    ...it,
    result: it.result && { ...it.result, place: "", scanFileId: null },
  });
  return all.map((it) => ({ ...masked(it), former: it.former.map(masked) }));
}

/**
 * What counts of one interview, which nobody else changes until this transaction ends; nor the others of that person.
 * @throws Problem not_found `interview.not_found`
 */
export async function requireInterview(
  context: CommandContext,
  verb: Parameters<typeof requirePerson>[1],
  interviewId: string,
): Promise<RequiredInterview> {
  const found = await context.tx
    .selectFrom("interview")
    .select("personId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", interviewId)
    .executeTakeFirst();
  if (!found) throw new Problem("not_found", "interview.not_found");
  const { personId } = found;
  await requirePerson(context, verb, personId).catch(asMissing("interview.not_found"));
  const personIds = await personIdsOf(context, personId);
  await oneAtATime(context.tx, "interviews of", personIds.toSorted()[0] ?? personId);
  const [interview] = await storedInterviews(context, personIds, interviewId);
  if (!interview) throw new Problem("not_found", "interview.not_found");
  return { ...interview, personId, personIds };
}

/** The task to hold an interview comes from its row, the task to bring it up to date from the person: only the last one counts. */
const sources = {
  due: (interviewId: string) => ({ type: "interview", id: interviewId }),
  update: (personId: string) => ({ type: "interview_update", id: personId }),
};

type Deadline = { dueOn: PlainDate; ownerId: string; caseId: string | null; detail: Record<string, string> };
type Deadlines = { due: Deadline | null; update: (Deadline & { id: string }) | null; died: boolean };

/** What is to be kept: the last day of one interview while nothing came of it, and the latest day of an update. */
export async function deadlinesNow(
  context: CommandContext,
  personIds: readonly string[],
  interviewId: string,
): Promise<Deadlines> {
  const ids = [...personIds];
  const { rows } = await sql<Deadlines>`with mine as (select * from interview_now
      where organisation_id = ${context.actor.organisationId} and person_id = any (${ids}::uuid[]) and not withdrawn)
    select exists (select from person where organisation_id = ${context.actor.organisationId} and id = any (${ids}::uuid[])
        and death_date is not null) as died,
      (select jsonb_build_object('dueOn', due_on, 'ownerId', social_worker_id, 'caseId', case_id,
          'detail', jsonb_build_object('urgency', urgency)) from mine where id = ${interviewId} and held_on is null) as due,
      (select jsonb_build_object('id', id, 'dueOn', update_due_on, 'ownerId', social_worker_id, 'caseId', case_id,
          'detail', jsonb_build_object('setting', setting)) from mine where update_due_on is not null
        order by update_due_on desc, held_on desc, id desc limit 1) as update`.execute(context.tx);
  return rows[0] ?? { due: null, update: null, died: false };
}

/** Tasks follow what counts now; one whose day and owner stay is left alone. `outcome`: of those that end. Source: docs/domain/rules.md R-INT */
export async function followDeadlines(
  context: CommandContext,
  { personId, personIds, interviewId }: { personId: string; personIds: readonly string[]; interviewId: string },
  before: Deadlines,
  outcome: { due: "DONE" | "NOT_DONE" | "NO_LONGER_RELEVANT"; update: "DONE" | "NO_LONGER_RELEVANT" },
): Promise<void> {
  const now = await deadlinesNow(context, personIds, interviewId);
  const isSame = (one: Deadline | null, other: Deadline | null) => JSON.stringify(one) === JSON.stringify(other);
  if (!isSame(before.due, now.due)) {
    const source = sources.due(interviewId);
    await endTasksFrom(context, source, outcome.due);
    if (now.due && !now.died) await addTaskFor(context, { personId, kind: "interview.due", ...now.due, source });
  }
  if (isSame(before.update, now.update)) return;
  for (const id of personIds) await endTasksFrom(context, sources.update(id), outcome.update);
  if (!now.update || now.died) return;
  const { id: _, ...update } = now.update;
  await addTaskFor(context, { personId, kind: "interview.update_due", ...update, source: sources.update(personId) });
}
