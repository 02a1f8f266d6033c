import { type RawBuilder, sql } from "kysely";
import type { CommandContext } from "../../platform/command.ts";
import type { Days, WeekHours } from "./hours.ts";

/** The tables that hold hours of every week, and the column of whose they are. */
const hoursOf = {
  class_room_hours: "room_id",
  class_leader_hours: "leader_id",
  group_meeting: "group_id",
} as const;
const daysOf = { class_room_closure: "room_id", class_leader_away: "leader_id" } as const;

/** Puts these hours in the place of those that were. */
export async function replaceHours(
  { tx, actor: { organisationId } }: CommandContext,
  table: keyof typeof hoursOf,
  id: string,
  hours: readonly WeekHours[],
): Promise<void> {
  const [rows, column] = [sql.table(table), sql.ref(hoursOf[table])];
  await sql`delete from ${rows} where organisation_id = ${organisationId} and ${column} = ${id}`.execute(tx);
  await sql`insert into ${rows} (organisation_id, ${column}, no, weekday, from_minute, to_minute, valid_from, valid_until)
    select ${organisationId}, ${id}::uuid, h.no, h.weekday, h."from", h."to", h.since, h.until
    from jsonb_to_recordset(${JSON.stringify(hours.map((each, no) => ({ ...each, no })))}::jsonb)
      as h(no int, weekday int, "from" int, "to" int, since date, until date)`.execute(tx);
}

/** Puts these days in the place of those that were. */
export async function replaceDays(
  { tx, actor: { organisationId } }: CommandContext,
  table: keyof typeof daysOf,
  id: string,
  days: readonly Days[],
): Promise<void> {
  const [rows, column] = [sql.table(table), sql.ref(daysOf[table])];
  await sql`delete from ${rows} where organisation_id = ${organisationId} and ${column} = ${id}`.execute(tx);
  await sql`insert into ${rows} (organisation_id, ${column}, no, from_on, to_on)
    select ${organisationId}, ${id}::uuid, d.no, d."from", d."to"
    from jsonb_to_recordset(${JSON.stringify(days.map((each, no) => ({ ...each, no })))}::jsonb) as d(no int, "from" date, "to" date)`.execute(
    tx,
  );
}

/** SQL: the hours of whatever row the reference names, as a list of `WeekHours` by weekday. */
export const hoursJson = (table: keyof typeof hoursOf, organisationId: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql<
    WeekHours[]
  >`coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.from_minute, 'to', h.to_minute,
      'since', h.valid_from, 'until', h.valid_until) order by h.weekday, h.from_minute, h.no)
    from ${sql.table(table)} h where h.organisation_id = ${organisationId} and h.${sql.ref(hoursOf[table])} = ${id}), '[]')`;

/** SQL: the same for days, in order. */
export const daysJson = (table: keyof typeof daysOf, organisationId: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql<Days[]>`coalesce((select jsonb_agg(jsonb_build_object('from', d.from_on, 'to', d.to_on) order by d.from_on, d.no)
    from ${sql.table(table)} d where d.organisation_id = ${organisationId} and d.${sql.ref(daysOf[table])} = ${id}), '[]')`;
