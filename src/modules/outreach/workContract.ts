import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import {
  aidItems,
  alerted,
  assistanceResults,
  incidentKinds,
  institutions,
  interventionKinds,
  interventionOutcomes,
  minorOutcomes,
  planChangeReasons,
  relationEnds,
  reportedTo,
  services,
  sexes,
  stockReasons,
  trainingParts,
} from "./codes.ts";
import { CardFields, InterventionLine } from "./contract.ts";
import { AGE_BANDS } from "./rules.ts";

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Named = z.object({ id: z.uuid(), name: z.string() });
const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);

/**
 * People at one place in one go, each a card of their own (all or nothing). What `card` says holds for every row; a row's
 * `aid` stands instead of the card's.
 */
export const RecordGroup = z.strictObject({
  unitId: z.uuid().nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  card: CardFields.pick({
    contactAt: true,
    deviceAt: true,
    siteId: true,
    placeText: true,
    workerIds: true,
    actions: true,
    aid: true,
    infoTopics: true,
    notice: true,
    howFound: true,
  }),
  rows: z
    .array(
      z.strictObject({
        contactId: z.uuid(),
        person: z
          .strictObject({ personId: z.uuid(), alias: z.string().trim().min(1).max(60).nullable().default(null) })
          .nullable(),
        sex: z.enum(sexes).nullable(),
        ageBand: z.enum(AGE_BANDS).nullable(),
        guardianPresent: z.boolean().default(false),
        notSeenBefore: z.boolean().default(false),
        needs: CardFields.shape.needs,
        aid: CardFields.shape.aid.unwrap().nullable().default(null),
      }),
    )
    .min(1)
    .max(60),
});
export type RecordGroup = z.infer<typeof RecordGroup>;
export type RecordGroupInput = z.input<typeof RecordGroup>;

/** A new route, or with `base` a change of a known one. Sites in the order of the walk. */
export const SaveRoute = z.strictObject({
  routeId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  name: z.string().trim().min(1).max(100),
  /** 1 Monday to 7 Sunday; null: any evening. */
  weekday: z.int().min(1).max(7).nullable().default(null),
  startsAt: Hour.nullable().default(null),
  endsAt: Hour.nullable().default(null),
  siteIds: z.array(z.uuid()).min(1).max(40),
});
export type SaveRoute = z.infer<typeof SaveRoute>;

export const EndRoute = z.strictObject({ routeId: z.uuid() });
export type EndRoute = z.infer<typeof EndRoute>;

export const RouteView = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  name: z.string(),
  weekday: z.int().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  stops: z.array(Named),
  version: z.int(),
});
export type RouteView = z.infer<typeof RouteView>;

/** R-OUT-10: a dated permission with its grounds. `validTo` inclusive; null: until it is withdrawn. */
export const GrantAlone = z.strictObject({
  permissionId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  accountId: z.uuid(),
  selectedOn: PlainDate.nullable(),
  trainings: z.array(z.strictObject({ part: z.enum(trainingParts), passedOn: PlainDate })).max(10),
  validFrom: PlainDate.nullable(),
  validTo: PlainDate.nullable().default(null),
});
export type GrantAlone = z.infer<typeof GrantAlone>;

/** `endedOn`: the first day without it. */
export const EndAlone = z.strictObject({
  permissionId: z.uuid(),
  endedOn: PlainDate,
  reason: z.string().trim().min(1).max(500),
});
export type EndAlone = z.infer<typeof EndAlone>;

/** One worker of the team with the permission that holds, is to come or ended last. */
export const AloneLine = z.object({
  accountId: z.uuid(),
  name: z.string(),
  permission: z
    .object({
      id: z.uuid(),
      selectedOn: PlainDate,
      trainings: z.array(z.object({ part: z.enum(trainingParts), passedOn: PlainDate })),
      validFrom: PlainDate,
      /** Last day, a withdrawal included. */
      lastDay: PlainDate.nullable(),
      grantedBy: z.string(),
      withdrawn: z.string().nullable(),
    })
    .nullable(),
  mayToday: z.boolean(),
  /** True within the days of notice before the last one. */
  endsSoon: z.boolean(),
});
export type AloneLine = z.infer<typeof AloneLine>;

/** Recorded after the call (R-OUT-06). */
export const RecordIntervention = z.strictObject({
  interventionId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  siteId: z.uuid().nullable().default(null),
  placeText: text(200),
  personId: z.uuid().nullable().default(null),
  kind: z.enum(interventionKinds),
  services: z.array(z.enum(services)).min(1).max(6),
  calledAt: Instant,
  arrivedAt: Instant.nullable().default(null),
  endedAt: Instant.nullable().default(null),
  outcome: z.enum(interventionOutcomes),
  note: text(2000),
});
export type RecordIntervention = z.infer<typeof RecordIntervention>;

/** Something dangerous that happened to the workers. The coordinator is told at once. */
export const RecordIncident = z.strictObject({
  incidentId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  siteId: z.uuid().nullable().default(null),
  happenedAt: Instant,
  kind: z.enum(incidentKinds),
  injured: z.boolean(),
  reportedTo: z.array(z.enum(reportedTo)).max(5),
  note: text(2000),
});
export type RecordIncident = z.infer<typeof RecordIncident>;

/** Who was told when, and how it ended; still nothing about the child. */
export const CloseMinorAlert = z.strictObject({
  alertId: z.uuid(),
  told: z.array(z.strictObject({ whom: z.enum(alerted), at: Instant.nullable().default(null) })).max(3),
  outcome: z.enum(minorOutcomes),
});
export type CloseMinorAlert = z.infer<typeof CloseMinorAlert>;

/** Going with a person somewhere, agreed for a time: becomes a task. */
export const PlanAssistance = z.strictObject({
  assistanceId: z.uuid(),
  personId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  plannedAt: Instant,
  institution: z.enum(institutions),
  place: text(200),
  purpose: text(500),
});
export type PlanAssistance = z.infer<typeof PlanAssistance>;

/** Another time for what is planned; null: it is called off. */
export const ChangeAssistance = z.strictObject({
  changeId: z.uuid(),
  assistanceId: z.uuid(),
  personId: z.uuid(),
  plannedAt: Instant.nullable(),
  reason: z.enum(planChangeReasons),
  note: text(500),
});
export type ChangeAssistance = z.infer<typeof ChangeAssistance>;

/** What came of it. `planned`: a known one ends, and what was planned stays as it was; otherwise it is recorded as new. */
export const RecordAssistance = z.strictObject({
  assistanceId: z.uuid(),
  planned: z.boolean().default(false),
  personId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  startedAt: Instant,
  hours: z.number().min(0).max(24).multipleOf(0.25),
  institution: z.enum(institutions),
  place: text(200),
  result: z.enum(assistanceResults),
  note: text(2000),
});
export type RecordAssistance = z.infer<typeof RecordAssistance>;

export const AssistanceLine = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  plannedAt: z.string().nullable(),
  institution: z.enum(institutions),
  place: z.string().nullable(),
  purpose: z.string().nullable(),
  result: z
    .object({
      startedAt: z.string(),
      hours: z.number(),
      result: z.enum(assistanceResults),
      note: z.string().nullable(),
    })
    .nullable(),
  /** How the plan went, oldest first; `plannedAt` null: called off. */
  changes: z.array(
    z.object({
      plannedBefore: z.string(),
      plannedAt: z.string().nullable(),
      reason: z.enum(planChangeReasons),
      note: z.string().nullable(),
      by: z.string(),
    }),
  ),
});
export type AssistanceLine = z.infer<typeof AssistanceLine>;

/** The shelf was counted: what differs from the sum of entries is entered with the reason. */
export const CountStock = z.strictObject({
  entryId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  item: z.enum(aidItems),
  counted: z.int().min(0).max(100_000),
  reason: z.enum(stockReasons),
});
export type CountStock = z.infer<typeof CountStock>;

export const SetStockWarning = z.strictObject({
  unitId: z.uuid().nullable().default(null),
  item: z.enum(aidItems),
  below: z.int().min(0).max(10_000),
});
export type SetStockWarning = z.infer<typeof SetStockWarning>;

export const StockLine = z.object({
  item: z.enum(aidItems),
  left: z.int(),
  warnBelow: z.int().nullable(),
  low: z.boolean(),
});
export type StockLine = z.infer<typeof StockLine>;

export const StockEntry = z.object({
  id: z.uuid(),
  item: z.enum(aidItems),
  change: z.int(),
  reason: z.enum(stockReasons).nullable(),
  byCard: z.boolean(),
  by: z.string(),
  at: z.string(),
});

/** The team's contact with a person ended without another card. A later card begins it anew. */
export const EndRelation = z.strictObject({
  endingId: z.uuid(),
  personId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  reason: z.enum(relationEnds),
  endedOn: PlainDate,
});
export type EndRelation = z.infer<typeof EndRelation>;

/** Somebody not met for so long that the contact may be lost. */
export const LostLine = z.object({
  personId: z.uuid(),
  name: z.string(),
  lastContactAt: z.string(),
  days: z.int(),
});
export type LostLine = z.infer<typeof LostLine>;

/** A stored picture of a place, which its sender has brought; nobody is on it. */
export const PhotographSite = z.strictObject({ photoId: z.uuid(), siteId: z.uuid(), takenAt: Instant });
export type PhotographSite = z.infer<typeof PhotographSite>;

export const SitePhotoId = z.strictObject({ photoId: z.uuid() });
export type SitePhotoId = z.infer<typeof SitePhotoId>;

export const SitePhotoLine = z.object({ id: z.uuid(), takenAt: z.string(), by: z.string() });
export type SitePhotoLine = z.infer<typeof SitePhotoLine>;

/** A visit in the history of a site: cards made there, or a visit without any. */
export const SiteVisitLine = z.object({
  id: z.uuid(),
  visitedAt: z.string(),
  leftAt: z.string().nullable(),
  people: z.int(),
  men: z.int().nullable(),
  women: z.int().nullable(),
  children: z.int().nullable(),
  by: z.string(),
});
export type SiteVisitLine = z.infer<typeof SiteVisitLine>;

export const IncidentLine = z.object({
  id: z.uuid(),
  kind: z.enum(incidentKinds),
  happenedAt: z.string(),
  injured: z.boolean(),
  reportedTo: z.array(z.enum(reportedTo)),
  note: z.string().nullable(),
});

/** A minor met without a guardian: who was told, and how it ended; nothing about the child. */
export const MinorLine = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  siteName: z.string().nullable(),
  told: z.array(z.enum(alerted)),
  closed: z
    .object({
      told: z.array(z.object({ whom: z.enum(alerted), at: z.string().nullable() })),
      outcome: z.enum(minorOutcomes),
    })
    .nullable(),
});
export type MinorLine = z.infer<typeof MinorLine>;

export const StreetEvents = z.object({
  interventions: z.array(InterventionLine),
  incidents: z.array(IncidentLine),
  minors: z.array(MinorLine),
});
export type StreetEvents = z.infer<typeof StreetEvents>;
