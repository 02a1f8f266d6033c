import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { CandidateFacts } from "./criteria/contract.ts";

/** What a gate is asked before somebody starts in a project. */
export type EnrolmentQuestion = {
  personId: string;
  caseId: string;
  startedOn: PlainDate;
  /** In which group of the project they start; null: nobody said. */
  groupId: string | null;
  project: { id: string; kind: string; contractRequired: boolean };
};

/**
 * Conditions that rooms above this one know, such as an active social contract (R-SC-06, R-REC-05): each answers a refusal
 * code or null. The composition fills the list; it is empty on its own.
 */
export type EnrolmentGate = (context: WorkContext, question: EnrolmentQuestion) => Promise<string | null>;
export const enrolmentGates: EnrolmentGate[] = [];

/** Codes of what is not met, none when all is; `recruitment`: the title of the one to look at, where it is a certain one. */
export type Lacked = { codes: readonly string[]; recruitment: string | null };

/**
 * Conditions of rooms above that a person may waive with a reason, such as a place by the project's recruitment (R-REC-04). The
 * composition fills the list.
 */
export type WaivableGate = (context: WorkContext, question: EnrolmentQuestion) => Promise<Lacked>;
export const waivableGates: WaivableGate[] = [];

/** Groups of a project that it matters to name before somebody starts, because a recruitment is for one of them; `app` connects them. */
export const startGroups: {
  of: (context: WorkContext, projectId: string) => Promise<readonly { id: string; name: string }[]>;
} = { of: () => Promise.resolve([]) };

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
type EnrolmentStartAct = (
  context: CommandContext,
  start: { enrolmentId: string; projectId: string; personId: string; groupId: string | null },
) => Promise<void>;
export const enrolmentStarts: EnrolmentStartAct[] = [];
