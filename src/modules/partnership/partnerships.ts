import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  lockRow,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { OfferedPartnership, PartnershipsView, RecordPartnership } from "./contract.ts";

onConstraint("partnership_key", "conflict", "record.id_taken");
onConstraint("partnership_joining_of_member", "not_found", "partnership.not_found");

type MemberRow = { memberOrganisationId: string; validFrom: PlainDate; validUntil: PlainDate | null };

/** The members' organisations in the order given. @throws Problem invalid `partnership.unknown_organisation` | refused `partnership.member_is_us` */
async function findMembers(context: CommandContext, members: RecordPartnership["members"]): Promise<MemberRow[]> {
  if (members.length === 0) return [];
  const { rows } = await sql<{ organisationId: string; shortName: string }>`
    select organisation_id, short_name from organisations_called(${members.map((one) => one.shortName)}::text[])`.execute(
    context.tx,
  );
  const ids = new Map(rows.map((row) => [row.shortName, row.organisationId]));
  return members.map(({ shortName, validFrom, validUntil }, i) => {
    if (validUntil !== null && validUntil < validFrom)
      throw new Problem("invalid", "request.invalid", undefined, [
        { path: `payload.members.${i}.validUntil`, code: "field.ends_before_it_starts" },
      ]);
    const memberOrganisationId = ids.get(shortName);
    if (!memberOrganisationId) throw invalidAt(`payload.members.${i}.shortName`, "partnership.unknown_organisation");
    if (memberOrganisationId === context.actor.organisationId) throw new Problem("refused", "partnership.member_is_us");
    return { memberOrganisationId, validFrom, validUntil };
  });
}

/**
 * Records a partnership that we keep, or edits one; names members, who join by themselves.
 * @throws Problem invalid `partnership.unknown_organisation` | refused `partnership.member_is_us` | conflict `record.changed`
 */
export async function recordPartnership(context: CommandContext, payload: RecordPartnership): Promise<Done> {
  const { organisationId } = context.actor;
  const { partnershipId, members, endings, ...fields } = payload;
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom)
    throw new Problem("invalid", "request.invalid", undefined, [
      { path: "payload.validUntil", code: "field.ends_before_it_starts" },
    ]);
  const rows = await findMembers(context, members);
  let version = 1;
  if (context.base === undefined)
    await context.tx
      .insertInto("partnership")
      .values({ organisationId, id: partnershipId, ...fields })
      .execute();
  else {
    await lockRow(context, "partnership", partnershipId, "partnership.not_found");
    const kept = context.tx
      .selectFrom("partnership")
      .select("version")
      .where("organisationId", "=", organisationId)
      .where("id", "=", partnershipId);
    requireBase(context, (await kept.executeTakeFirstOrThrow()).version);
    await context.tx
      .updateTable("partnership")
      .set(fields)
      .where("organisationId", "=", organisationId)
      .where("id", "=", partnershipId)
      .execute();
    version = await bumpVersion(context, "partnership", partnershipId);
  }
  if (rows.length > 0)
    await context.tx
      .insertInto("partnershipMember")
      .values(rows.map((row) => ({ organisationId, partnershipId, ...row })))
      .onConflict((it) =>
        it
          .columns(["organisationId", "partnershipId", "memberOrganisationId"])
          .doUpdateSet((eb) => ({ validUntil: eb.ref("excluded.validUntil") })),
      )
      .execute();
  for (const { organisationId: member, validUntil } of endings)
    await context.tx
      .updateTable("partnershipMember")
      .set({ validUntil })
      .where("organisationId", "=", organisationId)
      .where("partnershipId", "=", partnershipId)
      .where("memberOrganisationId", "=", member)
      .execute();
  return { ids: { partnership: partnershipId }, version, about: { type: "partnership", id: partnershipId } };
}

/** Our own word that we are in a partnership that names us; nothing is shared before it. @throws Problem not_found `partnership.not_found` */
export async function joinPartnership(context: CommandContext, payload: OfferedPartnership): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { organisationId: owner, partnershipId } = payload;
  const { rows } = await sql<{ joinedAt: string | null; leftAt: string | null }>`
    select joined_at, left_at from offered_partnerships() where organisation_id = ${owner} and id = ${partnershipId}`.execute(
    context.tx,
  );
  const [offer] = rows;
  if (!offer) throw new Problem("not_found", "partnership.not_found");
  if (offer.joinedAt && !offer.leftAt) throw new Problem("refused", "partnership.already_joined");
  await sql`insert into partnership_joining (organisation_id, partnership_organisation_id, partnership_id, joined_by)
    values (${organisationId}, ${owner}, ${partnershipId}, ${accountId})
    on conflict on constraint partnership_joined_once do update set joined_at = ${context.now}, joined_by = ${accountId}, left_at = null`.execute(
    context.tx,
  );
  return { ids: { partnership: partnershipId }, about: { type: "partnership", id: partnershipId } };
}

/** From now on no share in either direction can be read. @throws Problem not_found `partnership.not_found` */
export async function leavePartnership(context: CommandContext, payload: OfferedPartnership): Promise<Done> {
  const left = await sql`update partnership_joining set left_at = ${context.now}
    where organisation_id = ${context.actor.organisationId} and partnership_organisation_id = ${payload.organisationId}
      and partnership_id = ${payload.partnershipId} and left_at is null`.execute(context.tx);
  if (left.numAffectedRows === 0n) throw new Problem("not_found", "partnership.not_found");
  return { ids: { partnership: payload.partnershipId }, about: { type: "partnership", id: payload.partnershipId } };
}

/** Partnerships that we keep, with their members, and those that others keep and name us in. */
export async function listPartnerships(context: WorkContext): Promise<PartnershipsView> {
  const { rows: own } = await sql<PartnershipsView["own"][number]>`
    select p.id, p.name, p.purpose, p.valid_from, p.valid_until, p.version,
      coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.member_organisation_id, 'name', o.name, 'validFrom', m.valid_from,
          'validUntil', m.valid_until, 'joinedAt', to_char(j.joined_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by o.name)
        from partnership_member m
        join organisation_names(array(select x.member_organisation_id from partnership_member x where x.organisation_id = p.organisation_id)) o on o.organisation_id = m.member_organisation_id
        left join partnership_joinings() j on j.partnership_id = m.partnership_id and j.member_id = m.member_organisation_id
        where m.organisation_id = p.organisation_id and m.partnership_id = p.id), '[]') as members
    from partnership p where p.organisation_id = ${context.actor.organisationId} order by p.valid_from desc, p.id ${atMost}`.execute(
    context.tx,
  );
  const { rows: offered } = await sql<
    PartnershipsView["offered"][number]
  >`select * from offered_partnerships() order by valid_from desc, id ${atMost}`.execute(context.tx);
  return {
    own,
    offered: offered.map((row) => ({
      ...row,
      joinedAt: row.joinedAt && instantOf(row.joinedAt),
      leftAt: row.leftAt && instantOf(row.leftAt),
    })),
  };
}

/** Organisations that stand in a partnership with us today, by name. */
export async function listPartners(context: WorkContext): Promise<{ id: string; name: string; shortName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; shortName: string }>`
    select organisation_id as id, name, short_name from sharing_partners() order by name ${atMost}`.execute(context.tx);
  return rows;
}
