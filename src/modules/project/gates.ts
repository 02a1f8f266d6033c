import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** What a gate is asked before somebody starts in a project. */
type EnrolmentQuestion = {
  personId: string;
  caseId: string;
  startedOn: PlainDate;
  project: { id: string; kind: string; contractRequired: boolean };
};

/**
 * Conditions that rooms above this one know, such as an active social contract (R-SC-06, R-REC-05): each answers a refusal
 * code or null. The composition fills the list; it is empty on its own.
 */
export type EnrolmentGate = (context: WorkContext, question: EnrolmentQuestion) => Promise<string | null>;
export const enrolmentGates: EnrolmentGate[] = [];
