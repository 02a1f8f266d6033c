import type { IconName } from "../../platform/ui/Icon.tsx";
import type { webMessages } from "./webMessages.ts";

/** Places of the navigation as data. A place is shown only when a room has brought a screen with exactly this path. */
export type Place = { path: string; label: keyof typeof webMessages & `place.${string}`; icon: IconName };

export const PLACES = {
  home: { path: "/", label: "place.home", icon: "home" },
  tonight: { path: "/tonight", label: "place.tonight", icon: "moon" },
  people: { path: "/people", label: "place.people", icon: "people" },
  street: { path: "/street", label: "place.people", icon: "people" },
  streetWork: { path: "/street-work", label: "place.streetWork", icon: "chart" },
  strain: { path: "/street-work/strain", label: "place.strain", icon: "chart" },
  record: { path: "/contacts/new", label: "place.record", icon: "plus" },
  conflicts: { path: "/conflicts", label: "place.conflicts", icon: "warning" },
  tasks: { path: "/tasks", label: "place.tasks", icon: "check" },
  recommendations: { path: "/recommendations", label: "place.recommendations", icon: "list" },
  plans: { path: "/plans", label: "place.plans", icon: "edit" },
  contracts: { path: "/contracts", label: "place.contracts", icon: "pen" },
  packets: { path: "/packets", label: "place.packets", icon: "pen" },
  consultations: { path: "/consultations", label: "place.consultations", icon: "clock" },
  groups: { path: "/groups", label: "place.groups", icon: "calendar" },
  register: { path: "/register", label: "place.register", icon: "check" },
  employment: { path: "/employment", label: "place.employment", icon: "file" },
  outcomes: { path: "/outcomes", label: "place.outcomes", icon: "chart" },
  recruitment: { path: "/recruitment", label: "place.recruitment", icon: "people" },
  calendar: { path: "/calendar", label: "place.calendar", icon: "calendar" },
  activities: { path: "/activities", label: "place.activities", icon: "people" },
  volunteers: { path: "/volunteers", label: "place.volunteers", icon: "person" },
  workshop: { path: "/workshop", label: "place.workshop", icon: "check" },
  month: { path: "/month", label: "place.month", icon: "chart" },
  benefits: { path: "/benefits", label: "place.benefits", icon: "list" },
  projects: { path: "/projects", label: "place.projects", icon: "file" },
  reports: { path: "/reports", label: "place.reports", icon: "chart" },
  audit: { path: "/audit", label: "place.audit", icon: "lock" },
  accounts: { path: "/accounts", label: "place.accounts", icon: "person" },
  parameters: { path: "/parameters", label: "place.parameters", icon: "settings" },
  consentTexts: { path: "/consent-texts", label: "place.consentTexts", icon: "file" },
  devices: { path: "/devices", label: "place.devices", icon: "lock" },
  mine: { path: "/mine", label: "place.mine", icon: "person" },
  shares: { path: "/shares", label: "place.shares", icon: "right" },
  freePlaces: { path: "/places", label: "place.freePlaces", icon: "home" },
  notifications: { path: "/notifications", label: "place.notifications", icon: "list" },
  myReports: { path: "/notifications/mine", label: "place.myReports", icon: "list" },
  newReport: { path: "/notifications/new", label: "place.newReport", icon: "plus" },
  referrals: { path: "/referrals", label: "place.referrals", icon: "right" },
  partnerships: { path: "/partnerships", label: "place.partnerships", icon: "right" },
} as const satisfies Record<string, Place>;

export type PlaceCode = keyof typeof PLACES;

/** Five to seven places a role works in, most used first. */
export const PLACES_OF_ROLE: Readonly<Record<string, readonly PlaceCode[]>> = {
  OUTREACH_WORKER: ["tonight", "street", "record", "tasks", "conflicts"],
  OUTREACH_COORDINATOR: ["home", "tonight", "notifications", "street", "streetWork", "tasks", "conflicts"],
  SHELTER_WORKER: ["home", "people", "freePlaces", "tasks"],
  SOCIAL_WORKER: ["home", "people", "tasks", "recommendations", "plans", "contracts", "referrals"],
  SOCIAL_WORK_MANAGER: ["home", "people", "tasks", "plans", "contracts", "reports", "shares"],
  REINTEGRATION_SOCIAL_WORKER: ["home", "people", "tasks", "plans", "packets", "groups", "referrals"],
  GROUP_LEADER: ["home", "groups", "register", "calendar", "people", "consultations", "tasks"],
  PSYCHOLOGIST: ["home", "people", "consultations", "recommendations", "groups", "tasks"],
  ADDICTION_THERAPIST: ["home", "people", "consultations", "recommendations", "groups", "tasks"],
  VOCATIONAL_COUNSELLOR: ["home", "people", "recommendations", "plans", "consultations", "groups", "tasks"],
  LAWYER: ["home", "people", "consultations", "groups", "tasks"],
  WORKSHOP_INSTRUCTOR: ["home", "register", "workshop", "groups", "activities"],
  JOB_COACH: ["home", "people", "employment", "outcomes", "tasks"],
  CIS_MANAGER: ["home", "people", "groups", "register", "month", "benefits", "reports"],
  KIS_COORDINATOR: ["home", "recruitment", "people", "groups", "register", "activities", "outcomes"],
  PROJECT_COORDINATOR: ["home", "reports", "groups", "outcomes", "employment", "people", "partnerships"],
  PARTNER_REFERRER: ["home", "newReport", "myReports", "freePlaces"],
  ACCOUNTANT: ["home", "benefits", "projects"],
  SUPERVISOR: ["home", "strain"],
  PARTICIPANT: ["mine"],
  RESEARCHER: ["home"],
  DPO: ["home", "audit", "tasks", "consentTexts", "parameters", "devices"],
  ORGANISATION_ADMIN: ["home", "accounts", "devices", "partnerships", "parameters", "audit", "consentTexts"],
  SYSTEM_OPERATOR: ["home", "accounts", "parameters", "audit"],
};

/** Who works with large targets on every screen: gloves, a door with twelve people waiting, a club computer. */
const COMFORTABLE = new Set(["OUTREACH_WORKER", "SHELTER_WORKER", "WORKSHOP_INSTRUCTOR", "PARTICIPANT"]);

export function isComfortable(roles: readonly string[]): boolean {
  return roles.some((role) => COMFORTABLE.has(role));
}

/**
 * The places of an account: its own choice, else those of its roles in order, each once, at most seven.
 * `known` are the paths that rooms have brought; "/" is always there.
 */
export function placesOf(
  roles: readonly string[],
  chosen: readonly string[] | undefined,
  known: ReadonlySet<string>,
): readonly Place[] {
  const all: Readonly<Record<string, Place>> = PLACES;
  const codes = chosen && chosen.length > 0 ? chosen : roles.flatMap((role) => PLACES_OF_ROLE[role] ?? []);
  const places = [...new Set(codes)].map((code) => all[code]).filter((place) => place !== undefined);
  return places.filter((place) => place.path === "/" || known.has(place.path)).slice(0, 7);
}

/** Three places for the bar of a phone; the fourth key is "more". */
export function barOf(places: readonly Place[]): readonly Place[] {
  return places.slice(0, 3);
}
