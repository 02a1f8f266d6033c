import { definePermissions, type Role } from "../../../platform/access.ts";
import type { EntryAct, EntryService, TargetGroup } from "./codes.ts";

const writers = { SOCIAL_WORKER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;
const manager = { SOCIAL_WORK_MANAGER: "unit" } as const;
const deciders = { CIS_MANAGER: "unit", KIS_COORDINATOR: "unit" } as const;

/** Who reads what was found and the opinion; a coordinator of a club reads where the path stands ("S"). */
export const wordReaders = { ...writers, ...manager, CIS_MANAGER: "unit" } as const;

/**
 * The way into a centre or a club: the OPS writes, gives its opinion and refers, its manager agrees, the centre's worker has the
 * programme signed, the centre's manager admits. Source: docs/domain/rules.md R-CIS-03, R-KIS-02; R-ACC matrix, "Social assessment, IPWB, contract"
 */
export const centreEntryAccess = definePermissions({
  "centre-entry.apply": writers,
  "centre-entry.check": writers,
  "centre-entry.opine": { SOCIAL_WORKER: "unit" },
  "centre-entry.refer": manager,
  "centre-entry.agree": manager,
  "centre-entry.record-paper": { REINTEGRATION_SOCIAL_WORKER: "unit" },
  /** The programme is the centre's worker's (R-CIS-04), the contract of a club the OPS worker's too (R-SC-01). */
  "centre-entry.sign": writers,
  "centre-entry.decide": deciders,
  "centre-entry.withdraw": writers,
  "centre-entry.list": { ...wordReaders, ...deciders },
  "centre-entry.list-of-person": { ...wordReaders, ...deciders },
  "centre-entry.read": { ...wordReaders, ...deciders },
  "centre-entry.print": wordReaders,
  /** Whom the centre takes, and how many: its manager's, who admits. */
  "centre-places.set": { CIS_MANAGER: "unit" },
  "centre-places.list": { CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
});

/** Whose each act is. */
export const verbOfAct: Readonly<Record<EntryAct, keyof typeof centreEntryAccess>> = {
  opine: "centre-entry.opine",
  refer: "centre-entry.refer",
  "not-refer": "centre-entry.refer",
  sign: "centre-entry.sign",
  agree: "centre-entry.agree",
  admit: "centre-entry.decide",
  decline: "centre-entry.decide",
  withdraw: "centre-entry.withdraw",
};

/** Who of those with the verb acts on a centre: its own people, not the OPS's worker nor a club's coordinator. Source: docs/domain/rules.md R-CIS-03, R-CIS-04 */
const ofCentre: Readonly<Partial<Record<EntryAct, { role: Role; refusal: string }>>> = {
  sign: { role: "REINTEGRATION_SOCIAL_WORKER", refusal: "entry.programme_of_centre" },
  admit: { role: "CIS_MANAGER", refusal: "entry.other_service_decides" },
  decline: { role: "CIS_MANAGER", refusal: "entry.other_service_decides" },
};

/** Why an act on a centre is not of somebody with these roles, or null. Source: docs/domain/rules.md R-CIS-03, R-CIS-04 */
export function refuseRole(service: EntryService, act: EntryAct, roles: readonly Role[]): string | null {
  const wanted = service === "CIS" ? ofCentre[act] : undefined;
  return wanted && !roles.includes(wanted.role) ? wanted.refusal : null;
}

/** The section of the file that a ground tells of; its readers alone learn of that ground. Source: docs/domain/forms.md F-11 (P: 9/10) */
export const sectionOfGroup: Readonly<Record<TargetGroup, "SOCIAL" | "ADDICTION" | "HEALTH" | "COURT">> = {
  HOMELESS_IN_IPWB: "SOCIAL",
  ALCOHOL_ADDICTED: "ADDICTION",
  DRUG_ADDICTED: "ADDICTION",
  MENTAL_DISORDER: "HEALTH",
  LONG_TERM_UNEMPLOYED: "SOCIAL",
  RELEASED_FROM_PRISON: "COURT",
  REFUGEE_IN_IPI: "SOCIAL",
  DISABLED: "HEALTH",
};
