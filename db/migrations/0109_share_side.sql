-- A partner's side in a contract or a programme: what it promised itself, read under a share while that holds.

-- Tied to one share, so it ends with it; `goal_ids` are the goals opened with it, none that was not named.
create table share_side (
  organisation_id uuid not null,
  id              uuid not null,
  share_id        uuid not null,
  contract_id     uuid,
  plan_id         uuid,
  side            text not null,
  goal_ids        uuid[] not null,
  opened_by       uuid not null,
  opened_at       timestamptz not null default powrot_now(),
  ended_at        timestamptz,
  ended_by        uuid,
  constraint share_side_key primary key (organisation_id, id),
  constraint share_side_of_share foreign key (organisation_id, share_id) references share (organisation_id, id),
  constraint share_side_of_contract foreign key (organisation_id, contract_id) references social_contract (organisation_id, id),
  constraint share_side_of_plan foreign key (organisation_id, plan_id) references plan (organisation_id, id),
  constraint share_side_of_one_paper check (num_nonnulls(contract_id, plan_id) = 1),
  constraint share_side_known check (case when contract_id is not null then side = 'LEAD' else side in ('SHELTER', 'LEAD_ORGANISATION') end),
  constraint share_side_goals_few check (cardinality(goal_ids) <= 30),
  constraint share_side_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
call protect('share_side', 'select, insert, update (ended_at, ended_by)');
create unique index share_side_has_one_partner on share_side (organisation_id, coalesce(contract_id, plan_id), side) where ended_at is null;
create index share_side_by_share on share_side (organisation_id, share_id);

-- Sides that the wanted share opens at this moment. Words may name a place, so while the whereabouts are protected there are none.
create function open_sides(wanted uuid)
returns table (organisation_id uuid, contract_id uuid, plan_id uuid, side text, goal_ids uuid[])
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.organisation_id, d.contract_id, d.plan_id, d.side, d.goal_ids
  from open_share(wanted) s
  join person r on r.organisation_id = s.organisation_id and r.id = s.root_id and not r.protected_whereabouts
  join share_side d on d.organisation_id = s.organisation_id and d.share_id = s.id and d.ended_at is null
  left join social_contract c on c.organisation_id = d.organisation_id and c.id = d.contract_id
  left join plan l on l.organisation_id = d.organisation_id and l.id = d.plan_id
  join person f on f.organisation_id = d.organisation_id and f.id = coalesce(c.person_id, l.person_id) and coalesce(f.merged_into, f.id) = s.root_id
  where 'SOCIAL' = any (s.sections);
end;

-- The partner's duties in a contract that was signed or runs, and the goals opened with them. Sealed as the owner sealed them.
create function shared_contract_part(wanted uuid)
returns table (organisation_id uuid, id uuid, variant text, state text, on_day date, side text, duties jsonb, goals jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.organisation_id, c.id, c.variant, t.to_state, t.on_day, d.side,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'sealed', encode(x.what, 'base64'), 'dueOn', x.due_on,
        'result', (select r.result from contract_evaluation_result r join contract_evaluation e on e.organisation_id = r.organisation_id and e.id = r.evaluation_id
          where r.organisation_id = x.organisation_id and r.duty_id = x.id order by e.held_on desc, e.id desc limit 1)) order by x.due_on, x.id)
      from contract_duty x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.side = d.side
        and (x.annex_id is null or exists (select from contract_annex_outcome o where o.organisation_id = x.organisation_id and o.annex_id = x.annex_id and o.outcome = 'IN_FORCE'))
        and not exists (select from contract_duty_end q join contract_annex_outcome o on o.organisation_id = q.organisation_id and o.annex_id = q.annex_id and o.outcome = 'IN_FORCE'
          where q.organisation_id = x.organisation_id and q.duty_id = x.id)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'sealed', encode(g.what, 'base64')) order by g.rank, g.id)
      from contract_goal g where g.organisation_id = c.organisation_id and g.contract_id = c.id and g.id = any (d.goal_ids)), '[]')
  from open_sides(wanted) d
  join social_contract c on c.organisation_id = d.organisation_id and c.id = d.contract_id
  join lateral (select x.to_state, x.on_day from contract_step x where x.organisation_id = c.organisation_id and x.contract_id = c.id order by x.step_no desc limit 1) t
    on t.to_state in ('SIGNED', 'ACTIVE')
  order by t.on_day desc, c.id;
end;

-- The same of a programme that runs.
create function shared_plan_part(wanted uuid)
returns table (organisation_id uuid, id uuid, variant text, state text, on_day date, side text, duties jsonb, goals jsonb)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.organisation_id, p.id, p.kind, t.state, t.done_on, d.side,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'sealed', encode(x.sealed, 'base64'), 'dueOn', x.due_on,
        'result', (select m.outcome from plan_task_mark m where m.organisation_id = x.organisation_id and m.task_id = x.id order by m.recorded_at desc, m.id desc limit 1))
        order by x.due_on, x.seq)
      from plan_task x where x.organisation_id = p.organisation_id and x.plan_id = p.id and x.side = d.side
        and not exists (select from plan_task_removal r where r.organisation_id = x.organisation_id and r.task_id = x.id)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'sealed', encode(g.sealed, 'base64')) order by g.seq)
      from plan_goal g where g.organisation_id = p.organisation_id and g.plan_id = p.id and g.id = any (d.goal_ids)
        and not exists (select from plan_goal_removal r where r.organisation_id = g.organisation_id and r.goal_id = g.id)), '[]')
  from open_sides(wanted) d
  join plan p on p.organisation_id = d.organisation_id and p.id = d.plan_id
  join lateral (select x.state, x.done_on from plan_step x where x.organisation_id = p.organisation_id and x.plan_id = p.id order by x.no desc limit 1) t
    on t.state = 'ACTIVE'
  order by t.done_on desc, p.id;
end;

do $$ declare f text; t text; begin
  foreach t in array array['share_side', 'contract_duty', 'contract_duty_end', 'contract_goal', 'contract_annex_outcome', 'contract_evaluation',
      'contract_evaluation_result', 'plan_task', 'plan_task_mark', 'plan_task_removal', 'plan_goal', 'plan_goal_removal'] loop
    execute format('create policy sharing on %I for select to powrot_search using (true)', t);
  end loop;
  grant select on share_side to powrot_search;
  grant select (organisation_id, id, contract_id, side, what, due_on, annex_id) on contract_duty to powrot_search;
  grant select (organisation_id, annex_id, duty_id) on contract_duty_end to powrot_search;
  grant select (organisation_id, id, contract_id, rank, what) on contract_goal to powrot_search;
  grant select (organisation_id, annex_id, outcome) on contract_annex_outcome to powrot_search;
  grant select (organisation_id, id, held_on) on contract_evaluation to powrot_search;
  grant select (organisation_id, evaluation_id, duty_id, result) on contract_evaluation_result to powrot_search;
  grant select (organisation_id, id, plan_id, seq, side, due_on, sealed) on plan_task to powrot_search;
  grant select (organisation_id, id, task_id, outcome, recorded_at) on plan_task_mark to powrot_search;
  grant select (organisation_id, task_id) on plan_task_removal to powrot_search;
  grant select (organisation_id, id, plan_id, seq, sealed) on plan_goal to powrot_search;
  grant select (organisation_id, goal_id) on plan_goal_removal to powrot_search;
  foreach f in array array['open_sides(uuid)', 'shared_contract_part(uuid)', 'shared_plan_part(uuid)'] loop
    execute format('alter function %s owner to powrot_search', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to powrot_app', f);
  end loop;
  revoke execute on function open_sides(uuid) from powrot_app;
end $$;
