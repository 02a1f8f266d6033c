import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { assessmentKinds, spheres, supportForms } from "../codes.ts";
import { needOutcomes } from "./codes.ts";
import { needStates } from "./rules.ts";

export const RecordNeed = z.strictObject({
  needId: z.uuid(),
  caseId: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string().trim().min(1).max(1000),
  foundOn: PlainDate,
});
export type RecordNeed = z.infer<typeof RecordNeed>;

/** The need as it should have been written; the base is the version that was seen. */
export const CorrectNeed = z.strictObject({
  correctionId: z.uuid(),
  needId: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string().trim().min(1).max(1000),
  foundOn: PlainDate,
  reason: z.string().trim().min(1).max(500),
});
export type CorrectNeed = z.infer<typeof CorrectNeed>;

/** A service that answers the need. */
export const MatchNeed = z.strictObject({
  serviceId: z.uuid(),
  needId: z.uuid(),
  form: z.enum(supportForms),
  provider: z.string().max(200),
  since: PlainDate,
});
export type MatchNeed = z.infer<typeof MatchNeed>;

export const EndNeedService = z.strictObject({ serviceId: z.uuid(), endedOn: PlainDate });
export type EndNeedService = z.infer<typeof EndNeedService>;

export const EndNeed = z.strictObject({ needId: z.uuid(), outcome: z.enum(needOutcomes), endedOn: PlainDate });
export type EndNeed = z.infer<typeof EndNeed>;

export const Need = z.object({
  id: z.uuid(),
  sphere: z.enum(spheres),
  text: z.string(),
  foundOn: PlainDate,
  by: z.string(),
  /** 1, and one more with each correction. */
  version: z.int(),
  /** What stood before each correction, oldest first: by whom and why it was corrected. */
  former: z.array(
    z.object({
      sphere: z.enum(spheres),
      text: z.string(),
      foundOn: PlainDate,
      correctedOn: PlainDate,
      by: z.string(),
      reason: z.string(),
    }),
  ),
  ended: z.object({ outcome: z.enum(needOutcomes), on: PlainDate }).nullable(),
  services: z.array(
    z.object({
      id: z.uuid(),
      form: z.enum(supportForms),
      provider: z.string(),
      since: PlainDate,
      until: PlainDate.nullable(),
    }),
  ),
});
export type Need = z.infer<typeof Need>;

/**
 * Open needs first, then by day; of the reader's spheres alone. `proposed`: forms of support that assessments propose and the reader
 * may read, without those that run. `mix`: services that run today, each form once. */
export const Needs = z.object({
  caseId: z.uuid(),
  personName: z.string(),
  mayWrite: z.boolean(),
  /** In which the reader may write. */
  spheres: z.array(z.enum(spheres)),
  /** Whether the reader sees the mixes of everybody. */
  whole: z.boolean(),
  needs: z.array(Need),
  proposed: z.array(z.enum(supportForms)),
  mix: z.array(z.enum(supportForms)),
});
export type Needs = z.infer<typeof Needs>;

/**
 * People in reach with a need or with a service, each with the services that run today under a need (`forms`), those that were
 * really had in the last 30 days (`received`) and how many open needs wait without one; and of the last twelve months, oldest
 * first, how many people in reach had each service, promised or really had, on at least one day.
 */
export const ServiceMix = z.object({
  months: z.array(
    z.object({
      /** `2026-11` */
      month: z.string(),
      forms: z.array(z.object({ form: z.enum(supportForms), people: z.int() })),
    }),
  ),
  people: z.array(
    z.object({
      personId: z.uuid(),
      personName: z.string(),
      /** Null: no case is open. */
      caseId: z.uuid().nullable(),
      forms: z.array(z.enum(supportForms)),
      received: z.array(z.enum(supportForms)),
      unanswered: z.int(),
    }),
  ),
});
export type ServiceMix = z.infer<typeof ServiceMix>;

/** Forms of support that recommendations of a case propose, as far as the reader opens them. `shareable`: may stand in a plan. */
export const SupportProposals = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  forms: z.array(
    z.object({ form: z.enum(supportForms), kinds: z.array(z.enum(assessmentKinds)), shareable: z.boolean() }),
  ),
});
export type SupportProposals = z.infer<typeof SupportProposals>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** Needs of the people in reach with an open case, as one list; what may be chosen from is not narrowed by what was chosen. */
export const GroupNeeds = z.object({
  spheres: z.array(
    z.object({
      sphere: z.enum(spheres),
      people: z.int(),
      count: z.record(z.enum(needStates), z.int()),
    }),
  ),
  lines: z.array(
    z.object({
      needId: z.uuid(),
      caseId: z.uuid(),
      personId: z.uuid(),
      personName: z.string(),
      sphere: z.enum(spheres),
      text: z.string(),
      foundOn: PlainDate,
      state: z.enum(needStates),
      /** That run today. */
      forms: z.array(z.enum(supportForms)),
    }),
  ),
  units: z.array(Named),
  projects: z.array(Named),
  groups: z.array(Named.extend({ projectId: z.uuid() })),
});
export type GroupNeeds = z.infer<typeof GroupNeeds>;

/** Whose needs; nothing chosen: of everybody in reach. */
export const OfGroup = z.strictObject({
  unitId: z.uuid().optional(),
  projectId: z.uuid().optional(),
  groupId: z.uuid().optional(),
});
export type OfGroup = z.infer<typeof OfGroup>;
