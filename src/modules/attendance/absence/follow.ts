import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { MarkLine } from "../contract.ts";
import type { AttendanceStatus } from "../rules.ts";
import { type RegisterState, writeMarks } from "../writeMarks.ts";
import type { AbsenceKind } from "./codes.ts";
import { corrections, turns } from "./rules.ts";
import { keepTrace } from "./store.ts";

type OfSession = { id: string; groupId: string; day: PlainDate; minutes: number; moduleCode: string };
type Covered = { excuseId: string; answerNo: number; kind: AbsenceKind; personId: string; status: AttendanceStatus };

/** What an excuse of some kind turns into its own: of other marks nobody asks. */
const turned: ReadonlySet<AttendanceStatus> = new Set(Object.values(turns).flatMap(({ from }) => from));

/**
 * Marks of absence that were just written on days that an accepted excuse covers become its own, with the trace that an answer leaves. The
 * caller holds the register. Answers how many. Source: docs/domain/journeys.md J6.4
 */
export async function followExcuses(
  context: CommandContext,
  session: OfSession,
  state: RegisterState,
  marks: readonly Pick<MarkLine, "personId" | "status">[],
): Promise<number> {
  const { organisationId } = context.actor;
  const personIds = marks.flatMap(({ personId, status }) => (turned.has(status) ? [personId] : []));
  if (!state.excused || personIds.length === 0) return 0;
  const { rows } = await sql<Covered>`
    select x.id as excuse_id, x.answer_no, x.kind, a.person_id, a.status
    from counting_attendance a join class_group g on g.organisation_id = ${organisationId} and g.id = ${session.groupId}
      join ipzs i on i.organisation_id = ${organisationId} and i.person_id = any (same_person(a.person_id))
      join support_case k on k.organisation_id = ${organisationId} and k.id = i.case_id and k.unit_id = g.unit_id
      join standing_excuse x on x.organisation_id = ${organisationId} and x.ipzs_id = i.id and x.state = 'ACCEPTED'
        and ${session.day} between x.from_on and x.to_on
    where a.organisation_id = ${organisationId} and a.session_id = ${session.id} and a.person_id = any (${personIds}::uuid[])`.execute(
    context.tx,
  );
  const found = rows.filter(({ kind, status }) => turns[kind].from.includes(status));
  for (const { excuseId, answerNo, kind, personId, status } of found) {
    const mark = { personId, status: turns[kind].to, minutesLate: 0, minutesLeftEarly: 0 };
    await writeMarks(context, session, state, [mark], corrections.accepted);
    await keepTrace(context, { excuseId, answerNo }, { sessionId: session.id, personId, status });
  }
  return found.length;
}

/** Who of these people has an accepted excuse for a day in a unit, under any of their records; for what is not told. The caller has asked who sees them. */
export async function excusedOn(
  { tx, actor }: WorkContext,
  personIds: readonly string[],
  { day, unitId }: { day: PlainDate; unitId: string },
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${[...personIds]}::uuid[]) p(id)
    where exists (select from ipzs i
      join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id and k.unit_id = ${unitId}
      join standing_excuse x on x.organisation_id = i.organisation_id and x.ipzs_id = i.id and x.state = 'ACCEPTED' and ${day} between x.from_on and x.to_on
      where i.organisation_id = ${actor.organisationId} and i.person_id = any (same_person(p.id)))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
