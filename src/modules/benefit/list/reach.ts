import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { Problem } from "../../../platform/problem.ts";
import { type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** The first day of a month as acts and addresses name it. */
export const firstDay = (month: string): PlainDate => plainDate(`${month}-01`);
export const monthOf = (day: PlainDate): string => day.slice(0, 7);

/** The name of a unit whose lists the actor may reach with `verb`. @throws Problem not_found `benefit.not_found` */
export async function requireUnit({ tx, actor }: WorkContext, verb: Verb, unitId: string): Promise<string> {
  const unit = await tx
    .selectFrom("unit")
    .select("name")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", unitId)
    .executeTakeFirst();
  if (!unit) throw new Problem("not_found", "benefit.not_found");
  requireReach(actor, verb, { unit: actor.unitIds.includes(unitId) }, "benefit.not_found");
  return unit.name;
}

/** Lists of one unit wait for each other: months are approved in their order and a correction is settled once. */
export const lockUnit = (context: WorkContext, unitId: string): Promise<void> =>
  oneAtATime(context.tx, "benefit lists", unitId);

/** Whose a participation in this unit is. @throws Problem not_found `benefit.not_found` */
export async function requireParticipation(
  { tx, actor }: WorkContext,
  { ipzsId, unitId }: { ipzsId: string; unitId: string },
): Promise<{ personId: string }> {
  const { rows } = await sql<{ personId: string }>`select i.person_id from ipzs i
    join support_case k on k.organisation_id = i.organisation_id and k.id = i.case_id and k.unit_id = ${unitId}
    where i.organisation_id = ${actor.organisationId} and i.id = ${ipzsId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "benefit.not_found");
  return row;
}
