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
import { openAuthorKey, openAuthorKeys, ownAuthorKey } from "../../platform/keys/authorKeys.ts";
import type { KeyRing } from "../../platform/keys/keyRing.ts";
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

/** The note that another takes the place of is the author's, and of the same person. @throws Problem not_found `counselling.not_found` */
async function requireOwnNote(context: CommandContext, noteId: string, personId: string | null): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql`select from counselling_note n
    where n.organisation_id = ${organisationId} and n.id = ${noteId} and n.author_id = ${accountId}
      and (n.person_id is not distinct from ${personId}::uuid or n.person_id = any (same_person(${personId}::uuid)))`.execute(
    context.tx,
  );
  if (rows.length === 0) throw new Problem("not_found", "counselling.not_found");
}

/** A note that mends another stands beside it with its reason; neither is changed. @throws Problem not_found `person.not_found`, `booking.not_found`, `counselling.not_found` | refused `counselling.*` */
async function writeTalk(context: CommandContext, payload: WriteTalk): Promise<Done> {
  const { talkNoteId: id, personId, bookingId, mendsId, mendReason, ...rest } = payload;
  const { topic, agreements, referral, content, ...fields } = rest;
  const { organisationId, accountId, roles } = context.actor;
  if (personId) await requireTalkWith(context, counsellingAccess["counselling.write-note"], personId);
  if (bookingId) await requireOwnBooking(context, bookingId, personId);
  refuseIf([refuseNote(payload, context.now)]);
  if (mendsId) await requireOwnNote(context, mendsId, personId);
  const { id: keyId, ring } = await ownAuthorKey(context);
  const secret = isLawyersSecret(payload.kind, roles);
  const shared: SharedPart = { topic, agreements, referral, mendReason };
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
  mine: boolean;
  mended: boolean;
};

/** Columns of a stored note `n` with its author `m`. */
export const storedTalk = (
  context: WorkContext,
) => sql`n.id as talk_note_id, n.person_id, n.kind, n.channel, n.day, to_char(n.starts_at, 'HH24:MI') as starts_at,
  to_char(n.ends_at, 'HH24:MI') as ends_at, n.author_id, m.display_name as author, n.next_on, n.confirmation, n.secret, n.key_id, n.shared_sealed,
  ${notesToOpen(context)} as opens, n.author_id = ${context.actor.accountId} as mine,
  exists (select from counselling_note x where x.organisation_id = n.organisation_id and x.mends_id = n.id) as mended`;

/** The shared part, for who may read it. `ring`: the author's for a lawyer's advice, else the house's; null when the key was destroyed. */
function openShared(
  { actor: { organisationId } }: WorkContext,
  { talkNoteId, sharedSealed }: StoredTalk,
  ring: Pick<KeyRing, "decryptFor"> | null,
): SharedPart | null {
  if (!ring) return null;
  const text = Buffer.from(ring.decryptFor(organisationId, purposes.shared, sharedSealed, talkNoteId)).toString("utf8");
  return SharedPart.parse(JSON.parse(text));
}

/** Notes as their reader may know them, in the order given; the keys of all of them are asked for at once. */
export async function talkLines(
  context: WorkContext,
  notes: readonly StoredTalk[],
  relation: Relation,
): Promise<TalkLine[]> {
  const reads = ({ opens, secret, kind }: StoredTalk) =>
    opens || (!secret && may(context.actor, topicReaders[topicGroupOf(kind)], relation));
  const rings = await openAuthorKeys(
    context,
    notes.flatMap((note) => (note.secret && reads(note) ? [note.keyId] : [])),
  );
  return notes.map((note) => {
    const { talkNoteId, kind, channel, day, startsAt, endsAt, author, nextOn, confirmation, opens, mine, mended } =
      note;
    return {
      talkNoteId,
      kind,
      channel,
      day,
      minutes: minutesOf(endsAt) - minutesOf(startsAt),
      author,
      shared: reads(note)
        ? openShared(context, note, note.secret ? (rings.get(note.keyId) ?? null) : context.keys)
        : null,
      nextOn,
      confirmation,
      opens,
      mayMend: mine && !mended,
      mended,
    };
  });
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
  return { notes: await talkLines(context, known, relation) };
}

/** A note with what is sealed in it, for its author or a substitute, while the person is in reach. */
type OpenTalk = {
  note: StoredTalk & {
    contentSealed: Buffer | null;
    bookingId: string | null;
    /** How many notes this one and those it took the place of are. */
    version: number;
  };
  ring: Pick<KeyRing, "decryptFor">;
  shared: SharedPart;
};

/** @throws Problem not_found for everybody but author and substitute | refused `counselling.key_destroyed` */
export async function openTalk(context: WorkContext, verb: Verb, talkNoteId: string): Promise<OpenTalk> {
  const { organisationId } = context.actor;
  const { rows } = await sql<OpenTalk["note"]>`with recursive earlier as (
      select n.id, n.mends_id from counselling_note n where n.organisation_id = ${organisationId} and n.id = ${talkNoteId}
      union select m.id, m.mends_id from counselling_note m join earlier e on e.mends_id = m.id where m.organisation_id = ${organisationId})
    select ${storedTalk(context)}, n.content_sealed, n.booking_id, (select count(*)::int from earlier) as version from counselling_note n
    join membership m on m.organisation_id = n.organisation_id and m.account_id = n.author_id
    where n.organisation_id = ${organisationId} and n.id = ${talkNoteId} and ${notesToOpen(context)}`.execute(
    context.tx,
  );
  const [note] = rows;
  if (!note) throw new Problem("not_found", "counselling.not_found");
  if (note.personId) await requireTalkWith(context, verb, note.personId);
  const ring = await openAuthorKey(context, note.keyId);
  const shared = openShared(context, note, note.secret ? ring : context.keys);
  if (!ring || !shared) throw new Problem("refused", "counselling.key_destroyed");
  return { note, ring, shared };
}

/** The content for its author, or for a substitute, while the person is in reach. @throws Problem not_found for everybody else | refused `counselling.key_destroyed` */
export async function readTalk(context: WorkContext, talkNoteId: string): Promise<TalkContent> {
  const { note, ring, shared } = await openTalk(context, counsellingAccess["counselling.read-note"], talkNoteId);
  const { personId, contentSealed, bookingId, kind, channel, day, startsAt, endsAt, nextOn, confirmation } = note;
  const { organisationId } = context.actor;
  const text =
    contentSealed &&
    Buffer.from(ring.decryptFor(organisationId, purposes.content, contentSealed, talkNoteId)).toString("utf8");
  return {
    talkNoteId,
    personId,
    bookingId,
    kind,
    channel,
    day,
    startsAt,
    endsAt,
    nextOn,
    confirmation,
    text,
    shared,
  };
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
