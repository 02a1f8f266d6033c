import { definePermissions } from "../../platform/access.ts";

/** Who plans the duties of consultants. Source: docs/domain/forms.md F-36; docs/domain/journeys.md J9 step 10 */
const planners = { SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit", KIS_COORDINATOR: "unit" } as const;

/** Who gives advice: to whom, is a matter of the booking and of the case team. Source: docs/domain/rules.md R-ACC matrix */
const consultants = {
  SOCIAL_WORKER: "own",
  REINTEGRATION_SOCIAL_WORKER: "own",
  PSYCHOLOGIST: "own",
  ADDICTION_THERAPIST: "own",
  VOCATIONAL_COUNSELLOR: "own",
  LAWYER: "own",
} as const;

/** Whose duties, talks or classes another program may read: consultants and whoever leads classes. */
const calendarOwners = { ...consultants, GROUP_LEADER: "own", WORKSHOP_INSTRUCTOR: "own", JOB_COACH: "own" } as const;

/** Whom somebody may book: those of whom the role knows the core data, as far as it knows it. Source: docs/domain/rules.md R-ACC matrix */
const bookers = {
  SOCIAL_WORKER: "unit",
  SOCIAL_WORK_MANAGER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  OUTREACH_WORKER: "unit",
  OUTREACH_COORDINATOR: "unit",
  SHELTER_WORKER: "unit",
  GROUP_LEADER: "team",
  PSYCHOLOGIST: "team",
  ADDICTION_THERAPIST: "team",
  VOCATIONAL_COUNSELLOR: "team",
  LAWYER: "team",
  JOB_COACH: "team",
  CIS_MANAGER: "unit",
  KIS_COORDINATOR: "unit",
} as const;

/** Who writes of talks they had. */
const writers = {
  SOCIAL_WORKER: "unit",
  REINTEGRATION_SOCIAL_WORKER: "unit",
  PSYCHOLOGIST: "team",
  ADDICTION_THERAPIST: "team",
  VOCATIONAL_COUNSELLOR: "team",
  LAWYER: "team",
} as const;
const readers = { ...writers, SOCIAL_WORK_MANAGER: "unit", CIS_MANAGER: "unit", JOB_COACH: "team" } as const;

/** Who reads the topic and what was agreed; the author always does. Source: docs/domain/forms.md F-2A; docs/domain/rules.md R-ACC matrix */
export const topicReaders = definePermissions({
  general: { ...readers },
  psychological: {
    SOCIAL_WORKER: "unit",
    REINTEGRATION_SOCIAL_WORKER: "unit",
    SOCIAL_WORK_MANAGER: "unit",
    CIS_MANAGER: "unit",
    PSYCHOLOGIST: "team",
    ADDICTION_THERAPIST: "team",
    VOCATIONAL_COUNSELLOR: "team",
  },
  addiction: {
    ADDICTION_THERAPIST: "team",
    PSYCHOLOGIST: "team",
    SOCIAL_WORKER: "team",
    REINTEGRATION_SOCIAL_WORKER: "team",
  },
});

export const counsellingAccess = definePermissions({
  "consultant-duty.record": planners,
  "consultant-duty.end": planners,
  "consultant-duty.note-absence": { ...consultants, ...planners },
  "consultant-duty.withdraw-absence": { ...consultants, ...planners },
  "consultant-duty.settle": { ...consultants, ...planners },
  "consultant-duty.list": { ...consultants, ...planners },
  "consultant-hours.settle": { ...consultants, ...planners },
  "consultant-hours.set-limit": planners,
  "consultant-hours.print": { ...consultants, ...planners },
  "consultant-hours.tabulate": { ...consultants, ...planners },
  "slot.list": { ...bookers, PARTICIPANT: "own" },
  "booking.make": { ...bookers, PARTICIPANT: "own" },
  "booking.move": { ...bookers, PARTICIPANT: "own" },
  "booking.cancel": { ...bookers, PARTICIPANT: "own" },
  "booking.list": { ...bookers, PARTICIPANT: "own" },
  "booking.print-slip": { ...bookers, PARTICIPANT: "own" },
  "booking.note-outcome": { ...consultants, ...planners },
  "reminder-preference.note": bookers,
  "reminder-preference.read": bookers,
  "waiting.join": { ...bookers, PARTICIPANT: "own" },
  "waiting.leave": { ...bookers, PARTICIPANT: "own" },
  "waiting.offer": bookers,
  "waiting.accept": { ...bookers, PARTICIPANT: "own" },
  "waiting.decline": { ...bookers, PARTICIPANT: "own" },
  "waiting.list": bookers,
  "waiting.list-of-person": { ...bookers, PARTICIPANT: "own" },
  "counselling.write-note": writers,
  "counselling.read-note": writers,
  "counselling.print-card": writers,
  "counselling.list-notes": readers,
  "counselling.read-my-day": consultants,
  "calendar-feed.open": calendarOwners,
  "calendar-feed.close": calendarOwners,
  "calendar-feed.read-mine": calendarOwners,
});
