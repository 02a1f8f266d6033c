import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { STAGES, type Stage } from "../../assessment/rules.ts";

export const bringers = ["PERSON", "OPS", "LEAD", "SHELTER", "EMPLOYER"] as const;
export type Bringer = (typeof bringers)[number];

/** Papers that people bring; all others are told by the rooms that keep them. */
export const broughtPapers = [
  "ID_CARD",
  "INSURANCE_PROOF",
  "JOB_OFFICE_REGISTRATION",
  "SCHOOL_CERTIFICATES",
  "MEDICAL_FITNESS",
  "SAFETY_TRAINING",
] as const;
export type BroughtPaper = (typeof broughtPapers)[number];

type Asked = {
  code: string;
  stage: Stage;
  bringer: Bringer;
  only?: "UNEMPLOYED" | "CONSULTATION_NEEDED" | "INSURANCE" | "TRIPARTITE";
};

/**
 * What each stage of the path asks for, and who usually brings it. The three conclusions, the profile, the programme with
 * its two annexes and the contract are S0's; medical fitness and safety training R-EMP-02; the notice on data R-GDPR-06;
 * identity, insurance and the consent of a contract of three design.
 * Source: docs/domain/rules.md R-S0-03 to R-S0-06, R-EMP-02, R-SC-02, R-SC-05, R-GDPR-06.
 */
export const askedPapers: readonly Asked[] = [
  { code: "NOTICE_GIVEN", stage: "UNDER_ASSESSMENT", bringer: "OPS" },
  { code: "ID_CARD", stage: "UNDER_ASSESSMENT", bringer: "PERSON" },
  { code: "PSYCHOLOGICAL_CONCLUSION", stage: "RECOMMENDED", bringer: "LEAD" },
  { code: "SOCIAL_CONCLUSION", stage: "RECOMMENDED", bringer: "OPS" },
  { code: "VOCATIONAL_CONCLUSION", stage: "RECOMMENDED", bringer: "LEAD" },
  { code: "EXPERIENCE_PROFILE", stage: "ANALYSIS", bringer: "OPS" },
  { code: "SCHOOL_CERTIFICATES", stage: "ANALYSIS", bringer: "PERSON" },
  { code: "PROGRAMME", stage: "PLANNED", bringer: "OPS" },
  { code: "VOCATIONAL_PLAN", stage: "PLANNED", bringer: "LEAD" },
  { code: "INTERPERSONAL_PATH", stage: "PLANNED", bringer: "LEAD" },
  { code: "JOB_OFFICE_REGISTRATION", stage: "CONTRACTED", bringer: "PERSON", only: "UNEMPLOYED" },
  { code: "CONSULTATION", stage: "CONTRACTED", bringer: "OPS", only: "CONSULTATION_NEEDED" },
  { code: "DATA_SHARING_WITH_PARTNER", stage: "CONTRACTED", bringer: "PERSON", only: "TRIPARTITE" },
  { code: "CONTRACT", stage: "CONTRACTED", bringer: "OPS" },
  { code: "SIGNED_COPY", stage: "CONTRACTED", bringer: "OPS" },
  { code: "INSURANCE_PROOF", stage: "ADVANCED", bringer: "OPS", only: "INSURANCE" },
  { code: "MEDICAL_FITNESS", stage: "PLACED", bringer: "EMPLOYER" },
  { code: "SAFETY_TRAINING", stage: "PLACED", bringer: "EMPLOYER" },
];

export const paperStates = ["THERE", "AWAITED", "NOT_NEEDED", "MISSING"] as const;
export type PaperState = (typeof paperStates)[number];

export type ChecklistLine = {
  code: string;
  stage: Stage;
  state: PaperState;
  /** Since when it is there, or when it was noted. */
  since: PlainDate | null;
  bringer: Bringer;
  dueOn: PlainDate | null;
  to: string | null;
  /** Asked for by a stage that the person has reached; else by the next one. */
  now: boolean;
  /** Whether people note it here; else a room tells it. */
  brought: boolean;
};

export type PaperNote = {
  code: string;
  state: "THERE" | "AWAITED" | "NOT_NEEDED";
  on: PlainDate;
  bringer: Bringer;
  dueOn: PlainDate | null;
};

const isBrought = (code: string): code is BroughtPaper => broughtPapers.some((paper) => paper === code);

/** The stage that follows on the path; NOT_RECOMMENDED goes back to assessment, the last two ask for nothing more. */
export function nextStage(stage: Stage): Stage {
  if (stage === "NOT_RECOMMENDED") return "UNDER_ASSESSMENT";
  if (stage === "UNDER_ASSESSMENT") return "RECOMMENDED";
  if (stage === "RECOMMENDED") return "ANALYSIS";
  return STAGES[STAGES.indexOf(stage) + 1] ?? stage;
}

/**
 * The checklist at a stage: all that the stages so far ask for, and what the next one will. It lists; it blocks nothing.
 * What a room knows to be there is there, whatever was noted; a note says the rest.
 * Source: docs/domain/rules.md R-S0-06.
 */
export function checklistOf(
  stage: Stage,
  facts: readonly { code: string; since: PlainDate | null; to: string | null }[],
  notes: readonly PaperNote[],
  conditions: readonly string[],
): ChecklistLine[] {
  const reached = (one: Stage) => STAGES.indexOf(one) <= STAGES.indexOf(stage) && stage !== "NOT_RECOMMENDED";
  const next = nextStage(stage);
  return askedPapers
    .filter(({ stage: of, only }) => (reached(of) || of === next) && (!only || conditions.includes(only)))
    .map(({ code, stage: of, bringer }) => {
      // two rooms may know of one paper: the newer one counts
      const fact = facts
        .filter((one) => one.code === code)
        .reduce<(typeof facts)[number] | undefined>(
          (best, one) => (best && (best.since ?? "") >= (one.since ?? "") ? best : one),
          undefined,
        );
      const note = notes.find((one) => one.code === code);
      const noted = isBrought(code) && !fact?.since ? note : undefined;
      return {
        code,
        stage: of,
        state: noted?.state ?? (fact?.since ? "THERE" : "MISSING"),
        since: noted?.on ?? fact?.since ?? null,
        bringer: noted?.bringer ?? bringer,
        dueOn: noted?.dueOn ?? null,
        to: fact?.to ?? null,
        now: reached(of),
        brought: isBrought(code),
      };
    });
}

export type NoteRefusal = "checklist.day_in_future" | "checklist.due_without_waiting" | "checklist.due_in_past";

/** Why a note cannot be made: what is there has come by `today`; only what is awaited has a day until when. */
export function refuseNote(note: Pick<PaperNote, "state" | "on" | "dueOn">, today: PlainDate): NoteRefusal | null {
  if (note.on > today) return "checklist.day_in_future";
  if (note.dueOn !== null && note.state !== "AWAITED") return "checklist.due_without_waiting";
  return note.dueOn !== null && note.dueOn < today ? "checklist.due_in_past" : null;
}

/**
 * Where a paper is made while there is none yet; null where people bring it and it is noted on the checklist itself. `programme`:
 * where the programme stands, of which two papers are annexes. Source: docs/domain/rules.md R-S0-04, R-S0-06
 */
export function madeAt(
  code: string,
  { personId, caseId, programme }: { personId: string; caseId: string; programme: string | null },
): string | null {
  const newProgramme = `/cases/${caseId}/plans/new`;
  switch (code) {
    case "NOTICE_GIVEN":
    case "DATA_SHARING_WITH_PARTNER":
      return `/people/${personId}`;
    case "PSYCHOLOGICAL_CONCLUSION":
    case "SOCIAL_CONCLUSION":
    case "VOCATIONAL_CONCLUSION":
      return `/cases/${caseId}/assessments`;
    case "EXPERIENCE_PROFILE":
      return `/people/${personId}/profile`;
    case "PROGRAMME":
      return programme ?? newProgramme;
    case "VOCATIONAL_PLAN":
      return programme ? `${programme}/vocational` : newProgramme;
    case "INTERPERSONAL_PATH":
      return programme ? `${programme}/path` : newProgramme;
    case "CONTRACT":
    case "SIGNED_COPY":
    case "CONSULTATION":
      return `/people/${personId}/contracts`;
    default:
      return null;
  }
}
