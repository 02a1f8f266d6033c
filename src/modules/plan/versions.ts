import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { canonicalJson } from "../../platform/documents/canonicalJson.ts";
import { endOtherEditions } from "../../platform/signatures/editions.ts";
import { paperSubject } from "../../platform/signatures/papers.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { dropSignatureTask } from "../casework/public.ts";
import { PlanSnapshot, type PlanVersionView } from "./contract.ts";
import { describe, findPlan, open, purposes, readGoals, readTasks, seal } from "./store.ts";

/** Keeps description, goals and tasks as they stand now; the plan is locked. Answers the number, from 1. */
export async function makeVersion(context: CommandContext, planId: string, reason?: string): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const last = await context.tx
    .selectFrom("planVersion")
    .select((it) => it.fn.max("no").as("no"))
    .where("organisationId", "=", organisationId)
    .where("planId", "=", planId)
    .executeTakeFirst();
  const no = (last?.no ?? 0) + 1;
  const content = await snapshotOf(context, planId);
  const sealed = seal(context, purposes.version, `${planId}/${no}`, reason ? { ...content, reason } : content);
  await context.tx
    .insertInto("planVersion")
    .values({ organisationId, planId, no, sealed, madeBy: accountId, madeOn: context.today })
    .execute();
  await endSignedWords(context, planId, content);
  return no;
}

/** Description, goals and tasks as they stand now. */
export async function snapshotOf(context: WorkContext, planId: string): Promise<PlanSnapshot> {
  const plan = await findPlan(context, planId);
  return PlanSnapshot.parse({
    description: plan && describe(context, plan),
    goals: await readGoals(context, planId),
    tasks: await readTasks(context, planId),
  });
}

/** What is under the signatures of a programme. Source: docs/domain/rules.md R-DOC-02 */
export const wordsOf = (content: PlanSnapshot): string => canonicalJson(content);

/** Signatures under other words than those that hold now count no more, and stay. */
export async function endSignedWords(context: CommandContext, planId: string, content: PlanSnapshot): Promise<void> {
  if (await endOtherEditions(context, paperSubject("plan", planId), wordsOf(content)))
    await dropSignatureTask(context, planId);
}

/** The plan has ended, and its annexes with it: nobody is awaited under any of them. */
export async function dropSignatureTasks(context: CommandContext, planId: string): Promise<void> {
  const annexes = await context.tx
    .selectFrom("planAnnex")
    .select("id")
    .where("organisationId", "=", context.actor.organisationId)
    .where("planId", "=", planId)
    .execute();
  for (const id of [planId, ...annexes.map((annex) => annex.id)]) await dropSignatureTask(context, id); // two annexes at most
}

/** All versions, oldest first. */
export async function readVersions(context: WorkContext, planId: string): Promise<PlanVersionView[]> {
  const { rows } = await sql<{ no: number; madeOn: PlainDate; madeBy: string; sealed: Buffer }>`
    select v.no, v.made_on, coalesce(m.display_name, '–') as made_by, v.sealed from plan_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.plan_id = ${planId} order by v.no`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...version }) => ({
    ...version,
    content: PlanSnapshot.parse(open(context, purposes.version, `${planId}/${version.no}`, sealed)),
  }));
}
