import { requireReach } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, findRelation } from "../../casework/public.ts";
import { personIdsOf } from "../../person/public.ts";
import { giveCertificate } from "../certificates.ts";
import { isToUs, requireEntry, type StoredEntry } from "../entry/store.ts";
import { stayTasks } from "../entry/tasks.ts";
import { clubAccess } from "./access.ts";
import { CertifyClubStay, EndClubStay, ProlongClubStay, SetClubStay } from "./contract.ts";
import { refuseCertificate, refuseProlongation, refuseStay, refuseStayEnding } from "./rules.ts";
import { findStays, otherPeriods, purposes, type StoredStay, seal } from "./store.ts";

onConstraint("club_stay_key", "conflict", "record.id_taken");
onConstraint("club_prolongation_key", "conflict", "record.id_taken");
onConstraint("club_stay_once_by_entry", "refused", "club.already_set");
onConstraint("club_stay_ends_once", "refused", "club.over");

const said = { source: "R-KIS-02" };
const about = ({ entryId, personId }: { entryId: string; personId: string }) =>
  ({ about: { type: "centre-entry", id: entryId, personId, section: "SOCIAL" } }) as const;

/** Stays of one person wait for each other: two of them never overlap. */
async function lockPerson(context: CommandContext, personId: string): Promise<void> {
  const [rootId = personId] = await personIdsOf(context, personId);
  await oneAtATime(context.tx, "club stay", rootId);
}

async function tell(
  context: CommandContext,
  { entryId, personId }: Pick<StoredStay, "entryId" | "personId">,
  kind: string,
  detail: Record<string, string>,
): Promise<void> {
  const subject = { type: "centre-entry", id: entryId };
  await recordEvent(context, { personId, kind, section: "SOCIAL", subject, detail });
}

/** The end of a stay is the task of whoever set it, on its last day. */
async function remindOfEnd(
  context: CommandContext,
  { entryId, personId }: Pick<StoredStay, "entryId" | "personId">,
  endsOn: PlainDate,
): Promise<void> {
  await addTaskFor(context, {
    personId,
    ownerId: context.actor.accountId,
    kind: "club-stay.ends",
    detail: { no: 0 },
    dueOn: endsOn,
    source: { type: stayTasks, id: entryId },
  });
}

const endReminders = (context: CommandContext, entryId: string, outcome: "DONE" | "NO_LONGER_RELEVANT" = "DONE") =>
  endTasksFrom(context, { type: stayTasks, id: entryId }, outcome);

/** @throws Problem refused `club.not_admitted` where nobody was admitted to a club of ours by this way */
function admissionOf(context: CommandContext, entry: StoredEntry): PlainDate {
  const admitted = entry.steps.findLast(({ act }) => act === "admit");
  if (entry.service !== "KIS" || !admitted || !isToUs(context, entry))
    throw new Problem("refused", "club.not_admitted", said);
  return admitted.doneOn;
}

/** Sets how long somebody is in the club. @throws Problem not_found | refused as `refuseStay` says, `club.other_unit`, `club.not_admitted`, `club.already_set` */
async function set(context: CommandContext, payload: SetClubStay): Promise<Done> {
  const { stayId, entryId, unitId, startsOn, endsOn } = payload;
  const verb = clubAccess["club-stay.set"];
  const entry = await requireEntry(context, verb, entryId);
  if (!context.actor.unitIds.includes(unitId)) throw new Problem("refused", "club.other_unit");
  await lockPerson(context, entry.personId);
  const admittedOn = admissionOf(context, entry);
  const { personId, organisationId: entryOrganisationId } = entry;
  refuseIf([
    (await findStays(context, { entryId, organisationId: entryOrganisationId })).length > 0 ? "club.already_set" : null,
  ]);
  const others = await otherPeriods(context, { personId, unitId, stayId });
  refuseIf([refuseStay({ startsOn, endsOn }, { admittedOn, others })], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("clubStay")
    .values({
      organisationId,
      id: stayId,
      personId,
      unitId,
      entryOrganisationId,
      entryId,
      startsOn,
      endsOn,
      recordedBy: accountId,
    })
    .execute();
  await endReminders(context, entryId);
  await remindOfEnd(context, { entryId, personId }, endsOn);
  await tell(context, { entryId, personId }, "club-stay.set", { startsOn, endsOn });
  return { ids: { stay: stayId }, ...about({ entryId, personId }), detail: { startsOn, endsOn } };
}

/** @throws Problem not_found `entry.not_found`, also for a stay of somebody out of reach */
async function lockStay(
  context: CommandContext,
  verb: (typeof clubAccess)["club-stay.prolong"],
  stayId: string,
): Promise<StoredStay> {
  const [found] = await findStays(context, { stayId });
  if (!found) throw new Problem("not_found", "entry.not_found");
  requireReach(context.actor, verb, (await findRelation(context, found.personId)) ?? {}, "entry.not_found");
  await lockPerson(context, found.personId);
  const [stay] = await findStays(context, { stayId });
  if (!stay) throw new Error("a stay is never taken away");
  return stay;
}

/** A later end is an entry of its own; the earlier ones stay. @throws Problem not_found | refused as `refuseProlongation` says */
async function prolong(context: CommandContext, payload: ProlongClubStay): Promise<Done> {
  const { prolongationId, stayId, agreedOn, endsOn, words } = payload;
  const stay = await lockStay(context, clubAccess["club-stay.prolong"], stayId);
  const others = await otherPeriods(context, { ...stay, stayId });
  refuseIf([refuseProlongation(stay, { agreedOn, endsOn }, { today: context.today, others })], said);
  const { organisationId, accountId } = context.actor;
  const { no } = await context.tx
    .selectFrom("clubProlongation")
    .select(({ fn }) => fn.countAll<string>().as("no"))
    .where("organisationId", "=", organisationId)
    .where("stayId", "=", stayId)
    .executeTakeFirstOrThrow();
  await context.tx
    .insertInto("clubProlongation")
    .values({
      organisationId,
      id: prolongationId,
      stayId,
      no: Number(no) + 1,
      agreedOn,
      endsOn,
      sealed: words === "" ? null : seal(context, purposes.prolongation, prolongationId, words),
      recordedBy: accountId,
    })
    .execute();
  await endReminders(context, stay.entryId);
  await remindOfEnd(context, stay, endsOn);
  await tell(context, stay, "club-stay.prolonged", { endsOn });
  return { ids: { stay: stayId }, ...about(stay), detail: { endsOn } };
}

/** The stay ends with its reason. @throws Problem not_found | refused as `refuseStayEnding` says */
async function end(context: CommandContext, { stayId, endedOn, reason, words }: EndClubStay): Promise<Done> {
  const stay = await lockStay(context, clubAccess["club-stay.end"], stayId);
  refuseIf([refuseStayEnding(stay, { endedOn, reason, words }, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("clubEnding")
    .values({
      organisationId,
      stayId,
      endedOn,
      reason,
      sealed: words === "" ? null : seal(context, purposes.ending, stayId, words),
      recordedBy: accountId,
    })
    .execute();
  await endReminders(context, stay.entryId);
  await tell(context, stay, "club-stay.ended", { endedOn });
  return { ids: { stay: stayId }, ...about(stay), detail: { reason } };
}

/** The certificate at the end, or a mended one with its reason. @throws Problem not_found | refused as `refuseCertificate` and `giveCertificate` say */
async function certify(context: CommandContext, { stayId, ...wish }: CertifyClubStay): Promise<Done> {
  const stay = await lockStay(context, clubAccess["club-stay.certify"], stayId);
  refuseIf([refuseCertificate(stay, wish, context.today)], said);
  const { no } = await giveCertificate(context, { stayId }, wish);
  await tell(context, stay, "club-stay.certified", { issuedOn: wish.issuedOn });
  return { ids: { stay: stayId }, ...about(stay), detail: { no } };
}

export const clubCommands = [
  defineCommand({
    type: "club-stay.set",
    v: 1,
    summary: "Sets how long somebody is in a club",
    payload: SetClubStay,
    verb: clubAccess["club-stay.set"],
    run: set,
  }),
  defineCommand({
    type: "club-stay.prolong",
    v: 1,
    summary: "Makes a stay in a club longer",
    payload: ProlongClubStay,
    verb: clubAccess["club-stay.prolong"],
    run: prolong,
  }),
  defineCommand({
    type: "club-stay.end",
    v: 1,
    summary: "Ends a stay in a club with its reason",
    payload: EndClubStay,
    verb: clubAccess["club-stay.end"],
    run: end,
  }),
  defineCommand({
    type: "club-stay.certify",
    v: 1,
    summary: "Gives the certificate of a club, or a mended one",
    payload: CertifyClubStay,
    verb: clubAccess["club-stay.certify"],
    run: certify,
  }),
];
