import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { registersWhere } from "../registerList.ts";
import { registerMonthAccess } from "./access.ts";
import { Month, RegisterMonth } from "./contract.ts";
import { daysOfMonth } from "./rules.ts";
import { marksOfMonth, monthLockOf } from "./store.ts";

/** How many classes a unit's month had up to today, and how many of their registers are open. */
export async function openRegisters(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: string },
): Promise<{ sessions: number; open: number }> {
  const { from, to } = daysOfMonth(month);
  const { rows } = await sql<{ sessions: number; open: number }>`
    select count(*)::int as sessions, (count(*) filter (where c.session_id is null))::int as open
    from class_group g join held_session s on s.organisation_id = g.organisation_id and s.group_id = g.id
      left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
    where g.organisation_id = ${context.actor.organisationId} and g.unit_id = ${unitId}
      and s.day between ${from} and least(${to}::date, ${context.today}::date)`.execute(context.tx);
  return rows[0] ?? { sessions: 0, open: 0 };
}

/** @throws Problem not_found for a unit that is not the actor's */
async function readMonth(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: string },
): Promise<RegisterMonth> {
  const { actor, today } = context;
  const relation = { unit: actor.unitIds.includes(unitId) };
  const unit = await context.tx
    .selectFrom("unit")
    .select(["id", "name"])
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", unitId)
    .executeTakeFirst();
  if (!unit || !may(actor, registerMonthAccess["register-month.read"], relation))
    throw new Problem("not_found", "register-month.unit_not_found");
  const { from, to } = daysOfMonth(month);
  const until: PlainDate = to < today ? to : today;
  const { sessions, open } = await openRegisters(context, { unitId, month });
  const lock = await monthLockOf(context, { unitId, month });
  const corrected = lock
    ? (await marksOfMonth(context, { unitId, from, to })).filter(({ afterLock }) => afterLock)
    : [];
  return {
    unit,
    month,
    lock,
    sessions,
    closed: sessions - open,
    open:
      open === 0
        ? []
        : await registersWhere(
            context,
            sql`g.unit_id = ${unitId} and c.session_id is null and s.day between ${from} and ${until}`,
          ),
    correctedAfterLock: corrected.length,
    mayLock: may(actor, registerMonthAccess["register-month.lock"], relation),
  };
}

export const registerMonthQueries = [
  defineQuery({
    name: "register-month.read",
    method: "GET",
    path: "/units/:unitId/register-months/:month",
    summary: "A month of a unit's registers: open ones, and whether it is locked",
    input: z.strictObject({ unitId: z.uuid(), month: Month }),
    answer: RegisterMonth,
    verb: registerMonthAccess["register-month.read"],
    audit: null,
    run: readMonth,
  }),
];
