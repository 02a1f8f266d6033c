import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../../../platform/command.ts";
import { LANGS } from "../../../platform/messages.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { mayBeTiedTo, requireMetGroup } from "../../programme/public.ts";
import { nameInGroup } from "../nameInGroup.ts";
import { attendanceCardAccess } from "./access.ts";
import { GroupCards, IssueCards, RevokeCard } from "./contract.ts";
import { printCards } from "./print.ts";
import { cardNo } from "./store.ts";

onConstraint("attendance_card_key", "conflict", "record.id_taken");
onConstraint("attendance_card_revoked_once", "refused", "attendance-card.already_revoked");

const about = (groupId: string) => ({ about: { type: "group", id: groupId, section: "ATTENDANCE" } }) as const;

async function tell(context: CommandContext, kind: string, groupId: string, cards: number): Promise<void> {
  const subject = { type: "group", id: groupId };
  await recordEvent(context, { personId: null, kind, section: "ATTENDANCE", subject, detail: { cards } });
}

type Member = GroupCards["people"][number];

/** People of a group today whom the reader may know of, with the cards that they hold. @throws Problem not_found */
async function listCards(context: WorkContext, groupId: string): Promise<GroupCards> {
  const { actor, today } = context;
  const group = await requireMetGroup(context, attendanceCardAccess["attendance-card.list"], groupId);
  const { rows } = await sql<
    Omit<Member, "cards"> & { cards: { cardId: string; issuedOn: string }[] }
  >`select p.id as person_id, ${nameInGroup(groupId, (personId) => mayBeTiedTo(group, context, personId))} as name,
      (select coalesce(jsonb_agg(jsonb_build_object('cardId', c.id, 'issuedOn', (c.issued_at at time zone 'Europe/Warsaw')::date) order by c.issued_at, c.id), '[]')
        from valid_attendance_card c where c.organisation_id = p.organisation_id and c.person_id = any (same_person(p.id))) as cards
    from person p where p.organisation_id = ${actor.organisationId} and p.id in (select m.person_id from group_membership m
        where m.organisation_id = ${actor.organisationId} and m.group_id = ${groupId} and m.valid_from <= ${today} and coalesce(m.valid_until, ${today}) >= ${today})
      and ${mayBeTiedTo(group, context, sql.ref("p.id"))}
    order by p.last_name, p.first_name, p.person_no limit 500`.execute(context.tx);
  const { name } = await context.tx
    .selectFrom("classGroup")
    .select("name")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  return {
    groupId,
    groupName: name,
    mayIssue: true,
    people: rows.map((person) => ({
      ...person,
      cards: person.cards.map((card) => ({ ...card, no: cardNo(card.cardId) })),
    })),
  };
}

/** @throws Problem not_found | refused `attendance.not_a_member` for somebody who is not in the group today */
async function issue(context: CommandContext, { groupId, cards }: IssueCards): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { people } = await listCards(context, groupId);
  const known = new Set(people.map(({ personId }) => personId));
  refuseIf([cards.every(({ personId }) => known.has(personId)) ? null : "attendance.not_a_member"]);
  await context.tx
    .insertInto("attendanceCard")
    .values(cards.map(({ cardId, personId }) => ({ organisationId, id: cardId, personId, issuedBy: accountId })))
    .execute();
  await tell(context, "attendance-card.issued", groupId, cards.length);
  return { ids: { group: groupId }, ...about(groupId), detail: { cards: cards.length } };
}

/** @throws Problem not_found for a card of nobody in the group | refused `attendance-card.already_revoked` */
async function revoke(context: CommandContext, { groupId, cardId, reason }: RevokeCard): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const group = await requireMetGroup(context, attendanceCardAccess["attendance-card.revoke"], groupId);
  const { rows } =
    await sql`select from attendance_card c where c.organisation_id = ${organisationId} and c.id = ${cardId}
    and exists (select from group_membership m where m.organisation_id = c.organisation_id and m.group_id = ${groupId} and m.person_id = any (same_person(c.person_id)))
    and ${mayBeTiedTo(group, context, sql.ref("c.person_id"))}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "attendance-card.not_found");
  await context.tx
    .insertInto("attendanceCardRevocation")
    .values({ organisationId, cardId, reason, revokedBy: accountId })
    .execute();
  await tell(context, "attendance-card.revoked", groupId, 1);
  return { ids: { card: cardId }, ...about(groupId), detail: { reason } };
}

const OfGroup = z.strictObject({ groupId: z.uuid() });

export const cardCommands = [
  defineCommand({
    type: "attendance-card.issue",
    v: 1,
    summary: "Issues attendance cards to people of a group",
    payload: IssueCards,
    verb: attendanceCardAccess["attendance-card.issue"],
    run: issue,
  }),
  defineCommand({
    type: "attendance-card.revoke",
    v: 1,
    summary: "Revokes an attendance card",
    payload: RevokeCard,
    verb: attendanceCardAccess["attendance-card.revoke"],
    run: revoke,
  }),
];

export const cardQueries = [
  defineQuery({
    name: "attendance-card.list",
    method: "GET",
    path: "/groups/:groupId/cards",
    summary: "People of a group with their attendance cards",
    input: OfGroup,
    answer: GroupCards,
    verb: attendanceCardAccess["attendance-card.list"],
    audit: ({ groupId }) => ({ objectType: "group", objectId: groupId, section: "ATTENDANCE" }),
    run: (context, { groupId }) => listCards(context, groupId),
  }),
];

export const cardDownloads = [
  defineDownload({
    name: "attendance-card.print",
    path: "/groups/:groupId/cards/print",
    summary: "A group's valid attendance cards to cut out, and the list by which they are handed out",
    input: z.strictObject({ groupId: z.uuid(), lang: z.enum(LANGS).default("pl") }),
    verb: attendanceCardAccess["attendance-card.print"],
    audit: ({ groupId }) => ({ objectType: "group", objectId: groupId, section: "ATTENDANCE" }),
    run: async (context, { groupId, lang }) => printCards(context, await listCards(context, groupId), lang),
  }),
];
