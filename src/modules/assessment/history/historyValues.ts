import {
  type DocumentState,
  type Exactness,
  type Leaving,
  type PeriodField,
  periodFields,
  type QualificationField,
  type QualificationKind,
  qualificationFields,
  type WorkForm,
} from "./codes.ts";
import type { Qualification, WorkPeriod } from "./contract.ts";

/** The form of a period; days as typed: `2015-03-10`, `2015-03` or `2015`, `""` for a period that goes on. */
export type PeriodValues = {
  form: WorkForm | "";
  from: string;
  to: string;
  employer: string;
  post: string;
  leaving: Leaving | "";
  leavingNote: string;
  certificate: DocumentState | "";
  institution: string;
};

const shown: Record<Exactness, number> = { DAY: 10, MONTH: 7, YEAR: 4 };
/** A day, as much of it as is known. */
export function asKnown(day: string, exactness: Exactness): string {
  return day.slice(0, shown[exactness]);
}

export function periodValues(one?: WorkPeriod): PeriodValues {
  return {
    form: one?.form ?? "",
    from: one ? asKnown(one.from, one.exactness) : "",
    to: one?.to ? asKnown(one.to, one.exactness) : "",
    employer: one?.employer ?? "",
    post: one?.post ?? "",
    leaving: one?.leaving ?? "",
    leavingNote: one?.leavingNote ?? "",
    certificate: one?.certificate ?? "",
    institution: one?.institution ?? "",
  };
}

/** What goes over the wire; of two days the one that is known less says how exact both are. */
export function periodPayload(periodId: string, personId: string, values: PeriodValues) {
  const lengths = [values.from, values.to].filter((text) => text !== "").map((text) => text.length);
  const least = Math.min(10, ...lengths);
  const exactness: Exactness = least === 4 ? "YEAR" : least === 7 ? "MONTH" : "DAY";
  return {
    periodId,
    personId,
    form: values.form,
    from: whole(values.from),
    to: values.to === "" ? null : whole(values.to),
    exactness,
    employer: values.employer.trim(),
    post: values.post.trim(),
    leaving: values.leaving || null,
    leavingNote: values.leavingNote.trim(),
    certificate: values.certificate || "UNKNOWN",
    institution: values.institution.trim(),
  };
}

/** What of an edit differs from what was seen; nothing for a new entry. */
export function changedPeriod(before: PeriodValues | undefined, now: PeriodValues): { changed?: PeriodField[] } {
  if (!before) return {};
  const differs = (field: PeriodField) =>
    field === "time" ? before.from !== now.from || before.to !== now.to : before[field] !== now[field];
  return { changed: periodFields.filter(differs) };
}

export function changedQualification(
  before: QualificationValues | undefined,
  now: QualificationValues,
): { changed?: QualificationField[] } {
  return before ? { changed: qualificationFields.filter((field) => before[field] !== now[field]) } : {};
}

function whole(text: string): string {
  return text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
}

export type QualificationValues = {
  kind: QualificationKind | "";
  name: string;
  year: number | undefined;
  document: DocumentState | "";
  institution: string;
};

export function qualificationValues(one?: Qualification): QualificationValues {
  return {
    kind: one?.kind ?? "",
    name: one?.name ?? "",
    year: one?.year ?? undefined,
    document: one?.document ?? "",
    institution: one?.institution ?? "",
  };
}

export function qualificationPayload(qualificationId: string, personId: string, values: QualificationValues) {
  return {
    qualificationId,
    personId,
    kind: values.kind,
    name: values.name.trim(),
    year: values.year ?? null,
    document: values.document || "UNKNOWN",
    institution: values.institution.trim(),
  };
}
