import { sql } from "kysely";
import { may } from "../../../../platform/access.ts";
import type { WorkContext } from "../../../../platform/command.ts";
import type { SetKind } from "../../../../platform/sync/setKind.ts";
import { addDays } from "../../../../platform/time/plainDate.ts";
import { whereaboutsProtected } from "../../../person/public.ts";
import { activityAccess } from "../../access.ts";
import { cameLately, latelyMost } from "../lately.ts";
import { type HeldClass, type HeldGuest, type HeldUnit, heldOffer } from "./held.ts";

const daysBack = 1;
const daysAhead = 5;
const mostUnits = 10;
const mostClasses = 300;
const mostGuests = mostUnits * latelyMost;

/** The reader's units, where they may enter visits at all. */
function unitsOf({ actor }: WorkContext): readonly string[] {
  return may(actor, activityAccess["offer-visit.record"], { unit: true }) ? actor.unitIds : [];
}

async function units(context: WorkContext): Promise<HeldUnit[]> {
  const { rows } = await sql<HeldUnit>`select id, name from unit where organisation_id = ${context.actor.organisationId}
    and id = any (${[...unitsOf(context)]}::uuid[]) order by id limit ${mostUnits + 1}`.execute(context.tx);
  return rows;
}

async function classes(context: WorkContext): Promise<HeldClass[]> {
  const { rows } =
    await sql<HeldClass>`select s.id, g.unit_id, s.day, g.name, to_char(s.starts_at, 'HH24:MI') as starts_at
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${context.actor.organisationId} and g.unit_id = any (${[...unitsOf(context)]}::uuid[])
      and s.day between ${addDays(context.today, -daysBack)} and ${addDays(context.today, daysAhead)}
    order by s.day, s.id limit ${mostClasses + 1}`.execute(context.tx);
  return rows;
}

async function guests(context: WorkContext): Promise<HeldGuest[]> {
  const wish = { unitIds: unitsOf(context), day: context.today };
  const rows = await cameLately(context, wish, (personId) => whereaboutsProtected(context, personId));
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, came]) => ({
    personId,
    name: came[0]?.name ?? "",
    came: came.map(({ unitId, days }) => ({ unitId, days })),
  }));
}

const among =
  (ids: readonly string[]) =>
  ({ id }: { id: string }) =>
    ids.includes(id);

/** The open offer for whoever is there when people come. */
export const offerKinds: readonly SetKind[] = [
  {
    kind: heldOffer.unit,
    v: 1,
    topics: ["offer.unit"],
    warnAt: mostUnits,
    most: mostUnits,
    narrow: "set.narrow.offer",
    fields: ["name"],
    list: async (context) => (await units(context)).map(({ id }) => ({ id, personId: null })),
    load: async (context, ids) =>
      (await units(context)).filter(among(ids)).map((body) => ({ id: body.id, personId: null, body })),
  },
  {
    kind: heldOffer.session,
    v: 1,
    topics: ["register.session"],
    warnAt: mostClasses - 50,
    most: mostClasses,
    narrow: "set.narrow.offer",
    fields: ["day", "name", "startsAt"],
    list: async (context) => (await classes(context)).map(({ id }) => ({ id, personId: null })),
    load: async (context, ids) =>
      (await classes(context)).filter(among(ids)).map((body) => ({ id: body.id, personId: null, body })),
  },
  {
    kind: heldOffer.guest,
    v: 1,
    topics: ["offer.person", "street.person"],
    warnAt: mostGuests - 50,
    most: mostGuests,
    narrow: "set.narrow.offer",
    fields: ["name", "days"],
    list: async (context) => (await guests(context)).map(({ personId }) => ({ id: personId, personId })),
    load: async (context, ids) =>
      (await guests(context))
        .filter(({ personId }) => ids.includes(personId))
        .map((body) => ({ id: body.personId, personId: body.personId, body })),
    // what is written of a record that was merged is about the one that stays
    touched: async ({ tx, actor }, changes) => {
      const { rows } = await sql<{ id: string }>`select distinct coalesce(merged_into, id) as id from person
        where organisation_id = ${actor.organisationId} and id = any (${changes.map(({ recordId }) => recordId)}::uuid[])`.execute(
        tx,
      );
      return rows.map(({ id }) => id);
    },
  },
];
