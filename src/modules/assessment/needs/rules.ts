import type { PlainDate } from "../../../platform/time/plainDate.ts";

export type NeedRefusal =
  | "need.found_in_future"
  | "need.already_ended"
  | "need.ends_before_found"
  | "need.ends_in_future"
  | "need.service_before_found"
  | "need.service_ends_before_start";

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

/** Why a service cannot answer a need from a day on, or null. A service may begin in the future: it is promised then. */
export function refuseService(need: { foundOn: PlainDate; ended: boolean }, since: PlainDate): NeedRefusal | null {
  if (need.ended) return "need.already_ended";
  return since < need.foundOn ? "need.service_before_found" : null;
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
