import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { ConsentLine, PersonId, RecordConsent, WithdrawConsent } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";
import { refuseConsent } from "./rules.ts";

onConstraint("consent_key", "conflict", "record.id_taken");

/** Source: docs/domain/forms.md F-00a; rules.md R-GDPR-06. @throws Problem refused `consent.oral_only_for_notice`, `consent.recipients_missing` */
async function recordConsent(context: CommandContext, payload: RecordConsent): Promise<Done> {
  const { consentId, personId, ...consent } = payload;
  await requireStanding(context, personAccess["consent.record"], personId);
  refuseIf([refuseConsent(consent)]);
  if (consent.givenAt > context.now && Date.parse(consent.givenAt) > Date.parse(context.now))
    throw new Problem("invalid", "request.invalid", undefined, [
      { path: "payload.givenAt", code: "person.day_in_future" },
    ]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consent")
    .values({ organisationId, id: consentId, personId, ...consent, recordedBy: accountId })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "consent.recorded",
    section: "CORE",
    subject: { type: "consent", id: consentId },
    detail: { kind: consent.kind, channel: consent.channel },
  });
  return { ids: { consent: consentId }, about: { type: "consent", id: consentId, personId, section: "CORE" } };
}

/** From now on nothing more is done under it. @throws Problem refused `consent.already_withdrawn` */
async function withdrawConsent(context: CommandContext, { consentId, effect }: WithdrawConsent): Promise<Done> {
  await lockRow(context, "consent", consentId, "person.not_found");
  const { personId } = await context.tx
    .selectFrom("consent")
    .select("personId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", consentId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess["consent.withdraw"], personId);
  const changed = await context.tx
    .updateTable("consent")
    .set({ withdrawnAt: context.occurredAt, effect })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", consentId)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem("refused", "consent.already_withdrawn");
  await recordEvent(context, {
    personId,
    kind: "consent.withdrawn",
    section: "CORE",
    subject: { type: "consent", id: consentId },
  });
  return { ids: { consent: consentId }, about: { type: "consent", id: consentId, personId, section: "CORE" } };
}

async function listConsents(context: WorkContext, { personId }: PersonId): Promise<{ consents: ConsentLine[] }> {
  await requireStanding(context, personAccess["consent.list"], personId);
  const { rows } =
    await sql<ConsentLine>`select id, kind, purpose, recipients, text_version, given_at, channel, withdrawn_at, effect
    from consent where organisation_id = ${context.actor.organisationId} and person_id = any (${await personIdsOf(context, personId)}::uuid[])
    order by given_at desc, id desc limit 200`.execute(context.tx);
  const consents = rows.map((row) => ({
    ...row,
    givenAt: instantOf(row.givenAt),
    withdrawnAt: row.withdrawnAt && instantOf(row.withdrawnAt),
  }));
  return { consents };
}

export const consentCommands = [
  defineCommand({
    type: "consent.record",
    v: 1,
    summary: "Records a consent or that the notice was given, and how",
    payload: RecordConsent,
    verb: personAccess["consent.record"],
    run: recordConsent,
  }),
  defineCommand({
    type: "consent.withdraw",
    v: 1,
    summary: "Records that a consent was withdrawn, with the effect",
    payload: WithdrawConsent,
    verb: personAccess["consent.withdraw"],
    run: withdrawConsent,
  }),
];

export const consentQueries = [
  defineQuery({
    name: "consent.list",
    method: "GET",
    path: "/people/:personId/consents",
    summary: "Consents and notices of a person",
    input: PersonId,
    answer: z.object({ consents: z.array(ConsentLine) }),
    verb: personAccess["consent.list"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: listConsents,
  }),
];
