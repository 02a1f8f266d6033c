import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { parameterOn } from "../../../platform/law.ts";
import { endOfMonth, type PlainDate, startOfMonth, startOfWeek } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import type { FitForWork } from "../../assessment/contract.ts";
import { fitnessOf } from "../../assessment/public.ts";
import { providedTo } from "../../centre/public.ts";
import {
  areWorkshops,
  groupsAmong,
  isWorkshop,
  listGroups,
  mayBeTiedTo,
  requireMetGroup,
} from "../../programme/public.ts";
import { attendanceAccess } from "../access.ts";
import { nameInGroup } from "../nameInGroup.ts";
import { workshopAccess } from "./access.ts";
import type { MachineBar } from "./codes.ts";
import { Workshop, WorkshopLine, type WorkshopPerson } from "./contract.ts";
import { firstWeekShown, machineBarsOn, progressOf, warnTooMany } from "./rules.ts";
import { byPerson, cardOf, habitsOf, issuedTo, opinionsAbout, skillsOf } from "./store.ts";

/** Groups of the reader that work with their hands. */
async function listWorkshops(context: WorkContext): Promise<WorkshopLine[]> {
  const { actor, today } = context;
  const groups = await listGroups(context);
  const works = await areWorkshops(
    context,
    groups.map(({ id: groupId }) => ({ groupId, day: today })),
  );
  const workshops = groups.filter((_, at) => works[at]);
  const ids = workshops.map(({ id }) => id);
  const reached = new Map(
    (await groupsAmong(context, workshopAccess["workshop.list"], ids, { met: true })).map((group) => [group.id, group]),
  );
  return workshops.flatMap(({ id: groupId, name, members }) => {
    const group = reached.get(groupId);
    if (!group) return []; // on another list of the reader's, and not on this one
    const relation = { unit: actor.unitIds.includes(group.unitId), team: group.leads };
    return [{ groupId, name, members, mayMark: may(actor, workshopAccess["workshop.mark-skills"], relation) }];
  });
}

/** A centre trains its people before they work; a club notes no training. Source: docs/domain/rules.md R-CIS-08 */
async function isOfCentre(context: WorkContext, groupId: string): Promise<boolean> {
  const row = await context.tx
    .selectFrom("classGroup as g")
    .innerJoin("project as p", (on) =>
      on.onRef("p.organisationId", "=", "g.organisationId").onRef("p.id", "=", "g.projectId"),
    )
    .select("p.kind")
    .where("g.organisationId", "=", context.actor.organisationId)
    .where("g.id", "=", groupId)
    .executeTakeFirst();
  return row?.kind === "CIS";
}

/**
 * What keeps each from the machine on a day; none: nothing. Of whom nobody has noted an examination it says so too.
 * `provided`: what they were given up to that day, where it is known already.
 * Source: docs/domain/rules.md R-CIS-08
 */
export async function machineBarsOf(
  context: WorkContext,
  groupId: string,
  fitness: ReadonlyMap<string, FitForWork>,
  day: PlainDate,
  provided?: Awaited<ReturnType<typeof providedTo>>,
): Promise<ReadonlyMap<string, MachineBar[]>> {
  if (fitness.size === 0) return new Map();
  const given = provided ?? (await providedTo(context, [...fitness.keys()], day));
  const trains = await isOfCentre(context, groupId);
  return new Map(
    [...fitness].map(([id, { state, avoid }]) => {
      const trained = (given.get(id) ?? []).filter(({ kind }) => kind === "SAFETY_TRAINING");
      return [id, machineBarsOn({ state, avoid, training: trains ? trained : null }, day)];
    }),
  );
}

type Bars = Pick<WorkshopPerson, "bars" | "fitness" | "equipment">;
const untold: Bars = { bars: null, fitness: null, equipment: [] };

/** Who may go to the machine today, for who is told of fitness. Source: docs/domain/rules.md R-ACC, "Health": fitness alone */
export async function barsOf(
  context: WorkContext,
  groupId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Bars>> {
  const fitness = await fitnessOf(context, personIds, context.today);
  const given = await providedTo(context, personIds, context.today);
  const issued = byPerson(await issuedTo(context, groupId, personIds, context.today));
  const bars = await machineBarsOf(context, groupId, fitness, context.today, given);
  return new Map(
    personIds.map((id) => {
      const provided = given.get(id);
      const equipment = [
        ...(provided ?? [])
          .filter(({ kind }) => kind === "WORK_CLOTHES_AND_SHOES" || kind === "PROTECTIVE_EQUIPMENT")
          .map((one) => ({ ...one, quantity: null })),
        ...issued(id).map(({ kind, givenOn, quantity }) => ({ kind, givenOn, until: null, quantity })),
      ].toSorted((one, other) => (one.givenOn < other.givenOn ? 1 : one.givenOn > other.givenOn ? -1 : 0));
      return [id, { bars: bars.get(id) ?? [], fitness: fitness.get(id) ?? null, equipment }];
    }),
  );
}

/**
 * A workshop with its people as they stand today, or, where an earlier month is asked for, those of that month: an opinion for a bonus is
 * often written once the month is over, of somebody who has left. Fitness is told of today alone, and of a group that works with words of
 * nobody. @throws Problem not_found
 */
async function readWorkshop(
  context: WorkContext,
  {
    groupId,
    week: asked,
    month: ofMonth,
  }: { groupId: string; week?: PlainDate | undefined; month?: PlainDate | undefined },
): Promise<Workshop> {
  const { actor, today } = context;
  const group = await requireMetGroup(context, workshopAccess["workshop.read"], groupId);
  const relation = { unit: actor.unitIds.includes(group.unitId), team: group.leads };
  const [week, month] = [startOfWeek(asked ?? today), startOfMonth(ofMonth ?? today)];
  const isEarlier = month < startOfMonth(today);
  const [from, to] = isEarlier ? [month, endOfMonth(month)] : [today, today];
  const { rows: members } = await sql<{
    personId: string;
    name: string;
    seen: boolean;
    otherTask: boolean;
    firstDay: boolean;
  }>`
    select p.id as person_id, ${nameInGroup(groupId, (personId) => mayBeTiedTo(group, context, personId))} as name, ${mayBeTiedTo(group, context, sql.ref("p.id"))} as seen,
      exists (select from workshop_other_task o where o.organisation_id = p.organisation_id and o.person_id = p.id and o.day = ${today} and o.group_id = ${groupId}) as other_task,
      not exists (select from group_membership b join held_session s on s.organisation_id = b.organisation_id and s.group_id = b.group_id
        where b.organisation_id = p.organisation_id and b.group_id = ${groupId} and b.person_id = p.id and s.day >= b.valid_from and s.day < ${today}) as first_day
    from person p where p.organisation_id = ${actor.organisationId} and p.id in (select m.person_id from group_membership m
      where m.organisation_id = ${actor.organisationId} and m.group_id = ${groupId} and m.valid_from <= ${to} and coalesce(m.valid_until, ${from}) >= ${from})
    order by p.last_name, p.first_name, p.person_no limit 500`.execute(context.tx);
  const { rows: instructors } = await sql<{ name: string }>`select m.display_name as name from class_group_leader l
    join membership m on m.organisation_id = l.organisation_id and m.account_id = l.account_id
    where l.organisation_id = ${actor.organisationId} and l.group_id = ${groupId} and l.valid_from <= ${today} and coalesce(l.valid_until, ${today}) >= ${today}
    order by m.display_name, l.account_id limit 50`.execute(context.tx);
  const shown = members.filter(({ seen }) => seen);
  const ids = shown.map(({ personId }) => personId);
  const card = await cardOf(context, groupId);
  const tells =
    !isEarlier &&
    may(actor, attendanceAccess["register.read-fitness"], relation) &&
    (await isWorkshop(context, { groupId, day: today }));
  const bars = await barsOf(context, groupId, tells ? ids : []);
  const marks = byPerson(await skillsOf(context, ids, firstWeekShown(today)));
  const graded = byPerson(await habitsOf(context, ids, month));
  const opinions = byPerson(await opinionsAbout(context, ids, month));
  const most = await parameterOn(context.tx, "CIS_PARTICIPANTS_PER_INSTRUCTOR", today);
  return {
    groupId,
    name: group.name,
    ...card,
    week,
    month,
    instructors: instructors.map(({ name }) => name),
    tooMany: !isEarlier && warnTooMany(members.length, instructors.length, Number(most.value)),
    mayRecord: may(actor, workshopAccess["workshop.record"], relation),
    mayMark: may(actor, workshopAccess["workshop.mark-skills"], relation),
    hidden: members.length - shown.length,
    people: shown.map(({ personId, name, otherTask, firstDay }) => ({
      personId,
      name,
      otherTask,
      firstDay: firstDay && !isEarlier,
      ...(bars.get(personId) ?? untold),
      levels: marks(personId)
        .filter((mark) => mark.week === week)
        .map(({ taskId, level }) => ({ taskId, level })),
      habits: graded(personId).map(({ habit, grade }) => ({ habit, grade })),
      progress: progressOf(marks(personId)),
      opinions: opinions(personId).map(({ personId: _, ...opinion }) => opinion),
    })),
  };
}

export const workshopQueries = [
  defineQuery({
    name: "workshop.list",
    method: "GET",
    path: "/workshops",
    summary: "Workshops of the reader",
    input: z.strictObject({}),
    answer: z.object({ workshops: z.array(WorkshopLine) }),
    verb: workshopAccess["workshop.list"],
    audit: null,
    run: async (context) => ({ workshops: await listWorkshops(context) }),
  }),
  defineQuery({
    name: "workshop.read",
    method: "GET",
    path: "/workshops/:groupId",
    summary: "A workshop: its card, who may go to the machine, and how people get on",
    input: z.strictObject({ groupId: z.uuid(), week: Day.optional(), month: Day.optional() }),
    answer: Workshop,
    verb: workshopAccess["workshop.read"],
    audit: ({ groupId }, { people }) => ({
      objectType: "group",
      objectId: groupId,
      section: people.some(({ bars }) => bars !== null) ? "HEALTH" : "ATTENDANCE",
    }),
    run: readWorkshop,
  }),
];
