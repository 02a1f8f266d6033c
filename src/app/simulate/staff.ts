import { hashPassword } from "../../modules/organisation/session.ts";
import type { Load } from "./load.ts";

export const simulatedPassword = "Symulacja-2026-haslo";

/** Role and kinds of unit of the eight accounts of each simulated organisation. */
const staff = [
  ["OUTREACH_WORKER", "OUTREACH_TEAM"],
  ["OUTREACH_COORDINATOR", "OUTREACH_TEAM"],
  ["SOCIAL_WORKER", "SOCIAL_WORK", "OUTREACH_TEAM"],
  ["SOCIAL_WORKER", "SOCIAL_WORK", "OUTREACH_TEAM"],
  ["SOCIAL_WORK_MANAGER", "SOCIAL_WORK"],
  ["KIS_COORDINATOR", "KIS"],
  ["WORKSHOP_INSTRUCTOR", "KIS"],
  ["PROJECT_COORDINATOR", "KIS"],
] as const;

/** Organisations with three units, eight accounts each, and the papers without which every door is closed. */
export async function loadStaff({ client, organisations, step, span, day }: Load): Promise<void> {
  const since = day(String(span + 1));
  await step(
    "organisations",
    `insert into organisation (id, name, short_name, kind) select pg_temp.uid('o', o), 'Ośrodek symulowany ' || o, 'sim-' || o, 'OPS' from generate_series(1, ${organisations}) o`,
  );
  await step(
    "units",
    `insert into unit (organisation_id, id, name, kind) select pg_temp.uid('o', o), pg_temp.uid('u' || k.kind, o), k.name || ' ' || o, k.kind
    from generate_series(1, ${organisations}) o, (values ('OUTREACH_TEAM', 'Zespół uliczny'), ('SOCIAL_WORK', 'Praca socjalna'), ('KIS', 'Klub')) k (kind, name)`,
  );
  const list = staff
    .map(([role, ...kinds], place) => `(${place}, '${role}', '{${kinds.join(",")}}'::text[])`)
    .join(", ");
  await client.query(
    `create temp table staff as select o, pg_temp.uid('o', o) as org, s.place, s.role, s.kinds, pg_temp.uid('a' || s.place, o) as id
    from generate_series(1, ${organisations}) o, (values ${list}) s (place, role, kinds)`,
  );
  await step(
    "accounts",
    "insert into account (id, login, password_hash) select id, 'sim-' || o || '-' || place, $1 from staff",
    [await hashPassword(simulatedPassword)],
  );
  await step(
    "memberships",
    `insert into membership (organisation_id, account_id, display_name, valid_from) select org, id, 'Pracownik ' || o || '-' || place, ${since} from staff`,
  );
  await step(
    "roles",
    "insert into membership_role (organisation_id, account_id, role) select org, id, role from staff",
  );
  await step(
    "work places",
    "insert into membership_unit (organisation_id, account_id, unit_id) select org, id, pg_temp.uid('u' || kind, o) from staff, unnest(kinds) kind",
  );
  await step(
    "authorisations",
    `insert into authorisation (organisation_id, id, account_id, kind, valid_from) select org, pg_temp.uid('z' || k || place, o), id, k, ${since} from staff, unnest(array['AUTHORISATION', 'PLEDGE']) k`,
  );
}
