import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import {
  aidItems,
  alerted,
  anonymityLevels,
  attitudes,
  cardWarnings,
  changeAreas,
  changeStages,
  companions,
  contactSources,
  directions,
  documentStates,
  durations,
  entryRules,
  hazards,
  healthObservations,
  infoTopics,
  institutions,
  interventionKinds,
  interventionOutcomes,
  needs,
  noticeWays,
  outreachActions,
  relationEnds,
  reportAnswers,
  safetyFlags,
  services,
  sexes,
  siteStates,
  siteTypes,
  stepOutcomes,
  stockReasons,
  substances,
  supports,
} from "./codes.ts";
import { AGE_BANDS } from "./rules.ts";

const codes = <const T extends readonly [string, ...string[]]>(list: T) => z.array(z.enum(list)).max(30).default([]);
const code = <const T extends readonly [string, ...string[]]>(list: T) => z.enum(list).nullable().default(null);

/** Fields of F-01 and F-02. Only the six of R-OUT-01 block a save, and the rule says so, not the shape. */
export const CardFields = z.strictObject({
  contactAt: Instant.nullable(),
  /** The device's own clock when the card was saved on it, when the sender knows it. */
  deviceAt: Instant.nullable().default(null),
  siteId: z.uuid().nullable(),
  placeText: z.string().max(200).nullable().default(null),
  /** Degrees; kept rounded to 0.001, about 100 m. */
  geo: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  workerIds: z.array(z.uuid()).max(12),
  /** By eye, as estimated. */
  sex: z.enum(sexes).nullable(),
  ageBand: z.enum(AGE_BANDS).nullable(),
  /** Only asked under 18: without a guardian there is no card (R-OUT-08). */
  guardianPresent: z.boolean().default(false),
  /** Only counted on a card about nobody known (R-OUT-05). */
  notSeenBefore: z.boolean().default(false),
  actions: z.array(z.enum(outreachActions)).max(30),
  groupSize: z.int().min(1).max(500).nullable().default(null),
  accompaniedBy: codes(companions),
  howFound: code(contactSources),
  sleepingPlace: code(siteTypes),
  homelessFor: code(durations),
  supportsUsed: codes(supports),
  needs: codes(needs),
  health: z
    .strictObject({
      observations: codes(healthObservations),
      substance: code(substances),
      note: z.string().max(2000).nullable().default(null),
    })
    .nullable()
    .default(null),
  documents: codes(documentStates),
  safetyRisks: codes(safetyFlags),
  aid: z
    .array(z.strictObject({ item: z.enum(aidItems), quantity: z.int().min(1).max(100) }))
    .max(30)
    .default([]),
  infoTopics: codes(infoTopics),
  notice: code(noticeWays),
  attitude: code(attitudes),
  /** In the person's own words. With a day it becomes a task. */
  nextStep: z
    .strictObject({ text: z.string().min(1).max(300), dueOn: PlainDate.nullable() })
    .nullable()
    .default(null),
  nextContact: z.strictObject({ on: PlainDate, siteId: z.uuid().nullable() }).nullable().default(null),
  note: z.string().max(10_000).nullable().default(null),
  /** The card that this one was prefilled from. */
  previousId: z.uuid().nullable().default(null),
  previousStepOutcome: code(stepOutcomes),
  changes: z
    .array(z.strictObject({ area: z.enum(changeAreas), direction: z.enum(directions) }))
    .max(7)
    .default([]),
  motivationStage: code(changeStages),
  identityRevealed: z.boolean().default(false),
  accompaniment: z
    .strictObject({ kind: z.string().min(1).max(100), hours: z.number().min(0).max(24) })
    .nullable()
    .default(null),
  relationEnd: code(relationEnds),
});
export type CardFields = z.infer<typeof CardFields>;

/**
 * Records a card, first or repeat. `person` null: nobody known. With an `alias` and an id that is new, the person is made
 * as an alias only; with a known id the card joins that person's history and `alias` is not read.
 */
export const RecordContact = z.strictObject({
  contactId: z.uuid(),
  /** The team; left out, it is the shift's or the sender's first. */
  unitId: z.uuid().nullable().default(null),
  shiftId: z.uuid().nullable().default(null),
  person: z
    .strictObject({ personId: z.uuid(), alias: z.string().trim().min(1).max(60).nullable().default(null) })
    .nullable(),
  card: CardFields,
  /** The report of somebody else that this meeting answers. */
  reportRef: z
    .strictObject({ notificationId: z.uuid(), outcome: z.enum(reportAnswers) })
    .nullable()
    .default(null),
});
export type RecordContact = z.infer<typeof RecordContact>;
export type RecordContactInput = z.input<typeof RecordContact>;

/** A corrected card stands beside the one it corrects; the first stays readable. */
export const CorrectContact = z.strictObject({
  correctionId: z.uuid(),
  contactId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
  card: CardFields,
  /** What no phone holds of an earlier card stays as it was: what was seen of health, changes, the note, the position. */
  keepsSealed: z.boolean().default(false),
});
export type CorrectContact = z.infer<typeof CorrectContact>;
export type CorrectContactInput = z.input<typeof CorrectContact>;

export const StartShift = z.strictObject({
  shiftId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  startedAt: Instant,
  plannedStart: Instant.nullable().default(null),
  plannedEnd: Instant.nullable().default(null),
  memberIds: z.array(z.uuid()).min(1).max(12),
  /** The planned route that is walked. */
  routeId: z.uuid().nullable().default(null),
  /** Lowest temperature between 8 and 19, whole degrees. */
  lowestCelsius: z.int().min(-60).max(60).nullable().default(null),
});
export type StartShift = z.infer<typeof StartShift>;

export const EndShift = z.strictObject({
  shiftId: z.uuid(),
  endedAt: Instant,
  reflections: z.string().max(10_000).nullable().default(null),
});
export type EndShift = z.infer<typeof EndShift>;

/** A new place, or with `base` a change of a known one. */
export const RecordSite = z.strictObject({
  siteId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  name: z.string().trim().min(1).max(100),
  siteType: z.enum(siteTypes),
  /** As exact as others may know: a district, a square. */
  area: z.string().trim().min(1).max(100),
  exact: z
    .strictObject({
      access: z.string().max(1000).nullable().default(null),
      owner: z.string().max(200).nullable().default(null),
      managerContact: z.string().max(200).nullable().default(null),
      lat: z.number().min(-90).max(90).nullable().default(null),
      lon: z.number().min(-180).max(180).nullable().default(null),
    })
    .nullable()
    .default(null),
  hazards: codes(hazards),
  entryRule: z.enum(entryRules).default("OPEN"),
  facilitiesNearby: z.string().max(500).nullable().default(null),
  status: z.enum(siteStates).default("ACTIVE"),
  visitEveryDays: z.int().min(1).max(366).nullable().default(null),
});
export type RecordSite = z.infer<typeof RecordSite>;

const { siteId, unitId: _unit, exact, ...siteFields } = RecordSite.shape;
const exactFields = exact.unwrap().unwrap().shape;
/** Only the fields that the sender changed; `base` of the envelope is the version that they saw. */
export const ChangeSite = z.strictObject({
  siteId,
  fields: z
    .strictObject({
      name: siteFields.name,
      siteType: siteFields.siteType,
      area: siteFields.area,
      hazards: siteFields.hazards.unwrap(),
      entryRule: siteFields.entryRule.unwrap(),
      facilitiesNearby: siteFields.facilitiesNearby.unwrap(),
      status: siteFields.status.unwrap(),
      visitEveryDays: siteFields.visitEveryDays.unwrap(),
      access: exactFields.access.unwrap(),
      owner: exactFields.owner.unwrap(),
      managerContact: exactFields.managerContact.unwrap(),
      position: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
    })
    .partial(),
});
export type ChangeSite = z.infer<typeof ChangeSite>;
export type SiteFields = Required<ChangeSite["fields"]>;

export const VisitSite = z.strictObject({
  visitId: z.uuid(),
  siteId: z.uuid(),
  shiftId: z.uuid().nullable().default(null),
  visitedAt: Instant,
  leftAt: Instant.nullable().default(null),
  /** 0: empty. */
  people: z.int().min(0).max(500),
  men: z.int().min(0).max(500).nullable().default(null),
  women: z.int().min(0).max(500).nullable().default(null),
  children: z.int().min(0).max(500).nullable().default(null),
});
export type VisitSite = z.infer<typeof VisitSite>;

/** `change` is added to what there is; negative for what was lost or given back, then with a reason. */
export const RecordStock = z.strictObject({
  entryId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  item: z.enum(aidItems),
  change: z
    .int()
    .min(-10_000)
    .max(10_000)
    .refine((change) => change !== 0, "stock.no_change"),
  reason: z.enum(stockReasons).nullable().default(null),
});
export type RecordStock = z.infer<typeof RecordStock>;

export const RecordMinorAlert = z.strictObject({
  alertId: z.uuid(),
  unitId: z.uuid().nullable().default(null),
  siteId: z.uuid().nullable().default(null),
  /** Who has been told so far. */
  told: z.array(z.enum(alerted)).max(3),
});
export type RecordMinorAlert = z.infer<typeof RecordMinorAlert>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** A card as its team reads it. */
export const ContactView = z.object({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  anonymity: z.enum(anonymityLevels),
  kind: z.enum(["FIRST", "REPEAT"]),
  /** How many cards of this person up to this one; 1 for nobody known. */
  contactNo: z.int(),
  daysSinceLast: z.int().nullable(),
  receivedAt: z.string(),
  recordedBy: z.string(),
  unitId: z.uuid(),
  shiftId: z.uuid().nullable(),
  siteName: z.string().nullable(),
  area: z.string().nullable(),
  /** The person's whereabouts are protected and the reader is not named. */
  placeHidden: z.boolean(),
  workers: z.array(Named),
  /** The reader recorded it or was there. */
  own: z.boolean(),
  warnings: z.array(z.enum(cardWarnings)),
  /** What F-01 asks for and is not there, as names of fields. */
  missing: z.array(z.string()),
  /** The card that this one corrects, and why. */
  corrects: z.object({ id: z.uuid(), reason: z.string() }).nullable(),
  /** The card that stands for this one now. */
  correctedBy: z.uuid().nullable(),
  card: CardFields.omit({ deviceAt: true, guardianPresent: true }).extend({ deviceAt: z.string().nullable() }),
});
export type ContactView = z.infer<typeof ContactView>;

/** A line of the person's history. `team` is null for a reader who gets the summary only. */
export const ContactLine = z.object({
  id: z.uuid(),
  contactAt: z.string(),
  kind: z.enum(["FIRST", "REPEAT"]),
  area: z.string().nullable(),
  relationEnd: z.enum(relationEnds).nullable(),
  team: z
    .object({
      siteName: z.string().nullable(),
      placeText: z.string().nullable(),
      placeHidden: z.boolean(),
      workers: z.array(z.string()),
      actions: z.array(z.enum(outreachActions)),
      needs: z.array(z.enum(needs)),
      nextStep: z.object({ text: z.string(), dueOn: PlainDate.nullable() }).nullable(),
      previousStepOutcome: z.enum(stepOutcomes).nullable(),
      corrected: z.boolean(),
    })
    .nullable(),
});
export type ContactLine = z.infer<typeof ContactLine>;

/** Somebody the team meets in the street. */
export const StreetPerson = z.object({
  personId: z.uuid(),
  personNo: z.int(),
  name: z.string(),
  sex: z.enum(sexes),
  ageBand: z.enum(AGE_BANDS).nullable(),
  area: z.string().nullable(),
  siteName: z.string().nullable(),
  placeHidden: z.boolean(),
  lastContactAt: z.string().nullable(),
  lastContactId: z.uuid().nullable(),
  contacts: z.int(),
  nextStep: z.object({ text: z.string(), dueOn: PlainDate.nullable() }).nullable(),
  nextContactOn: PlainDate.nullable(),
});
export type StreetPerson = z.infer<typeof StreetPerson>;

export const Counts = z.object({
  contactsFirst: z.int(),
  contactsRepeat: z.int(),
  known: z.int(),
  unknown: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const SiteLine = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  name: z.string(),
  siteType: z.enum(siteTypes),
  area: z.string(),
  hazards: z.array(z.enum(hazards)),
  entryRule: z.enum(entryRules),
  status: z.enum(siteStates),
  facilitiesNearby: z.string().nullable(),
  visitEveryDays: z.int().nullable(),
  lastVisitAt: z.string().nullable(),
  /** Null: no rhythm is set, or nobody stays there any more. */
  dueOn: PlainDate.nullable(),
  exact: RecordSite.shape.exact.unwrap(),
  version: z.int(),
});
export type SiteLine = z.infer<typeof SiteLine>;

export const ShiftView = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  startedAt: z.string(),
  plannedEnd: z.string().nullable(),
  members: z.array(Named),
  lowestCelsius: z.int().nullable(),
  /** The planned route that is walked. */
  routeId: z.uuid().nullable(),
  frost: z.array(
    z.enum(["EXTRA_SITES_DAILY", "EMERGENCY_PLACES_VISIBLE", "LONGER_HOURS", "SOBRIETY_EXCEPTION_PER_STAY"]),
  ),
  counts: Counts,
});
export type ShiftView = z.infer<typeof ShiftView>;

/** Going with somebody, agreed and not yet done; `plannedAt` an instant. */
export const PlannedAssistance = z.object({
  id: z.uuid(),
  plannedAt: z.string(),
  institution: z.enum(institutions),
  place: z.string().nullable(),
  purpose: z.string().nullable(),
});
export type PlannedAssistance = z.infer<typeof PlannedAssistance>;

export const Tonight = z.object({
  shift: ShiftView.nullable(),
  units: z.array(Named),
  colleagues: z.array(Named),
  due: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      area: z.string().nullable(),
      siteName: z.string().nullable(),
      nextStep: z.string().nullable(),
      dueOn: PlainDate,
      /** Somebody is to go with the person somewhere. */
      planned: PlannedAssistance.nullable(),
    }),
  ),
  sites: z.array(SiteLine),
  alerts: z.array(
    z.object({
      id: z.uuid(),
      alert: z.enum(["MINOR_WITHOUT_GUARDIAN", "SINGLE_WORKER", "INTERVENTION", "INCIDENT"]),
      at: z.string(),
      by: z.string(),
      siteName: z.string().nullable(),
      told: z.array(z.enum(alerted)),
    }),
  ),
  stock: z.array(z.object({ item: z.enum(aidItems), left: z.int() })),
});
export type Tonight = z.infer<typeof Tonight>;

/** An emergency, as the team reads it. */
export const InterventionLine = z.object({
  id: z.uuid(),
  kind: z.enum(interventionKinds),
  services: z.array(z.enum(services)),
  calledAt: z.string(),
  arrivedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  outcome: z.enum(interventionOutcomes),
  siteName: z.string().nullable(),
  placeText: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
});
export type InterventionLine = z.infer<typeof InterventionLine>;
