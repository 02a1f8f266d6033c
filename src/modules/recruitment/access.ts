import { definePermissions } from "../../platform/access.ts";

/** Who runs a recruitment: the unit that runs the project. Source: docs/domain/rules.md R-ACC, columns "Core data" and "Project indicators" */
const workers = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;
/** Whoever answers for the admission decides of each (R-GDPR-11). */
const deciders = { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" } as const;

export const recruitmentAccess = definePermissions({
  /** Numbers and terms, no names: the project coordinator too. */
  "recruitment.list": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "recruitment.read": { ...workers, PROJECT_COORDINATOR: "organisation" },
  "recruitment.set": deciders,
  /** What candidates sign is said by whoever sets the terms. */
  "recruitment.set-paper": deciders,
  "recruitment.list-papers": workers,
  "recruitment.close": deciders,
  "recruitment.reopen": deciders,
  "candidate.list": workers,
  "candidate.read": workers,
  "candidate.record": workers,
  "candidate.print-bring": workers,
  "candidate.list-papers": workers,
  "candidate.print-papers": workers,
  "candidate.note-signature": workers,
  "candidate.take-back-signature": workers,
  "candidate.add-evidence": workers,
  "candidate.set-points": workers,
  "candidate.note-interview": workers,
  "candidate.withdraw": workers,
  "candidate.carry-over": workers,
  "candidate.take-back-withdrawal": deciders,
  "candidate-list.look": workers,
  "candidate-list.preview": workers,
  "candidate-list.accept": workers,
  /** Hours of interviews: by name, so in the unit. Who holds one reads it in their own day. */
  "candidate-interview.list": workers,
  "candidate-interview.list-of-candidate": workers,
  "candidate-interview.propose": workers,
  "candidate-interview.book": workers,
  "candidate-interview.move": workers,
  "candidate-interview.cancel": workers,
  "candidate-interview.note-outcome": workers,
  "candidate-interview.print-invitations": workers,
  "candidate-interview.print-slip": workers,
  "ranking.read": workers,
  "ranking.freeze": deciders,
  "candidate.decide": deciders,
  "reserve.read": workers,
  "reserve.offer": deciders,
  "reserve.answer": deciders,
  /** A person and a case come of it: whoever may record one and open the other. */
  "candidate.make-person": { KIS_COORDINATOR: "unit", REINTEGRATION_SOCIAL_WORKER: "unit" },
  "candidate-letter.issue": workers,
  "candidate-letter.list": workers,
  "candidate-letter.print": workers,
});
