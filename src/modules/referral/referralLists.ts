import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { personInReach, requirePerson } from "../casework/public.ts";
import { getPersonNames, personIdsOf } from "../person/public.ts";
import { referralAccess } from "./access.ts";
import { attachmentsOf } from "./attachments.ts";
import type { DueReferral, PersonId, ReceivedReferral, ReferralStep, SentReferral } from "./contract.ts";
import { referralState } from "./rules.ts";
import { openText } from "./sealed.ts";

type StepRow = Omit<ReferralStep, "note" | "ours"> & {
  organisationId: string;
  referralOrganisationId: string;
  referralId: string;
  noteSealed: Buffer | null;
};
type Row = { organisationId: string; id: string; sentAt: string };

/** Steps by referral, oldest first; texts opened with the key of whoever wrote them. */
async function stepsOf(context: WorkContext, rows: readonly Row[]): Promise<ReadonlyMap<string, ReferralStep[]>> {
  if (rows.length === 0) return new Map();
  const { rows: steps } =
    await sql<StepRow>`select * from referral_steps(${rows.map(({ id }) => id)}::uuid[]) order by taken_at, id ${atMost}`.execute(
      context.tx,
    );
  const lines = steps.map(({ organisationId, noteSealed, takenAt, ...step }) => ({
    ...step,
    takenAt: instantOf(takenAt),
    note: noteSealed && openText(context.keys, organisationId, "referral.note", step.id, noteSealed),
    ours: organisationId === context.actor.organisationId,
  }));
  return Map.groupBy(lines, ({ referralOrganisationId, referralId }) => `${referralOrganisationId} ${referralId}`);
}

/** What both sides see alike: the steps, and the state that follows from them. */
async function withSteps<R extends Row>(context: WorkContext, rows: readonly R[]) {
  const steps = await stepsOf(context, rows);
  return rows.map((row) => {
    const own = steps.get(`${row.organisationId} ${row.id}`) ?? [];
    return {
      ...row,
      sentAt: instantOf(row.sentAt),
      steps: own,
      state: referralState(own),
    };
  });
}

type SentRow = Row &
  Omit<SentReferral, "reason" | "service" | "attachments" | "steps" | "state" | "personName"> & {
    reasonSealed: Buffer;
    serviceSealed: Buffer | null;
  };

async function readSent(context: WorkContext, personIds: readonly string[] | null): Promise<SentReferral[]> {
  const { organisationId } = context.actor;
  const id = sql.ref("r.person_id");
  const { rows } =
    await sql<SentRow>`select r.organisation_id, r.id, r.share_id, r.person_id, r.kind, r.needs, r.urgency, r.reason_sealed, r.sections, r.legal_basis, r.health_basis,
      r.ground, r.service_sealed, r.sent_at, r.feedback_due, o.name as to_organisation_name,
      (select jsonb_build_object('kind', c.kind, 'givenOn', (c.given_at at time zone 'Europe/Warsaw')::date, 'withdrawn', c.withdrawn_at is not null)
        from share s join consent c on c.organisation_id = s.organisation_id and c.id = s.consent_id
        where s.organisation_id = r.organisation_id and s.id = r.share_id) as consent
    from referral r
    join organisation_names(array(select x.to_organisation_id from referral x where x.organisation_id = ${organisationId})) o on o.organisation_id = r.to_organisation_id
    where r.organisation_id = ${organisationId}
      and ${personIds === null ? personInReach(context, referralAccess["referral.list-sent"], id) : sql`r.person_id = any (${[...personIds]}::uuid[])`}
    order by r.sent_at desc, r.id ${atMost}`.execute(context.tx);
  const names = await getPersonNames(
    context,
    rows.map(({ personId }) => personId),
  );
  const files = await attachmentsOf(
    context,
    rows.map(({ id: one }) => one),
  );
  const told = await withSteps(context, rows);
  return told.map(({ reasonSealed, serviceSealed, ...row }) => ({
    ...row,
    service: serviceSealed && openText(context.keys, row.organisationId, "referral.service", row.id, serviceSealed),
    personName: names.get(row.personId) ?? "",
    reason: openText(context.keys, row.organisationId, "referral.reason", row.id, reasonSealed),
    attachments: files.get(row.id) ?? [],
  }));
}

/** One referral of ours. The caller has checked the reach. @throws Problem not_found `referral.not_found` */
export async function sentReferral(context: WorkContext, personId: string, referralId: string): Promise<SentReferral> {
  const found = (await readSent(context, [personId])).find(({ id }) => id === referralId);
  if (!found) throw new Problem("not_found", "referral.not_found");
  return found;
}

/** Referrals of a person of ours, newest first. */
export async function listOfPerson(
  context: WorkContext,
  { personId }: PersonId,
): Promise<{ referrals: SentReferral[] }> {
  await requirePerson(context, referralAccess["referral.list-of-person"], personId);
  return { referrals: await readSent(context, await personIdsOf(context, personId)) };
}

/** Referrals that we sent, of people in my reach, newest first. */
export async function listSent(context: WorkContext): Promise<{ referrals: SentReferral[] }> {
  return { referrals: await readSent(context, null) };
}

type ReceivedRow = Row &
  Omit<ReceivedReferral, "steps" | "state" | "ownPersonName" | "ground" | "service"> & { personId: string };
type Terms = { organisationId: string; id: string; ground: ReceivedReferral["ground"]; serviceSealed: Buffer | null };

/** Ground and service of referrals to us that may be read now. */
async function termsOf(context: WorkContext, rows: readonly Row[]) {
  const { rows: terms } =
    await sql<Terms>`select * from received_terms(${rows.map(({ id }) => id)}::uuid[]) order by id ${atMost}`.execute(
      context.tx,
    );
  return new Map(
    terms.map(({ organisationId, id, ground, serviceSealed }) => [
      `${organisationId} ${id}`,
      {
        ground,
        service: serviceSealed && openText(context.keys, organisationId, "referral.service", id, serviceSealed),
      },
    ]),
  );
}

/**
 * Referrals to us, newest first. Whom they are about is said where the person is tied to one of ours; what was shared of them is
 * told as long as it may be read: the name of a section may be all there is to know.
 */
export async function listReceived(context: WorkContext): Promise<{ referrals: ReceivedReferral[] }> {
  const { rows } = await sql<ReceivedRow>`select r.*, l.person_id as own_person_id from received_referrals() r
    left join person_link l on l.organisation_id = ${context.actor.organisationId} and l.other_organisation_id = r.organisation_id
      and l.other_person_id = r.person_id and l.ended_at is null
    order by r.sent_at desc, r.id ${atMost}`.execute(context.tx);
  const names = await getPersonNames(
    context,
    rows.flatMap(({ ownPersonId }) => ownPersonId ?? []),
  );
  const told = await withSteps(context, rows);
  const terms = await termsOf(context, rows);
  return {
    referrals: told.map(({ personId: _theirs, ...row }) => ({
      ...row,
      ...(terms.get(`${row.organisationId} ${row.id}`) ?? { ground: null, service: null }),
      ...(row.readable ? {} : { sections: [], healthBasis: null }),
      ownPersonName: (row.ownPersonId && names.get(row.ownPersonId)) ?? null,
    })),
  };
}

/** One referral to us whose words may be read now. @throws Problem not_found `referral.not_found` */
export async function receivedReferral(context: WorkContext, id: string, shareId: string): Promise<ReceivedReferral> {
  const { referrals } = await listReceived(context);
  const found = referrals.find((one) => one.id === id && one.shareId === shareId && one.readable);
  if (!found) throw new Problem("not_found", "referral.not_found");
  return found;
}

/** Referrals to us that wait for what came of them, soonest first. "No place" is no answer: who is on a waiting list waits here too (R-JUR-05). */
export async function listDue(context: WorkContext): Promise<{ referrals: DueReferral[] }> {
  const { rows } = await sql<DueReferral>`select r.id, r.origin, r.urgency, r.feedback_due from received_referrals() r
    where not exists (select from referral_steps(array[r.id]) s where s.referral_organisation_id = r.organisation_id
      and (s.kind in ('OUTCOME', 'CLOSED') or s.decision in ('DECLINED', 'REDIRECTED')))
    order by r.feedback_due, r.sent_at, r.id ${atMost}`.execute(context.tx);
  return { referrals: rows };
}
