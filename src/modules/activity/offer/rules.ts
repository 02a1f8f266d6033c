import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { OfferService } from "./codes.ts";

export type OfferRefusal =
  | "offer.day_in_future"
  | "offer.named_is_one"
  | "offer.who_twice"
  | "offer.same_twice"
  | "offer.not_a_workshop";

export type VisitWish = {
  service: OfferService;
  personId: string | null;
  newcomer: { personId: string } | null;
  people: number;
  sessionId: string | null;
};

/** Whom a visit names: a known person or a newcomer; null: counted only. */
export function whoCame({ personId, newcomer }: Pick<VisitWish, "personId" | "newcomer">): string | null {
  return personId ?? newcomer?.personId ?? null;
}

/**
 * Why the visits of a day cannot be entered; null when they can. A name is one person, once for a service; a class is joined by who
 * comes to a workshop. Source: docs/domain/forms.md F-39, docs/domain/rules.md R-S0-01
 */
export function refuseVisits(day: PlainDate, visits: readonly VisitWish[], today: PlainDate): OfferRefusal | null {
  if (day > today) return "offer.day_in_future";
  const seen = new Set<string>();
  for (const visit of visits) {
    const who = whoCame(visit);
    if (visit.personId !== null && visit.newcomer !== null) return "offer.who_twice";
    if (who !== null && visit.people !== 1) return "offer.named_is_one";
    if (visit.sessionId !== null && visit.service !== "WORKSHOP_OPEN") return "offer.not_a_workshop";
    const key = `${who} ${visit.service}`;
    if (who !== null && seen.has(key)) return "offer.same_twice";
    seen.add(key);
  }
  return null;
}
