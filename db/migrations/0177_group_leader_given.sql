-- Who put somebody before a group: whoever plans could else name themselves and read by it who is in the group (C7). Of those named before it is whoever made the group.
alter table class_group_leader add column given_by uuid,
  add constraint class_group_leader_given_by_member foreign key (organisation_id, given_by) references membership (organisation_id, account_id);
update class_group_leader l set given_by = g.recorded_by
  from class_group g where g.organisation_id = l.organisation_id and g.id = l.group_id;
alter table class_group_leader alter column given_by set not null;
