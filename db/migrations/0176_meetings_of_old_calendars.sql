-- Groups whose calendar was made before anybody said when they meet: they meet as their last calendar was ordered, so that what they lose and what still fits is
-- known, and a new timetable can be asked for.
insert into group_meeting (organisation_id, group_id, no, weekday, from_minute, to_minute)
  select g.organisation_id, g.id, row_number() over (partition by g.organisation_id, g.id order by w.weekday) - 1, w.weekday,
    o.from_minute, least(1440, o.from_minute + g.minutes_per_meeting)
  from class_group g
    cross join lateral (
      select c.order_given, (extract(epoch from (c.order_given ->> 'startsAt')::time) / 60)::int as from_minute
      from calendar_generation c
      where c.organisation_id = g.organisation_id and c.group_id = g.id and c.order_given ? 'weekdays'
      order by c.made_at desc, c.id desc limit 1) o
    cross join lateral (select distinct each::int as weekday from jsonb_array_elements_text(o.order_given -> 'weekdays') each) w
  where not exists (select from group_meeting m where m.organisation_id = g.organisation_id and m.group_id = g.id);
