import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { invalidAt, Problem } from "../../platform/problem.ts";
import type { ConflictKind } from "../conflict/public.ts";
import { shortName } from "../person/public.ts";
import { mayBeTiedTo, requireSession } from "../programme/public.ts";
import { MarkLine } from "./contract.ts";
import { holdRegister, writeMarks } from "./writeMarks.ts";

const Value = MarkLine.omit({ personId: true });

type Row = {
  sessionId: string;
  personId: string;
  name: string;
  version: number;
  status: string;
  minutesLate: number;
  minutesLeftEarly: number;
};

/** The mark that counts for the person and class of one entry. @throws Problem not_found */
async function countingOf(context: WorkContext, entryId: string): Promise<Row> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select e.session_id, e.person_id, ${shortName("p")} || ', ' || g.name || ', ' || to_char(s.day, 'DD.MM.YYYY') as name,
      (select count(*)::int from attendance_entry x where x.organisation_id = e.organisation_id and x.session_id = e.session_id and x.person_id = e.person_id) as version,
      a.status, a.minutes_late, a.minutes_left_early
    from attendance_entry e join class_session s on s.organisation_id = e.organisation_id and s.id = e.session_id
      join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
      join counting_attendance a on a.organisation_id = e.organisation_id and a.session_id = e.session_id and a.person_id = e.person_id
    where e.organisation_id = ${organisationId} and e.id = ${entryId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "conflict.not_found");
  return row;
}

/** Who leads the unit decides, as of everything that a device brought too late. */
const heads = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" } as const;

/** A mark that a device brought after its register was closed with another one: a person says which holds (docs/adr/0041). */
export const markConflicts: ConflictKind = {
  recordType: "attendance-mark",
  inReach: (context, recordId: RawBuilder<unknown>) =>
    sql<boolean>`${may(context.actor, heads, { unit: true })}::boolean and exists (select from attendance_entry e
      join held_session s on s.organisation_id = e.organisation_id and s.id = e.session_id
      join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      where e.organisation_id = ${context.actor.organisationId} and e.id = ${recordId} and g.unit_id = any (${[...context.actor.unitIds]}::uuid[])
        and ${mayBeTiedTo({ leads: false }, context, sql.ref("e.person_id"))})`,
  offDevice: () => sql<boolean>`true`,
  async load(context, recordId) {
    const { name, version, status, minutesLate, minutesLeftEarly } = await countingOf(context, recordId);
    return { id: recordId, name, version, values: { mark: { status, minutesLate, minutesLeftEarly } } };
  },
  async write(context, recordId, _, value) {
    const mark = Value.safeParse(value);
    if (!mark.success) throw invalidAt("payload.value", "conflict.value_unfit");
    const { sessionId, personId } = await countingOf(context, recordId);
    const state = await holdRegister(context, sessionId);
    const session = await requireSession(context, heads, sessionId);
    const { version } = await countingOf(context, recordId);
    if (context.base !== version) throw new Problem("conflict", "record.changed", { current: version });
    await writeMarks(context, session, state, [{ ...mark.data, personId }], "Rozstrzygnięcie wpisu z urządzenia");
    return version + 1;
  },
};
