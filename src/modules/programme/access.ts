import { definePermissions } from "../../platform/access.ts";

/** Who plans a programme. Source: docs/domain/rules.md, R-ACC-01 ("Attendance", written by instructors and the coordinator). */
const planners = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" } as const;

/** Who works with a group; `team` means: leads it, or leads one of its sessions. */
const workers = {
  ...planners,
  REINTEGRATION_SOCIAL_WORKER: "unit",
  GROUP_LEADER: "team",
  WORKSHOP_INSTRUCTOR: "team",
  PSYCHOLOGIST: "team",
  ADDICTION_THERAPIST: "team",
  VOCATIONAL_COUNSELLOR: "team",
  LAWYER: "team",
  JOB_COACH: "team",
} as const;

export const programmeAccess = definePermissions({
  /** Plan, calendar and numbers: no names. */
  "group.read": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "member.read": workers,
  "group.record": planners,
  "member.add": planners,
  "member.end": planners,
  /** Whether somebody who joins a workshop may work there. Matrix: column "Health", fitness. */
  "member.read-fitness": { CIS_MANAGER: "unit" },
  "closure.record": planners,
  "closure.withdraw": planners,
  "closure.list": planners,
  "closure.preview-days": planners,
  "closure.preview-withdrawal": planners,
  "class-room.record": planners,
  "class-room.list": planners,
  /** When colleagues can lead and when they are away: for who plans, and never why. */
  "class-leader.record": planners,
  "class-leader.list": planners,
  "timetable.set-group": planners,
  "timetable.read-group": planners,
  "timetable.propose": planners,
  "timetable.read-proposal": planners,
  "timetable.accept": planners,
  /** Judges a class that is drawn elsewhere; holds when leaders are away. */
  "timetable.read-problem": planners,
  /** Days, hours and rooms go to whoever is given the address: by who runs the club or the centre. */
  "class-feed.open": planners,
  "class-feed.close": planners,
  "class-feed.read": planners,
  "calendar.read": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "calendar.print": { ...workers, PROJECT_COORDINATOR: "organisation" },
  /** Hours of modules month by month: no names. Source: docs/domain/reporting.md RP-15 (management, funder). */
  "realisation.read": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "realisation.print": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "realisation.export": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "forecast.read": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "session.add": planners,
  /** Rooms and names of who may lead: for who adds, moves or hands over. */
  "session.read-choices": { ...planners, GROUP_LEADER: "team", WORKSHOP_INSTRUCTOR: "team" },
  "session.move": { ...planners, GROUP_LEADER: "team" },
  "session.cancel": { ...planners, GROUP_LEADER: "team" },
});
