import { sql } from "kysely";
import { z } from "zod";
import { requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { getPersonNames } from "../../person/public.ts";
import { centreEntryAccess } from "./access.ts";
import { type CentreAnswer, type CentreSeat, centreGround, inOrderOfAdmission } from "./centrePlaces.ts";
import { CentrePlacesView, SetCentrePlaces } from "./contract.ts";
import { isUnderWay } from "./rules.ts";
import { entriesOf, isToUs, type StoredEntry } from "./store.ts";

onConstraint("centre_places_key", "conflict", "record.id_taken");

type Seat = CentreSeat & { unitId: string; unitName: string; validFrom: PlainDate; places: number; taken: number };

/** Programmes in these states take a place. */
const taking = ["TRIAL", "PARTICIPATION", "EXTENDED"];
/** Programmes in these states take one once the person is admitted: a place that was given to somebody is free for nobody else. */
const waitingForTrial = ["DRAFT", "AGREED", "SIGNED"];

const lastState = sql`(select s.state from ipzs_step s where s.organisation_id = i.organisation_id and s.ipzs_id = i.id order by s.no desc limit 1)`;

/** How many people each unit has admitted whose programme has not begun: who gives it up before, or begins it, counts here no more. */
async function admittedBeforeTrial(
  context: WorkContext,
  unitIds: readonly string[],
  without: string | null,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unitId: string; personIds: string[]; used: string[] }>`select k.unit_id,
      same_person(i.person_id) as person_ids,
      array(select b.referral_id from ipzs b where b.organisation_id = i.organisation_id and b.person_id = any (same_person(i.person_id)) and b.referral_id is not null
        and exists (select from ipzs_step s where s.organisation_id = b.organisation_id and s.ipzs_id = b.id and s.act = 'admit')) as used
    from ipzs i join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id
    where i.organisation_id = ${context.actor.organisationId} and k.unit_id = any (${[...unitIds]}::uuid[])
      and (${without}::uuid is null or not i.person_id = any (same_person(${without})))
      and ${lastState} = any (${waitingForTrial}::text[])`.execute(context.tx);
  const entries = await entriesOf(context, { personIds: rows.flatMap(({ personIds }) => personIds) });
  const given = rows.filter(({ personIds, used }) => {
    const [newest] = entries
      .filter((one) => one.service === "CIS" && isToUs(context, one) && personIds.includes(one.personId))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1));
    return newest?.state === "ADMITTED" && !used.includes(newest.id);
  });
  return new Map([...Map.groupBy(given, ({ unitId }) => unitId)].map(([unitId, all]) => [unitId, all.length]));
}

/**
 * The places of units as they hold today, of those for which somebody wrote them down. `without`: a person who does not count.
 * Source: docs/domain/rules.md R-JUR-04
 */
async function seatsOf(context: WorkContext, unitIds: readonly string[], without: string | null): Promise<Seat[]> {
  const { rows } = await sql<
    Omit<Seat, "freePlaces">
  >`select u.id as unit_id, u.name as unit_name, c.valid_from, c.communes, c.agreements, c.places,
      (select count(*)::int from ipzs i join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id
        where i.organisation_id = u.organisation_id and k.unit_id = u.id
          and (${without}::uuid is null or not i.person_id = any (same_person(${without})))
          and ${lastState} = any (${taking}::text[])) as taken
    from unit u join lateral (select * from centre_places c where c.organisation_id = u.organisation_id and c.unit_id = u.id
      and c.valid_from <= ${context.today} order by c.valid_from desc, c.recorded_at desc, c.id desc limit 1) c on true
    where u.organisation_id = ${context.actor.organisationId} and u.id = any (${[...unitIds]}::uuid[])
    order by u.name, u.id ${atMost}`.execute(context.tx);
  const admitted = await admittedBeforeTrial(
    context,
    rows.map(({ unitId }) => unitId),
    without,
  );
  return rows.map((row) => {
    const taken = row.taken + (admitted.get(row.unitId) ?? 0);
    return { ...row, taken, freePlaces: Math.max(0, row.places - taken) };
  });
}

/** What the referral tells of where the person lives, with the agreement that it names. */
function applicantOf(entry: StoredEntry, seat: CentreSeat) {
  const told = entry.steps.findLast(({ act }) => act === "refer");
  const commune = told?.commune ?? null;
  const agreed = commune !== null && told?.communeAgreement === "AGREED" ? [commune] : [];
  return {
    applicant: { commune, sendingCommunePays: told?.communePays ?? false },
    seat: { ...seat, agreements: [...seat.agreements, ...agreed] },
  };
}

/** Until this transaction ends nobody else admits on a place of the units that work with the person: the last one is given once. */
export async function lockPlaces(context: CommandContext, entry: StoredEntry): Promise<void> {
  if (entry.service !== "CIS") return;
  for (const unitId of (await unitsOf(context, entry)).toSorted())
    await oneAtATime(context.tx, "centre places", unitId);
}

async function unitsOf(context: WorkContext, { personId }: StoredEntry): Promise<string[]> {
  return [...((await unitsOfPeople(context, [personId])).get(personId) ?? [])];
}

/**
 * On what ground the centre of ours may take the person, or what is missing; null for a club, and where nobody wrote down the places of
 * the centre. Source: docs/domain/rules.md R-JUR-04
 */
export async function groundOf(context: WorkContext, entry: StoredEntry): Promise<CentreAnswer | null> {
  if (entry.service !== "CIS") return null;
  const seats = await seatsOf(context, await unitsOf(context, entry), entry.personId);
  const answers = seats.map((one) => {
    const { applicant, seat } = applicantOf(entry, one);
    return centreGround(seat, applicant);
  });
  return answers.find(({ ground }) => ground !== null) ?? answers[0] ?? null;
}

/** @throws Problem not_found `entry.not_found` for a unit of others */
async function setPlaces(context: CommandContext, payload: SetCentrePlaces): Promise<Done> {
  const { placesId, unitId, communes, agreements, ...rest } = payload;
  const { organisationId, accountId, unitIds } = context.actor;
  const verb = centreEntryAccess["centre-places.set"];
  requireReach(context.actor, verb, { unit: unitIds.includes(unitId) }, "entry.not_found");
  await context.tx
    .insertInto("centrePlaces")
    .values({
      organisationId,
      id: placesId,
      unitId,
      communes: [...new Set(communes)],
      agreements: [...new Set(agreements)],
      recordedBy: accountId,
      ...rest,
    })
    .execute();
  return { ids: { places: placesId }, about: { type: "centre-places", id: placesId }, detail: { unitId } };
}

/** Places of the centres of the actor's units, and who waits for them in the order of admission. */
async function listPlaces(context: WorkContext): Promise<CentrePlacesView> {
  const { organisationId, unitIds } = context.actor;
  const { rows: units } = await sql<{ id: string; name: string }>`select id, name from unit
    where organisation_id = ${organisationId} and id = any (${[...unitIds]}::uuid[]) and (kind = 'CIS' or exists (select from centre_places c where c.organisation_id = unit.organisation_id and c.unit_id = unit.id)) order by name, id ${atMost}`.execute(
    context.tx,
  );
  const seats = await seatsOf(context, unitIds, null);
  const entries = (await entriesOf(context, { reach: centreEntryAccess["centre-places.list"] })).filter(
    (entry) =>
      entry.service === "CIS" &&
      isToUs(context, entry) &&
      isUnderWay(entry.state) &&
      entry.steps.some(({ act }) => act === "refer"),
  );
  const names = await getPersonNames(context, [...new Set(entries.map(({ personId }) => personId))]);
  const unitsOf = await unitsOfPeople(context, [...names.keys()]);
  const among = (one: string) => entries.filter(({ personId }) => unitsOf.get(personId)?.has(one));
  return {
    units: units.map(({ id, name }) => {
      const seat = seats.find(({ unitId }) => unitId === id) ?? null;
      return { id, name, now: seat && nowOf(seat), waiting: waitingFor(seat, among(id), names) };
    }),
    elsewhere: waitingFor(
      null,
      entries.filter(({ personId }) => !units.some(({ id }) => unitsOf.get(personId)?.has(id))),
      names,
    ),
  };
}

const nowOf = ({ validFrom, communes, agreements, places, taken, freePlaces }: Seat) => ({
  validFrom,
  communes: [...communes],
  agreements: [...agreements],
  places,
  taken,
  free: freePlaces,
});

/** The units that work with each of these people. */
async function unitsOfPeople(
  { tx, actor }: WorkContext,
  personIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ id: string; unitIds: string[] }>`select p.id,
      array(select distinct u.unit_id from person_unit u where u.organisation_id = ${actor.organisationId} and u.person_id = any (same_person(p.id))) as unit_ids
    from unnest(${[...personIds]}::uuid[]) p(id) ${atMost}`.execute(tx);
  return new Map(rows.map(({ id, unitIds }) => [id, new Set(unitIds)]));
}

/** Who waits for a place of one centre, in the order of admission; without its places by the day of asking. */
function waitingFor(
  seat: Seat | null,
  entries: readonly StoredEntry[],
  names: ReadonlyMap<string, string>,
): CentrePlacesView["elsewhere"] {
  const asked = entries.map((entry) => {
    const told = seat && applicantOf(entry, seat);
    const applicant = told?.applicant ?? { commune: null, sendingCommunePays: false };
    return { ...entry, askedOn: entry.appliedOn, ...applicant, told };
  });
  const nobodys: CentreSeat = { communes: [], agreements: [], freePlaces: 0 };
  return inOrderOfAdmission(seat ?? nobodys, asked).map(({ id, personId, state, askedOn, commune, told }) => ({
    entryId: id,
    personName: names.get(personId) ?? "",
    state,
    appliedOn: askedOn,
    commune,
    ...(told ? centreGround(told.seat, told.applicant) : { ground: null, refusals: [] }),
  }));
}

export const placesCommands = [
  defineCommand({
    type: "centre-places.set",
    v: 1,
    summary: "Writes down whom a centre takes: its communes, agreements with others, its places",
    payload: SetCentrePlaces,
    verb: centreEntryAccess["centre-places.set"],
    run: setPlaces,
  }),
];

export const placesQueries = [
  defineQuery({
    name: "centre-places.list",
    method: "GET",
    path: "/centre-places",
    summary: "Places of the centres of my units, and who waits for them in the order of admission",
    input: z.strictObject({}),
    answer: CentrePlacesView,
    verb: centreEntryAccess["centre-places.list"],
    audit: null,
    run: listPlaces,
  }),
];
