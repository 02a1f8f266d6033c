import { z } from "zod";
import { Instant, PlainDate } from "../../../platform/time/schemas.ts";

/** What a project gives points for; weights in hundredths: 150 is one and a half. */
export const PointRule = z.strictObject({
  pointId: z.uuid(),
  name: z.string().trim().min(1).max(200),
  maxPoints: z.int().min(1).max(1000),
  weight: z.int().min(1).max(100_000),
});
export type PointRule = z.infer<typeof PointRule>;

/**
 * Terms of a recruitment. The first call opens it; a later one is an edit against the envelope's `base`. The first recruitment of a
 * project takes the project's own id; every further one has a name that tells it apart.
 */
export const SetRecruitment = z.strictObject({
  recruitmentId: z.uuid(),
  projectId: z.uuid(),
  /** Such as the group that it is for; may be empty where the project has but one. */
  name: z.string().trim().max(100).default(""),
  places: z.int().min(1).max(10_000),
  startsOn: PlainDate,
  vacancyWeeks: z.int().min(0).max(104),
  /** The day as of which the criteria are judged; null: the day of the looking. */
  judgedOn: PlainDate.nullable(),
  /** The group of the project that it is for: who starts there is admitted here. Null: for whoever starts in the project. */
  groupId: z.uuid().nullable().default(null),
  /** First and last day of applying, both or none; none: on any day. */
  appliesFrom: PlainDate.nullable().default(null),
  appliesUntil: PlainDate.nullable().default(null),
  /** 0: the interview is not scored. */
  interviewMax: z.int().min(0).max(1000),
  interviewWeight: z.int().min(0).max(100_000),
  points: z
    .array(PointRule)
    .max(20)
    .refine((points) => new Set(points.map(({ pointId }) => pointId)).size === points.length),
  /** Why they change; nothing is asked when the recruitment is opened. */
  reason: z.string().trim().max(1000).default(""),
});
export type SetRecruitment = z.infer<typeof SetRecruitment>;

export const CloseRecruitment = z.strictObject({ recruitmentId: z.uuid() });
export type CloseRecruitment = z.infer<typeof CloseRecruitment>;

export const ReopenRecruitment = z.strictObject({
  recruitmentId: z.uuid(),
  reopeningId: z.uuid(),
  reason: z.string().trim().min(1).max(1000),
});
export type ReopenRecruitment = z.infer<typeof ReopenRecruitment>;

/** Terms as an edition keeps them. */
export const Terms = SetRecruitment.omit({ recruitmentId: true, projectId: true, reason: true }).extend({
  points: z.array(z.object(PointRule.shape)),
});
export type Terms = z.infer<typeof Terms>;

/** How many candidates stand where; no names. `lacks`: pass what is known of them, but something is to be brought. */
export const RecruitmentCounts = z.object({
  all: z.int(),
  pass: z.int(),
  fail: z.int(),
  missing: z.int(),
  withdrawn: z.int(),
  carried: z.int(),
  accepted: z.int(),
  reserve: z.int(),
  rejected: z.int(),
  admitted: z.int(),
  started: z.int(),
  offers: z.int(),
});
export type RecruitmentCounts = z.infer<typeof RecruitmentCounts>;

export const RecruitmentLine = z.object({
  recruitmentId: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  startsOn: PlainDate,
  places: z.int(),
  closedOn: PlainDate.nullable(),
  /** Whether the reader works with its candidates by name. */
  named: z.boolean(),
  counts: RecruitmentCounts,
});
export type RecruitmentLine = z.infer<typeof RecruitmentLine>;

/** `projects`: those of the reader's units where no recruitment was opened yet. */
export const RecruitmentList = z.object({
  recruitments: z.array(RecruitmentLine),
  projects: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type RecruitmentList = z.infer<typeof RecruitmentList>;

export const RecruitmentView = z.object({
  recruitmentId: z.uuid(),
  projectId: z.uuid(),
  title: z.string(),
  projectTitle: z.string(),
  /** Other recruitments of the project, the latest start first. */
  others: z.array(
    z.object({ recruitmentId: z.uuid(), name: z.string(), startsOn: PlainDate, closedOn: PlainDate.nullable() }),
  ),
  projectStartsOn: PlainDate,
  plannedPersons: z.int().nullable(),
  mayNamed: z.boolean(),
  maySet: z.boolean(),
  mayAdmit: z.boolean(),
  criteriaCount: z.int(),
  /** The parameter that stands where the project says nothing. */
  usualWeeks: z.object({ value: z.int(), verified: z.boolean() }),
  keepMonths: z.object({ value: z.int(), verified: z.boolean() }),
  /** Hours that an initial interview takes, both inclusive (R-REC-03). */
  interviewHours: z.object({ least: z.number(), most: z.number() }),
  /** Groups of the project that a recruitment may be for, as far as the reader sees them. */
  groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Null: not opened yet. */
  recruitment: Terms.extend({
    version: z.int(),
    closedOn: PlainDate.nullable(),
    keptUntil: PlainDate.nullable(),
    /** The newest version of the frozen list; null while none was frozen. */
    rankingNo: z.int().nullable(),
  }).nullable(),
  /** Every edition of the terms, newest first; `reason`: why they were changed into these. Empty for who reads numbers alone. */
  editions: z.array(z.object({ no: z.int(), terms: Terms, reason: z.string(), by: z.string(), at: Instant })),
  reopenings: z.array(z.object({ on: PlainDate, by: z.string(), reason: z.string() })),
  /** People who take part since it was opened and are no candidates of the project; they count in the one that was opened last. */
  beside: z.int(),
  counts: RecruitmentCounts,
});
export type RecruitmentView = z.infer<typeof RecruitmentView>;
