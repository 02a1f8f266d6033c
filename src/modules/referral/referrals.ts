import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, recordEvent, type WorkContext } from "../../platform/command.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { asMissing, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom, requirePerson } from "../casework/public.ts";
import { refuseReferralClosing } from "../casework/rules.ts";
import { acceptShare, giveShare, withdrawShare } from "../partnership/public.ts";
import { personIdsOf } from "../person/public.ts";
import { referralAccess } from "./access.ts";
import { attach } from "./attachments.ts";
import type { ReferralState } from "./codes.ts";
import type {
  CloseReferral,
  DecideReferral,
  NoteAppearance,
  NoteOutcome,
  SendReferral,
  TakeReferral,
} from "./contract.ts";
import {
  feedbackDue,
  letterState,
  referralState,
  refuseAct,
  refuseDecision,
  refuseSending,
  type StepFacts,
} from "./rules.ts";
import { seal } from "./sealed.ts";

onConstraint("referral_key", "conflict", "record.id_taken");
onConstraint("referral_step_key", "conflict", "record.id_taken");

/** So long does a referral let the receiver read: an answer, and the first weeks of help. */
const shareDays = 90;

/** Whether a referral is of a homeless person: by the file, or because it asks for a bed. Source: docs/domain/rules.md R-JUR-05 */
async function isHomeless(context: WorkContext, personId: string, needs: readonly string[]): Promise<boolean> {
  if (needs.includes("SLEEPING_PLACE")) return true;
  const { rows } = await sql<{
    value: string;
  }>`select value from person_fact where organisation_id = ${context.actor.organisationId}
    and person_id = any (${await personIdsOf(context, personId)}::uuid[]) and kind = 'HOMELESSNESS' and withdrawn_at is null
    and valid_from <= ${context.today} and coalesce(valid_until, ${context.today}) >= ${context.today}
    order by valid_from desc, recorded_at desc limit 1`.execute(context.tx);
  return rows[0]?.value === "STATUTORY";
}

/**
 * Refers a person to an organisation of a common partnership: a share of the least that is needed, with a question and a day,
 * which becomes a task of the sender's.
 * @throws Problem refused as `share.give` and `refuseSending` say | invalid `file.not_found`
 */
export async function sendReferral(context: CommandContext, payload: SendReferral): Promise<Done> {
  const { referralId, shareId, personId, toOrganisationId, sections, legalBasis, purpose, kind, needs, urgency } =
    payload;
  const { healthBasis } = payload;
  refuseIf(refuseSending(payload));
  const shared = await giveShare(
    context,
    {
      shareId,
      personId,
      toOrganisationId,
      sections,
      legalBasis,
      purpose,
      validFrom: context.today,
      validUntil: addDays(context.today, shareDays),
    },
    { onConsent: healthBasis === "ART_9_2_A" },
  );
  const due = feedbackDue(kind, urgency, context.today);
  const { organisationId, accountId } = context.actor;
  const rootId = shared.about.personId ?? personId;
  await context.tx
    .insertInto("referral")
    .values({
      organisationId,
      id: referralId,
      shareId,
      personId: rootId,
      toOrganisationId,
      kind,
      legalBasis,
      needs: [...new Set(needs)],
      urgency,
      sections: [...new Set(sections)],
      reasonSealed: seal(context.keys, organisationId, "referral.reason", referralId, payload.reason),
      homeless: await isHomeless(context, rootId, needs),
      sentAt: context.now,
      sentBy: accountId,
      feedbackDue: due,
      healthBasis,
      ground: payload.ground,
      serviceSealed:
        payload.service === null
          ? null
          : seal(context.keys, organisationId, "referral.service", referralId, payload.service),
    })
    .execute();
  await attach(context, payload);
  await addTaskFor(context, {
    personId: rootId,
    ownerId: accountId,
    kind: "referral.answer_due",
    dueOn: due,
    source: { type: "referral", id: referralId },
  });
  await tell(context, "referral.sent", { referralId, personId: rootId }, { urgency });
  return {
    ids: { referral: referralId, share: shareId },
    about: { type: "referral", id: referralId, personId: rootId },
    detail: { toOrganisationId, kind },
  };
}

async function tell(
  context: CommandContext,
  kind: string,
  { referralId, personId }: { referralId: string; personId: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  await recordEvent(context, {
    personId,
    kind,
    section: "CORE",
    subject: { type: "referral", id: referralId },
    detail,
  });
}

/** A referral as either side sees it when it acts. */
type Known = {
  organisationId: string;
  id: string;
  shareId: string;
  personId: string;
  toOrganisationId: string;
  homeless: boolean;
  steps: StepFacts[];
};

/** One referral at a time: both organisations' acts on it wait for each other. */
async function lockReferral(context: CommandContext, referralId: string): Promise<void> {
  await oneAtATime(context.tx, "referral", referralId);
}

async function stepsOf(context: CommandContext, organisationId: string, referralId: string): Promise<StepFacts[]> {
  const { rows } = await sql<StepFacts>`select kind, decision from referral_steps(${[referralId]}::uuid[])
    where referral_organisation_id = ${organisationId} order by taken_at, id limit 200`.execute(context.tx);
  return rows;
}

/** Where referrals stand that we sent or received, as `letterState` says it, by their id. */
export async function findReferralStates(
  context: WorkContext,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, ReferralState>> {
  if (referralIds.length === 0) return new Map();
  // the newest first, so that a cut takes what was long ago
  const { rows } = await sql<
    StepFacts & { referralId: string; outcome: string | null }
  >`select referral_id, kind, decision, outcome
    from referral_steps(${[...referralIds]}::uuid[]) order by taken_at desc, id desc ${atMost}`.execute(context.tx);
  const steps = Map.groupBy(rows.reverse(), ({ referralId }) => referralId);
  return new Map(referralIds.map((id) => [id, letterState(steps.get(id) ?? [])]));
}

/** Locks a referral that we sent. @throws Problem not_found `referral.not_found` */
async function lockSent(
  context: CommandContext,
  verb: keyof typeof referralAccess,
  referralId: string,
): Promise<Known> {
  await lockReferral(context, referralId);
  const { organisationId } = context.actor;
  const row = await context.tx
    .selectFrom("referral")
    .select(["organisationId", "id", "shareId", "personId", "toOrganisationId", "homeless"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", referralId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "referral.not_found");
  await requirePerson(context, referralAccess[verb], row.personId).catch(asMissing("referral.not_found"));
  return { ...row, steps: await stepsOf(context, organisationId, referralId) };
}

/** Locks a referral to us that was not withdrawn. @throws Problem not_found `referral.not_found` */
async function lockReceived(context: CommandContext, referralId: string): Promise<Known> {
  await lockReferral(context, referralId);
  const { rows } = await sql<Omit<Known, "toOrganisationId" | "steps">>`
    select organisation_id, id, share_id, person_id, homeless from received_referrals() where id = ${referralId} order by sent_at, organisation_id limit 1`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "referral.not_found");
  const toOrganisationId = context.actor.organisationId;
  return { ...row, toOrganisationId, steps: await stepsOf(context, row.organisationId, referralId) };
}

type Step = {
  kind: string;
  decision?: string | null;
  reason?: string | null;
  outcome?: string | null;
  note?: string | null;
  confirmed?: boolean;
  happenedOn?: PlainDate;
};

/** Writes a step of ours; the other organisation gets its audit entry of it, by the share that both know. */
async function takeStep(context: CommandContext, of: Known, stepId: string, step: Step): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const { kind, decision = null, reason = null, outcome = null, note = null, confirmed = false } = step;
  await context.tx
    .insertInto("referralStep")
    .values({
      organisationId,
      id: stepId,
      referralOrganisationId: of.organisationId,
      referralId: of.id,
      kind,
      decision,
      reason,
      outcome,
      noteSealed: note === null ? null : seal(context.keys, organisationId, "referral.note", stepId, note),
      confirmed,
      happenedOn: step.happenedOn ?? context.today,
      takenBy: accountId,
    })
    .execute();
  const ours = of.organisationId === organisationId;
  const action = `share.referral-${kind.toLowerCase().replace("_", "-")}` as const;
  await context.auditShare(ours ? of.toOrganisationId : of.organisationId, {
    action,
    objectId: of.shareId,
    personId: ours ? null : of.personId,
  });
}

const doneOf = (of: Known, ours: boolean, detail: Record<string, unknown> = {}): Done => ({
  ids: { referral: of.id },
  about: { type: "referral", id: of.id, ...(ours ? { personId: of.personId } : {}) },
  detail,
});

/** Says that a referral has come. Saying it again changes nothing. @throws Problem not_found `referral.not_found` | refused `referral.over` */
export async function receiveReferral(context: CommandContext, { stepId, referralId }: TakeReferral): Promise<Done> {
  const of = await lockReceived(context, referralId);
  if (of.steps.some(({ kind }) => kind === "RECEIVED")) return doneOf(of, false);
  refuseIf([refuseAct(referralState(of.steps), "receive")]);
  await takeStep(context, of, stepId, { kind: "RECEIVED" });
  return doneOf(of, false);
}

async function isTied(context: CommandContext, of: Known): Promise<boolean> {
  const { rows } = await sql`select from person_link where organisation_id = ${context.actor.organisationId}
    and other_organisation_id = ${of.organisationId} and other_person_id = ${of.personId} and ended_at is null limit 1`.execute(
    context.tx,
  );
  return rows.length > 0;
}

/**
 * Accepts, puts on the waiting list, redirects or declines. Accepted: the shared person is tied to one of ours.
 * @throws Problem not_found | refused as `refuseDecision` says
 */
export async function decideReferral(context: CommandContext, payload: DecideReferral): Promise<Done> {
  const { stepId, referralId, decision, reason, takenBy, confirmed, personId, linkId } = payload;
  const of = await lockReceived(context, referralId);
  const tied = await isTied(context, of);
  const tiesNow = decision === "ACCEPTED" && !tied && personId !== null && linkId !== null;
  refuseIf(refuseDecision(referralState(of.steps), { ...payload, homeless: of.homeless, tied: tied || tiesNow }));
  if (tiesNow) await acceptShare(context, { linkId, shareId: of.shareId, personId });
  await takeStep(context, of, stepId, { kind: "DECIDED", decision, reason, note: takenBy, confirmed });
  return doneOf(of, false, { decision, reason });
}

/** Receivers note what came of a referral. @throws Problem not_found | refused as `refuseAct` says, `referral.in_future` */
async function note(
  context: CommandContext,
  act: "note-appearance" | "note-outcome",
  { referralId, stepId }: TakeReferral,
  step: Step,
): Promise<Done> {
  const of = await lockReceived(context, referralId);
  refuseIf([
    refuseAct(referralState(of.steps), act),
    step.happenedOn && step.happenedOn > context.today ? "referral.in_future" : null,
  ]);
  await takeStep(context, of, stepId, step);
  return doneOf(of, false, step.outcome ? { outcome: step.outcome } : {});
}

export function noteAppearance(context: CommandContext, payload: NoteAppearance): Promise<Done> {
  const { appeared, happenedOn } = payload;
  return note(context, "note-appearance", payload, { kind: appeared ? "APPEARED" : "NOT_APPEARED", happenedOn });
}

export function noteOutcome(context: CommandContext, payload: NoteOutcome): Promise<Done> {
  const { outcome, happenedOn, note: said } = payload;
  return note(context, "note-outcome", payload, { kind: "OUTCOME", outcome, happenedOn, note: said });
}

/**
 * Ends a referral of ours. That of a homeless person ends as provided, redirected to a receiver who confirmed, or refused by the
 * person; "no place" alone stays open. Source: docs/domain/rules.md R-JUR-05
 * @throws Problem not_found | refused `referral.over`, `case.no_place_leaves_referral_open` and as `refuseReferralClosing` says
 */
export async function closeReferral(context: CommandContext, payload: CloseReferral): Promise<Done> {
  const { stepId, referralId, outcome, takenBy, confirmed } = payload;
  const of = await lockSent(context, "referral.close", referralId);
  refuseIf([
    refuseAct(referralState(of.steps), "close"),
    refuseReferralClosing({ homeless: of.homeless, outcome, receiverConfirmed: confirmed && takenBy !== null }),
  ]);
  await takeStep(context, of, stepId, { kind: "CLOSED", outcome, note: takenBy, confirmed });
  await endTasksFrom(context, { type: "referral", id: referralId }, "DONE");
  await tell(context, "referral.closed", { referralId, personId: of.personId }, { outcome });
  return doneOf(of, true, { outcome });
}

/** Takes a referral back, and with it the share: nothing is read under it any more. @throws Problem not_found | refused `referral.over` */
export async function withdrawReferral(context: CommandContext, { stepId, referralId }: TakeReferral): Promise<Done> {
  const of = await lockSent(context, "referral.withdraw", referralId);
  refuseIf([refuseAct(referralState(of.steps), "withdraw")]);
  await takeStep(context, of, stepId, { kind: "WITHDRAWN" });
  await withdrawShare(context, { shareId: of.shareId }).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== "share.already_withdrawn") throw error;
  });
  await endTasksFrom(context, { type: "referral", id: referralId }, "NO_LONGER_RELEVANT");
  await tell(context, "referral.withdrawn", { referralId, personId: of.personId });
  return doneOf(of, true);
}
