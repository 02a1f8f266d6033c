import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { translate } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CalendarEntry } from "../../counselling/public.ts";
import { programmeMessages } from "../messages.ts";

type Row = {
  id: string;
  day: PlainDate;
  startsAt: string;
  endsAt: string;
  place: string | null;
  groupName: string;
  moduleCode: string;
  moduleName: string | null;
  version: number;
  timesBack: number;
  changedAt: string | null;
  cancelled: boolean;
};

/** What stands as the title of a class; without it every class is called the same, as names of groups and modules are anybody's words. */
type TitleOf = (session: { groupName: string; moduleName: string }) => string;

/**
 * Sessions (`s`, class_session) in some days, both inclusive, as entries of a calendar elsewhere, cancelled ones too, at most 2,000 by day and hour. The number of
 * a revision grows with each move, cancellation and return.
 */
export async function calendarEntries(
  context: WorkContext,
  { from, to }: { from: PlainDate; to: PlainDate },
  which: RawBuilder<boolean>,
  titleOf: TitleOf = () => "Zajęcia",
): Promise<CalendarEntry[]> {
  const t = translate(programmeMessages, "pl");
  const { rows } = await sql<Row>`select s.id, s.day, to_char(s.starts_at, 'HH24:MI') as starts_at,
      to_char(s.starts_at + s.minutes * interval '1 minute', 'HH24:MI') as ends_at, concat_ws(', ', r.name, r.place) as place,
      g.name as group_name, m.code as module_code, m.name as module_name, s.version, c.cancelled, coalesce(c.times_back, 0) as times_back,
      greatest(c.changed_at, (select max(v.moved_at) from class_session_move v where v.organisation_id = s.organisation_id and v.session_id = s.id)) as changed_at
    from class_session s
    join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    join programme_module m on m.organisation_id = s.organisation_id and m.id = s.module_id
    left join class_room r on r.organisation_id = s.organisation_id and r.id = s.room_id
    cross join lateral (select coalesce(bool_or(k.taken_back_at is null), false) as cancelled, count(k.taken_back_at)::int as times_back,
        max(coalesce(k.taken_back_at, k.cancelled_at)) as changed_at
      from class_session_cancellation k where k.organisation_id = s.organisation_id and k.session_id = s.id) c
    where s.organisation_id = ${context.actor.organisationId} and ${which} and s.day between ${from} and ${to}
    order by s.day, s.starts_at, s.id limit 2000`.execute(context.tx);
  return rows.map(({ id, day, startsAt, endsAt, place, groupName, moduleCode, moduleName, ...state }) => ({
    uid: `${id}@powrot`,
    revision: state.version + 2 * state.timesBack + (state.cancelled ? 1 : 0),
    changedAt: state.changedAt ? instantOf(state.changedAt) : context.now,
    day,
    startsAt,
    endsAt,
    title: titleOf({ groupName, moduleName: moduleName ?? t.maybe(`module.${moduleCode}`) ?? moduleCode }),
    place: place || null,
    cancelled: state.cancelled,
  }));
}
