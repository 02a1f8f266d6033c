import { z } from "zod";
import { PlainDate } from "../../platform/time/schemas.ts";
import { OwnBenefit } from "../benefit/list/contract.ts";
import { planKinds, sides } from "../plan/codes.ts";
import { PLAN_STATES } from "../plan/rules.ts";
import { CONTRACT_STATES } from "../social-contract/rules.ts";
import { lineStandings, programmeStates } from "./rules.ts";

/** Where the participant's own screen starts. `percent` is null before the first register. */
export const MineView = z.object({
  personId: z.uuid(),
  name: z.string(),
  attendance: z.array(z.object({ groupId: z.uuid(), groupName: z.string(), percent: z.number().nullable() })),
});
export type MineView = z.infer<typeof MineView>;

/** A promise or a goal as the person reads it: what, until when, how it stands today. */
const line = z.object({
  id: z.uuid(),
  what: z.string(),
  dueOn: PlainDate.nullable(),
  standing: z.enum(lineStandings),
});
/** `by`: the party's name where the paper has it, else empty. */
const promise = line.extend({ side: z.enum(sides), by: z.string() });
export type PromiseLine = z.infer<typeof promise>;
export type OwnLine = z.infer<typeof line>;

/**
 * What everybody promised, and nothing that only offices write: no reasons, situations, conclusions, notes, risks or names of
 * workers. Lines in the order of `inOrder`. Ended papers have no lines. Source: docs/domain/journeys.md J14 steps 2-4
 */
export const MinePromises = z.object({
  personId: z.uuid(),
  plans: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(planKinds),
      state: z.enum(PLAN_STATES),
      /** It waits for the manager before it may begin. */
      waitsForApproval: z.boolean(),
      startOn: PlainDate,
      endOn: PlainDate.nullable(),
      reviewOn: PlainDate.nullable(),
      goals: z.array(line),
      promises: z.array(promise),
    }),
  ),
  contracts: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state: z.enum(CONTRACT_STATES),
      activeFrom: PlainDate.nullable(),
      endedOn: PlainDate.nullable(),
      evaluationOn: PlainDate.nullable(),
      goals: z.array(z.object({ id: z.uuid(), what: z.string() })),
      promises: z.array(promise),
    }),
  ),
  /** The programme of a centre for social integration: its state and last day alone. */
  programme: z
    .object({
      state: z.enum(programmeStates),
      trialTo: PlainDate.nullable(),
      lastDay: PlainDate.nullable(),
      endedOn: PlainDate.nullable(),
    })
    .nullable(),
});
export type MinePromises = z.infer<typeof MinePromises>;

/**
 * Approved months of the integration benefit, newest first: each line with its amount, article and sentence. Nothing that the centre only keeps
 * for itself: no counters, notes, opinions, reasons of decisions or accounts. Source: docs/domain/rules.md R-ACC, "Participant", R-CIS-25
 */
export const MineBenefits = z.object({
  personId: z.uuid(),
  months: z.array(OwnBenefit),
});
export type MineBenefits = z.infer<typeof MineBenefits>;
