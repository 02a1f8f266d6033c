import { type Actor, type Role, roles } from "../../platform/access.ts";

/** Days without contact after which a device is unlinked. Source: docs/threat-model.md C20. */
export const idleDays = 30;
/** Days after which what was made offline is looked at by a person before it counts. */
export const oldestDays = 90;
/** Milliseconds by which clocks may differ without being told. */
export const clockTolerance = 5 * 60_000;
/** Devices that one person may have at a time: each is one more phone that can be lost. */
export const mostDevices = 10;

/**
 * Entries of one device that may wait for a person, and pictures that an ended one may bring in a month: more than a worker leaves
 * unsent, and too few to push those of others off the leads' list or to fill the disk for ever.
 */
export const mostWaiting = 500;
export const mostPhotosAfterEnd = 200;

const dayMs = 86_400_000;

/** Rights of a member at one instant. */
export type Standing = { roles: readonly Role[]; unitIds: readonly string[]; authorised: boolean };

type Named = { roles: readonly string[]; unitIds: readonly string[] };
type Paper = { kind: string; validFrom: string; validUntil: string | null; withdrawnAt: string | null };

/** Days are inclusive; instants as PostgreSQL or ISO writes them. `standings`: the newest first, `since` null is the first one. */
export type RightsHistory = {
  validFrom: string;
  validUntil: string | null;
  endedAt: string | null;
  papers: readonly Paper[];
  standings: readonly (Named & { since: string | null })[];
  now: Named;
};

const isBefore = (instant: string | null, at: string) => instant !== null && Date.parse(instant) <= Date.parse(at);

/**
 * The rights that a member had at an instant: roles and units as they were, papers and appointment as they held on that day and
 * were not withdrawn yet. Where no change is remembered, today's roles are those of then.
 * @param day of `at` in the organisation's time zone
 */
export function standingAt(history: RightsHistory, at: string, day: string): Standing {
  const { standings, now } = history;
  const then = standings.find(({ since }) => since === null || isBefore(since, at)) ?? standings.at(-1) ?? now;
  const holds = ({ validFrom, validUntil }: { validFrom: string; validUntil: string | null }, end: string | null) =>
    validFrom <= day && (validUntil ?? day) >= day && !isBefore(end, at);
  const kinds = new Set(history.papers.filter((paper) => holds(paper, paper.withdrawnAt)).map(({ kind }) => kind));
  return {
    roles: roles.filter((role) => then.roles.includes(role)),
    unitIds: then.unitIds,
    authorised: kinds.size === 2 && holds(history, history.endedAt),
  };
}

/** What is allowed both then and now, and whether the two differ at all. */
export function bothStandings(then: Standing, now: Standing): Standing & { differs: boolean } {
  const shared = then.roles.filter((role) => now.roles.includes(role));
  const unitIds = then.unitIds.filter((unit) => now.unitIds.includes(unit));
  const authorised = then.authorised && now.authorised;
  const differs =
    then.authorised !== now.authorised ||
    shared.length !== Math.max(then.roles.length, now.roles.length) ||
    unitIds.length !== Math.max(then.unitIds.length, now.unitIds.length);
  return { roles: shared, unitIds, authorised, differs };
}

/** The actor with the rights of a standing. */
export function actorAs(actor: Actor, { roles, unitIds, authorised }: Standing): Actor {
  return { ...actor, roles, unitIds, authorised };
}

/** When it was by the user's word, but no later than when it came: a day that has not come gives nobody rights. */
export function saidBy(occurredAt: string, receivedAt: string): string {
  return new Date(Math.min(Date.parse(occurredAt), Date.parse(receivedAt))).toISOString();
}

/** Whether so much time passed that a person has to look first. */
export function isTooOld(saidAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(saidAt) > oldestDays * dayMs;
}

/** Whether a device was away so long that it is unlinked. */
export function isIdle(seenAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(seenAt) > idleDays * dayMs;
}

/** The server's clock less the device's, in ms, or null when they agree within five minutes (or the device says nothing). */
export function offsetTold(deviceNow: string | undefined, now: string): number | null {
  if (deviceNow === undefined) return null;
  const offset = Date.parse(now) - Date.parse(deviceNow);
  return Math.abs(offset) > clockTolerance ? offset : null;
}

/** Whether a value is an id, in small letters or capitals: both name the same. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** Ids that stand anywhere in a payload under one of these names, as the database writes them. */
export function idsUnder(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    isId(part) ? (names.includes(name) ? [part.toLowerCase()] : []) : idsUnder(part, names),
  );
}

/** Every id that stands anywhere in a payload, as the database writes them. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (isId(value)) found.add(value.toLowerCase());
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) idsIn(part, found);
  return found;
}
