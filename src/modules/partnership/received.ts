import { sql } from "kysely";
import { may, type Relation } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, lockRow, recordEvent, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { asMissing, onConstraint, Problem } from "../../platform/problem.ts";
import { sectionReaders } from "../casework/access.ts";
import { findRelation, requirePerson } from "../casework/public.ts";
import { getPersonName, getPersonNames, personIdsOf } from "../person/public.ts";
import { partnershipAccess } from "./access.ts";
import { type ShareableSection, shareableSections } from "./codes.ts";
import type {
  AcceptShare,
  LinkId,
  ReadHistory,
  ReadSharedTimeline,
  ReceivedShare,
  SharedLine,
  SharedPerson,
  SharedTimeline,
  ShareId,
} from "./contract.ts";

onConstraint("person_link_key", "conflict", "record.id_taken");
onConstraint("person_link_once", "refused", "share.already_accepted");

const linesOnPage = 100;
const noId = "00000000-0000-0000-0000-000000000000";

type OpenShare = Omit<ReceivedShare, "linkId" | "ownPersonId" | "ownPersonName"> & {
  organisationId: string;
  /** As the giver knows the person; never answered. */
  personId: string;
  rootId: string;
};

/** A share to us that holds at this moment. @throws Problem not_found `share.not_found` for any other, whether or not there is one */
export async function requireOpenShare(context: WorkContext, shareId: string): Promise<OpenShare> {
  const { rows } = await sql<OpenShare>`select * from open_share(${shareId})`.execute(context.tx);
  const [share] = rows;
  if (!share) throw new Problem("not_found", "share.not_found");
  return { ...share, givenAt: instantOf(share.givenAt) };
}

/** The sections that the actor would read of an own person who stands to them so. Source: docs/domain/rules.md R-ACC-01 */
export function readableFor(context: WorkContext, relation: Relation): ShareableSection[] {
  return shareableSections.filter((section) => may(context.actor, sectionReaders[section], relation));
}

/** The tie that holds between a shared person and one of ours. */
function findLink(context: WorkContext, share: OpenShare): Promise<{ id: string; personId: string } | undefined> {
  return context.tx
    .selectFrom("personLink")
    .select(["id", "personId"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("otherOrganisationId", "=", share.organisationId)
    .where("otherPersonId", "=", share.rootId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
}

/** What the actor may read of a share: like of a person of an own unit; what needs the team, once the person is tied to one of ours. */
async function readableOf(context: WorkContext, share: OpenShare): Promise<ShareableSection[]> {
  const link = await findLink(context, share);
  const relation = link && (await findRelation(context, link.personId));
  return readableFor(context, { unit: true, team: relation?.team === true });
}

/** What a share gives that the actor may read. */
export async function sectionsOf(context: WorkContext, share: OpenShare): Promise<ShareableSection[]> {
  return (await readableOf(context, share)).filter((section) => share.sections.includes(section));
}

/** The sections that the actor may read of a share to us. @throws Problem not_found `share.not_found` where it does not hold */
export async function sectionsReadable(context: WorkContext, shareId: string): Promise<ShareableSection[]> {
  return readableOf(context, await requireOpenShare(context, shareId));
}

type Core = NonNullable<SharedPerson["core"]>;
const coreOf = async (context: WorkContext, shareId: string): Promise<Core | undefined> =>
  (await sql<Core>`select * from shared_core(${shareId})`.execute(context.tx)).rows[0];

/**
 * Who a share is about and for what, as far as the actor may read it; `personId` is of ours, where the person is tied. For a room that
 * tells the giver of this reading itself. @throws Problem not_found `share.not_found` where the share does not hold
 */
export async function readSharedName(
  context: WorkContext,
  shareId: string,
): Promise<{ purpose: string; personId: string | undefined; name: string | null; birthDate: string | null }> {
  const share = await requireOpenShare(context, shareId);
  const core = (await sectionsOf(context, share)).includes("CORE") ? await coreOf(context, shareId) : undefined;
  const name = core && ([core.firstName, core.lastName].filter(Boolean).join(" ") || core.alias);
  return {
    purpose: share.purpose,
    personId: (await findLink(context, share))?.personId,
    name: name ?? null,
    birthDate: core?.birthDate ?? null,
  };
}

/** The giver's entry of our reading. */
export async function tellGiver(
  context: WorkContext,
  action: `share.${string}`,
  share: { organisationId: string; id: string; personId: string },
): Promise<void> {
  await context.auditShare(share.organisationId, { action, objectId: share.id, personId: share.personId });
}

const terms = ({ sections, legalBasis, purpose, validFrom, validUntil, givenAt }: OpenShare) => ({
  sections,
  legalBasis,
  purpose,
  validFrom,
  validUntil,
  givenAt,
});

/** Shares to us that hold today, newest first; without saying of whom, but for those we have tied to a person of ours. */
export async function listReceived(context: WorkContext): Promise<{ shares: ReceivedShare[] }> {
  const { rows } = await sql<OpenShare & { linkId: string | null; ownPersonId: string | null }>`
    select s.*, l.id as link_id, l.person_id as own_person_id from open_shares() s
    left join person_link l on l.organisation_id = ${context.actor.organisationId} and l.other_organisation_id = s.organisation_id
      and l.other_person_id = s.root_id and l.ended_at is null
    order by s.given_at desc, s.id desc ${atMost}`.execute(context.tx);
  const names = await getPersonNames(
    context,
    rows.flatMap((row) => row.ownPersonId ?? []),
  );
  return {
    shares: rows.map((row) => ({
      ...terms(row),
      givenAt: instantOf(row.givenAt),
      id: row.id,
      origin: row.origin,
      linkId: row.linkId,
      ownPersonId: row.ownPersonId,
      ownPersonName: (row.ownPersonId && names.get(row.ownPersonId)) ?? null,
    })),
  };
}

/** What a share shows of the person at this moment. Both organisations get an audit entry. */
export async function readSharedPerson(context: WorkContext, { shareId }: ShareId): Promise<SharedPerson> {
  const share = await requireOpenShare(context, shareId);
  const readable = await readableOf(context, share);
  const gives = (section: ShareableSection) => share.sections.includes(section) && readable.includes(section);
  const core = gives("CORE") ? await coreOf(context, shareId) : undefined;
  const social = gives("SOCIAL")
    ? (
        await sql<NonNullable<SharedPerson["social"]>[number]>`select * from shared_social(${shareId})`.execute(
          context.tx,
        )
      ).rows
    : null;
  const street = gives("STREET")
    ? (
        await sql<{ contactsIn90Days: number; lastContactAt: string | null }>`
          select contacts_in_90_days as "contactsIn90Days", last_contact_at from shared_street(${shareId})`.execute(
          context.tx,
        )
      ).rows[0]
    : undefined;
  await tellGiver(context, "share.read-person", share);
  const link = await findLink(context, share);
  return {
    shareId: share.id,
    origin: share.origin,
    ...terms(share),
    tie: link
      ? { linkId: link.id, personId: link.personId, personName: await getPersonName(context, link.personId) }
      : null,
    core: core ?? null,
    social,
    street: street ? { ...street, lastContactAt: street.lastContactAt && instantOf(street.lastContactAt) } : null,
  };
}

type LineRow = Omit<SharedLine, "shareId" | "origin">;

/** What happened to the shared person, in the sections shared, newest first. Both organisations get an audit entry. */
export async function readSharedTimeline(
  context: WorkContext,
  { shareId, before, beforeId }: ReadSharedTimeline,
): Promise<SharedTimeline> {
  const share = await requireOpenShare(context, shareId);
  const readable = await readableOf(context, share);
  const { rows } = await sql<LineRow>`select * from shared_timeline(${shareId}, ${readable}::text[],
    ${before ?? "infinity"}::timestamptz, ${beforeId ?? noId}::uuid, ${linesOnPage + 1})`.execute(context.tx);
  await tellGiver(context, "share.read-timeline", share);
  const lines = rows
    .slice(0, linesOnPage)
    .map((row) => ({ ...row, occurredAt: instantOf(row.occurredAt), shareId, origin: share.origin }));
  return { lines, more: rows.length > linesOnPage };
}

/**
 * What open shares bring to the history of a person of ours, marked with its origin, newest first. Together with the own
 * timeline it is the one history.
 */
export async function readHistory(
  context: WorkContext,
  { personId, before, beforeId }: ReadHistory,
): Promise<SharedTimeline> {
  const relation = await requirePerson(context, partnershipAccess["share.read-history"], personId);
  const { rows } = await sql<
    LineRow & { shareOrganisationId: string; sharePersonId: string; shareId: string; origin: string }
  >`
    select * from shared_history(${await personIdsOf(context, personId)}::uuid[], ${readableFor(context, relation)}::text[],
      ${before ?? "infinity"}::timestamptz, ${beforeId ?? noId}::uuid, ${linesOnPage + 1})`.execute(context.tx);
  const used = new Map(rows.map((row) => [row.shareId, row]));
  for (const row of used.values())
    await tellGiver(context, "share.read-history", {
      organisationId: row.shareOrganisationId,
      id: row.shareId,
      personId: row.sharePersonId,
    });
  const lines = rows.slice(0, linesOnPage).map((row) => ({ ...row, occurredAt: instantOf(row.occurredAt) }));
  return { lines, more: rows.length > linesOnPage };
}

/** Ties a shared person to one of ours. @throws Problem not_found `share.not_found`, `person.not_found` | refused `share.already_accepted` */
export async function acceptShare(context: CommandContext, { linkId, shareId, personId }: AcceptShare): Promise<Done> {
  const share = await requireOpenShare(context, shareId);
  await requirePerson(context, partnershipAccess["share.accept"], personId);
  await context.tx
    .insertInto("personLink")
    .values({
      organisationId: context.actor.organisationId,
      id: linkId,
      personId,
      otherOrganisationId: share.organisationId,
      otherPersonId: share.rootId,
      acceptedAt: context.now,
    })
    .execute();
  await tellGiver(context, "share.accept", share);
  await recordEvent(context, {
    personId,
    kind: "share.accepted",
    section: "CORE",
    subject: { type: "share", id: shareId },
  });
  return { ids: { link: linkId }, about: { type: "share", id: shareId, personId } };
}

/** Undoes a tie that was wrong. @throws Problem not_found `share.link_not_found` | refused `share.link_ended` */
export async function untieShare(context: CommandContext, { linkId }: LinkId): Promise<Done> {
  await lockRow(context, "person_link", linkId, "share.link_not_found");
  const { organisationId } = context.actor;
  const link = await context.tx
    .selectFrom("personLink")
    .select(["personId", "endedAt"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", linkId)
    .executeTakeFirstOrThrow();
  await requirePerson(context, partnershipAccess["share.accept"], link.personId).catch(
    asMissing("share.link_not_found"),
  );
  if (link.endedAt) throw new Problem("refused", "share.link_ended");
  await sql`update person_link set ended_at = ${context.now} where organisation_id = ${organisationId} and id = ${linkId}`.execute(
    context.tx,
  );
  await recordEvent(context, {
    personId: link.personId,
    kind: "share.untied",
    section: "CORE",
    subject: { type: "person_link", id: linkId },
  });
  return { ids: { link: linkId }, about: { type: "person_link", id: linkId, personId: link.personId } };
}
