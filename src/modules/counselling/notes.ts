import { sql } from "kysely";
import { may, type Reach, type Relation, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  recordEvent,
  type Section,
  type WorkContext,
} from "../../platform/command.ts";
import { openAuthorKey, ownAuthorKey } from "../../platform/keys/authorKeys.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation, notesToOpen } from "../casework/public.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import { counsellingAccess, topicReaders } from "./access.ts";
import type { CounsellingKind } from "./codes.ts";
import { SharedPart, type TalkContent, type TalkLine, WriteTalk } from "./noteContract.ts";
import { isLawyersSecret, minutesOf, refuseNote, topicGroupOf } from "./rules.ts";

onConstraint("counselling_note_key", "conflict", "record.id_taken");
onConstraint("counselling_note_mended_once", "refused", "counselling.mended_already");
onConstraint("counselling_note_of_booking", "not_found", "booking.not_found");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** Purposes of the keys: the shared part under the organisation's or (a lawyer's) the author's key, the content under the author's. */
const purposes = { shared: "counselling.shared", content: "counselling.content" } as const;

const sections = {
  general: "SOCIAL",
  psychological: "PSYCHOLOGICAL",
  addiction: "ADDICTION",
} as const satisfies Record<string, Section>;

/**
 * How a person stands to the actor; who has a talk booked with somebody is in their team for it.
 * @throws Problem not_found `person.not_found`
 */
async function requireTalkWith(context: WorkContext, verb: Verb, personId: string): Promise<Relation> {
  const relation = await findRelation(context, personId);
  if (!relation) throw new Problem("not_found", "person.not_found");
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql`select from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    where b.organisation_id = ${organisationId} and b.person_id = any (same_person(${personId})) and d.consultant_id = ${accountId} and b.day <= ${context.today}
      and not exists (select from booking_ending e where e.organisation_id = b.organisation_id and e.booking_id = b.id) limit 1`.execute(
      context.tx,
    );
  const whole = rows.length > 0 ? { ...relation, unit: true, team: true } : relation;
  requireReach(context.actor, verb, whole, "person.not_found");
  return whole;
}

/** The booking is one of the author's, and of this person. @throws Problem not_found `booking.not_found` */
async function requireOwnBooking(context: CommandContext, bookingId: string, personId: string | null): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql`select from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    where b.organisation_id = ${organisationId} and b.id = ${bookingId} and d.consultant_id = ${accountId}
      and (b.person_id is null or b.person_id = any (same_person(${personId}::uuid)))`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "booking.not_found");
}

/** @throws Problem not_found `person.not_found`, `booking.not_found`, `counselling.not_found` | refused `counselling.*` */
async function writeTalk(context: CommandContext, payload: WriteTalk): Promise<Done> {
  const { talkNoteId: id, personId, bookingId, mendsId, topic, agreements, referral, content, ...fields } = payload;
  const { organisationId, accountId, roles } = context.actor;
  if (personId) await requireTalkWith(context, counsellingAccess["counselling.write-note"], personId);
  if (bookingId) await requireOwnBooking(context, bookingId, personId);
  refuseIf([refuseNote(payload, context.now)]);
  if (mendsId) {
    const mended = await context.tx
      .selectFrom("counsellingNote")
      .select("personId")
      .where("organisationId", "=", organisationId)
      .where("id", "=", mendsId)
      .where("authorId", "=", accountId)
      .executeTakeFirst();
    if (!mended) throw new Problem("not_found", "counselling.not_found");
  }
  const { id: keyId, ring } = await ownAuthorKey(context);
  const secret = isLawyersSecret(payload.kind, roles);
  const shared: SharedPart = { topic, agreements, referral };
  const seal = (keys: typeof ring, purpose: string, text: string) =>
    Buffer.from(keys.encryptFor(organisationId, purpose, Buffer.from(text), id));
  await context.tx
    .insertInto("counsellingNote")
    .values({
      organisationId,
      id,
      personId,
      bookingId,
      mendsId,
      ...fields,
      authorId: accountId,
      secret,
      keyId,
      sharedSealed: seal(secret ? ring : context.keys, purposes.shared, JSON.stringify(shared)),
      contentSealed: content === null ? null : seal(ring, purposes.content, content),
    })
    .execute();
  if (personId && !mendsId)
    await recordEvent(context, {
      personId,
      kind: "talk.noted",
      section: sections[topicGroupOf(payload.kind)],
      subject: { type: "counselling_note", id },
      detail: { kind: payload.kind, day: payload.day },
    });
  return {
    ids: { note: id },
    about: { type: "counselling_note", id, personId },
    detail: { kind: payload.kind, day: payload.day },
  };
}

/** A note as stored. */
export type StoredTalk = {
  talkNoteId: string;
  personId: string | null;
  kind: CounsellingKind;
  channel: TalkLine["channel"];
  day: PlainDate;
  startsAt: string;
  endsAt: string;
  authorId: string;
  author: string;
  nextOn: PlainDate | null;
  confirmation: TalkLine["confirmation"];
  secret: boolean;
  keyId: string;
  sharedSealed: Buffer;
  opens: boolean;
  mended: boolean;
};

/** Columns of a stored note `n` with its author `m`. */
export const storedTalk = (
  context: WorkContext,
) => sql`n.id as talk_note_id, n.person_id, n.kind, n.channel, n.day, to_char(n.starts_at, 'HH24:MI') as starts_at,
  to_char(n.ends_at, 'HH24:MI') as ends_at, n.author_id, m.display_name as author, n.next_on, n.confirmation, n.secret, n.key_id, n.shared_sealed,
  ${notesToOpen(context)} as opens,
  exists (select from counselling_note x where x.organisation_id = n.organisation_id and x.mends_id = n.id) as mended`;

/** The shared part, for who may read it; null when the author's key was destroyed. */
async function openShared(
  context: WorkContext,
  { talkNoteId, secret, keyId, sharedSealed }: StoredTalk,
): Promise<SharedPart | null> {
  const ring = secret ? await openAuthorKey(context, keyId) : context.keys;
  if (!ring) return null;
  const text = Buffer.from(
    ring.decryptFor(context.actor.organisationId, purposes.shared, sharedSealed, talkNoteId),
  ).toString("utf8");
  return SharedPart.parse(JSON.parse(text));
}

/** A note as its reader may know it. */
export async function talkLine(context: WorkContext, note: StoredTalk, relation: Relation): Promise<TalkLine> {
  const { talkNoteId, kind, channel, day, startsAt, endsAt, author, nextOn, confirmation, opens, mended } = note;
  const reads = opens || (!note.secret && may(context.actor, topicReaders[topicGroupOf(kind)], relation));
  return {
    talkNoteId,
    kind,
    channel,
    day,
    minutes: minutesOf(endsAt) - minutesOf(startsAt),
    author,
    shared: reads ? await openShared(context, note) : null,
    nextOn,
    confirmation,
    opens,
    mended,
  };
}

/**
 * Talks of a person that the reader may know of, the newest first: a kind whose column the role does not have is not there.
 * Of somebody in hiding, where and when they come to talk is for those on the list. @throws Problem not_found `person.not_found`
 */
export async function listTalks(context: WorkContext, personId: string): Promise<{ notes: TalkLine[] }> {
  const relation = await requireTalkWith(context, counsellingAccess["counselling.list-notes"], personId);
  if (await areWhereaboutsHidden(context, personId)) return { notes: [] };
  const { rows } = await sql<StoredTalk>`select ${storedTalk(context)} from counselling_note n
    join membership m on m.organisation_id = n.organisation_id and m.account_id = n.author_id
    where n.organisation_id = ${context.actor.organisationId} and n.person_id = any (same_person(${personId}))
    order by n.day desc, n.starts_at desc, n.id ${atMost}`.execute(context.tx);
  const known = rows.filter(
    ({ opens, kind }) => opens || may(context.actor, topicReaders[topicGroupOf(kind)], relation),
  );
  const notes: TalkLine[] = [];
  for (const note of known) notes.push(await talkLine(context, note, relation));
  return { notes };
}

/** The content for its author, or for a substitute, while the person is in reach. @throws Problem not_found for everybody else | refused `counselling.key_destroyed` */
export async function readTalk(context: WorkContext, talkNoteId: string): Promise<TalkContent> {
  const { organisationId } = context.actor;
  const { rows } = await sql<
    StoredTalk & { contentSealed: Buffer | null }
  >`select ${storedTalk(context)}, n.content_sealed from counselling_note n
    join membership m on m.organisation_id = n.organisation_id and m.account_id = n.author_id
    where n.organisation_id = ${organisationId} and n.id = ${talkNoteId} and ${notesToOpen(context)}`.execute(
    context.tx,
  );
  const [note] = rows;
  if (!note) throw new Problem("not_found", "counselling.not_found");
  const { personId, keyId, contentSealed } = note;
  if (personId) await requireTalkWith(context, counsellingAccess["counselling.read-note"], personId);
  const ring = await openAuthorKey(context, keyId);
  const shared = await openShared(context, note);
  if (!ring || !shared) throw new Problem("refused", "counselling.key_destroyed");
  const text =
    contentSealed &&
    Buffer.from(ring.decryptFor(organisationId, purposes.content, contentSealed, talkNoteId)).toString("utf8");
  return { talkNoteId, personId, text, shared };
}

export const noteCommands = [
  defineCommand({
    type: "counselling.write-note",
    v: 1,
    summary: "Writes the note of a talk: what the team may read, and the content under its author's own key",
    payload: WriteTalk,
    verb: counsellingAccess["counselling.write-note"],
    run: writeTalk,
  }),
];
