import { z } from "zod";
import { terytPattern } from "../../../platform/identifiers/teryt.ts";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { ageTests, checkOutcomes, criterionFields, criterionResults, evidenceSources, listedValues } from "./codes.ts";

const common = {
  ruleId: z.uuid(),
  /** What proves it, in words: a paper that is to be seen. Null: what is known is enough. */
  paper: z.string().trim().min(1).max(200).nullable(),
};
const months = z.int().min(0).max(600);
const someOf = <const V extends readonly [string, ...string[]]>(values: V) => z.array(z.enum(values)).min(1).max(20);

/**
 * One criterion: a field, how it is tested, and with what. A rule never changes: another number is another rule with an id of its
 * own, so that whoever was judged by the old one stays explainable. Source: docs/domain/forms.md F-70, F-71
 */
export const CriterionRule = z.discriminatedUnion("field", [
  z.strictObject({
    ...common,
    field: z.literal("REGISTERED_UNEMPLOYED"),
    test: z.literal("LONGER_THAN"),
    months,
    /** The longest break between two registrations that is forgiven, in days. */
    gapDays: z.int().min(0).max(366),
  }),
  z.strictObject({ ...common, field: z.literal("CLIENT_OF_CENTRE"), test: z.literal("LONGER_THAN"), months }),
  z.strictObject({ ...common, field: z.literal("AGE"), test: z.enum(ageTests), years: z.int().min(0).max(120) }),
  z.strictObject({
    ...common,
    field: z.literal("EDUCATION"),
    test: z.literal("ONE_OF"),
    values: someOf(listedValues.EDUCATION),
  }),
  z.strictObject({ ...common, field: z.literal("SEX"), test: z.literal("ONE_OF"), values: someOf(listedValues.SEX) }),
  z.strictObject({
    ...common,
    field: z.literal("LABOUR_STATUS"),
    test: z.literal("ONE_OF"),
    values: someOf(listedValues.LABOUR_STATUS),
  }),
  z.strictObject({
    ...common,
    field: z.literal("DISABILITY"),
    test: z.literal("ONE_OF"),
    values: someOf(listedValues.DISABILITY),
  }),
  z.strictObject({
    ...common,
    field: z.literal("COMMUNE"),
    test: z.literal("ONE_OF"),
    /** TERYT; six digits stand for the whole commune, seven for its town or its country part. */
    values: z.array(z.string().regex(terytPattern)).min(1).max(50),
  }),
  z.strictObject({
    ...common,
    field: z.literal("STATEMENT"),
    test: z.literal("IS_TRUE"),
    /** What must be true of the person, as a sentence that is answered with yes or no. */
    statement: z.string().trim().min(1).max(500),
  }),
]);
export type CriterionRule = z.infer<typeof CriterionRule>;

/** What proves a value: where it is known from, the day it was seen, and what it was. */
export const Evidence = z.strictObject({
  source: z.enum(evidenceSources),
  on: PlainDate.nullable(),
  words: z.string().max(300).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A datum with what proves it; a null value is not known, which is something else than known to be nothing. */
const proven = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value: value.nullable(), evidence: Evidence.nullable() });

/** What is known of somebody on a day. Fields that no rule asks for stay away. */
export const CandidateFacts = z.strictObject({
  /** Days on which the person may have been born, both inclusive; the same twice where the day is known. */
  born: proven(z.strictObject({ from: PlainDate, to: PlainDate })).optional(),
  sex: proven(z.enum(listedValues.SEX)).optional(),
  education: proven(z.enum(listedValues.EDUCATION)).optional(),
  /** Registrations at the labour office, both days inclusive; an empty list: known never to have been registered. */
  registered: proven(z.array(z.strictObject({ from: PlainDate, to: PlainDate.nullable() })).max(100)).optional(),
  /** First day as a client of the centre; `since` null: known to be none. */
  client: proven(z.strictObject({ since: PlainDate.nullable() })).optional(),
  labour: proven(z.enum(listedValues.LABOUR_STATUS)).optional(),
  disability: proven(z.enum(listedValues.DISABILITY)).optional(),
  /** TERYT code of the commune of residence. */
  commune: proven(z.string().regex(terytPattern)).optional(),
  /** Answers to the project's own statements, by the rule's id. */
  statements: z.record(z.uuid(), proven(z.boolean())).optional(),
});
export type CandidateFacts = z.infer<typeof CandidateFacts>;

/**
 * One rule judged. `value`: what was judged – a day (born, registered since, client since), a code, `true` or `false`; null when
 * it is not known or is known to be nothing. `lacks`: what is to be brought where the result is `missing`.
 */
export const CriterionResult = z.strictObject({
  ruleId: z.uuid(),
  field: z.enum(criterionFields),
  result: z.enum(criterionResults),
  value: z.string().nullable(),
  evidence: Evidence.nullable(),
  lacks: z.enum(["VALUE", "PAPER"]).nullable(),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

/** Somebody who takes a person in has seen the paper of a rule that the file does not prove. */
export const Confirmation = z.strictObject({
  ruleId: z.uuid(),
  on: PlainDate,
  words: z.string().trim().min(1).max(300),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** The rules of a project that hold since its edition was set; `no` counts from 1, and 0 means that none were ever set. */
export const Criteria = z.object({
  projectId: z.uuid(),
  no: z.int().min(0),
  rules: z.array(CriterionRule),
  /** Whether a coordinator may take somebody in who fails a rule, with a reason. */
  exceptionsAllowed: z.boolean(),
});
export type Criteria = z.infer<typeof Criteria>;

/** A new edition of the rules as a whole. `seenNo`: the edition that the sender changed. */
export const SetCriteria = z.strictObject({
  projectId: z.uuid(),
  seenNo: z.int().min(0),
  rules: z
    .array(CriterionRule)
    .max(40)
    .refine((rules) => new Set(rules.map(({ ruleId }) => ruleId)).size === rules.length),
  exceptionsAllowed: z.boolean(),
  /** Why they change; nothing is asked for the first edition. */
  reason: z.string().trim().max(1000),
});
export type SetCriteria = z.infer<typeof SetCriteria>;

/** Editions, the one that holds first; `mayChange`: for the reader. */
export const CriteriaView = z.object({
  projectId: z.uuid(),
  title: z.string(),
  mayChange: z.boolean(),
  editions: z.array(
    Criteria.omit({ projectId: true }).extend({
      reason: z.string(),
      setOn: PlainDate,
      by: z.string(),
      /** Enrolments judged by this edition. */
      judged: z.int(),
    }),
  ),
});
export type CriteriaView = z.infer<typeof CriteriaView>;

/** How somebody stands towards a project on a day, before they start. */
export const PersonCheck = z.object({
  on: PlainDate,
  criteria: Criteria,
  results: z.array(CriterionResult),
  overall: z.enum(criterionResults),
  /** Whether the reader may take in somebody who fails, here. */
  mayExcept: z.boolean(),
  /** Codes of what is lacked beside the rules and may be waived, such as a place by the recruitment. */
  lacked: z.array(z.string()),
  /** The title of the recruitment to look at, where a certain one is meant. */
  recruitment: z.string().nullable(),
  /** Groups of which it is to be said in which one the person starts; none where no recruitment is for a group. */
  groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Whether the reader may waive it. */
  mayWaive: z.boolean(),
});
export type PersonCheck = z.infer<typeof PersonCheck>;

/** What a start is explained by. `criteria` null: nothing was asked, or it began before that was kept; `waived` null: nothing was. */
export const EnrolmentCheck = z.object({
  enrolmentId: z.uuid(),
  projectId: z.uuid(),
  projectTitle: z.string(),
  startedOn: PlainDate,
  criteria: z
    .object({
      no: z.int(),
      setOn: PlainDate,
      rules: z.array(CriterionRule),
      results: z.array(CriterionResult),
      outcome: z.enum(checkOutcomes),
      exceptionReason: z.string(),
      by: z.string(),
      on: PlainDate,
    })
    .nullable(),
  waived: z.object({ conditions: z.array(z.string()), reason: z.string(), by: z.string(), on: PlainDate }).nullable(),
});
export type EnrolmentCheck = z.infer<typeof EnrolmentCheck>;

/** Everybody who was let in although a rule failed or a condition was lacked, newest start first. */
export const EnrolmentExceptions = z.object({
  projectId: z.uuid(),
  title: z.string(),
  /** How many more there are, of whom the reader may not know where they are. */
  hidden: z.int(),
  exceptions: z.array(
    z.object({
      enrolmentId: z.uuid(),
      personId: z.uuid(),
      personNo: z.int(),
      personName: z.string(),
      startedOn: PlainDate,
      endedOn: PlainDate.nullable(),
      /** Rules that failed. */
      failed: z.array(CriterionRule),
      exceptionReason: z.string(),
      conditions: z.array(z.string()),
      waivedReason: z.string(),
      by: z.string(),
    }),
  ),
});
export type EnrolmentExceptions = z.infer<typeof EnrolmentExceptions>;
