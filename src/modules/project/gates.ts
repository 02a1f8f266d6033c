import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { CandidateFacts } from "./criteria/contract.ts";

/** What a gate is asked before somebody starts in a project. */
export type EnrolmentQuestion = {
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

/**
 * Conditions of rooms above that a person may waive with a reason, such as a place by the project's recruitment (R-REC-04): each
 * answers the codes of what is not met, none when all is. The composition fills the list.
 */
export type WaivableGate = (context: WorkContext, question: EnrolmentQuestion) => Promise<readonly string[]>;
export const waivableGates: WaivableGate[] = [];

/**
 * What rooms above know of somebody towards the criteria, such as papers seen while recruiting; `preferred` says when each field
 * stands before what the file says. Null: nothing. The composition fills the list.
 */
type CriteriaSource = (
  context: WorkContext,
  question: { personId: string; projectId: string },
) => Promise<CandidateFacts | null>;
export const criteriaSources: CriteriaSource[] = [];

/** What rooms above do when somebody's part in a project has ended, in the same transaction. */
type EnrolmentEndingAct = (
  context: CommandContext,
  ending: {
    enrolmentId: string;
    personId: string;
    caseId: string;
    projectId: string;
    endedOn: PlainDate;
    reason: string;
  },
) => Promise<void>;
export const enrolmentEndings: EnrolmentEndingAct[] = [];

/** What rooms above do when somebody has started in a project, in the same transaction. */
type EnrolmentStartAct = (context: CommandContext, start: { projectId: string; personId: string }) => Promise<void>;
export const enrolmentStarts: EnrolmentStartAct[] = [];
