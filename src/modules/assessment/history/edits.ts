import { z } from "zod";
import { mergeFields } from "../../../platform/merge.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PeriodField, QualificationField } from "./codes.ts";
import type { Qualification, RecordQualification, RecordWorkPeriod, WorkPeriod } from "./contract.ts";

type Entry = { version: number; changedIn: unknown };
const ChangedIn = z.record(z.string(), z.int());

/** Fields of a period as they are edited; an unknown day is as wide as it is known. */
function periodFieldsOf(one: WorkPeriod | RecordWorkPeriod) {
  const { form, from, to, exactness, employer, post, leaving, leavingNote, certificate, institution } = one;
  const time = { from, to, exactness };
  return { form, time, employer, post, leaving, leavingNote, certificate, institution } satisfies Record<
    PeriodField,
    unknown
  >;
}

function qualificationFieldsOf({ kind, name, year, document, institution }: Qualification | RecordQualification) {
  return { kind, name, year, document, institution } satisfies Record<QualificationField, unknown>;
}

/**
 * The entry after an edit, merged field by field with what others changed since `base`, and which version changed which field.
 * `now`: as it stands. Days must be as wide as they are known. @throws Problem conflict `record.changed` with both values
 */
export function mergePeriod(entry: Entry, base: number, now: WorkPeriod, sent: RecordWorkPeriod) {
  const { time, ...rest } = merge(entry, base, periodFieldsOf(now), periodFieldsOf(sent), sent.changed);
  const { changedIn, ...fields } = rest;
  return { content: { ...sent, ...fields, ...time }, changedIn };
}

/** As `mergePeriod`. */
export function mergeQualification(entry: Entry, base: number, now: Qualification, sent: RecordQualification) {
  const { changedIn, ...fields } = merge(
    entry,
    base,
    qualificationFieldsOf(now),
    qualificationFieldsOf(sent),
    sent.changed,
  );
  return { content: { ...sent, ...fields }, changedIn };
}

function merge<T extends object>(
  entry: Entry,
  base: number,
  current: T,
  sent: T,
  names: readonly string[] | undefined,
): T & { changedIn: string } {
  const known = ChangedIn.parse(entry.changedIn);
  const patch: Partial<T> = { ...sent };
  for (const name of Object.keys(patch) as (keyof T & string)[]) if (names && !names.includes(name)) delete patch[name]; // names of `T`
  const { changes, conflicts } = mergeFields<T>({ base, changedIn: known, current, patch });
  if (conflicts.length > 0)
    throw new Problem("conflict", "record.changed", { current: entry.version, seen: base, fields: conflicts });
  const marks = Object.fromEntries(Object.keys(changes).map((name) => [name, entry.version + 1]));
  return { ...current, ...changes, changedIn: JSON.stringify({ ...known, ...marks }) };
}
