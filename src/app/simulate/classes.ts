import { generateCalendar } from "../../modules/programme/rules.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { courseDays, type Load } from "./load.ts";

const codes = ["PSYCHOEDUCATION", "SUPPORT_MEETINGS", "COMMUNITY_ACTIVITY"];
const weekdays = [1, 3, 5];
const cadence = { weeks: 38, minutesPerMeeting: 240 };
/** From nine o'clock. */
const meeting = { from: 540, to: 540 + cadence.minutesPerMeeting };
const plannedMinutes = (cadence.weeks * weekdays.length * cadence.minutesPerMeeting) / codes.length;
/** So many days before today half of the people of some groups left for good. */
const leftDays = 30;

type Course = {
  sessions: readonly { day: PlainDate; moduleId: string; minutes: number }[];
  lost: readonly { day: PlainDate; week: number; holiday: string; closure: null }[];
  unplaced: readonly { moduleId: string; minutes: number }[];
};

/** The calendar of every group: all began on one day, a meeting is of one module, and holidays fall away as in any calendar of the product. */
export function planCourse(today: PlainDate): Course {
  const { meetings, lost } = generateCalendar({ startOn: addDays(today, -courseDays), weeks: cadence.weeks, weekdays });
  const sessions = meetings.map(({ day }, at) => ({
    day,
    moduleId: String((at % codes.length) + 1),
    minutes: cadence.minutesPerMeeting,
  }));
  const held = (moduleId: string) => sessions.filter((session) => session.moduleId === moduleId).length;
  const unplaced = codes.map((_, at) => {
    const moduleId = String(at + 1);
    return { moduleId, minutes: plannedMinutes - held(moduleId) * cadence.minutesPerMeeting };
  });
  return {
    sessions,
    lost: lost.map((each) => ({ ...each, closure: null })),
    unplaced: unplaced.filter(({ minutes }) => minutes > 0),
  };
}

/** Projects, groups of thirty, their enrolled members (table `gm`) and their calendar (table `s`). */
export async function loadGroups(
  { client, step, today, organisations, span, day }: Load,
  course: Course,
): Promise<void> {
  const start = day(String(courseDays));
  await step(
    "projects",
    `insert into project (organisation_id, id, unit_id, kind, title, starts_on, ends_on, social_threshold_percent, employment_threshold_percent, contract_required, recorded_by)
    select pg_temp.uid('o', o), pg_temp.uid('j', o), pg_temp.uid('uKIS', o), 'KIS', 'Projekt symulowany ' || o, ${day(String(span))}, date '${today}' + 200, 60, 25, false, pg_temp.uid('a5', o) from generate_series(1, ${organisations}) o`,
  );
  await client.query(
    `create temp table gm as select i, id as person_id, o, org, g, pg_temp.uid('g' || g, o) as group_id, case when pg_temp.r(o * 100000 + g, 34) < 0.3 and pg_temp.r(i, 33) < 0.5 then ${day(String(leftDays))} end as left_on from p where grouped order by i;
     create temp table g as select o, org, g, group_id as id from gm group by 1, 2, 3, 4 order by 1, 3;`,
  );
  await client.query(
    `create temp table s as select row_number() over (order by day)::int as n, m.day, m.module::int as module, time '00:00' + $4 * interval '1 minute' as starts_at, m.minutes
     from unnest($1::date[], $2::text[], $3::int[]) as m (day, module, minutes)`,
    [
      course.sessions.map(({ day }) => day),
      course.sessions.map(({ moduleId }) => moduleId),
      course.sessions.map(({ minutes }) => minutes),
      meeting.from,
    ],
  );
  await client.query("analyze gm, g, s");
  await step(
    "groups",
    `insert into class_group (organisation_id, id, project_id, unit_id, name, group_no, starts_on, weeks, meetings_per_week, minutes_per_meeting, capacity, recorded_by)
    select org, id, pg_temp.uid('j', o), pg_temp.uid('uKIS', o), 'Grupa ' || g, g, ${start}, ${cadence.weeks}, ${weekdays.length}, ${cadence.minutesPerMeeting}, 30, pg_temp.uid('a5', o) from g`,
  );
  await step(
    "leaders",
    `insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, given_by) select org, pg_temp.uid('l' || g, o), id, pg_temp.uid('a6', o), ${start}, pg_temp.uid('a5', o) from g`,
  );
  await step(
    "modules",
    `insert into programme_module (organisation_id, id, group_id, no, code, form, planned_minutes)
    select org, pg_temp.uid('d' || g || ':' || m, o), id, m - 1, ($1::text[])[m], 'GROUP', ${plannedMinutes} from g, generate_series(1, ${codes.length}) m`,
    [codes],
  );
  await step(
    "enrolments",
    `insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by, recorded_at)
    select org, pg_temp.uid('n', i), person_id, pg_temp.uid('c', i), pg_temp.uid('j', o), ${start}, pg_temp.uid('a5', o), ${start} + time '12:00' from gm order by i`,
  );
  await step(
    "open enrolments",
    "insert into open_enrolment (organisation_id, person_id, project_id, enrolment_id) select org, person_id, pg_temp.uid('j', o), pg_temp.uid('n', i) from gm where left_on is null order by i",
  );
  await step(
    "ended enrolments",
    "insert into enrolment_ending (organisation_id, enrolment_id, ended_on, reason, according_to_path, ended_by, recorded_at) select org, pg_temp.uid('n', i), left_on, 'JOB', true, pg_temp.uid('a5', o), left_on + time '12:00' from gm where left_on is not null order by i",
  );
  await step(
    "members",
    `insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by, recorded_at)
    select org, pg_temp.uid('b', i), group_id, pg_temp.uid('n', i), person_id, ${start}, pg_temp.uid('a5', o), ${start} + time '12:00' from gm order by i`,
  );
  await step(
    "calendars",
    `insert into calendar_generation (organisation_id, id, group_id, from_on, order_given, lost, unplaced, made_by, made_at)
    select org, pg_temp.uid('q' || g, o), id, ${start}, jsonb_build_object('unitId', pg_temp.uid('uKIS', o), 'groupIds', jsonb_build_array(id), 'fromOn', ${start}, 'keepMoved', true, 'withOptional', '[]'::jsonb), $1::jsonb,
      (select coalesce(jsonb_agg(jsonb_build_object('moduleId', pg_temp.uid('d' || g || ':' || (u ->> 'moduleId'), o), 'minutes', u -> 'minutes')), '[]') from jsonb_array_elements($2::jsonb) u), pg_temp.uid('a5', o), ${start} + time '12:00' from g`,
    [JSON.stringify(course.lost), JSON.stringify(course.unplaced)],
  );
  await step(
    "meetings",
    `insert into group_meeting (organisation_id, group_id, no, weekday, from_minute, to_minute)
    select org, id, m.no, m.weekday, $2, $3 from g, unnest($1::int[]) with ordinality m (weekday, no)`,
    [weekdays, meeting.from, meeting.to],
  );
  await step(
    "sessions",
    `insert into class_session (organisation_id, id, group_id, module_id, generation_id, day, starts_at, minutes, leader_id)
    select org, pg_temp.uid('w' || g || ':' || s.n, o), id, pg_temp.uid('d' || g || ':' || module, o), pg_temp.uid('q' || g, o), day, starts_at, minutes, pg_temp.uid('a6', o) from g, s order by o, g, s.n`,
  );
  const event = (
    letter: string,
    kind: string,
    section: string,
    at: string,
    subject: string,
    detail: string,
    from = "gm",
  ) =>
    step(
      `events ${kind}`,
      `insert into event (organisation_id, id, person_id, case_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
      select org, pg_temp.uid('e${letter}', i), person_id, ${section === "CORE" ? "pg_temp.uid('c', i)" : "null"}, '${kind}', '${section}', ${at}, ${at}, pg_temp.uid('a5', o), ${subject}, ${detail} from ${from} order by i`,
    );
  const enrolment = "'enrolment', pg_temp.uid('n', i)";
  await event(
    "n",
    "enrolment.started",
    "CORE",
    `${start} + time '12:00'`,
    enrolment,
    `jsonb_build_object('projectKind', 'KIS', 'startedOn', ${start})`,
  );
  await event(
    "x",
    "enrolment.ended",
    "CORE",
    "left_on + time '12:00'",
    enrolment,
    "jsonb_build_object('projectKind', 'KIS', 'endedOn', left_on, 'reason', 'JOB', 'accordingToPath', true)",
    "gm where left_on is not null",
  );
  await event(
    "b",
    "group.joined",
    "ATTENDANCE",
    `${start} + time '12:00'`,
    "'group_member', pg_temp.uid('b', i)",
    `jsonb_build_object('groupId', group_id, 'validFrom', ${start})`,
  );
}

/** Sessions with a register: those before today but the newest meeting, which waits for somebody to mark it. */
export function markedSessions(course: Course, today: PlainDate): number {
  const held = course.sessions.filter(({ day }) => day < today);
  const newest = held.at(-1)?.day;
  return held.filter(({ day }) => day !== newest).length;
}

/** Registers: a mark for each member of the day, closed by the instructor on the day itself. */
export async function loadRegisters({ step, today }: Load, course: Course): Promise<void> {
  const held = markedSessions(course, today);
  for (let from = 0; from < held; from += 8)
    await step(
      "marks",
      `insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by, recorded_at)
      select org, pg_temp.uid('x' || s.n, i), pg_temp.uid('w' || g || ':' || s.n, o), person_id, case when pg_temp.r(i, 100 + s.n) < 0.8 then 'PRESENT' else 'ABSENT_UNEXCUSED' end, pg_temp.uid('a6', o), day + time '13:00'
      from s join gm on left_on is null or left_on >= day where s.n > ${from} and s.n <= ${Math.min(from + 8, held)} order by s.n, i`,
    );
  await step(
    "closings",
    `insert into register_closing (organisation_id, session_id, topic, leader_id, held_minutes, present, closed_by, closed_at)
    select c.organisation_id, c.id, 'Temat', c.leader_id, c.minutes, m.present, c.leader_id, c.day + time '13:05'
    from class_session c join (select organisation_id, session_id, count(*) filter (where status = 'PRESENT')::int as present from attendance_entry group by 1, 2) m
      on m.organisation_id = c.organisation_id and m.session_id = c.id order by c.organisation_id, c.id`,
  );
}
