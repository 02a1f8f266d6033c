import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { parameterOn } from "../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { outreachAccess } from "./access.ts";
import { findTeam, requireUnit } from "./reach.ts";
import { lastDayAlone, refuseRecordingAlone, warnPatrol } from "./rules.ts";
import { AloneLine, EndAlone, GrantAlone } from "./workContract.ts";

onConstraint("alone_permission_key", "conflict", "record.id_taken");
onConstraint("alone_permission_not_own", "refused", "alone.not_own");
onConstraint("alone_permission_period", "refused", "alone.ends_before_start");
onConstraint("alone_permission_of_colleague", "invalid", "outreach.unknown_worker", "payload.accountId");
onConstraint("alone_permission_ends_once", "refused", "alone.already_ended");

const timeZone = "Europe/Warsaw";

/** SQL over `permission` (an alias of alone_permission) and `day`: it holds on that day. Source: docs/domain/rules.md R-OUT-10 */
const holdsOn = (
  day: PlainDate,
) => sql`permission.valid_from <= ${day} and coalesce(permission.valid_to, ${day}) >= ${day}
  and not exists (select from alone_permission_ending e where e.organisation_id = permission.organisation_id
    and e.permission_id = permission.id and e.ended_on <= ${day})`;

/** Whether one worker may record contacts alone on `day`. Source: docs/domain/rules.md R-OUT-10 */
export async function mayBeAlone(context: WorkContext, accountId: string, day: PlainDate): Promise<boolean> {
  const { rows } = await sql`select 1 from alone_permission permission
    where permission.organisation_id = ${context.actor.organisationId} and permission.account_id = ${accountId} and ${holdsOn(day)} limit 1`.execute(
    context.tx,
  );
  return rows.length > 0;
}

/** What a card or a shift of these workers is marked with: the warning, unless the one worker's permission holds (R-OUT-02, R-OUT-10). */
export async function warnOfWorkers(context: WorkContext, workerIds: readonly string[], at: string) {
  const warning = warnPatrol(workerIds);
  const [only] = workerIds;
  if (!warning || !only) return null;
  return (await mayBeAlone(context, only, todayIn(at, timeZone))) ? null : warning;
}

/** Tells the coordinator that somebody works alone without permission; never blocks. Source: docs/domain/rules.md R-OUT-02 */
export async function tellOfSingleWorker(
  context: CommandContext,
  unitId: string,
  subject: { type: string; id: string },
  workerIds: readonly string[],
  at: string,
): Promise<void> {
  if (!(await warnOfWorkers(context, workerIds, at))) return;
  await recordEvent(context, {
    personId: null,
    kind: "outreach.alert",
    section: "STREET",
    subject,
    detail: { alert: "SINGLE_WORKER", unitId },
  });
}

/** @throws Problem refused `outreach.*` for each missing ground, `alone.not_own`, `alone.ends_before_start` | invalid `outreach.unknown_worker` */
async function grantAlone(context: CommandContext, given: GrantAlone): Promise<Done> {
  const { permissionId, accountId, selectedOn, trainings, validFrom, validTo } = given;
  const passed = trainings.filter(({ passedOn }) => passedOn <= context.today).map(({ part }) => part);
  const selected = selectedOn !== null && selectedOn <= context.today;
  const worker = { selected, passedTraining: passed, authorisedFrom: validFrom, authorisedTo: null };
  const refusals = refuseRecordingAlone(worker, validFrom ?? context.today);
  if (refusals[0]) throw new Problem("refused", refusals[0], { refusals });
  if (!selectedOn || !validFrom) throw new Problem("refused", "outreach.worker_not_authorised");
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("alonePermission")
    .values({
      organisationId,
      id: permissionId,
      unitId: await findTeam(context, given.unitId),
      accountId,
      selectedOn,
      trainings: JSON.stringify(trainings),
      validFrom,
      validTo,
      grantedBy: context.actor.accountId,
    })
    .execute();
  return {
    ids: { permission: permissionId },
    about: { type: "alone-permission", id: permissionId },
    detail: { accountId, validFrom, validTo },
  };
}

/** @throws Problem not_found `alone.not_found` | refused `alone.already_ended` */
async function endAlone(context: CommandContext, { permissionId, endedOn, reason }: EndAlone): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const permission = await context.tx
    .selectFrom("alonePermission")
    .select("unitId")
    .where("organisationId", "=", organisationId)
    .where("id", "=", permissionId)
    .executeTakeFirst();
  if (!permission) throw new Problem("not_found", "alone.not_found");
  requireUnit(context, outreachAccess["alone-permission.end"], permission.unitId, "alone.not_found");
  refuseIf([endedOn > addDays(context.today, 366) ? "alone.ends_too_late" : null]);
  await context.tx
    .insertInto("alonePermissionEnding")
    .values({ organisationId, permissionId, endedOn, reason, endedBy: accountId })
    .execute();
  return {
    ids: { permission: permissionId },
    about: { type: "alone-permission", id: permissionId },
    detail: { endedOn },
  };
}

type Row = { accountId: string; name: string } & {
  permission:
    | (Omit<NonNullable<AloneLine["permission"]>, "lastDay"> & { validTo: PlainDate | null; endedOn: PlainDate | null })
    | null;
};

/** Street workers of the actor's teams with their permission, the newest one. */
async function listAlone(context: WorkContext): Promise<AloneLine[]> {
  const { organisationId, unitIds } = context.actor;
  const notice = Number((await parameterOn(context.tx, "ALONE_NOTICE", context.today)).value);
  const { rows } = await sql<Row>`select m.account_id, m.display_name as name,
      (select json_build_object('id', p.id, 'selectedOn', p.selected_on, 'trainings', p.trainings, 'validFrom', p.valid_from,
          'validTo', p.valid_to, 'endedOn', e.ended_on, 'withdrawn', e.reason, 'grantedBy', g.display_name)
        from alone_permission p join membership g on g.organisation_id = p.organisation_id and g.account_id = p.granted_by
          left join alone_permission_ending e on e.organisation_id = p.organisation_id and e.permission_id = p.id
        where p.organisation_id = m.organisation_id and p.account_id = m.account_id order by p.granted_at desc, p.id desc limit 1) as permission
    from membership m
    where m.organisation_id = ${organisationId} and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}
      and exists (select from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id and u.unit_id = any (${[...unitIds]}::uuid[]))
      and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = 'OUTREACH_WORKER')
    order by m.display_name, m.account_id ${atMost}`.execute(context.tx);
  return rows.map(({ permission: found, ...worker }) => {
    if (!found) return { ...worker, permission: null, mayToday: false, endsSoon: false };
    const { validTo, endedOn, ...permission } = found;
    const lastDay = lastDayAlone(validTo, endedOn);
    const mayToday = permission.validFrom <= context.today && (lastDay === null || lastDay >= context.today);
    const endsSoon = mayToday && lastDay !== null && lastDay <= addDays(context.today, notice);
    return { ...worker, permission: { ...permission, lastDay }, mayToday, endsSoon };
  });
}

export const aloneCommands = [
  defineCommand({
    type: "alone-permission.grant",
    v: 1,
    summary: "Lets a selected, trained and authorised worker record contacts alone",
    payload: GrantAlone,
    verb: outreachAccess["alone-permission.grant"],
    run: grantAlone,
  }),
  defineCommand({
    type: "alone-permission.end",
    v: 1,
    summary: "Withdraws the permission to work alone",
    payload: EndAlone,
    verb: outreachAccess["alone-permission.end"],
    run: endAlone,
  }),
];

export const aloneQueries = [
  defineQuery({
    name: "alone-permission.list",
    method: "GET",
    path: "/outreach/alone",
    summary: "Street workers of my team and who may work alone",
    input: z.strictObject({}),
    answer: z.object({ workers: z.array(AloneLine) }),
    verb: outreachAccess["alone-permission.read"],
    audit: null,
    run: async (context) => ({ workers: await listAlone(context) }),
  }),
];
