import type { CandidateSource, ProvenFact } from "../codes.ts";

/** What a column of a list can mean. `FULL_NAME`: last name first, then first names; `OTHER_NAME`: the other way round. */
export const importFields = [
  "LAST_NAME",
  "FIRST_NAME",
  "FULL_NAME",
  "OTHER_NAME",
  "PESEL",
  "BIRTH_DATE",
  "SEX",
  "EDUCATION",
  "REGISTERED_SINCE",
  "CLIENT_SINCE",
  "LABOUR_STATUS",
  "DISABILITY",
  "COMMUNE",
  "PHONE",
  "EMAIL",
  "ADDRESS",
  "REMARK",
  "APPLIED_ON",
] as const;
export type ImportField = (typeof importFields)[number];

/** Which fact of the criteria a field fills: what a sender may confirm by the list itself. */
export const factOfField = {
  BIRTH_DATE: "born",
  SEX: "sex",
  EDUCATION: "education",
  REGISTERED_SINCE: "registered",
  CLIENT_SINCE: "client",
  LABOUR_STATUS: "labour",
  DISABILITY: "disability",
  COMMUNE: "commune",
} as const satisfies Partial<Record<ImportField, string>>;

/**
 * What a sender knows first hand, so that their list is proof of it. Everything else on any list is what somebody stated.
 * Source: docs/domain/rules.md R-REC-01
 */
export const provenBySender: Readonly<Record<CandidateSource, readonly ProvenFact[]>> = {
  PUP: ["registered", "labour"],
  OPS_REGION: ["client"],
  NGO_PARTNER: [],
  SELF: [],
};

/** Fields whose words are of a closed list, so that a word nobody knows can be explained once. */
export const wordFields = ["EDUCATION", "SEX", "LABOUR_STATUS", "DISABILITY"] as const;
export type WordField = (typeof wordFields)[number];

/**
 * What is the matter with a row. A `stop` keeps the row out; a `ask` lets a person take it all the same; a `note` only says what
 * becomes of it.
 */
export const rowFaults = {
  name_missing: "stop",
  twice_in_file: "stop",
  candidate_known: "stop",
  row_known: "stop",
  outside_window: "stop",
  pesel_invalid: "ask",
  birth_other: "ask",
  like_row: "ask",
  like_candidate: "ask",
  pesel_mended: "note",
  pesel_none: "note",
  pesel_wrong_twice: "ask",
  says_nothing: "note",
  known_person: "note",
  day_unreadable: "note",
  day_in_future: "note",
  word_unknown: "note",
  commune_unreadable: "note",
  too_long: "note",
} as const;
export type RowFault = keyof typeof rowFaults;
export const rowFaultCodes = Object.keys(rowFaults) as [RowFault, ...RowFault[]]; // the keys of the table above
