import { formatWeekday } from "../../../platform/ui/format.ts";
import type { Place } from "./contract.ts";

/** Names a place among the free ones. */
export const placeKey = ({ consultantDutyId, day, startsAt }: Place): string =>
  `${consultantDutyId} ${day} ${startsAt}`;

/** A place as a line to choose from. */
export const placeWords = ({ day, startsAt, endsAt, consultant }: Place, lang: "pl" | "en" | "uk"): string =>
  `${formatWeekday(day, lang)}, ${startsAt}–${endsAt} · ${consultant}`;

/** One consultant in both at the same time. */
export const placesMeet = (a: Place, b: Place): boolean =>
  a.consultantId === b.consultantId && a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
