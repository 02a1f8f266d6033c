import type { FieldName, PersonFields } from "./contract.ts";

/** Form values of a person's fields: everything typed is text, empty is "". */
export type PersonValues = {
  [F in Exclude<FieldName, NotText>]: string;
} & {
  ageEstimate: number | undefined;
  childrenCount: number | undefined;
  languages: readonly string[];
  interpreterNeeded: boolean;
  emergencyTold: boolean;
  protectedWhereabouts: boolean;
};
type NotText =
  | "ageEstimate"
  | "childrenCount"
  | "languages"
  | "interpreterNeeded"
  | "emergencyTold"
  | "protectedWhereabouts";

export const emptyPerson: PersonValues = {
  alias: "",
  firstName: "",
  middleName: "",
  lastName: "",
  previousLastNames: "",
  sex: "UNKNOWN",
  birthDate: "",
  birthDatePrecision: "DAY",
  ageEstimate: undefined,
  identifierKind: "NONE",
  otherIdNumber: "",
  otherIdCountry: "",
  noPeselReason: "",
  citizenship: "",
  residenceTitle: "",
  residenceTitleUntil: "",
  languages: [],
  interpreterNeeded: false,
  phone: "",
  email: "",
  safeToContact: "",
  safeContactNote: "",
  correspondenceAddress: "",
  registrationStatus: "UNKNOWN",
  registrationTeryt: "",
  registrationCommune: "",
  registrationAddress: "",
  maritalStatus: "",
  childrenCount: undefined,
  education: "",
  occupation: "",
  qualifications: "",
  emergencyContact: "",
  emergencyPhone: "",
  emergencyRelation: "",
  emergencyTold: false,
  protectedWhereabouts: false,
  deathDate: "",
};

const names = Object.keys(emptyPerson) as FieldName[]; // the same keys by its type

/** What a file says, as form values; what the reader does not see stays empty. */
export function valuesOf(fields: Partial<PersonFields>): PersonValues {
  const known = Object.entries(fields).map(([name, value]) => {
    if (name === "safeToContact") return [name, value === null ? "" : value ? "yes" : "no"];
    if (name === "ageEstimate" || name === "childrenCount") return [name, value ?? undefined];
    return [name, value ?? ""];
  });
  return { ...emptyPerson, ...Object.fromEntries(known) };
}

/** A form value as it goes over the wire. */
export function wireOf(name: FieldName, value: unknown): unknown {
  if (name === "safeToContact") return value === "" ? null : value === "yes";
  if (typeof value === "string") return value.trim() || null;
  return value ?? null;
}

/** Only the fields that differ from `before`, as they go over the wire. */
export function changesOf(values: PersonValues, before: PersonValues): Record<string, unknown> {
  const changed = names.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(changed.map((name) => [name, wireOf(name, values[name])]));
}

/** `payload.fields.alias` is the field `alias`. */
export const fieldPaths: Readonly<Record<string, string>> = Object.fromEntries(
  names.map((name) => [`fields.${name}`, name]),
);

/** Fields that an edit cannot give or take: rungs of the ladder have acts of their own. */
export function isOfLadder(field: FieldName, step: string): boolean {
  const names: readonly FieldName[] = ["firstName", "middleName", "lastName", "previousLastNames"];
  return (step === "ANONYMOUS" || step === "ALIAS") && names.includes(field);
}

/** Fields as questions, in the order of a conversation; `open`: shown without being asked for. */
export const fieldGroups = [
  { ask: "ask.who", open: true, fields: ["alias", "firstName", "lastName"] },
  {
    ask: "ask.body",
    open: true,
    fields: ["sex", "birthDate", "ageEstimate", "birthDatePrecision", "middleName", "previousLastNames"],
  },
  { ask: "ask.papers", open: false, fields: ["identifierKind", "noPeselReason", "otherIdNumber", "otherIdCountry"] },
  {
    ask: "ask.contact",
    open: false,
    fields: [
      "phone",
      "email",
      "safeToContact",
      "safeContactNote",
      "correspondenceAddress",
      "emergencyContact",
      "emergencyPhone",
      "emergencyRelation",
      "emergencyTold",
    ],
  },
  {
    ask: "ask.registration",
    open: false,
    fields: ["registrationStatus", "registrationCommune", "registrationTeryt", "registrationAddress"],
  },
  {
    ask: "ask.foreign",
    open: false,
    fields: ["citizenship", "residenceTitle", "residenceTitleUntil", "languages", "interpreterNeeded"],
  },
  {
    ask: "ask.life",
    open: false,
    fields: ["maritalStatus", "childrenCount", "education", "occupation", "qualifications", "deathDate"],
  },
  { ask: "ask.safety", open: false, fields: ["protectedWhereabouts"] },
] as const satisfies readonly { ask: string; open: boolean; fields: readonly FieldName[] }[];
export type FieldGroup = (typeof fieldGroups)[number];
