import { sql } from "kysely";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
} from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addTaskFor, endTasksFrom, findOpenCase, requirePerson } from "../../casework/public.ts";
import { addLabourOffice, endLabourOffice, personIdsOf } from "../../person/public.ts";
import { historyAccess } from "./access.ts";
import {
  EndRegistration,
  RecordQualification,
  RecordRegistration,
  RecordWorkPeriod,
  RecoverDocument,
  WithdrawQualification,
  WithdrawWorkPeriod,
} from "./contract.ts";
import { mergePeriod, mergeQualification } from "./edits.ts";
import { refusePeriod, refuseRegistration, refuseRegistrationEnd, refuseYear, widen } from "./rules.ts";
import { entryOf, qualificationsOf, registrationsOf, sealTexts, workHistoryOf } from "./stored.ts";

onConstraint("work_period_key", "conflict", "record.id_taken");
onConstraint("qualification_key", "conflict", "record.id_taken");

const verb = historyAccess["work-history.write"];
const tables = { workPeriod: "work_period", qualification: "qualification" } as const;
type Table = keyof typeof tables;
const notFound = { workPeriod: "work_period.not_found", qualification: "qualification.not_found" } as const;

type Before = { version: number; changedIn: unknown };

/**
 * An entry as it is before this command, undefined for a new one. An entry of somebody else's person is not there.
 * @throws Problem not_found | conflict `record.id_taken`
 */
async function entryBefore(
  context: CommandContext,
  table: Table,
  id: string,
  personId: string,
): Promise<(Before & { base: number }) | undefined> {
  await requirePerson(context, verb, personId);
  const known = await entryOf(context, table, id);
  if (!known) {
    if (context.base !== undefined) throw new Problem("not_found", notFound[table]);
    return undefined;
  }
  await lockRow(context, tables[table], id, notFound[table]);
  const ids = await personIdsOf(context, personId);
  const now = await entryOf(context, table, id);
  if (!now || !ids.includes(now.personId)) throw new Problem("not_found", notFound[table]);
  if (context.base === undefined) throw new Problem("conflict", "record.id_taken");
  return { version: now.version, changedIn: now.changedIn, base: context.base };
}

/** What stands of an entry that `entryBefore` found. */
function standing<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw new Error("an entry that was found is among the person's");
  return one;
}

/** Once the paper is at hand, the task to recover it is done; when it is said not to exist, nobody looks for it. */
async function endRecovery(context: CommandContext, entryId: string, document: string): Promise<void> {
  if (document === "LOST") return;
  const outcome = document === "PRESENT" ? "DONE" : "NO_LONGER_RELEVANT";
  await endTasksFrom(context, { type: "work_history", id: entryId }, outcome);
}

/** An edit changes field by field what its sender changed. @throws Problem not_found | conflict | refused `work_period.*` */
async function recordWorkPeriod(context: CommandContext, payload: RecordWorkPeriod): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { periodId, personId } = payload;
  const before = await entryBefore(context, "workPeriod", periodId, personId);
  const sent = { ...payload, ...widen(payload) };
  const merged =
    before && mergePeriod(before, before.base, standing(await workHistoryOf(context, personId), periodId), sent);
  const content = merged?.content ?? sent;
  const timeSent = !merged || !payload.changed || payload.changed.includes("time");
  refuseIf([timeSent ? refusePeriod(payload, context.today) : null]);
  const { form, from, to, exactness, leaving, certificate, employer, post, leavingNote, institution } = content;
  const row = {
    form,
    startedOn: from,
    endedOn: to,
    exactness,
    leaving,
    certificate,
    sealed: sealTexts(context, periodId, { employer, post, leavingNote, institution }),
  };
  if (!merged)
    await context.tx
      .insertInto("workPeriod")
      .values({ organisationId, id: periodId, personId, recordedBy: accountId, ...row })
      .execute();
  else {
    await context.tx
      .updateTable("workPeriod")
      .set({ ...row, changedIn: merged.changedIn })
      .where("organisationId", "=", organisationId)
      .where("id", "=", periodId)
      .execute();
    await endRecovery(context, periodId, certificate);
  }
  return finish(context, "workPeriod", periodId, personId, before, { form, certificate });
}

/** As `recordWorkPeriod`. @throws Problem not_found | conflict | refused `qualification.year_in_future` */
async function recordQualification(context: CommandContext, payload: RecordQualification): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { qualificationId, personId } = payload;
  const before = await entryBefore(context, "qualification", qualificationId, personId);
  const merged =
    before &&
    mergeQualification(
      before,
      before.base,
      standing(await qualificationsOf(context, personId), qualificationId),
      payload,
    );
  const { kind, name, year, document, institution } = merged?.content ?? payload;
  refuseIf([refuseYear(year, context.today)]);
  const row = { kind, year, document, sealed: sealTexts(context, qualificationId, { name, institution }) };
  if (!merged)
    await context.tx
      .insertInto("qualification")
      .values({ organisationId, id: qualificationId, personId, recordedBy: accountId, ...row })
      .execute();
  else {
    await context.tx
      .updateTable("qualification")
      .set({ ...row, changedIn: merged.changedIn })
      .where("organisationId", "=", organisationId)
      .where("id", "=", qualificationId)
      .execute();
    await endRecovery(context, qualificationId, document);
  }
  return finish(context, "qualification", qualificationId, personId, before, { kind, document });
}

async function finish(
  context: CommandContext,
  table: Table,
  id: string,
  personId: string,
  before: Before | undefined,
  detail: Record<string, string>,
): Promise<Done> {
  const type = tables[table];
  if (!before)
    await recordEvent(context, {
      personId,
      kind: "assessment.work_recorded",
      section: "SOCIAL",
      subject: { type, id },
      detail,
    });
  const version = !before ? 1 : await bumpVersion(context, type, id);
  return { ids: { [type]: id }, version, about: { type, id, personId, section: "SOCIAL" }, detail };
}

/** Takes an entry back that was wrong; it stays in the database, and nowhere is it shown. @throws Problem not_found */
async function withdraw(context: CommandContext, table: Table, id: string): Promise<Done> {
  const known = await entryOf(context, table, id);
  if (!known) throw new Problem("not_found", notFound[table]);
  const { personId } = known;
  await requirePerson(context, verb, personId).catch(() => {
    throw new Problem("not_found", notFound[table]);
  });
  await lockRow(context, tables[table], id, notFound[table]);
  await sql`update ${sql.table(tables[table])} set withdrawn_at = ${context.now}
    where organisation_id = ${context.actor.organisationId} and id = ${id} and withdrawn_at is null`.execute(
    context.tx,
  );
  await endRecovery(context, id, "NOT_ISSUED");
  const type = tables[table];
  return { ids: { [type]: id }, about: { type, id, personId, section: "SOCIAL" } };
}

/**
 * A task to get a lost paper back, for whoever asks; once for an entry while it is open.
 * @throws Problem not_found | refused `lost_document.not_lost`, `lost_document.asked_already`, `lost_document.due_in_past`
 */
async function recoverDocument(context: CommandContext, { personId, entryId, dueOn }: RecoverDocument): Promise<Done> {
  await requirePerson(context, verb, personId);
  const period = (await workHistoryOf(context, personId)).find(({ id }) => id === entryId);
  const qualification = (await qualificationsOf(context, personId)).find(({ id }) => id === entryId);
  if (!period && !qualification) throw new Problem("not_found", "qualification.not_found");
  const source = { type: "work_history", id: entryId };
  refuseIf([
    (period?.certificate ?? qualification?.document) === "LOST" ? null : "lost_document.not_lost",
    dueOn < context.today ? "lost_document.due_in_past" : null,
    (await hasOpenTask(context, entryId)) ? "lost_document.asked_already" : null,
  ]);
  const taskId = await addTaskFor(context, {
    personId,
    caseId: (await findOpenCase(context, personId)) ?? null,
    ownerId: context.actor.accountId,
    kind: "RECOVER_DOCUMENT",
    detail: {},
    dueOn,
    source,
  });
  return { ids: { task: taskId }, about: { type: "task", id: taskId, personId, section: "SOCIAL" } };
}

/** The person that the history is kept of, locked: the one that merged records became. @throws Problem not_found */
async function lockPersonOf(context: CommandContext, personId: string): Promise<{ id: string; ids: string[] }> {
  await requirePerson(context, verb, personId);
  const ids = await personIdsOf(context, personId);
  const id = ids[0] ?? personId;
  await lockRow(context, "person", id, "person.not_found");
  return { id, ids };
}

/** @throws Problem not_found | refused `labour_registration.*` */
async function recordRegistration(context: CommandContext, payload: RecordRegistration): Promise<Done> {
  const { registrationId: factId, office, from, to } = payload;
  const person = await lockPersonOf(context, payload.personId);
  refuseIf([refuseRegistration({ from, to }, await registrationsOf(context, person.ids), context.today)]);
  return addLabourOffice(context, {
    factId,
    personId: person.id,
    office: office.trim(),
    validFrom: from,
    validUntil: to,
  });
}

/** @throws Problem not_found | refused `labour_registration.*` */
async function endRegistration(context: CommandContext, payload: EndRegistration): Promise<Done> {
  const { registrationId: factId, personId, endedOn: until } = payload;
  const person = await lockPersonOf(context, personId);
  const range = (await registrationsOf(context, person.ids)).find(({ id }) => id === factId);
  if (!range) throw new Problem("not_found", "labour_registration.not_found");
  refuseIf([refuseRegistrationEnd(range, until, context.today)]);
  return endLabourOffice(context, { factId, personId: person.id, until });
}

async function hasOpenTask(context: CommandContext, entryId: string): Promise<boolean> {
  const { rows } = await sql`select from task t where t.organisation_id = ${context.actor.organisationId}
    and t.source_type = 'work_history' and t.source_id = ${entryId}
    and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`.execute(
    context.tx,
  );
  return rows.length > 0;
}

export const historyCommands = [
  defineCommand({
    type: "work-period.record",
    v: 1,
    summary: "Records or corrects a period of the work history",
    payload: RecordWorkPeriod,
    verb,
    run: recordWorkPeriod,
  }),
  defineCommand({
    type: "work-period.withdraw",
    v: 1,
    summary: "Takes a wrong period of the work history back",
    payload: WithdrawWorkPeriod,
    verb,
    run: (context, { periodId }) => withdraw(context, "workPeriod", periodId),
  }),
  defineCommand({
    type: "qualification.record",
    v: 1,
    summary: "Records or corrects a school, course or licence",
    payload: RecordQualification,
    verb,
    run: recordQualification,
  }),
  defineCommand({
    type: "qualification.withdraw",
    v: 1,
    summary: "Takes a wrong school, course or licence back",
    payload: WithdrawQualification,
    verb,
    run: (context, { qualificationId }) => withdraw(context, "qualification", qualificationId),
  }),
  defineCommand({
    type: "labour-registration.record",
    v: 1,
    summary: "Enters a registration at the labour office",
    payload: RecordRegistration,
    verb,
    run: recordRegistration,
  }),
  defineCommand({
    type: "labour-registration.end",
    v: 1,
    summary: "Ends a registration at the labour office",
    payload: EndRegistration,
    verb,
    run: endRegistration,
  }),
  defineCommand({
    type: "lost-document.seek",
    v: 1,
    summary: "Makes a task to recover a lost document",
    payload: RecoverDocument,
    verb,
    run: recoverDocument,
  }),
];
