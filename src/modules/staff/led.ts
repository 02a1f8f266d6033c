import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { LedSource } from "./codes.ts";
import type { LedHours } from "./contract.ts";
import { type AgreementDays, agreementFor } from "./rules.ts";

/** Something that a volunteer led and that was held. `task`: what the card calls it, without a word of who came. */
export type Led = {
  volunteerId: string;
  source: LedSource;
  sourceId: string;
  day: PlainDate;
  minutes: number;
  task: string;
};

/** What rooms above know of hours that some volunteers led until today. */
export type LedHoursSource = (context: WorkContext, volunteerIds: readonly string[]) => Promise<Led[]>;
export const ledSources: LedHoursSource[] = [];

const keyOf = ({ source, sourceId }: Pick<Led, "source" | "sourceId">) => `${source} ${sourceId}`;

/** All that some volunteers led, by volunteer, the oldest first. The caller has checked the reach. */
async function ledBy(context: WorkContext, volunteerIds: readonly string[]): Promise<Map<string, Led[]>> {
  const told = await Promise.all(ledSources.map((source) => source(context, volunteerIds)));
  const at = ({ day, sourceId }: Led) => `${day} ${sourceId}`;
  return Map.groupBy(
    told.flat().toSorted((one, other) => (at(one) < at(other) ? -1 : 1)),
    ({ volunteerId }) => volunteerId,
  );
}

/** What of it stands on a card or was left out. */
async function settledOf({ tx, actor }: WorkContext, volunteerIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<Pick<Led, "source" | "sourceId">>`select h.source, h.source_id from volunteer_hours h
      join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
    where h.organisation_id = ${actor.organisationId} and a.volunteer_id = any (${[...volunteerIds]}::uuid[]) and h.source is not null and h.withdrawn_at is null
    union all select source, source_id from volunteer_led_left_out
    where organisation_id = ${actor.organisationId} and volunteer_id = any (${[...volunteerIds]}::uuid[])`.execute(tx);
  return new Set(rows.map(keyOf));
}

/** How much waits for each of these volunteers, under an agreement or not. The caller has checked the reach. */
export async function ledWaiting(
  context: WorkContext,
  volunteerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Led[]>> {
  const settled = await settledOf(context, volunteerIds);
  return new Map(
    [...(await ledBy(context, volunteerIds))].map(([id, led]) => [id, led.filter((each) => !settled.has(keyOf(each)))]),
  );
}

/** All that a volunteer led, the oldest first. The caller has checked the reach. */
export async function ledOf(context: WorkContext, volunteerId: string): Promise<readonly Led[]> {
  return (await ledBy(context, [volunteerId])).get(volunteerId) ?? [];
}

/** What of `led` is not on a volunteer's card yet, each with the agreement that it falls under and what was logged by hand that day. */
export async function proposalsFor(
  context: WorkContext,
  { volunteerId, led }: { volunteerId: string; led: readonly Led[] },
  agreements: readonly (AgreementDays & { id: string })[],
): Promise<LedHours[]> {
  const settled = await settledOf(context, [volunteerId]);
  const waiting = led.filter((each) => !settled.has(keyOf(each)));
  if (waiting.length === 0) return [];
  const { rows } = await sql<{ day: PlainDate; minutes: number }>`select h.day, sum(h.minutes)::int as minutes
    from volunteer_hours h join volunteer_agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
    where h.organisation_id = ${context.actor.organisationId} and a.volunteer_id = ${volunteerId} and h.source is null and h.withdrawn_at is null
      and h.day = any (${waiting.map(({ day }) => day)}::date[]) group by h.day`.execute(context.tx);
  const byHand = new Map(rows.map(({ day, minutes }) => [day, minutes]));
  return waiting.map(({ volunteerId: _, ...led }) => ({
    ...led,
    agreementId: agreementFor(agreements, led.day)?.id ?? null,
    byHandMinutes: byHand.get(led.day) ?? 0,
  }));
}

/** What is on a card from what was led and is no longer so there: taken back, or held for another time; by its id what it says now, null = nothing. */
export function ledOtherwise(
  hours: readonly { id: string; minutes: number; source: LedSource | null; sourceId: string | null }[],
  led: readonly Led[],
): ReadonlyMap<string, number | null> {
  const now = new Map(led.map((each) => [keyOf(each), each.minutes]));
  return new Map(
    hours.flatMap(({ id, minutes, source, sourceId }) => {
      if (source === null || sourceId === null) return [];
      const said = now.get(keyOf({ source, sourceId })) ?? null;
      return said === minutes ? [] : [[id, said]];
    }),
  );
}
