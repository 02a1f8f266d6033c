/** What is excused here. A day off is asked for at the programme itself, whose answer is its one consent. */
export const absenceKinds = ["SICKNESS", "OTHER_EXCUSED"] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Why somebody could not come, as a class; of a sickness nothing is kept. */
export const absenceReasons = [
  "OFFICE_OR_COURT",
  "CARE_OF_CHILD",
  "CARE_OF_FAMILY",
  "FUNERAL",
  "TRANSPORT",
  "OTHER",
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export const absenceStates = ["ASKED", "ACCEPTED", "REFUSED", "TAKEN_BACK"] as const;
export type AbsenceState = (typeof absenceStates)[number];
