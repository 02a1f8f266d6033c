import { requireReach } from "../../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { endTasksFrom } from "../../casework/public.ts";
import { hiddenAmongIds } from "../../person/public.ts";
import { classProgrammeAccess } from "./access.ts";
import { programmeNow } from "./compute.ts";
import { ApproveClasses, type ClassContent, PrepareClasses, ReturnClasses } from "./contract.ts";
import { isUnderLimit, refuseApproval, refusePreparing } from "./rules.ts";
import {
  editionsOf,
  getEdition,
  namesOfParticipants,
  purposes,
  type SealedDecision,
  type StoredEdition,
  seal,
} from "./store.ts";
import { programmeTasks } from "./tasks.ts";

onConstraint("class_programme_key", "conflict", "record.id_taken");
onConstraint("class_programme_in_order", "conflict", "record.changed");
onConstraint("class_programme_decided_once", "refused", "class-programme.decided");

const said = { source: "art. 14 ust. 1a u.z.s. (R-CIS-07, R-CIS-08)" };

type Verb = (typeof classProgrammeAccess)[keyof typeof classProgrammeAccess];

/** @throws Problem not_found for a unit that is not the actor's */
function requireUnit({ actor }: CommandContext, verb: Verb, unitId: string): void {
  requireReach(actor, verb, { unit: actor.unitIds.includes(unitId) }, "class-programme.not_found");
}

const hold = ({ tx }: CommandContext, { unitId, month }: { unitId: string; month: string }): Promise<void> =>
  oneAtATime(tx, "class programme", `${unitId} ${month}`);

function done(context: CommandContext, id: string, kind: string, { unitId, month }: { unitId: string; month: string }) {
  const detail = { month: month.slice(0, 7) };
  return recordEvent(context, {
    personId: null,
    kind,
    section: "ATTENDANCE",
    subject: { type: "unit", id: unitId },
    detail,
  }).then(
    (): Done => ({
      ids: { programme: id },
      about: { type: "class-programme", id, section: "ATTENDANCE" },
      detail,
    }),
  );
}

/**
 * Keeps the month as the timetable has it now, for the manager to approve. What was seen is what is kept.
 * @throws Problem not_found | refused as `refusePreparing` says, `class-programme.changed` where the timetable is not any more as it was seen
 */
async function prepare(context: CommandContext, payload: PrepareClasses): Promise<Done> {
  const { programmeId, unitId, seenHash, reason } = payload;
  const month = plainDate(`${payload.month}-01`);
  requireUnit(context, classProgrammeAccess["class-programme.prepare"], unitId);
  await hold(context, { unitId, month });
  const [newest] = await editionsOf(context, { unitId, month });
  const { content, contentHash } = await programmeNow(context, { unitId, month });
  const stands = newest !== undefined && newest.decision?.decision !== "RETURNED";
  const wish = {
    month,
    classes: content.classes.length,
    isFirst: newest === undefined,
    reason,
    same: stands && newest.contentHash === contentHash,
  };
  refuseIf([refusePreparing(wish, context.today)], said);
  if (contentHash !== seenHash) throw new Problem("refused", "class-programme.changed", said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("classProgramme")
    .values({
      organisationId,
      id: programmeId,
      unitId,
      month,
      no: (newest?.no ?? 0) + 1,
      classes: content.classes.length,
      contentHash,
      sealed: seal(context, purposes.content, programmeId, content),
      reasonSealed: newest ? seal(context, purposes.reason, programmeId, reason) : null,
      preparedBy: accountId,
      preparedOn: context.today,
    })
    .execute();
  return done(context, programmeId, "class-programme.prepared", { unitId, month });
}

async function lockEdition(context: CommandContext, verb: Verb, id: string): Promise<StoredEdition> {
  const found = await getEdition(context, id);
  requireUnit(context, verb, found.unitId);
  await hold(context, found);
  return getEdition(context, id); // read anew after the wait
}

async function decide(
  context: CommandContext,
  { id: programmeId }: StoredEdition,
  decision: "APPROVED" | "RETURNED",
  words: SealedDecision,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const isEmpty = words.reasons.length === 0 && words.words === "";
  await context.tx
    .insertInto("classProgrammeDecision")
    .values({
      organisationId,
      programmeId,
      decision,
      decidedBy: accountId,
      decidedOn: context.today,
      sealed: isEmpty ? null : seal(context, purposes.decision, programmeId, words),
    })
    .execute();
}

/** Weeks of those whom the manager may know of, each with the reason that was given. Of others nobody is asked why here (C7). */
async function weeksSeen(
  context: CommandContext,
  { people }: ClassContent,
  reasons: ApproveClasses["reasons"],
): Promise<{ ipzsId: string; weeks: ClassContent["people"][number]["weeks"]; reason: string }[]> {
  const names = await namesOfParticipants(
    context,
    people.map(({ ipzsId }) => ipzsId),
  );
  const hidden = await hiddenAmongIds(
    context,
    [...names.values()].map(({ personId }) => personId),
  );
  const given = new Map(reasons.map(({ ipzsId, words }) => [ipzsId, words]));
  return people
    .filter(({ ipzsId }) => {
      const known = names.get(ipzsId);
      return known !== undefined && !hidden.has(known.personId);
    })
    .map(({ ipzsId, weeks }) => ({ ipzsId, weeks, reason: given.get(ipzsId) ?? "" }));
}

/**
 * The manager approves an edition; from now on it stays as it is. Only reasons of those whose hours need one are kept.
 * @throws Problem not_found | refused as `refuseApproval` says
 */
async function approve(context: CommandContext, { programmeId, seenHash, reasons }: ApproveClasses): Promise<Done> {
  const edition = await lockEdition(context, classProgrammeAccess["class-programme.approve"], programmeId);
  const { unitId, month } = edition;
  const [newest] = await editionsOf(context, { unitId, month });
  const now = await programmeNow(context, { unitId, month });
  const seen = await weeksSeen(context, now.content, reasons);
  const changed = edition.contentHash !== seenHash || edition.contentHash !== now.contentHash;
  const isNewest = newest?.id === edition.id;
  refuseIf(
    [refuseApproval({ decided: edition.decision !== null, newest: isNewest, changed, weeksOfPeople: seen })],
    said,
  );
  const kept = seen
    .filter(({ weeks }) => isUnderLimit(weeks))
    .map(({ ipzsId, reason }) => ({ ipzsId, words: reason.trim() }));
  await decide(context, edition, "APPROVED", { reasons: kept, words: "" });
  await endTasksFrom(context, { type: programmeTasks, id: unitId }, "DONE", { month: month.slice(0, 7) });
  return done(context, programmeId, "class-programme.approved", { unitId, month });
}

/** The manager gives an edition back with the reason. @throws Problem not_found | refused `class-programme.decided`, `class-programme.replaced` */
async function giveBack(context: CommandContext, { programmeId, reason }: ReturnClasses): Promise<Done> {
  const edition = await lockEdition(context, classProgrammeAccess["class-programme.return"], programmeId);
  const { unitId, month } = edition;
  const [newest] = await editionsOf(context, { unitId, month });
  refuseIf(
    [
      refuseApproval({
        decided: edition.decision !== null,
        newest: newest?.id === edition.id,
        changed: false,
        weeksOfPeople: [],
      }),
    ],
    said,
  );
  await decide(context, edition, "RETURNED", { reasons: [], words: reason });
  return done(context, programmeId, "class-programme.returned", { unitId, month });
}

export const classProgrammeCommands = [
  defineCommand({
    type: "class-programme.prepare",
    v: 1,
    summary: "Prepares an edition of a month's class programme from the timetable",
    payload: PrepareClasses,
    verb: classProgrammeAccess["class-programme.prepare"],
    run: prepare,
  }),
  defineCommand({
    type: "class-programme.approve",
    v: 1,
    summary: "The manager approves a month's class programme",
    payload: ApproveClasses,
    verb: classProgrammeAccess["class-programme.approve"],
    run: approve,
  }),
  defineCommand({
    type: "class-programme.return",
    v: 1,
    summary: "The manager returns a month's class programme with the reason",
    payload: ReturnClasses,
    verb: classProgrammeAccess["class-programme.return"],
    run: giveBack,
  }),
];
