import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { parametersOn } from "../../../platform/law.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { requirePerson } from "../../casework/public.ts";
import { getPersonName, personIdsOf } from "../../person/public.ts";
import { historyAccess } from "./access.ts";
import { type WorkFacts, WorkHistory } from "./contract.ts";
import { findClashes, findGaps, statusesOn, wholeMonths, withoutWorkSince } from "./rules.ts";
import { qualificationsOf, registrationsOf, workHistoryOf } from "./stored.ts";

const codes = {
  window: "LTU_WINDOW",
  min: "LTU_MIN",
  eu: "LTU_EU",
  euUnder25: "LTU_EU_UNDER_25",
  project: "LTU_PROJECT",
} as const;

async function birthDateOf(context: WorkContext, personId: string): Promise<PlainDate | null> {
  const row = await context.tx
    .selectFrom("person")
    .select("birthDate")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row?.birthDate ?? null;
}

type LostTask = { entryId: string; dueOn: PlainDate | null; owner: string | null };

async function recoveriesOf(context: WorkContext, entryIds: readonly string[]): Promise<LostTask[]> {
  const { rows } = await sql<LostTask>`select t.source_id as entry_id, t.due_on, m.display_name as owner from task t
    left join membership m on m.organisation_id = t.organisation_id and m.account_id = t.owner_id
    where t.organisation_id = ${context.actor.organisationId} and t.source_type = 'work_history'
      and t.source_id = any (${[...entryIds]}::uuid[])
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
    order by t.id ${atMost}`.execute(context.tx);
  return rows;
}

/** The entries and what is computed from them; the caller has asked whether the reader may. */
async function compute(context: WorkContext, personId: string) {
  const { today: on } = context;
  const ids = await personIdsOf(context, personId);
  const periods = await workHistoryOf(context, personId);
  const qualifications = await qualificationsOf(context, personId);
  const registered = await registrationsOf(context, ids);
  const lawful = await parametersOn(context.tx, Object.values(codes), on);
  const number = (code: string, instead: number) => Number(lawful.get(code)?.value ?? instead);
  const statuses = statusesOn(periods, registered, on, await birthDateOf(context, ids[0] ?? personId), {
    window: number(codes.window, 24),
    min: number(codes.min, 12),
    eu: number(codes.eu, 12),
    euUnder25: number(codes.euUnder25, 6),
    project: number(codes.project, 24),
  });
  return { periods, qualifications, registered, lawful, statuses, since: withoutWorkSince(periods, on) };
}

/** What an assessment takes over, as of today. The caller has asked `work-history.read`. Source: docs/domain/forms.md F-23 */
export async function workFactsOf(context: WorkContext, personId: string): Promise<WorkFacts> {
  const { today: on } = context;
  const { periods, qualifications, statuses, since } = await compute(context, personId);
  const unemployed = statuses.find(({ rule }) => rule === "EU_MONITORING");
  return {
    on,
    periods: periods.length,
    qualifications: qualifications.length,
    unemployed: unemployed?.since ? { since: unemployed.since, months: unemployed.months ?? 0 } : null,
    sinceLastWork: since && { since, months: wholeMonths(since, on) },
  };
}

/** As `work-history.read` answers. @throws Problem not_found */
export async function historyOf(context: WorkContext, personId: string): Promise<WorkHistory> {
  const relation = await requirePerson(context, historyAccess["work-history.read"], personId);
  const { today: on } = context;
  const { periods, qualifications, registered, lawful, statuses, since } = await compute(context, personId);
  const codeOf = { LABOUR_LAW: codes.min, EU_MONITORING: codes.eu, PROJECT_RULE: codes.project };
  const lost = [
    ...periods.filter(({ certificate }) => certificate === "LOST"),
    ...qualifications.filter(({ document }) => document === "LOST"),
  ].map(({ id }) => id);
  const tasks = await recoveriesOf(context, lost);
  return {
    personId,
    personName: await getPersonName(context, personId),
    on,
    mayWrite: may(context.actor, historyAccess["work-history.write"], relation),
    periods,
    qualifications,
    registered,
    gaps: [...findGaps(periods, registered, on)],
    clashes: [...findClashes(periods, registered, on)],
    statuses: statuses.map((line) => {
      const parameter = lawful.get(codeOf[line.rule]);
      return { ...line, verified: parameter?.verified ?? false, source: parameter?.source ?? "" };
    }),
    withoutWork: periods.length === 0 ? null : { since, months: since === null ? 0 : wholeMonths(since, on) },
    lost: lost.map((entryId) => {
      const task = tasks.find((one) => one.entryId === entryId);
      return { entryId, task: task ? { dueOn: task.dueOn, owner: task.owner } : null };
    }),
  };
}

export const historyQueries = [
  defineQuery({
    name: "work-history.read",
    method: "GET",
    path: "/people/:personId/work-history",
    summary: "Work history with gaps, months without work in three ways, and documents to recover",
    input: z.strictObject({ personId: z.uuid() }),
    answer: WorkHistory,
    verb: historyAccess["work-history.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: (context, { personId }) => historyOf(context, personId),
  }),
];
