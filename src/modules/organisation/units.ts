import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, lockRow, requireBase } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { CloseUnit, RecordUnit, RequireSecondFactor } from "./contract.ts";

type Unit = { version: number; closedOn: string | null };

async function findUnit(context: CommandContext, unitId: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`select version, closed_on from unit
    where organisation_id = ${context.actor.organisationId} and id = ${unitId} for update`.execute(context.tx);
  return rows[0];
}

/** Makes a unit, or changes its name and kind. @throws Problem conflict | refused `unit.closed` */
async function recordUnit(context: CommandContext, { unitId, name, kind }: RecordUnit): Promise<Done> {
  const { organisationId } = context.actor;
  const unit = await findUnit(context, unitId);
  const about = { type: "unit", id: unitId };
  if (!unit) {
    await context.tx.insertInto("unit").values({ organisationId, id: unitId, name, kind }).execute();
    return { ids: { unit: unitId }, version: 1, about };
  }
  requireBase(context, unit.version);
  if (unit.closedOn) throw new Problem("refused", "unit.closed");
  const version = unit.version + 1;
  await sql`update unit set name = ${name}, kind = ${kind}, version = ${version} where organisation_id = ${organisationId} and id = ${unitId}`.execute(
    context.tx,
  );
  return { ids: { unit: unitId }, version, about };
}

/** Closes a unit nobody works in any more. @throws Problem not_found | refused `unit.closed`, `unit.has_people` */
async function closeUnit(context: CommandContext, { unitId, closedOn }: CloseUnit): Promise<Done> {
  await lockRow(context, "unit", unitId, "unit.not_found");
  const unit = await findUnit(context, unitId);
  if (unit?.closedOn) throw new Problem("refused", "unit.closed");
  const { organisationId } = context.actor;
  const { rows } = await sql`select 1 from membership_unit u
      join membership m on m.organisation_id = u.organisation_id and m.account_id = u.account_id
    where u.organisation_id = ${organisationId} and u.unit_id = ${unitId} and m.ended_at is null
      and coalesce(m.valid_until, ${closedOn}) >= ${closedOn} limit 1`.execute(context.tx);
  if (rows.length > 0) throw new Problem("refused", "unit.has_people");
  await sql`update unit set closed_on = ${closedOn}, version = version + 1 where organisation_id = ${organisationId} and id = ${unitId}`.execute(
    context.tx,
  );
  return { ids: { unit: unitId }, about: { type: "unit", id: unitId }, detail: { closedOn } };
}

/** Which roles must have a second factor; who lacks it may only make one, from the next request on. */
async function requireSecondFactor(context: CommandContext, { roles }: RequireSecondFactor): Promise<Done> {
  const { organisationId } = context.actor;
  const wanted = [...new Set(roles)].sort();
  await sql`update organisation set second_factor_roles = ${wanted}::text[] where id = ${organisationId}`.execute(
    context.tx,
  );
  return {
    ids: { organisation: organisationId },
    about: { type: "organisation", id: organisationId },
    detail: { roles: wanted },
  };
}

const verb = organisationAccess["unit.write"];
export const unitCommands = [
  defineCommand({
    type: "unit.record",
    v: 1,
    summary: "Makes or changes a unit",
    payload: RecordUnit,
    verb,
    run: recordUnit,
  }),
  defineCommand({ type: "unit.close", v: 1, summary: "Closes a unit", payload: CloseUnit, verb, run: closeUnit }),
  defineCommand({
    type: "organisation.require-second-factor",
    v: 1,
    summary: "Says which roles must have a second factor",
    payload: RequireSecondFactor,
    verb,
    run: requireSecondFactor,
  }),
];
