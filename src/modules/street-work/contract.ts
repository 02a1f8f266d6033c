import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import {
  aidItems,
  incidentKinds,
  institutions,
  needs,
  outreachActions,
  reportedTo,
  sexes,
  siteTypes,
} from "../outreach/codes.ts";
import { InterventionLine } from "../outreach/contract.ts";
import { AGE_BANDS } from "../outreach/rules.ts";
import {
  cardLanguages,
  cardQualities,
  infoCardKinds,
  reportStates,
  reportSteps,
  trainingKinds,
  weathers,
} from "./codes.ts";

const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null);
const Named = z.object({ id: z.uuid(), name: z.string() });
/** `YYYY-MM` */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What a worker adds to what is counted (F-03). Nothing blocks a save; submitting asks for the hours. */
export const SaveWorkReport = z.strictObject({
  /** Minted once for a shift and worker; a second save of the same report carries the same id. */
  reportId: z.uuid(),
  shiftId: z.uuid(),
  actualStart: Instant.nullable().default(null),
  actualEnd: Instant.nullable().default(null),
  weather: z.enum(weathers).nullable().default(null),
  /** Whole degrees. */
  lowestCelsius: z.int().min(-60).max(60).nullable().default(null),
  institutions: z
    .array(z.strictObject({ kind: z.enum(institutions), about: text(200) }))
    .max(20)
    .default([]),
  /** Work at the desk, in hours. */
  officeHours: z.number().min(0).max(24).multipleOf(0.25).nullable().default(null),
  reflections: text(10_000),
  equipment: text(2000),
  /** 1 light to 5 very heavy. Read by its author and the supervisor alone. */
  strain: z
    .strictObject({ level: z.int().min(1).max(5), note: text(2000) })
    .nullable()
    .default(null),
  /** Told to the coordinator, who does not see the strain. */
  asksForSupervision: z.boolean().default(false),
});
export type SaveWorkReport = z.infer<typeof SaveWorkReport>;
export type SaveWorkReportInput = z.input<typeof SaveWorkReport>;

export const SubmitWorkReport = z.strictObject({ reportId: z.uuid() });
export type SubmitWorkReport = z.infer<typeof SubmitWorkReport>;

export const ReturnWorkReport = z.strictObject({ reportId: z.uuid(), reason: z.string().trim().min(1).max(1000) });
export type ReturnWorkReport = z.infer<typeof ReturnWorkReport>;

/** `seenHash`: of the counters that the coordinator saw; other ones by now are a conflict. */
export const AcceptWorkReport = z.strictObject({ reportId: z.uuid(), seenHash: z.string().length(64) });
export type AcceptWorkReport = z.infer<typeof AcceptWorkReport>;

const Aid = z.object({ item: z.enum(aidItems), quantity: z.int() });

/** What nobody counts: made of the shift's cards, visits, emergencies and accompaniment. Nobody's name is in it. */
export const Counted = z.object({
  contactsFirst: z.int(),
  contactsRepeat: z.int(),
  /** Distinct people with an alias or a name, and anonymous ones not seen before: never added up (R-OUT-05). */
  known: z.int(),
  unknown: z.int(),
  sites: z.array(
    z.object({
      siteId: z.uuid(),
      arrivedAt: z.string(),
      leftAt: z.string(),
      people: z.int(),
      men: z.int(),
      women: z.int(),
      children: z.int(),
      empty: z.boolean(),
    }),
  ),
  aid: z.array(Aid),
  referrals: z.int(),
  refusals: z.int(),
  accompaniments: z.int(),
  accompanimentHours: z.number(),
  interventions: z.int(),
  incidents: z.int(),
});
export type Counted = z.infer<typeof Counted>;

const Typed = SaveWorkReport.omit({ reportId: true, shiftId: true, strain: true });

export const WorkReportView = z.object({
  /** Null: nothing was typed yet. */
  id: z.uuid().nullable(),
  shiftId: z.uuid(),
  unit: Named,
  author: Named,
  mine: z.boolean(),
  state: z.enum(reportStates),
  version: z.int(),
  shift: z.object({
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    plannedStart: z.string().nullable(),
    plannedEnd: z.string().nullable(),
    members: z.array(Named),
    routeName: z.string().nullable(),
    lowestCelsius: z.int().nullable(),
    frostAlert: z.boolean(),
    /** Some of it lies between 22 and 6. */
    night: z.boolean(),
  }),
  typed: Typed,
  /** The author's alone; null for everybody else. */
  strain: SaveWorkReport.shape.strain.unwrap(),
  counted: Counted,
  countedHash: z.string(),
  siteNames: z.record(z.string(), z.string()),
  interventions: z.array(InterventionLine),
  incidents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(incidentKinds),
      happenedAt: z.string(),
      injured: z.boolean(),
      reportedTo: z.array(z.enum(reportedTo)),
      note: z.string().nullable(),
    }),
  ),
  /** As accepted; `counted` may have moved on since (late cards, merges). */
  frozen: z.object({ counted: Counted, hash: z.string(), at: z.string(), by: z.string() }).nullable(),
  steps: z.array(
    z.object({ step: z.enum(reportSteps), at: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
});
export type WorkReportView = z.infer<typeof WorkReportView>;

/** One worker's report of one shift in a list; `id` null: none yet. */
export const WorkReportLine = z.object({
  id: z.uuid().nullable(),
  shiftId: z.uuid(),
  author: Named,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  state: z.enum(reportStates),
  changedAt: z.string().nullable(),
  asksForSupervision: z.boolean(),
  cards: z.int(),
});
export type WorkReportLine = z.infer<typeof WorkReportLine>;

/** What the supervisor reads: how heavy the work weighs, by worker and shift. */
export const StrainLine = z.object({
  reportId: z.uuid(),
  author: Named,
  unitName: z.string(),
  on: PlainDate,
  level: z.int(),
  note: z.string().nullable(),
  asksForSupervision: z.boolean(),
});
export type StrainLine = z.infer<typeof StrainLine>;

/** Not on a month that was given out before it was counted. */
const later = z.number().nullable().default(null);
/** Rows that nothing was said for stand apart, so that a column adds up. Source: docs/domain/reporting.md §1 (3) */
export const notSaid = "NOT_SAID";
const Cards = z.object({ code: z.string(), cards: z.int() });
const Contacts = { contactsFirst: z.int(), contactsRepeat: z.int(), known: z.int(), unknown: z.int() };
export const MonthFigures = z.object({
  shifts: z.int(),
  /** Shifts of two or more. */
  pairs: z.int(),
  hours: z.number(),
  plannedHours: later,
  /** At the desk, by the work reports. */
  officeHours: later,
  ...Contacts,
  /** Cards on which a referral was named. */
  referrals: z.int(),
  /** Referrals to other organisations by the team's people: sent, answered, and those where a service started. */
  sent: later,
  answered: later,
  started: later,
  /** Identity documents that a card says are valid and the card before says were not. */
  documents: later,
  refusals: z.int(),
  accompanimentHours: z.number(),
  trainingHours: later,
  supervisionHours: later,
});
export type MonthFigures = z.infer<typeof MonthFigures>;

/** RP-13 of one team, counted. Nobody served is named in it. Source: docs/domain/reporting.md RP-13 */
export const StreetMonth = z.object({
  unit: Named,
  month: Month,
  team: MonthFigures,
  workers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      figures: MonthFigures,
      reports: z.object({ accepted: z.int(), waiting: z.int(), missing: z.int() }),
    }),
  ),
  /** By the place of the card. `shifts`: those with a card there; one shift may be in several districts. */
  areas: z.array(
    z.object({
      area: z.string(),
      contacts: z.int(),
      shifts: later,
      pairs: later,
      contactsFirst: later,
      contactsRepeat: later,
      known: z.int(),
      unknown: z.int(),
      refusals: later,
    }),
  ),
  /** `persons`: each known person by the newest card, and unknown ones, as R-OUT-05 counts them. */
  sexes: z.array(Cards.extend({ code: z.enum(sexes), persons: later })),
  ageBands: z.array(Cards.extend({ code: z.enum(AGE_BANDS), persons: later })),
  siteTypes: z.array(Cards.extend({ code: z.enum([...siteTypes, notSaid]) })),
  needs: z.array(Cards.extend({ code: z.enum([...needs, notSaid]) })),
  actions: z.array(Cards.extend({ code: z.enum(outreachActions) })),
  aid: z.array(Aid),
  events: z.object({
    interventions: z.int(),
    ambulance: z.int(),
    police: z.int(),
    incidents: z.int(),
    minors: z.int(),
  }),
  /** People newly brought into the system: a first service within `withinDays` of their first card in this month. */
  broughtIn: z.object({
    firstMet: z.int(),
    broughtIn: z.int(),
    withinDays: z.int(),
    /** Until this day (inclusive) the number may still grow; null: it is final. */
    openUntil: PlainDate.nullable(),
  }),
});
export type StreetMonth = z.infer<typeof StreetMonth>;

export const FrozenMonthLine = z.object({
  id: z.uuid(),
  versionNo: z.int(),
  correctionReason: z.string().nullable(),
  narrative: z.string().nullable(),
  contentHash: z.string(),
  frozenBy: z.string(),
  frozenAt: z.string(),
  known: z.int(),
  unknown: z.int(),
});
export type FrozenMonthLine = z.infer<typeof FrozenMonthLine>;

/** `seenHash`: of the month that the sender saw. `correctionReason`: from the second version on. `narrative`: words, never figures. */
export const FreezeMonth = z.strictObject({
  snapshotId: z.uuid(),
  unitId: z.uuid(),
  month: Month,
  seenHash: z.string().length(64),
  correctionReason: text(500),
  narrative: text(10_000),
});
export type FreezeMonth = z.infer<typeof FreezeMonth>;

/** A report of a shift that the month still waits for. */
export const OpenReport = z.object({
  shiftId: z.uuid(),
  /** Null: none was begun. */
  reportId: z.uuid().nullable(),
  name: z.string(),
  startedAt: z.string(),
  state: z.enum(reportStates),
});
export type OpenReport = z.infer<typeof OpenReport>;

/** Hours of training or supervision of a team on one day. */
export const RecordTraining = z.strictObject({
  trainingId: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(trainingKinds),
  heldOn: PlainDate,
  hours: z.number().gt(0).max(24).multipleOf(0.25),
  topic: z.string().trim().min(1).max(200),
  attendeeIds: z.array(z.uuid()).min(1).max(100),
});
export type RecordTraining = z.infer<typeof RecordTraining>;

export const WithdrawTraining = z.strictObject({
  trainingId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});
export type WithdrawTraining = z.infer<typeof WithdrawTraining>;

export const TrainingLine = z.object({
  id: z.uuid(),
  unit: Named,
  kind: z.enum(trainingKinds),
  heldOn: PlainDate,
  hours: z.number(),
  topic: z.string(),
  attendees: z.array(Named),
  by: z.string(),
  /** Why it was taken back; it is counted no more. */
  withdrawn: z.string().nullable(),
});
export type TrainingLine = z.infer<typeof TrainingLine>;

/** Draws the month's cards for review. */
export const DrawCards = z.strictObject({ unitId: z.uuid(), month: Month });
export type DrawCards = z.infer<typeof DrawCards>;

/** What a draw rests on: whoever has the seed and the cards draws the same ones. */
export const DrawRound = z.object({
  seed: z.string(),
  candidates: z.int(),
  drawnAt: z.string(),
  /** Null: the house drew by itself. */
  by: z.string().nullable(),
  /** Drawn again just now from the same cards with the same seed: the same ones. */
  repeats: z.boolean(),
});
export type DrawRound = z.infer<typeof DrawRound>;

export const ReviewCard = z.strictObject({
  contactId: z.uuid(),
  quality: z.enum(cardQualities),
  note: text(2000),
});
export type ReviewCard = z.infer<typeof ReviewCard>;

export const DrawnCard = z.object({
  contactId: z.uuid(),
  position: z.int(),
  contactAt: z.string(),
  workers: z.array(Named),
  review: z
    .object({ quality: z.enum(cardQualities), note: z.string().nullable(), by: z.string(), at: z.string() })
    .nullable(),
});
export type DrawnCard = z.infer<typeof DrawnCard>;

/** The organisation's own wording; with `base` a change of it. */
export const SaveInfoCard = z.strictObject({
  kind: z.enum(infoCardKinds),
  language: z.enum(cardLanguages),
  title: z.string().trim().min(1).max(100),
  body: z.string().trim().min(1).max(2000),
  /** The day on which somebody checked that all of it is still true. */
  checkedOn: PlainDate,
});
export type SaveInfoCard = z.infer<typeof SaveInfoCard>;

export const InfoCard = z.object({
  kind: z.enum(infoCardKinds),
  language: z.enum(cardLanguages),
  title: z.string(),
  body: z.string(),
  /** Null: the product's own wording, which nobody of the organisation has checked yet. */
  checkedOn: PlainDate.nullable(),
  /** 0: the product's own wording. */
  version: z.int(),
});
export type InfoCard = z.infer<typeof InfoCard>;
