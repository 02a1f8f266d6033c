import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { organisationAccess } from "./access.ts";
import { lockAdministration, lockMember } from "./administration.ts";
import { EndAuthorisation, RecordAuthorisation } from "./contract.ts";

onConstraint("authorisation_key", "conflict", "record.id_taken");
onConstraint("authorisation_period", "refused", "authorisation.ends_before_start");

/**
 * Records a written authorisation or pledge, with its days inclusive. Nobody records their own.
 * Source: docs/domain/rules.md R-ACC-02
 * @throws Problem not_found | refused `authorisation.own`, `authorisation.ends_before_start`
 */
async function recordAuthorisation(context: CommandContext, payload: RecordAuthorisation): Promise<Done> {
  await lockAdministration(context);
  const { authorisationId, accountId, kind, validFrom, validUntil } = payload;
  await lockMember(context, accountId);
  const { organisationId, accountId: recordedBy } = context.actor;
  refuseIf([accountId === recordedBy ? "authorisation.own" : null]);
  await context.tx
    .insertInto("authorisation")
    .values({
      organisationId,
      id: authorisationId,
      accountId,
      kind,
      scope: payload.scope,
      validFrom,
      validUntil,
      recordedBy,
    })
    .execute();
  const about = { type: "account", id: accountId };
  return { ids: { authorisation: authorisationId }, about, detail: { kind, validFrom, validUntil } };
}

/** @throws Problem not_found | refused `authorisation.own`, `authorisation.already_withdrawn`, `authorisation.ends_before_start` */
async function endAuthorisation(
  context: CommandContext,
  { authorisationId, lastDay }: EndAuthorisation,
): Promise<Done> {
  await lockAdministration(context);
  const { organisationId } = context.actor;
  const { rows } = await sql<{ accountId: string; kind: string; validFrom: PlainDate; withdrawn: boolean }>`
    select account_id, kind, valid_from, withdrawn_at is not null as withdrawn from authorisation
    where organisation_id = ${organisationId} and id = ${authorisationId}`.execute(context.tx);
  const [paper] = rows;
  if (!paper) throw new Problem("not_found", "authorisation.not_found");
  refuseIf([
    paper.accountId === context.actor.accountId ? "authorisation.own" : null,
    paper.withdrawn ? "authorisation.already_withdrawn" : null,
    lastDay !== null && lastDay < paper.validFrom ? "authorisation.ends_before_start" : null,
  ]);
  const values = lastDay === null ? { withdrawnAt: context.now } : { validUntil: lastDay };
  await context.tx
    .updateTable("authorisation")
    .set(values)
    .where("organisationId", "=", organisationId)
    .where("id", "=", authorisationId)
    .execute();
  const about = { type: "account", id: paper.accountId };
  return { ids: { authorisation: authorisationId }, about, detail: { kind: paper.kind, lastDay } };
}

const verb = organisationAccess["account.write"];
export const authorisationCommands = [
  defineCommand({
    type: "authorisation.record",
    v: 1,
    summary: "Records a written authorisation or confidentiality pledge",
    payload: RecordAuthorisation,
    verb,
    run: recordAuthorisation,
  }),
  defineCommand({
    type: "authorisation.end",
    v: 1,
    summary: "Ends an authorisation or pledge, at once or on a day",
    payload: EndAuthorisation,
    verb,
    run: endAuthorisation,
  }),
];
