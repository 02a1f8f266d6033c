import { uuidv7 } from "../../../platform/uuid.ts";
import { type AidItem, aidItems } from "../codes.ts";
import type { CardFields, StreetPerson } from "../contract.ts";
import type { RecordGroupInput } from "../workContract.ts";

type Sex = NonNullable<CardFields["sex"]>;
type AgeBand = NonNullable<CardFields["ageBand"]>;

/** One of the people at a soup point; ids are minted with the row, so that a draft stays the same people. */
export type GroupRow = {
  contactId: string;
  personId: string;
  isKnown: boolean;
  alias: string;
  sex: Sex;
  ageBand: AgeBand;
  notSeenBefore: boolean;
};

export type GroupValues = {
  siteId: string;
  placeText: string;
  at: string;
  workerIds: readonly string[];
  actions: readonly CardFields["actions"][number][];
  aid: Partial<Record<AidItem, number>>;
  notice: NonNullable<CardFields["notice"]> | "";
  rows: readonly GroupRow[];
};

/** A group begins with food and talk, an item each. */
export const emptyGroup = (nowIso: string, workerIds: readonly string[]): GroupValues => ({
  siteId: "",
  placeText: "",
  at: nowIso,
  workerIds,
  actions: ["CONVERSATION", "IN_KIND_AID"],
  aid: { SOUP: 1 },
  notice: "",
  rows: [],
});

export const unknownRow = (sex: Sex): GroupRow => ({
  contactId: uuidv7(),
  personId: uuidv7(),
  isKnown: false,
  alias: "",
  sex,
  ageBand: "UNKNOWN",
  notSeenBefore: false,
});

export const aliasRow = (alias: string): GroupRow => ({ ...unknownRow("UNKNOWN"), alias });

export const knownRow = (person: StreetPerson): GroupRow => ({
  ...unknownRow(person.sex),
  personId: person.personId,
  isKnown: true,
  alias: person.name,
  ageBand: person.ageBand ?? "UNKNOWN",
});

/** The command of a group; the place, the workers and what everybody got stand in it once. */
export function groupOf(values: GroupValues, shiftId: string | null): RecordGroupInput {
  const aid = aidItems.flatMap((item) => (values.aid[item] ? [{ item, quantity: values.aid[item] }] : []));
  return {
    shiftId,
    card: {
      contactAt: values.at,
      siteId: values.siteId || null,
      placeText: values.siteId ? null : values.placeText.trim() || null,
      workerIds: [...values.workerIds],
      actions: [...values.actions],
      aid: values.actions.includes("IN_KIND_AID") ? aid : [],
      notice: values.notice || null,
      howFound: "PATROL",
    },
    rows: values.rows.map(({ contactId, personId, isKnown, alias, sex, ageBand, notSeenBefore }) => ({
      contactId,
      person: isKnown ? { personId } : alias.trim() ? { personId, alias: alias.trim() } : null,
      sex,
      ageBand,
      notSeenBefore: !isKnown && !alias.trim() && notSeenBefore,
    })),
  };
}

export function checkGroup(values: GroupValues): { path: string; code: string }[] {
  return [
    ...(values.siteId || values.placeText.trim() ? [] : [{ path: "siteId", code: "outreach.place_missing" }]),
    ...(values.workerIds.length > 0 ? [] : [{ path: "workerIds", code: "outreach.worker_missing" }]),
    ...(values.actions.length > 0 ? [] : [{ path: "actions", code: "outreach.actions_missing" }]),
    ...(values.rows.length > 0 ? [] : [{ path: "rows", code: "group.nobody" }]),
  ];
}

/** A refused group in the form again. */
export function sentGroup(sent: RecordGroupInput, nowIso: string): GroupValues {
  const { card, rows } = sent;
  return {
    ...emptyGroup(card.contactAt ?? nowIso, card.workerIds),
    siteId: card.siteId ?? "",
    placeText: card.placeText ?? "",
    actions: card.actions,
    aid: Object.fromEntries((card.aid ?? []).map(({ item, quantity }) => [item, quantity])),
    notice: card.notice ?? "",
    rows: rows.map((row) => ({
      ...unknownRow(row.sex ?? "UNKNOWN"),
      contactId: row.contactId,
      ...(row.person ? { personId: row.person.personId } : {}),
      isKnown: row.person !== null && !row.person.alias,
      alias: row.person?.alias ?? "",
      ageBand: row.ageBand ?? "UNKNOWN",
      notSeenBefore: row.notSeenBefore ?? false,
    })),
  };
}
