import { sql } from "kysely";
import { z } from "zod";
import { may, reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { getPersonNames, hiddenAmongIds } from "../../person/public.ts";
import { roomsOfUnit } from "../../programme/public.ts";
import { volunteerNames, volunteersOf } from "../../staff/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import { ExchangeList, GatheringCard, GatheringLeaders, GatheringYear } from "./contract.ts";
import { balancesOf, gatheringState } from "./rules.ts";
import { mayReadWords, purposes, requireGathering } from "./store.ts";

const mayWrite = ({ actor }: WorkContext) => reachesOf(actor, activityAccess["gathering.record"]).size > 0;

/** What is planned and was held in a unit in a year, and sums by kind of what was held; nobody is named. @throws Problem not_found */
async function readYear(
  context: WorkContext,
  { unitId, year }: { unitId: string; year: number },
): Promise<GatheringYear> {
  await requireUnit(context, activityAccess["gathering.read-year"], unitId);
  const held = sql`from gathering g cross join lateral (select count(*)::int as named, coalesce(sum(p.helped_minutes), 0)::int as helped
        from gathering_participant p where p.organisation_id = g.organisation_id and p.gathering_id = g.id) n
    where g.organisation_id = ${context.actor.organisationId} and g.unit_id = ${unitId}
      and g.day >= make_date(${year}, 1, 1) and g.day < make_date(${year + 1}, 1, 1)
      and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)`;
  const { rows: gatherings } = await sql<
    Omit<GatheringYear["gatherings"][number], "state">
  >`select g.id, g.kind, g.day, to_char(g.starts_at, 'HH24:MI') as starts_at, g.minutes, g.lead, g.place,
      n.named + g.counted as people, n.helped as helped_minutes, g.cost_grosze ${held} order by g.day desc, g.starts_at desc, g.id ${atMost}`.execute(
    context.tx,
  );
  const { rows: kinds } = await sql<
    GatheringYear["kinds"][number]
  >`select g.kind, count(*)::int as times, sum(g.minutes)::int as minutes, sum(n.named + g.counted)::int as people,
      sum(n.helped)::int as helped_minutes, coalesce(sum(g.cost_grosze), 0)::int as cost_grosze ${held} and n.named + g.counted > 0 group by g.kind order by g.kind ${atMost}`.execute(
    context.tx,
  );
  const lines = gatherings.map((line) => ({ ...line, state: gatheringState(line, context.today) }));
  return { year, mayWrite: mayWrite(context), gatherings: lines, kinds };
}

/** @throws Problem not_found `gathering.not_found` */
async function read(context: WorkContext, gatheringId: string): Promise<GatheringCard> {
  const whole = await requireGathering(context, activityAccess["gathering.read"], gatheringId);
  const { recordedBy, ...found } = whole;
  const told = may(context.actor, mayReadWords(whole.kind), {
    unit: true,
    own: recordedBy === context.actor.accountId,
  });
  // others learn that a self-help group met, and how many were there
  const gathering = told
    ? found
    : { ...found, topic: "", participants: [], counted: found.counted + found.participants.length };
  const ids = gathering.participants.map(({ personId }) => personId);
  const hidden = await hiddenAmongIds(context, ids);
  const names = await getPersonNames(context, ids);
  const { volunteerId } = gathering;
  return {
    ...gathering,
    state: gatheringState({ day: found.day, people: found.participants.length + found.counted }, context.today),
    volunteerName: volunteerId ? ((await volunteerNames(context, [volunteerId])).get(volunteerId) ?? null) : null,
    hidden: hidden.size,
    participants: gathering.participants
      .filter(({ personId }) => !hidden.has(personId))
      .map((one) => ({ ...one, name: names.get(one.personId) ?? "" }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "pl")),
    mayWrite: told && mayWrite(context),
  };
}

async function listLeaders(context: WorkContext, unitId: string): Promise<GatheringLeaders> {
  await requireUnit(context, activityAccess["gathering.list-leaders"], unitId);
  const all = await volunteersOf(context, unitId);
  return {
    rooms: await roomsOfUnit(context, unitId),
    volunteers: all.map(({ id, name, from, until }) => ({ id, name, from, until })),
  };
}

type ExchangeRow = {
  id: string;
  day: PlainDate;
  giverId: string | null;
  receiverId: string | null;
  minutes: number;
  sealed: Buffer;
};

/** What people of a unit did for each other, and what each has given and received. @throws Problem not_found */
async function listExchanges(context: WorkContext, unitId: string): Promise<ExchangeList> {
  await requireUnit(context, activityAccess["exchange.list"], unitId);
  const { rows } =
    await sql<ExchangeRow>`select x.id, x.day, coalesce(g.merged_into, g.id) as giver_id, coalesce(r.merged_into, r.id) as receiver_id, x.minutes, x.sealed
    from service_exchange x
      left join person g on g.organisation_id = x.organisation_id and g.id = x.giver_id
      left join person r on r.organisation_id = x.organisation_id and r.id = x.receiver_id
    where x.organisation_id = ${context.actor.organisationId} and x.unit_id = ${unitId} and x.withdrawn_at is null
    order by x.day desc, x.id desc ${atMost}`.execute(context.tx);
  const ids = rows.flatMap(({ giverId, receiverId }) => [giverId, receiverId].filter((id) => id !== null));
  const hidden = await hiddenAmongIds(context, ids);
  const shown = rows.filter(({ giverId, receiverId }) => !hidden.has(giverId ?? "") && !hidden.has(receiverId ?? ""));
  const names = await getPersonNames(context, ids);
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? "") : null);
  return {
    exchanges: shown.map(({ id, day, giverId, receiverId, minutes, sealed }) => ({
      id,
      day,
      giver: nameOf(giverId),
      receiver: nameOf(receiverId),
      minutes,
      what: unsealText(context, purposes.exchange, id, sealed),
    })),
    balances: balancesOf(rows)
      .filter(({ personId }) => !hidden.has(personId))
      .map((one) => ({ ...one, name: names.get(one.personId) ?? "" })),
    mayWrite: mayWrite(context),
  };
}

export const gatheringQueries = [
  defineQuery({
    name: "gathering.read-year",
    method: "GET",
    path: "/gatherings/:unitId/years/:year",
    summary: "Self-help, community activity, outings and study visits of a year, nobody named",
    input: z.strictObject({ unitId: z.uuid(), year: z.coerce.number().int().min(2000).max(2199) }),
    answer: GatheringYear,
    verb: activityAccess["gathering.read-year"],
    audit: null,
    run: readYear,
  }),
  defineQuery({
    name: "gathering.read",
    method: "GET",
    path: "/gatherings/:gatheringId",
    summary: "One meeting with who was there",
    input: z.strictObject({ gatheringId: z.uuid() }),
    answer: GatheringCard,
    verb: activityAccess["gathering.read"],
    audit: ({ gatheringId }) => ({ objectType: "gathering", objectId: gatheringId, section: "ATTENDANCE" }),
    run: (context, { gatheringId }) => read(context, gatheringId),
  }),
  defineQuery({
    name: "gathering.list-leaders",
    method: "GET",
    path: "/gatherings-leaders/:unitId",
    summary: "Volunteers of a unit whose agreement holds",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: GatheringLeaders,
    verb: activityAccess["gathering.list-leaders"],
    audit: null,
    run: (context, { unitId }) => listLeaders(context, unitId),
  }),
  defineQuery({
    name: "exchange.list",
    method: "GET",
    path: "/service-exchanges/:unitId",
    summary: "Services that people of a unit exchanged, and their balances",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: ExchangeList,
    verb: activityAccess["exchange.list"],
    audit: ({ unitId }) => ({ objectType: "unit", objectId: unitId, section: "ATTENDANCE" }),
    run: (context, { unitId }) => listExchanges(context, unitId),
  }),
];
