-- The application adds jobs and does nothing else with the queue, whose tables belong to the owner.
create function add_job(task text, payload json) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, max_attempts => 12);
end $$;
revoke all on function add_job(text, json) from public;
grant execute on function add_job(text, json) to powrot_app;
