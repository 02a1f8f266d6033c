import {
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation, requireCase } from "../../casework/public.ts";
import type { Sphere } from "../codes.ts";
import { needAccess, spheresFor } from "./access.ts";
import { CorrectNeed, EndNeed, EndNeedService, MatchNeed, RecordNeed } from "./contract.ts";
import { refuseCorrection, refuseNeedEnd, refuseService } from "./rules.ts";
import { findNeed, seal, sealCorrection } from "./stored.ts";

onConstraint("diagnosed_need_key", "conflict", "record.id_taken");
onConstraint("diagnosed_need_correction_key", "conflict", "record.id_taken");
onConstraint("need_service_key", "conflict", "record.id_taken");
onConstraint("diagnosed_need_ends_once", "refused", "need.already_ended");
onConstraint("need_service_ends_once", "refused", "need.service_already_ended");

const verb = needAccess["need.write"];
type Found = { personId: string; caseId: string; foundOn: PlainDate; ended: boolean };

/** The spheres in which the actor writes needs of this person. */
async function writesIn(context: CommandContext, personId: string): Promise<readonly Sphere[]> {
  return spheresFor(context.actor, "write", (await findRelation(context, personId)) ?? {});
}

/** The need as it is while its case is locked. @throws Problem not_found `need.not_found`, also when its case is out of reach */
async function requireNeed(context: CommandContext, needId: string): Promise<Found> {
  const { organisationId } = context.actor;
  const need = await context.tx
    .selectFrom("diagnosedNeed")
    .select(["personId", "caseId", "foundOn", "sphere"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", needId)
    .executeTakeFirst();
  if (!need) throw new Problem("not_found", "need.not_found");
  await requireCase(context, verb, need.caseId).catch((problem: unknown) => {
    throw problem instanceof Problem && problem.kind === "not_found"
      ? new Problem("not_found", "need.not_found")
      : problem;
  });
  await lockRow(context, "support_case", need.caseId, "need.not_found");
  const ending = await context.tx
    .selectFrom("diagnosedNeedEnding")
    .select("needId")
    .where("organisationId", "=", organisationId)
    .where("needId", "=", needId)
    .executeTakeFirst();
  const corrected = await context.tx
    .selectFrom("diagnosedNeedCorrection")
    .select(["foundOn", "sphere"])
    .where("organisationId", "=", organisationId)
    .where("needId", "=", needId)
    .orderBy("no", "desc")
    .limit(1)
    .executeTakeFirst();
  const stands = { ...need, ...corrected };
  const mine: readonly string[] = await writesIn(context, need.personId);
  // of a sphere that is not the actor's there is no need
  if (!mine.includes(stands.sphere)) throw new Problem("not_found", "need.not_found");
  return { ...stands, ended: ending !== undefined };
}

function done(id: string, personId: string, detail: Record<string, unknown> = {}): Done {
  return { ids: { need: id }, about: { type: "need", id, personId, section: "SOCIAL" }, detail };
}

/** @throws Problem not_found | refused `assessment.case_ended`, `need.found_in_future` */
async function recordNeed(context: CommandContext, payload: RecordNeed): Promise<Done> {
  const { needId, caseId, sphere, text, foundOn } = payload;
  const { personId, open } = await requireCase(context, verb, caseId);
  refuseIf([
    open ? null : "assessment.case_ended",
    (await writesIn(context, personId)).includes(sphere) ? null : "need.sphere_not_yours",
    foundOn > context.today ? "need.found_in_future" : null,
  ]);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("diagnosedNeed")
    .values({
      organisationId,
      id: needId,
      personId,
      caseId,
      sphere,
      foundOn,
      sealed: seal(context, needId, text),
      recordedBy,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "assessment.need_found",
    section: "SOCIAL",
    subject: { type: "need", id: needId },
    detail: { sphere },
  });
  return done(needId, personId, { sphere });
}

/**
 * Another entry says what the need should have been and why; what stood before stays readable.
 * @throws Problem not_found | conflict `record.changed` | refused `assessment.case_ended`, `need.nothing_corrected`, `need.found_after_service` …
 */
async function correctNeed(context: CommandContext, payload: CorrectNeed): Promise<Done> {
  const { correctionId, needId, sphere, text, foundOn, reason } = payload;
  const { personId, caseId } = await requireNeed(context, needId);
  const need = await findNeed(context, needId);
  if (!need) throw new Problem("not_found", "need.not_found");
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  requireBase(context, need.version);
  const { open } = await requireCase(context, verb, caseId);
  const firstServiceOn = need.services.map(({ since }) => since).toSorted()[0] ?? null;
  const stands = { ...need, endedOn: need.ended?.on ?? null, firstServiceOn };
  refuseIf([
    open ? null : "assessment.case_ended",
    (await writesIn(context, personId)).includes(sphere) ? null : "need.sphere_not_yours",
    refuseCorrection(stands, { sphere, text, foundOn }, context.today),
  ]);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("diagnosedNeedCorrection")
    .values({
      organisationId,
      id: correctionId,
      needId,
      no: need.version,
      sphere,
      foundOn,
      correctedOn: context.today,
      sealed: sealCorrection(context, correctionId, { text: text.trim(), reason: reason.trim() }),
      recordedBy,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "assessment.need_corrected",
    section: "SOCIAL",
    subject: { type: "need", id: needId },
    detail: { sphere },
  });
  return { ...done(needId, personId, { sphere }), version: need.version + 1 };
}

/** @throws Problem not_found | refused `need.already_ended`, `need.service_before_found` */
async function matchNeed(context: CommandContext, payload: MatchNeed): Promise<Done> {
  const { serviceId, needId, form, provider, since } = payload;
  const need = await requireNeed(context, needId);
  refuseIf([refuseService(need, since)]);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("needService")
    .values({
      organisationId,
      id: serviceId,
      needId,
      form,
      since,
      sealed: seal(context, serviceId, provider.trim()),
      recordedBy,
    })
    .execute();
  return done(needId, need.personId, { form });
}

/** @throws Problem not_found | refused `need.service_already_ended`, `need.service_ends_before_start`, `need.ends_in_future` */
async function endService(context: CommandContext, { serviceId, endedOn }: EndNeedService): Promise<Done> {
  const { organisationId, accountId: recordedBy } = context.actor;
  const service = await context.tx
    .selectFrom("needService")
    .select(["needId", "since", "form"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", serviceId)
    .executeTakeFirst();
  if (!service) throw new Problem("not_found", "need.not_found");
  const { personId } = await requireNeed(context, service.needId);
  refuseIf([
    endedOn < service.since ? "need.service_ends_before_start" : null,
    endedOn > context.today ? "need.ends_in_future" : null,
  ]);
  await context.tx.insertInto("needServiceEnding").values({ organisationId, serviceId, endedOn, recordedBy }).execute();
  return done(service.needId, personId, { form: service.form });
}

/** @throws Problem not_found | refused `need.*` */
async function endNeed(context: CommandContext, { needId, outcome, endedOn }: EndNeed): Promise<Done> {
  const need = await requireNeed(context, needId);
  refuseIf([refuseNeedEnd(need, endedOn, context.today)]);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("diagnosedNeedEnding")
    .values({ organisationId, needId, outcome, endedOn, recordedBy })
    .execute();
  return done(needId, need.personId, { outcome });
}

export const needCommands = [
  defineCommand({
    type: "need.record",
    v: 1,
    summary: "Records a diagnosed need",
    payload: RecordNeed,
    verb,
    run: recordNeed,
  }),
  defineCommand({
    type: "need.correct",
    v: 1,
    summary: "Corrects a diagnosed need by another entry with a reason",
    payload: CorrectNeed,
    verb,
    run: correctNeed,
  }),
  defineCommand({
    type: "need.match",
    v: 1,
    summary: "Matches a need with a service",
    payload: MatchNeed,
    verb,
    run: matchNeed,
  }),
  defineCommand({
    type: "need-service.end",
    v: 1,
    summary: "Ends a service that answered a need",
    payload: EndNeedService,
    verb,
    run: endService,
  }),
  defineCommand({
    type: "need.end",
    v: 1,
    summary: "Ends a need with its outcome",
    payload: EndNeed,
    verb,
    run: endNeed,
  }),
];
