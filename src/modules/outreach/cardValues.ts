import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { AidItem, aidItems, reportAnswers } from "./codes.ts";
import type { CardFields, ContactView, RecordContactInput } from "./contract.ts";
import { dayAndTimeOf, instantOfForm } from "./field/dayAndTime.ts";
import { emptyCardFields } from "./field/held.ts";
import { EMERGENCY_SIGNS, minorEvent, refuseCard } from "./rules.ts";

type ReportAnswer = (typeof reportAnswers)[number];
type ListField = "actions" | "needs" | "safetyRisks" | "infoTopics" | "supportsUsed" | "documents" | "accompaniedBy";
type Coded = { [K in ListField]: readonly CardFields[K][number][] };
type Health = NonNullable<CardFields["health"]>;
type Change = CardFields["changes"][number];

/** The form of a card: everything a string, a list or a number, `""` for what is not said. */
export type CardValues = Coded & {
  /** Minted with the form, so that a draft that was brought back is the same card. */
  contactId: string;
  /** Who comes to be by the alias of this card. */
  newPersonId: string;
  personId: string;
  alias: string;
  /** A name that the person told, and that they know it is written down. */
  firstName: string;
  lastName: string;
  personKnows: boolean;
  notSeenBefore: boolean;
  /** The report of somebody else that the card answers, and how it ended. */
  reportId: string;
  reportAnswer: ReportAnswer | "";
  siteId: string;
  placeText: string;
  /** Where the phone was, to about 100 m; only by a press. */
  geo: CardFields["geo"];
  day: string;
  time: string;
  workerIds: readonly string[];
  sex: NonNullable<CardFields["sex"]> | "";
  ageBand: NonNullable<CardFields["ageBand"]> | "";
  guardianPresent: boolean;
  aid: Partial<Record<AidItem, number>>;
  observations: readonly Health["observations"][number][];
  substance: NonNullable<Health["substance"]> | "";
  healthNote: string;
  nextStep: string;
  stepDueOn: string;
  nextContactOn: string;
  notice: NonNullable<CardFields["notice"]> | "";
  attitude: NonNullable<CardFields["attitude"]> | "";
  howFound: NonNullable<CardFields["howFound"]> | "";
  sleepingPlace: NonNullable<CardFields["sleepingPlace"]> | "";
  homelessFor: NonNullable<CardFields["homelessFor"]> | "";
  groupSize: number | undefined;
  note: string;
  previousId: string;
  previousStepOutcome: NonNullable<CardFields["previousStepOutcome"]> | "";
  changes: Partial<Record<Change["area"], Change["direction"]>>;
  motivationStage: NonNullable<CardFields["motivationStage"]> | "";
  relationEnd: NonNullable<CardFields["relationEnd"]> | "";
};

/** An empty card of this minute, with the talk already ticked. `nowIso` by the server's clock. */
export function emptyCard(nowIso: string, workerIds: readonly string[], siteId: string): CardValues {
  return {
    contactId: uuidv7(),
    newPersonId: uuidv7(),
    personId: "",
    alias: "",
    firstName: "",
    lastName: "",
    personKnows: false,
    notSeenBefore: false,
    reportId: "",
    reportAnswer: "",
    siteId,
    placeText: "",
    geo: null,
    ...dayAndTimeOf(nowIso),
    workerIds,
    sex: "",
    ageBand: "",
    guardianPresent: false,
    actions: ["CONVERSATION"],
    needs: [],
    aid: {},
    observations: [],
    substance: "",
    healthNote: "",
    safetyRisks: [],
    nextStep: "",
    stepDueOn: "",
    nextContactOn: "",
    infoTopics: [],
    notice: "",
    attitude: "",
    howFound: "",
    sleepingPlace: "",
    homelessFor: "",
    supportsUsed: [],
    documents: [],
    accompaniedBy: [],
    groupSize: undefined,
    note: "",
    previousId: "",
    previousStepOutcome: "",
    changes: {},
    motivationStage: "",
    relationEnd: "",
  };
}

/** What a repeat card takes over from the last one (F-02): what lasts, never what was done or seen that night. */
export function repeatCard(fresh: CardValues, last: ContactView): CardValues {
  const { card } = last;
  return {
    ...fresh,
    personId: last.personId ?? "",
    siteId: fresh.siteId || (card.siteId ?? ""),
    placeText: fresh.siteId || card.siteId ? "" : (card.placeText ?? ""),
    sex: card.sex ?? "",
    ageBand: card.ageBand ?? "",
    needs: card.needs,
    sleepingPlace: card.sleepingPlace ?? "",
    homelessFor: card.homelessFor ?? "",
    supportsUsed: card.supportsUsed,
    documents: card.documents,
    accompaniedBy: card.accompaniedBy,
    howFound: "PATROL",
    motivationStage: card.motivationStage ?? "",
    previousId: last.id,
  };
}

/** A card in the form again, to be corrected or mended. `madeAt` stands where the card has no time of its own. */
export function valuesOf(view: {
  personId: string | null;
  receivedAt: string;
  card: Omit<ContactView["card"], "deviceAt">;
}): CardValues {
  const { card } = view;
  const base = emptyCard(card.contactAt ?? view.receivedAt, card.workerIds, card.siteId ?? "");
  return {
    ...base,
    personId: view.personId ?? "",
    notSeenBefore: card.notSeenBefore,
    placeText: card.placeText ?? "",
    geo: card.geo,
    sex: card.sex ?? "",
    ageBand: card.ageBand ?? "",
    guardianPresent: card.ageBand === "UNDER_18",
    actions: card.actions,
    needs: card.needs,
    aid: Object.fromEntries(card.aid.map(({ item, quantity }) => [item, quantity])),
    observations: card.health?.observations ?? [],
    substance: card.health?.substance ?? "",
    healthNote: card.health?.note ?? "",
    safetyRisks: card.safetyRisks,
    nextStep: card.nextStep?.text ?? "",
    stepDueOn: card.nextStep?.dueOn ?? "",
    nextContactOn: card.nextContact?.on ?? "",
    infoTopics: card.infoTopics,
    notice: card.notice ?? "",
    attitude: card.attitude ?? "",
    howFound: card.howFound ?? "",
    sleepingPlace: card.sleepingPlace ?? "",
    homelessFor: card.homelessFor ?? "",
    supportsUsed: card.supportsUsed,
    documents: card.documents,
    accompaniedBy: card.accompaniedBy,
    groupSize: card.groupSize ?? undefined,
    note: card.note ?? "",
    previousId: card.previousId ?? "",
    previousStepOutcome: card.previousStepOutcome ?? "",
    changes: Object.fromEntries(card.changes.map(({ area, direction }) => [area, direction])),
    motivationStage: card.motivationStage ?? "",
    relationEnd: card.relationEnd ?? "",
  };
}

/** A card that was refused, in the form again: the same record, sent as a new command. */
export function mendedValues(sent: RecordContactInput): CardValues {
  const { person, contactId } = sent;
  const card = { ...emptyCardFields, geo: null, health: null, note: null, ...sent.card };
  const health = card.health && { observations: [], substance: null, note: null, ...card.health };
  const base = valuesOf({
    personId: person?.alias ? null : (person?.personId ?? null),
    receivedAt: card.contactAt ?? "",
    card: { ...card, health } as Omit<ContactView["card"], "deviceAt">, // what is said twice is said by the sender
  });
  return {
    ...base,
    contactId,
    newPersonId: person?.alias ? person.personId : base.newPersonId,
    alias: person?.alias ?? "",
    reportId: sent.reportRef?.notificationId ?? "",
    reportAnswer: sent.reportRef?.outcome ?? "",
    guardianPresent: sent.card.guardianPresent ?? false,
  };
}

const listOf = <K extends string, V>(record: Partial<Record<K, V>>): [K, V][] =>
  Object.entries(record).filter((entry): entry is [K, V] => entry[1] !== undefined);

/** The card as it goes over the wire; `kept` are fields the form does not show. */
export function cardOf(values: CardValues, kept: Partial<RecordContactInput["card"]> = {}): RecordContactInput["card"] {
  const { observations, substance, healthNote } = values;
  const observed = observations.length > 0 || substance || healthNote.trim();
  return {
    ...kept,
    contactAt: instantOfForm(values),
    siteId: values.siteId || null,
    placeText: values.placeText.trim() || null,
    geo: values.geo,
    workerIds: [...values.workerIds],
    sex: values.sex || null,
    ageBand: values.ageBand || null,
    guardianPresent: values.guardianPresent,
    notSeenBefore: !values.personId && !aliasOf(values) && values.notSeenBefore,
    actions: [...values.actions],
    groupSize: values.groupSize ?? null,
    accompaniedBy: [...values.accompaniedBy],
    howFound: values.howFound || null,
    sleepingPlace: values.sleepingPlace || null,
    homelessFor: values.homelessFor || null,
    supportsUsed: [...values.supportsUsed],
    needs: [...values.needs],
    health: observed
      ? { observations: [...observations], substance: substance || null, note: healthNote.trim() || null }
      : null,
    documents: [...values.documents],
    safetyRisks: [...values.safetyRisks],
    aid: listOf<(typeof aidItems)[number], number>(values.aid).map(([item, quantity]) => ({ item, quantity })),
    infoTopics: [...values.infoTopics],
    notice: values.notice || null,
    attitude: values.attitude || null,
    nextStep: values.nextStep.trim()
      ? { text: values.nextStep.trim(), dueOn: (values.stepDueOn || null) as PlainDate | null } // the day field gives whole days only
      : null,
    nextContact: values.nextContactOn ? { on: values.nextContactOn as PlainDate, siteId: values.siteId || null } : null,
    note: values.note.trim() || null,
    previousId: values.previousId || null,
    previousStepOutcome: values.previousStepOutcome || null,
    ...(identifyOf(values) ? { identityRevealed: true } : {}),
    changes: listOf<Change["area"], Change["direction"]>(values.changes).map(([area, direction]) => ({
      area,
      direction,
    })),
    motivationStage: values.motivationStage || null,
    relationEnd: values.relationEnd || null,
  };
}

/** What the street calls somebody new: the alias, else the name that they told. */
const aliasOf = ({ alias, firstName, lastName }: CardValues): string =>
  alias.trim() || firstName.trim() || lastName.trim();

/** The command of a new card; a typed alias becomes a new person, a known one joins the history. */
export function recordOf(values: CardValues, shiftId: string | null): RecordContactInput {
  const alias = aliasOf(values);
  const person = values.personId
    ? { personId: values.personId }
    : alias
      ? { personId: values.newPersonId, alias }
      : null;
  const { reportId, reportAnswer } = values;
  const reportRef = reportId && reportAnswer ? { notificationId: reportId, outcome: reportAnswer } : null;
  return { contactId: values.contactId, shiftId, person, card: cardOf(values), reportRef };
}

/** A name told in the street, joined to the person of the card after it; null when none was told or nobody knows whose. */
export function identifyOf(values: CardValues): {
  personId: string;
  firstName?: string;
  lastName?: string;
  personKnows: boolean;
} | null {
  const [firstName, lastName] = [values.firstName.trim(), values.lastName.trim()];
  const personId = values.personId || (aliasOf(values) && values.newPersonId);
  if (!personId || (!firstName && !lastName)) return null;
  return {
    personId,
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    personKnows: values.personKnows,
  };
}

/** Fields of the form by the paths that the server names. */
export const cardPaths: Readonly<Record<string, string>> = Object.fromEntries([
  ["person.alias", "alias"],
  ["card.contactAt", "time"],
  ["card.nextStep.text", "nextStep"],
  ["card.nextStep.dueOn", "stepDueOn"],
  ["card.nextContact.on", "nextContactOn"],
  ["card.health.note", "healthNote"],
  ...["siteId", "placeText", "workerIds", "sex", "ageBand", "actions", "note", "groupSize"].map((name) => [
    `card.${name}`,
    name,
  ]),
]);

const fieldOf: Readonly<Record<string, string>> = {
  "outreach.time_missing": "time",
  "outreach.place_missing": "siteId",
  "outreach.worker_missing": "workerIds",
  "outreach.sex_missing": "sex",
  "outreach.age_band_missing": "ageBand",
  "outreach.actions_missing": "actions",
};

/** The room's refusals before sending, each at its field (R-OUT-01, R-OUT-08). */
export function checkCard(values: CardValues): { path: string; code: string }[] {
  if (values.ageBand && minorEvent(values.ageBand, values.guardianPresent))
    return [{ path: "ageBand", code: "contact.minor" }];
  const card = {
    contactAt: instantOfForm(values),
    siteId: values.siteId || null,
    placeText: values.placeText,
    workerIds: values.workerIds,
    sex: values.sex || null,
    ageBand: values.ageBand || null,
    actions: values.actions,
  };
  const unanswered = values.reportId && !values.reportAnswer;
  const told = values.firstName.trim() || values.lastName.trim();
  return [
    ...refuseCard(card).map((code) => ({ path: fieldOf[code] ?? "siteId", code })),
    ...(unanswered ? [{ path: "reportAnswer", code: "field.required" }] : []),
    ...(told && !values.personKnows ? [{ path: "personKnows", code: "name.knows_missing" }] : []),
  ];
}

const signOf: Partial<Record<Health["observations"][number], (typeof EMERGENCY_SIGNS)[number]>> = {
  HYPOTHERMIA: "HYPOTHERMIA",
  SELF_HARM_SIGNS: "SUICIDE_THREAT",
  SEIZURE: "UNCONSCIOUS",
};

/** Signs of R-OUT-06 among what was seen. */
export function emergencySigns(observations: CardValues["observations"]): string[] {
  return observations.flatMap((seen) => signOf[seen] ?? []);
}
