export { type BusyHours, type BusySource, busySources } from "./busyHours.ts";
export { type CalendarEntry, calendarText } from "./calendar/ical.ts";
export { type CalendarSource, calendarSources } from "./calendar/routes.ts";
export { type SecretAddress, secretCalendar } from "./calendar/secretCalendar.ts";
export { droppedHours } from "./droppedHours.ts";
export { type DaySource, daySources } from "./myDay.ts";
export {
  consultantsOnDuty,
  type FreeSlots,
  freeSlots,
  releaseHours,
  reserveHours,
  wholeSlots,
} from "./reservations.ts";
export { renderSlip } from "./slip.ts";
export { talksHeldSince, talksOf } from "./talksHeld.ts";
export { type HourSource, hourSources, type WorkOf } from "./work.ts";
