-- A meeting may stand in a room of classes; what it is about stays sealed.
alter table gathering add room_id uuid,
  add constraint gathering_in_room foreign key (organisation_id, room_id) references class_room (organisation_id, id);
create index gathering_of_day on gathering (organisation_id, day);
