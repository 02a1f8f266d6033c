import type { Load } from "./load.ts";

/** Cases of the social workers with team, path, ending and an open task, as `case.open`, `case.end` and `task.add` write them. */
export async function loadCases({ step, today }: Load): Promise<void> {
  const path = "array['OPEN_OFFER', 'REGULAR', 'UNDER_ASSESSMENT']";
  const from =
    "from p cross join lateral (select pg_temp.uid('c', i) as case_id, pg_temp.uid('a' || (2 + i % 2), o) as leader) l where has_case";
  await step(
    "cases",
    `insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id, version)
    select org, case_id, id, pg_temp.uid('uSOCIAL_WORK', o), opened_on, case when case_open then (${path})[1 + floor(pg_temp.r(i, 12) * 3)::int] else 'CLOSED' end, leader,
      1 + floor(pg_temp.r(i, 12) * 3)::int + (not case_open)::int ${from} order by i`,
  );
  await step(
    "steps of cases",
    `insert into case_stage_step (organisation_id, id, case_id, from_stage, to_stage, act, moved_by, moved_at)
    select org, pg_temp.uid('h' || k, i), case_id, (${path})[k], (${path})[k + 1], (array['attend_regularly', 'start_assessment'])[k], leader, opened_on + time '12:00' + k * interval '1 minute'
    from (select p.*, case_id, leader ${from}) x, generate_series(1, 2) k where k <= floor(pg_temp.r(i, 12) * 3) order by i, k`,
  );
  await step(
    "closed paths",
    `insert into case_stage_step (organisation_id, id, case_id, from_stage, to_stage, act, moved_by, moved_at)
    select org, pg_temp.uid('h9', i), case_id, (${path})[1 + floor(pg_temp.r(i, 12) * 3)::int], 'CLOSED', 'close', leader, ended_on + time '12:05' ${from} and not case_open order by i`,
  );
  await step(
    "teams",
    `insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) select org, pg_temp.uid('m', i), case_id, leader, 'LEADER', opened_on ${from} order by i`,
  );
  await step(
    "open cases",
    `insert into open_case (organisation_id, person_id, unit_id, case_id) select org, id, pg_temp.uid('uSOCIAL_WORK', o), case_id ${from} and case_open order by i`,
  );
  await step(
    "ended cases",
    `insert into support_case_ending (organisation_id, case_id, ended_on, reason, ended_by, recorded_at) select org, case_id, ended_on, pg_temp.pick(array['INDEPENDENT', 'LOST_CONTACT'], i, 16), leader, ended_on + time '12:00' ${from} and not case_open order by i`,
  );
  await step(
    "tasks",
    `insert into task (organisation_id, id, person_id, owner_id, kind, text, due_on, created_by, created_at)
    select org, pg_temp.uid('t', i), id, leader, 'AGREED', 'Zadanie symulowane', date '${today}' + (pg_temp.r(i, 14) * 60)::int - 20, leader, opened_on + time '12:30' ${from} and case_open order by i`,
  );
  const event = (letter: string, kind: string, at: string, subject: string, detail: string, condition: string) =>
    step(
      `events ${kind}`,
      `insert into event (organisation_id, id, person_id, case_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
      select org, pg_temp.uid('e${letter}', i), id, ${letter === "t" ? "null" : "case_id"}, '${kind}', 'CORE', ${at}, ${at}, leader, ${subject}, ${detail} ${from} and ${condition} order by i`,
    );
  const caseItself = "'case', case_id";
  await event(
    "c",
    "case.opened",
    "opened_on + time '12:00'",
    caseItself,
    "jsonb_build_object('openedOn', opened_on)",
    "true",
  );
  await event(
    "f",
    "case.ended",
    "ended_on + time '12:00'",
    caseItself,
    "jsonb_build_object('endedOn', ended_on, 'reason', pg_temp.pick(array['INDEPENDENT', 'LOST_CONTACT'], i, 16))",
    "not case_open",
  );
  const due = `date '${today}' + (pg_temp.r(i, 14) * 60)::int - 20`;
  await event(
    "t",
    "task.added",
    "opened_on + time '12:30'",
    "'task', pg_temp.uid('t', i)",
    `jsonb_build_object('dueOn', ${due})`,
    "case_open",
  );
}
