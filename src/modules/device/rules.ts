import type { Actor, Role } from "../../platform/access.ts";

/** Days without contact after which a device is unlinked. Source: docs/threat-model.md C20. */
export const idleDays = 30;
/** Days after which what was made offline is looked at by a person before it counts. */
export const oldestDays = 90;
/** Milliseconds by which clocks may differ without being told. */
export const clockTolerance = 5 * 60_000;
/** Devices that one person may have at a time: each is one more phone that can be lost. */
export const mostDevices = 10;

const dayMs = 86_400_000;

/** Rights of a member at one instant. */
export type Standing = { roles: readonly Role[]; unitIds: readonly string[]; authorised: boolean };

/** What is allowed both then and now, and whether the two differ at all. */
export function bothStandings(then: Standing, now: Standing): Standing & { differs: boolean } {
  const roles = then.roles.filter((role) => now.roles.includes(role));
  const unitIds = then.unitIds.filter((unit) => now.unitIds.includes(unit));
  const authorised = then.authorised && now.authorised;
  const differs =
    then.authorised !== now.authorised ||
    roles.length !== Math.max(then.roles.length, now.roles.length) ||
    unitIds.length !== Math.max(then.unitIds.length, now.unitIds.length);
  return { roles, unitIds, authorised, differs };
}

/** The actor with the rights of a standing. */
export function actorAs(actor: Actor, { roles, unitIds, authorised }: Standing): Actor {
  return { ...actor, roles, unitIds, authorised };
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

/** Whether a value is an id, as senders mint them. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** Every id that stands anywhere in a payload. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (isId(value)) found.add(value);
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) idsIn(part, found);
  return found;
}
