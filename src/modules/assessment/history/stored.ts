import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { sealJson, unsealJson } from "../../../platform/keys/sealedJson.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personIdsOf } from "../../person/public.ts";
import { Qualification, WorkPeriod } from "./contract.ts";

const purpose = "assessment.history";

const PeriodTexts = z.object({
  employer: z.string(),
  post: z.string(),
  leavingNote: z.string(),
  institution: z.string(),
});
export type PeriodTexts = z.infer<typeof PeriodTexts>;
const QualificationTexts = z.object({ name: z.string(), institution: z.string() });
export type QualificationTexts = z.infer<typeof QualificationTexts>;

/** The texts of one entry as they are stored. */
export function sealTexts(context: WorkContext, recordId: string, texts: PeriodTexts | QualificationTexts): Buffer {
  return sealJson(context, purpose, recordId, texts);
}

/**
 * Periods of work of a person and of records merged into it, oldest first; withdrawn ones are left out. The caller has asked
 * whether the reader may. Source: docs/domain/forms.md F-23
 */
export async function workHistoryOf(context: WorkContext, personId: string): Promise<WorkPeriod[]> {
  const ids = await personIdsOf(context, personId);
  const { rows } = await sql<Omit<WorkPeriod, keyof PeriodTexts> & { sealed: Buffer }>`
    select id, version, form, started_on as from, ended_on as to, exactness, leaving, certificate, sealed from work_period
    where organisation_id = ${context.actor.organisationId} and person_id = any (${ids}::uuid[]) and withdrawn_at is null
    order by started_on, ended_on nulls last, id ${atMost}`.execute(context.tx);
  return rows.map(({ sealed, ...row }) =>
    WorkPeriod.parse({ ...row, ...PeriodTexts.parse(unsealJson(context, purpose, row.id, sealed)) }),
  );
}

/** Schools, courses and licences, oldest year first, those without a year last; the rest as `workHistoryOf`. */
export async function qualificationsOf(context: WorkContext, personId: string): Promise<Qualification[]> {
  const ids = await personIdsOf(context, personId);
  const { rows } = await sql<Omit<Qualification, keyof QualificationTexts> & { sealed: Buffer }>`
    select id, version, kind, year, document, sealed from qualification
    where organisation_id = ${context.actor.organisationId} and person_id = any (${ids}::uuid[]) and withdrawn_at is null
    order by year nulls last, id ${atMost}`.execute(context.tx);
  return rows.map(({ sealed, ...row }) =>
    Qualification.parse({ ...row, ...QualificationTexts.parse(unsealJson(context, purpose, row.id, sealed)) }),
  );
}

/** What a command needs of an entry; undefined also for a withdrawn one. */
export async function entryOf(
  context: WorkContext,
  table: "workPeriod" | "qualification",
  id: string,
): Promise<{ personId: string; version: number; changedIn: unknown } | undefined> {
  return context.tx
    .selectFrom(table)
    .select(["personId", "version", "changedIn"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
}

export type Registration = { id: string; from: PlainDate; to: PlainDate | null; office: string | null };

/** Registrations at the labour office as facts of the person and of merged records say, oldest first. */
export async function registrationsOf(context: WorkContext, ids: readonly string[]): Promise<Registration[]> {
  const { rows } =
    await sql<Registration>`select id, valid_from as from, valid_until as to, detail ->> 'office' as office from person_fact
    where organisation_id = ${context.actor.organisationId} and person_id = any (${[...ids]}::uuid[])
      and kind = 'PUP_REGISTRATION' and withdrawn_at is null order by valid_from, id ${atMost}`.execute(context.tx);
  return rows;
}
