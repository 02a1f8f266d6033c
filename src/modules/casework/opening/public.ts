import { type CommandContext, type Done, recordEvent } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { caseworkAccess } from "../access.ts";
import type { OpenCase } from "../contract.ts";
import { followRelease } from "../preRelease.ts";
import { addPersonUnit, endTasksFrom, guestSource, refuseForDead, requireColleague, requirePerson } from "../public.ts";

/**
 * Opens a case, also inside the command of a room above that admits somebody; the right to do so is asked here.
 * @throws Problem not_found | forbidden | refused `case.already_open`, `case.not_own_unit`, `case.opens_in_future`, `colleague.cannot`
 */
export async function openCase(context: CommandContext, payload: OpenCase): Promise<Done> {
  const { caseId, personId, unitId, openedOn } = payload;
  await requirePerson(context, caseworkAccess["case.open"], personId);
  await refuseForDead(context, personId);
  if (!context.actor.unitIds.includes(unitId)) throw new Problem("refused", "case.not_own_unit");
  if (openedOn > context.today) throw new Problem("refused", "case.opens_in_future");
  const { organisationId, accountId } = context.actor;
  const leaderId = payload.leaderId ?? accountId;
  await requireColleague(context, caseworkAccess["case.read"], leaderId);
  await context.tx
    .insertInto("supportCase")
    .values({ organisationId, id: caseId, personId, unitId, openedOn, leaderId })
    .execute();
  await addPersonUnit(context, personId, unitId);
  await context.tx.insertInto("openCase").values({ organisationId, personId, unitId, caseId }).execute();
  await context.tx
    .insertInto("caseMember")
    .values({ organisationId, id: uuidv7(), caseId, accountId: leaderId, part: "LEADER", validFrom: openedOn })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "case.opened",
    section: "CORE",
    subject: { type: "case", id: caseId },
    detail: { openedOn },
  });
  await endTasksFrom(context, guestSource(personId), "DONE");
  await followRelease(context, personId);
  return { ids: { case: caseId }, version: 1, about: { type: "case", id: caseId, personId } };
}
