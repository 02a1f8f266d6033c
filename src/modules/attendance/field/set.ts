import { type RawBuilder, sql } from "kysely";
import { may } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { Change, SetKind } from "../../../platform/sync/setKind.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { fitnessOf } from "../../assessment/public.ts";
import { havingDayOff } from "../../centre/public.ts";
import { whereaboutsProtected } from "../../person/public.ts";
import { areWorkshops } from "../../programme/public.ts";
import { attendanceAccess } from "../access.ts";
import { cardsOf } from "../cards/store.ts";
import { nameInGroup } from "../nameInGroup.ts";
import { leadsNow, registersKept } from "../registerList.ts";
import type { MachineBar } from "../workshop/codes.ts";
import { machineBarsOf } from "../workshop/queries.ts";
import { type HeldMember, type HeldRegister, heldKinds } from "./held.ts";

const openDaysBack = 7;
const daysAhead = 5;
const mostRegisters = 120;
const mostMembers = 600;

/**
 * SQL over `s`, `g` and `c`: classes of today and the next days that the reader leads, of a coordinator's units today's and tomorrow's, and
 * what of the last week is open. Only for who may mark.
 */
function held(context: WorkContext): RawBuilder<boolean> {
  const { actor, today } = context;
  if (!may(actor, attendanceAccess["attendance.mark"], { unit: true, team: true })) return sql<boolean>`false`;
  return sql<boolean>`${registersKept(context)} and s.day <= ${addDays(today, daysAhead)}
    and (s.day >= ${today} or (c.session_id is null and s.day >= ${addDays(today, -openDaysBack)}))
    and (${leadsNow(context)} or s.day <= ${addDays(today, 1)})`;
}

const fromHeld = (context: WorkContext) => sql`held_session s
  join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
  left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
  where s.organisation_id = ${context.actor.organisationId} and ${held(context)}`;

const idList = (ids: readonly string[]) => sql`any (${[...ids]}::uuid[])`;

type RegisterRow = Omit<HeldRegister, "workshop" | "daysOff"> & { unitId: string; memberIds: string[] };

async function loadRegisters(context: WorkContext, ids: readonly string[]): Promise<HeldRegister[]> {
  const { organisationId } = context.actor;
  const onDay = sql`m.organisation_id = s.organisation_id and m.group_id = s.group_id and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day`;
  const { rows } =
    await sql<RegisterRow>`select s.id as session_id, s.group_id, g.unit_id, g.name as group_name, s.module_code, s.module_name, s.day,
      to_char(s.starts_at, 'HH24:MI') as starts_at, s.minutes, s.room, s.leader_id, coalesce(leader.display_name, guest.name) as leader_name, j.kind = 'CIS' as centre,
      case when c.session_id is null then null else jsonb_build_object('topic', c.topic, 'heldMinutes', c.held_minutes, 'present', c.present,
        'closedBy', closer.display_name, 'closedAt', c.closed_at) end as closed,
      (select count(distinct m.person_id)::int from group_membership m where ${onDay} and ${whereaboutsProtected(context, sql.ref("m.person_id"))}) as not_held,
      array(select distinct m.person_id from group_membership m where ${onDay} and not ${whereaboutsProtected(context, sql.ref("m.person_id"))}) as member_ids,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', a.person_id, 'status', a.status, 'minutesLate', a.minutes_late, 'minutesLeftEarly', a.minutes_left_early,
          'corrected', a.correction_id is not null)), '[]')
        from counting_attendance a where a.organisation_id = s.organisation_id and a.session_id = s.id
          and not ${whereaboutsProtected(context, sql.ref("a.person_id"))}) as marks
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
      join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
      left join membership closer on closer.organisation_id = s.organisation_id and closer.account_id = c.closed_by
      left join membership leader on leader.organisation_id = s.organisation_id and leader.account_id = s.leader_id
      left join named_class_leader guest on guest.organisation_id = s.organisation_id and guest.id = s.guest_id
    where s.organisation_id = ${organisationId} and s.id = ${idList(ids)}`.execute(context.tx);
  const registers: HeldRegister[] = [];
  const works = await areWorkshops(context, rows);
  for (const [at, { unitId, memberIds, closed, ...row }] of rows.entries())
    registers.push({
      ...row,
      closed: closed && { ...closed, closedAt: instantOf(closed.closedAt) },
      workshop: works[at] ?? false,
      daysOff: row.centre ? [...(await havingDayOff(context, memberIds, { day: row.day, unitId }))] : [],
    });
  return registers;
}

type MemberRow = Omit<HeldMember, "cards" | "machine"> & { id: string; unitId: string; leads: boolean };

/** People of the groups whose registers are held, on a day of one of them. */
async function members(context: WorkContext, where: RawBuilder<boolean>): Promise<MemberRow[]> {
  const { rows } =
    await sql<MemberRow>`with held as materialized (select s.group_id, s.day, g.unit_id, ${leadsNow(context)} as leads from ${fromHeld(context)})
    select m.id, m.person_id, m.group_id, held.unit_id, held.leads, ${nameInGroup(sql.ref("m.group_id"), (personId) => sql<boolean>`not ${whereaboutsProtected(context, personId)}`)} as name, m.valid_from as from, m.valid_until as until
    from (select group_id, unit_id, bool_or(leads) as leads, array_agg(day) as days from held group by 1, 2) held
      join group_membership m on m.organisation_id = ${context.actor.organisationId} and m.group_id = held.group_id
        and exists (select from unnest(held.days) one(day) where m.valid_from <= one.day and coalesce(m.valid_until, one.day) >= one.day)
      join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where ${where} and not ${whereaboutsProtected(context, sql.ref("m.person_id"))}
    order by m.id limit ${mostMembers + 1}`.execute(context.tx);
  return rows;
}

async function loadMembers(context: WorkContext, ids: readonly string[]) {
  const rows = await members(context, sql<boolean>`m.id = ${idList(ids)}`);
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const cards = await cardsOf(context, people);
  const read = [...new Map(rows.map((row) => [row.groupId, row])).values()].filter(({ unitId, leads: team }) =>
    may(context.actor, attendanceAccess["register.read-fitness"], {
      unit: context.actor.unitIds.includes(unitId),
      team,
    }),
  );
  const works = await areWorkshops(
    context,
    read.map(({ groupId }) => ({ groupId, day: context.today })),
  );
  const told = new Set(read.filter((_, at) => works[at]).map(({ groupId }) => groupId));
  const bars = new Map<string, ReadonlyMap<string, MachineBar[]>>();
  for (const groupId of told) {
    const asked = rows.flatMap((row) => (row.groupId === groupId ? [row.personId] : []));
    bars.set(
      groupId,
      await machineBarsOf(context, groupId, await fitnessOf(context, asked, context.today), context.today),
    );
  }
  return rows.map(({ id, unitId: _, leads: __, ...row }) => {
    const barring = bars.get(row.groupId)?.get(row.personId);
    const body: HeldMember = {
      ...row,
      cards: cards.get(row.personId) ?? [],
      machine: barring ? barring.length === 0 : null,
    };
    return { id, personId: row.personId, body };
  });
}

const idsOf = (changes: readonly Change[], topic: string) =>
  changes.filter((change) => change.topic === topic).map(({ recordId }) => recordId);

/** Registers for whoever keeps them, with the people who stand in them. */
export const registerKinds: readonly SetKind[] = [
  {
    kind: heldKinds.register,
    v: 1,
    topics: ["register.session", "register.group"],
    warnAt: 100,
    most: mostRegisters,
    narrow: "set.narrow.registers",
    fields: ["groupName", "day", "startsAt", "minutes", "room", "closed", "marks", "daysOff"],
    list: async (context) => {
      const { rows } = await sql<{ id: string }>`select s.id from ${fromHeld(context)}
        order by s.day, s.id limit ${mostRegisters + 1}`.execute(context.tx);
      return rows.map(({ id }) => ({ id, personId: null }));
    },
    load: async (context, ids) =>
      (await loadRegisters(context, ids)).map((body) => ({ id: body.sessionId, personId: null, body })),
    touched: async (context, changes) => {
      const { rows } = await sql<{ id: string }>`select s.id from ${fromHeld(context)}
        and s.group_id = ${idList(idsOf(changes, "register.group"))}`.execute(context.tx);
      return [...idsOf(changes, "register.session"), ...rows.map(({ id }) => id)];
    },
  },
  {
    kind: heldKinds.member,
    v: 1,
    topics: ["register.session", "register.group", "register.person"],
    warnAt: 500,
    most: mostMembers,
    narrow: "set.narrow.registers",
    fields: ["name", "from", "until", "cards", "machine"],
    list: async (context) => (await members(context, sql<boolean>`true`)).map(({ id, personId }) => ({ id, personId })),
    load: loadMembers,
    touched: async (context, changes) => {
      const { rows } = await sql<{
        id: string;
      }>`select m.id from group_member m where m.organisation_id = ${context.actor.organisationId}
        and (m.group_id = ${idList(idsOf(changes, "register.group"))} or m.person_id = ${idList(idsOf(changes, "register.person"))}
          or m.group_id in (select s.group_id from class_session s where s.organisation_id = m.organisation_id and s.id = ${idList(idsOf(changes, "register.session"))}))`.execute(
        context.tx,
      );
      return rows.map(({ id }) => id);
    },
  },
];
