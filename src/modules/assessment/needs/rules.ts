import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";

export type NeedRefusal =
  | "need.found_in_future"
  | "need.sphere_not_yours"
  | "need.already_ended"
  | "need.ends_before_found"
  | "need.ends_in_future"
  | "need.service_before_found"
  | "need.service_ends_before_start"
  | "need.nothing_corrected"
  | "need.found_after_service";

/** Why a need cannot be ended on a day, or null; both days inclusive. */
export function refuseNeedEnd(
  need: { foundOn: PlainDate; ended: boolean },
  endedOn: PlainDate,
  today: PlainDate,
): NeedRefusal | null {
  if (need.ended) return "need.already_ended";
  if (endedOn < need.foundOn) return "need.ends_before_found";
  return endedOn > today ? "need.ends_in_future" : null;
}

type Reading = { sphere: string; text: string; foundOn: PlainDate };
type Standing = Reading & { endedOn: PlainDate | null; firstServiceOn: PlainDate | null };

/**
 * Why a need cannot be corrected to `right`, or null. An ended need may be; its first service and its end stay where they are,
 * so that it cannot have been found after them.
 */
export function refuseCorrection(stands: Standing, right: Reading, today: PlainDate): NeedRefusal | null {
  const same = stands.sphere === right.sphere && stands.text === right.text.trim() && stands.foundOn === right.foundOn;
  if (same) return "need.nothing_corrected";
  if (right.foundOn > today) return "need.found_in_future";
  if (stands.firstServiceOn !== null && right.foundOn > stands.firstServiceOn) return "need.found_after_service";
  return stands.endedOn !== null && right.foundOn > stands.endedOn ? "need.ends_before_found" : null;
}

/** Why a service cannot answer a need from a day on, or null. A service may begin in the future: it is promised then. */
export function refuseService(need: { foundOn: PlainDate; ended: boolean }, since: PlainDate): NeedRefusal | null {
  if (need.ended) return "need.already_ended";
  return since < need.foundOn ? "need.service_before_found" : null;
}

type Running = { since: PlainDate; until: PlainDate | null };
export type Lane<F extends string> = { form: F; ranges: Running[] };

/**
 * How the mix changed: each form with the times in which it ran, days inclusive, `until` null while it goes on on `day`. Times of
 * one form that touch or overlap are one. Services that begin after `day` are left out. Forms in the order in which they began.
 */
export function mixOverTime<F extends string>(services: readonly (Running & { form: F })[], day: PlainDate): Lane<F>[] {
  const lanes = new Map<F, Running[]>();
  const begun = services.filter(({ since }) => since <= day).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  for (const { form, since, until } of begun) {
    const end = until !== null && until > day ? null : until;
    const ranges = lanes.get(form) ?? [];
    const last = ranges.at(-1);
    if (last && (last.until === null || since <= addDays(last.until, 1)))
      last.until = last.until === null || end === null ? null : end > last.until ? end : last.until;
    else ranges.push({ since, until: end });
    lanes.set(form, ranges);
  }
  return [...lanes].map(([form, ranges]) => ({ form, ranges }));
}

/** Forms of the services that run on a day, each once, in the order in which they began. */
export function mixOn<F extends string>(
  services: readonly { form: F; since: PlainDate; until: PlainDate | null }[],
  day: PlainDate,
): F[] {
  const running = services
    .filter(({ since, until }) => since <= day && (until === null || until >= day))
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return [...new Set(running.map(({ form }) => form))];
}

export const needStates = ["OPEN", "ANSWERED", "MET", "ENDED"] as const;
export type NeedState = (typeof needStates)[number];

/**
 * How a need stands on a day: without a service that runs, with one, met, or ended otherwise (in part, not met, no longer relevant).
 * A service that is promised for later does not answer it yet. Source: docs/domain/seed-trace.md row 79
 */
export function needState(
  need: { ended: { outcome: string } | null; services: readonly Running[] },
  day: PlainDate,
): NeedState {
  if (need.ended) return need.ended.outcome === "MET" ? "MET" : "ENDED";
  return need.services.some(({ since, until }) => since <= day && (until === null || until >= day))
    ? "ANSWERED"
    : "OPEN";
}

/** How many needs of each sphere stand how, and of how many people they are; spheres in the given order, those without a need left out. */
export function countNeeds<S extends string>(
  lines: readonly { sphere: S; state: NeedState; personId: string }[],
  order: readonly S[],
): { sphere: S; people: number; count: Record<NeedState, number> }[] {
  return order.flatMap((sphere) => {
    const own = lines.filter((line) => line.sphere === sphere);
    if (own.length === 0) return [];
    const count = { OPEN: 0, ANSWERED: 0, MET: 0, ENDED: 0 };
    for (const { state } of own) count[state] += 1;
    return [{ sphere, people: new Set(own.map(({ personId }) => personId)).size, count }];
  });
}

type Promised<F extends string> = Running & { personId: string; form: F };
type Given<F extends string> = { personId: string; form: F; months: readonly string[]; lastOn: PlainDate };

/** A service that happens now and then counts as running for so many days after it was last had. Design. */
export const receivedForDays = 30;

/** Forms that were really had in the last days before `day`, `day` included, each once. */
export function receivedOn<F extends string>(given: readonly Omit<Given<F>, "personId">[], day: PlainDate): F[] {
  const from = addDays(day, 1 - receivedForDays);
  return [...new Set(given.filter(({ lastOn }) => lastOn >= from && lastOn <= day).map(({ form }) => form))];
}

/** The last `count` months up to that of `day`, oldest first, as `2026-11`. */
export function monthsUntil(day: PlainDate, count: number): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, at) => {
    const month = last - count + 1 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/**
 * How many different people had each service in each month: promised under a need and running on at least one day of it until
 * `day`, or really had. Months without any are empty; forms in the given order. Source: docs/domain/seed-trace.md row 4
 */
export function mixByMonth<F extends string>(
  months: readonly string[],
  promised: readonly Promised<F>[],
  given: readonly Given<F>[],
  day: PlainDate,
  order: readonly F[],
): { month: string; forms: { form: F; people: number }[] }[] {
  return months.map((month) => {
    const who = new Map<F, Set<string>>();
    const add = (form: F, personId: string) => who.set(form, (who.get(form) ?? new Set()).add(personId));
    for (const { form, personId, since, until } of promised)
      if (since <= day && since.slice(0, 7) <= month && (until === null || until.slice(0, 7) >= month))
        add(form, personId);
    for (const one of given) if (one.months.includes(month)) add(one.form, one.personId);
    return {
      month,
      forms: order.flatMap((form) => ({ form, people: who.get(form)?.size ?? 0 })).filter(({ people }) => people > 0),
    };
  });
}
