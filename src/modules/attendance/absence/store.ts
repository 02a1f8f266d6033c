import { type RawBuilder, sql } from "kysely";
import { type Reach, type Relation, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { type CommandContext, recordEvent, type WorkContext } from "../../../platform/command.ts";
import { sealJson, unsealJson } from "../../../platform/keys/sealedJson.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation } from "../../casework/public.ts";
import { findRunningProgramme, type RunningProgramme } from "../../centre/public.ts";
import { areWhereaboutsHidden, shortName } from "../../person/public.ts";
import type { AttendanceStatus } from "../rules.ts";
import { holdRegister, writeMarks } from "../writeMarks.ts";
import type { AbsenceKind } from "./codes.ts";
import type { AbsenceLine } from "./contract.ts";
import { turns } from "./rules.ts";

/** Purposes of the keys, one for each kind of text. */
export const purposes = { reason: "absence.reason", answer: "absence.answer" } as const;
export { sealJson, unsealJson };

type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type StoredAbsence = AbsenceLine & {
  caseId: string;
  unitId: string;
  answerNo: number;
  sealed: Buffer | null;
  askedBy: string;
};

/** Excuses that fit the condition, newest first. It may speak of the excuse `x`, its programme `i`, the case `k` and the person `p`. */
export async function findAbsences(context: WorkContext, condition: RawBuilder<unknown>): Promise<StoredAbsence[]> {
  const { rows } = await sql<StoredAbsence>`
    select x.id, x.ipzs_id, coalesce(p.merged_into, p.id) as person_id, ${shortName("p")} as person_name, x.kind, x.from_on as from, x.to_on as to,
      e.asked_on, x.document_on, x.state, x.answer_no, e.sealed, coalesce(m.display_name, '–') as asked_by, i.case_id, k.unit_id
    from standing_excuse x
      join absence_excuse e on e.organisation_id = x.organisation_id and e.id = x.id
      join ipzs i on i.organisation_id = x.organisation_id and i.id = x.ipzs_id
      join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id
      join person p on p.organisation_id = i.organisation_id and p.id = i.person_id
      left join membership m on m.organisation_id = e.organisation_id and m.account_id = e.recorded_by
    where x.organisation_id = ${context.actor.organisationId} and ${condition}
    order by x.state <> 'ASKED', x.from_on desc, x.id ${atMost}`.execute(context.tx);
  return rows;
}

/** An excuse within the actor's reach; of a person with protected whereabouts only for who is named (C7). @throws Problem not_found `absence.not_found` */
export async function requireAbsence(
  context: WorkContext,
  verb: Verb,
  excuseId: string,
): Promise<StoredAbsence & { relation: Relation }> {
  const [found] = await findAbsences(context, sql`x.id = ${excuseId}`);
  if (!found) throw new Problem("not_found", "absence.not_found");
  const relation = (await findRelation(context, found.personId)) ?? {};
  requireReach(context.actor, verb, relation, "absence.not_found");
  await refuseHidden(context, found.personId);
  return { ...found, relation };
}

/** A programme that was admitted, within the actor's reach. @throws Problem not_found `absence.not_found` */
export async function requireProgramme(context: WorkContext, verb: Verb, ipzsId: string): Promise<RunningProgramme> {
  const found = await findRunningProgramme(context, ipzsId);
  if (!found) throw new Problem("not_found", "absence.not_found");
  requireReach(context.actor, verb, (await findRelation(context, found.personId)) ?? {}, "absence.not_found");
  await refuseHidden(context, found.personId);
  return found;
}

/** On which days somebody is away from classes says when they are there (C7). @throws Problem not_found `absence.not_found` */
async function refuseHidden(context: WorkContext, personId: string): Promise<void> {
  if (await areWhereaboutsHidden(context, personId)) throw new Problem("not_found", "absence.not_found");
}

type Marked = {
  sessionId: string;
  personId: string;
  status: AttendanceStatus;
  day: PlainDate;
  minutes: number;
  moduleCode: string;
};

/** Marks that count of a person in the classes of a unit on some days, inclusive; by the order in which registers are locked. */
export async function marksBetween(
  { tx, actor }: WorkContext,
  { personId, unitId, from, to }: { personId: string; unitId: string; from: PlainDate; to: PlainDate },
): Promise<Marked[]> {
  const { rows } = await sql<Marked>`
    select a.session_id, a.person_id, a.status, s.day, s.minutes, s.module_code
    from unnest(same_person(${personId})) own(id)
      join counting_attendance a on a.organisation_id = ${actor.organisationId} and a.person_id = own.id
      join held_session s on s.organisation_id = ${actor.organisationId} and s.id = a.session_id and s.day between ${from} and ${to}
      join class_group g on g.organisation_id = ${actor.organisationId} and g.id = s.group_id and g.unit_id = ${unitId}
    order by a.session_id, a.person_id`.execute(tx);
  return rows;
}

type Answered = {
  id: string;
  answerNo: number;
  kind: AbsenceKind;
  personId: string;
  unitId: string;
  from: PlainDate;
  to: PlainDate;
};

/**
 * Turns the marks of absence that the excuse covers into its own, each with its trace; in a closed register as a correction with
 * `reason`. Answers how many. Presence stays, and classes without a mark keep none.
 */
export async function turnMarks(context: CommandContext, excuse: Answered, reason: string): Promise<number> {
  const { from, to } = turns[excuse.kind];
  const seen = await marksBetween(context, excuse);
  const states = new Map<string, Awaited<ReturnType<typeof holdRegister>>>();
  for (const { sessionId } of seen)
    if (!states.has(sessionId)) states.set(sessionId, await holdRegister(context, sessionId));
  const found = (await marksBetween(context, excuse)).filter(
    (it) => from.includes(it.status) && states.has(it.sessionId),
  );
  for (const mark of found) {
    await write(context, mark, to, states, reason);
    await keepTrace(context, { excuseId: excuse.id, answerNo: excuse.answerNo }, mark);
  }
  return found.length;
}

/** The mark that counts now was written by an answer; `status`: what stood before. */
export async function keepTrace(
  { tx, actor }: CommandContext,
  { excuseId, answerNo }: { excuseId: string; answerNo: number },
  { sessionId, personId, status }: Pick<Marked, "sessionId" | "personId" | "status">,
): Promise<void> {
  await sql`insert into absence_mark (organisation_id, excuse_id, answer_no, entry_id, status_before)
    select organisation_id, ${excuseId}, ${answerNo}, id, ${status} from counting_attendance
    where organisation_id = ${actor.organisationId} and session_id = ${sessionId} and person_id = ${personId}`.execute(
    tx,
  );
}

/** Writes back what stood before the excuse wrote its marks, where nobody has written another since. Answers how many. */
export async function turnMarksBack(context: CommandContext, excuse: Answered, reason: string): Promise<number> {
  const own = async () =>
    (
      await sql<Marked & { before: AttendanceStatus }>`
      select a.session_id, a.person_id, a.status, s.day, s.minutes, s.module_code, w.status_before as before
      from absence_mark w join attendance_entry e on e.organisation_id = w.organisation_id and e.id = w.entry_id
        join counting_attendance a on a.organisation_id = e.organisation_id and a.session_id = e.session_id and a.person_id = e.person_id and a.id = e.id
        join held_session s on s.organisation_id = a.organisation_id and s.id = a.session_id
      where w.organisation_id = ${context.actor.organisationId} and w.excuse_id = ${excuse.id} and w.answer_no = ${excuse.answerNo}
      order by a.session_id, a.person_id`.execute(context.tx)
    ).rows;
  const states = new Map<string, Awaited<ReturnType<typeof holdRegister>>>();
  for (const { sessionId } of await own())
    if (!states.has(sessionId)) states.set(sessionId, await holdRegister(context, sessionId));
  const found = (await own()).filter(({ sessionId }) => states.has(sessionId));
  for (const mark of found) await write(context, mark, mark.before, states, reason);
  return found.length;
}

function write(
  context: CommandContext,
  { sessionId, personId, day, minutes, moduleCode }: Marked,
  status: AttendanceStatus,
  states: ReadonlyMap<string, Awaited<ReturnType<typeof holdRegister>>>,
  reason: string,
): Promise<void> {
  const state = states.get(sessionId);
  if (!state) throw new Error("a register is held before it is written in");
  const mark = { personId, status, minutesLate: 0, minutesLeftEarly: 0 };
  return writeMarks(context, { id: sessionId, day, minutes, moduleCode }, state, [mark], reason);
}

/** Tells the timeline, without the kind: that somebody was ill is not for everybody who sees attendance. */
export function tell(
  context: CommandContext,
  excuse: { id: string; personId: string; caseId: string; from: PlainDate; to: PlainDate },
  kind: string,
) {
  const { id, personId, caseId, from, to } = excuse;
  return recordEvent(context, {
    personId,
    caseId,
    kind,
    section: "ATTENDANCE",
    subject: { type: "absence", id },
    detail: { from, to },
  });
}
