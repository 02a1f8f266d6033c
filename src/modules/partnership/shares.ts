import { sql } from "kysely";
import { may } from "../../platform/access.ts";
import { type CommandContext, type Done, lockRow, recordEvent, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { asMissing, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { sectionReaders } from "../casework/access.ts";
import { personIdsOf, requireStanding } from "../person/public.ts";
import { partnershipAccess } from "./access.ts";
import type { GivenShare, GiveShare, PersonId, ShareId } from "./contract.ts";
import { listPartners } from "./partnerships.ts";
import { consentFor, longestShareDays, needsConsent, refuseShare, type ShareConsent, shareState } from "./rules.ts";

onConstraint("share_key", "conflict", "record.id_taken");

/** Consents of a person, with all records merged into them, newest first. */
async function consentsOf(context: WorkContext, personId: string): Promise<ShareConsent[]> {
  const { rows } = await sql<ShareConsent>`select id, kind, recipients, withdrawn_at from consent
    where organisation_id = ${context.actor.organisationId} and person_id = any (${await personIdsOf(context, personId)}::uuid[])
    order by given_at desc, id desc`.execute(context.tx);
  return rows;
}

/**
 * Lets an organisation of a common partnership read named sections of a person's file, for a purpose and until a day.
 * Nobody gives more than they may read themselves. `onConsent`: the share must rest on a consent that names the recipient, whatever it gives.
 * @throws Problem not_found | refused `share.no_common_partnership`, `share.section_not_yours`, and as `refuseShare` says
 */
export async function giveShare(
  context: CommandContext,
  payload: GiveShare,
  { onConsent = false }: { onConsent?: boolean } = {},
): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { relation, rootId } = await requireStanding(context, partnershipAccess["share.give"], payload.personId);
  const sections = [...new Set(payload.sections)];
  const recipient = (await listPartners(context)).find((one) => one.id === payload.toOrganisationId);
  if (!recipient) throw new Problem("refused", "share.no_common_partnership");
  const person = await context.tx
    .selectFrom("person")
    .select("protectedWhereabouts")
    .where("organisationId", "=", organisationId)
    .where("id", "=", rootId)
    .executeTakeFirstOrThrow();
  const share = { ...payload, sections, onConsent };
  const consent = needsConsent(share)
    ? consentFor(await consentsOf(context, rootId), sections, payload.legalBasis, recipient)
    : undefined;
  refuseIf([
    sections.every((section) => may(context.actor, sectionReaders[section], relation))
      ? null
      : "share.section_not_yours",
    ...refuseShare(share, {
      today: context.today,
      lastDay: addDays(payload.validFrom, longestShareDays - 1),
      protectedWhereabouts: person.protectedWhereabouts,
      consented: consent !== undefined,
    }),
  ]);
  const { shareId, toOrganisationId, legalBasis, purpose, validFrom, validUntil } = payload;
  await context.tx
    .insertInto("share")
    .values({
      organisationId,
      id: shareId,
      toOrganisationId,
      personId: rootId,
      sections,
      legalBasis,
      purpose,
      validFrom,
      validUntil,
      givenBy: accountId,
      consentId: consent?.id ?? null,
    })
    .execute();
  await tellBoth(context, "share.give", { shareId, toOrganisationId });
  await recordEvent(context, {
    personId: rootId,
    kind: "share.given",
    section: "CORE",
    subject: { type: "share", id: shareId },
    detail: { validUntil, sections: sections.length },
  });
  return {
    ids: { share: shareId },
    about: { type: "share", id: shareId, personId: rootId },
    detail: { toOrganisationId, sections },
  };
}

/** The receiver's entry; it does not know our person's id. Ours is written by the runner. */
async function tellBoth(
  context: CommandContext,
  action: "share.give" | "share.withdraw",
  share: { shareId: string; toOrganisationId: string },
): Promise<void> {
  await context.auditShare(share.toOrganisationId, { action, objectId: share.shareId, personId: null });
}

/** From its commit on nothing is read under it. @throws Problem not_found `share.not_found` | refused `share.already_withdrawn` */
export async function withdrawShare(context: CommandContext, { shareId }: ShareId): Promise<Done> {
  await lockRow(context, "share", shareId, "share.not_found");
  const { organisationId } = context.actor;
  const share = await context.tx
    .selectFrom("share")
    .select(["personId", "toOrganisationId", "withdrawnAt"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", shareId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, partnershipAccess["share.withdraw"], share.personId).catch(
    asMissing("share.not_found"),
  );
  if (share.withdrawnAt) throw new Problem("refused", "share.already_withdrawn");
  await sql`update share set withdrawn_at = ${context.now} where organisation_id = ${organisationId} and id = ${shareId}`.execute(
    context.tx,
  );
  await tellBoth(context, "share.withdraw", { shareId, toOrganisationId: share.toOrganisationId });
  await recordEvent(context, {
    personId: share.personId,
    kind: "share.withdrawn",
    section: "CORE",
    subject: { type: "share", id: shareId },
  });
  return { ids: { share: shareId }, about: { type: "share", id: shareId, personId: share.personId } };
}

/** What was shared of a person of ours, newest first, also what has ended. */
export async function listGiven(context: WorkContext, { personId }: PersonId): Promise<{ shares: GivenShare[] }> {
  await requireStanding(context, partnershipAccess["share.list-given"], personId);
  const { organisationId } = context.actor;
  const { rows } = await sql<Omit<GivenShare, "state"> & { validFrom: PlainDate }>`
    with given as materialized (
      select * from share where organisation_id = ${organisationId} and person_id = any (${await personIdsOf(context, personId)}::uuid[])
      order by given_at desc, id desc limit 200)
    select s.id, o.name as to_organisation_name, s.sections, s.legal_basis, s.purpose, s.valid_from, s.valid_until, s.given_at,
      m.display_name as given_by_name, s.withdrawn_at,
      array(select distinct case when d.plan_id is null then 'CONTRACT' else 'PLAN' end from share_side d
        where d.organisation_id = s.organisation_id and d.share_id = s.id and d.ended_at is null order by 1) as side_of
    from given s
    join organisation_names(array(select to_organisation_id from given)) o on o.organisation_id = s.to_organisation_id
    left join membership m on m.organisation_id = s.organisation_id and m.account_id = s.given_by
    order by s.given_at desc, s.id desc`.execute(context.tx);
  return {
    shares: rows.map((row) => ({
      ...row,
      givenAt: instantOf(row.givenAt),
      withdrawnAt: row.withdrawnAt && instantOf(row.withdrawnAt),
      state: shareState(row, context.today),
    })),
  };
}
