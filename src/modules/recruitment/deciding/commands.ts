import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../../platform/command.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { parameterOn } from "../../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { caseworkAccess } from "../../casework/access.ts";
import { openCase } from "../../casework/opening/public.ts";
import { addPersonUnit, findOpenCase, refuseForDead, requirePerson } from "../../casework/public.ts";
import { addKnownFact, insertPerson, peselIndexOf } from "../../person/public.ts";
import { recruitmentAccess } from "../access.ts";
import type { CandidateCard } from "../candidates/contract.ts";
import { candidatesOf, keepText, requireCandidate, requireOwn } from "../candidates/store.ts";
import { newestNo, newestRankingId } from "../ranking/freeze.ts";
import { lockRecruitment, requireRecruitment, type StoredRecruitment } from "../store.ts";
import { AdmitCandidate, AnswerOffer, DecideCandidates, OfferPlace } from "./contract.ts";
import { calledTheSame, identityOf, mayBeSame } from "./identity.ts";
import { admissionPurpose } from "./reason.ts";
import { holdsPlace, reachOf, refuseAnswer, refuseDecision, refuseOffer, vacancies } from "./rules.ts";
import { settleVacancyTask } from "./vacancy.ts";
import { writeDecision } from "./writeDecision.ts";

onConstraint("candidate_decision_key", "conflict", "record.id_taken");
onConstraint("reserve_offer_key", "conflict", "record.id_taken");
onConstraint("reserve_offer_answered_once", "refused", "reserve.answered_already");
onConstraint("candidate_admitted_once", "refused", "admission.admitted_already");

const said = { source: "R-REC-04" };
const ofRecruitment = (id: string) => ({ about: { type: "recruitment", id } }) as const;

/** @throws Problem refused `ranking.not_frozen` */
async function newestRanking(context: CommandContext, recruitmentId: string): Promise<string> {
  const no = await newestNo(context, recruitmentId);
  refuseIf([no === 0 ? "ranking.not_frozen" : null], said);
  return newestRankingId(context, recruitmentId);
}

/**
 * A person decides of each; the list only orders. Together no more are accepted than there are places.
 * @throws Problem not_found | conflict `ranking.newer_version` | refused as `refuseDecision` says, `decision.no_place`, with the candidate's number
 */
async function decide(
  context: CommandContext,
  { recruitmentId, rankingId, decisions }: DecideCandidates,
): Promise<Done> {
  const recruitment = await lockRecruitment(context, recruitmentAccess["candidate.decide"], recruitmentId);
  if ((await newestRanking(context, recruitmentId)) !== rankingId)
    throw new Problem("conflict", "ranking.newer_version");
  const { criteria, candidates } = await candidatesOf(context, recruitment);
  const criteriaNo = criteria.no;
  const byId = requireOwn(
    candidates,
    decisions.map(({ candidateId }) => candidateId),
  );
  const reach = reachOf(candidates, recruitment);
  for (const { candidateId, decision, reason, decisionId } of decisions) {
    const candidate = byId.get(candidateId);
    if (!candidate) throw new Problem("not_found", "candidate.not_found");
    const refusal = refuseDecision(candidate, { decision, reason }, { reach });
    refuseIf([refusal], { ...said, no: candidate.no });
    await writeDecision(context, candidate, { decisionId, decision, reason, rankingId, criteriaNo });
  }
  const decided = new Map(decisions.map(({ candidateId, decision }) => [candidateId, decision]));
  const taken = candidates.filter((one) =>
    decided.has(one.id) ? decided.get(one.id) === "ACCEPTED" : holdsPlace(one),
  );
  const offered = candidates.filter((one) => one.state === "OFFERED" && !decided.has(one.id));
  if (taken.length + offered.length + recruitment.beside > recruitment.places)
    throw new Problem("refused", "decision.no_place", said);
  await withdrawOffers(context, [...decided.keys()]);
  await settleVacancyTask(context, recruitmentId);
  return {
    ids: { recruitment: recruitmentId },
    ...ofRecruitment(recruitmentId),
    detail: { decided: decisions.length },
  };
}

/** Who is decided of anew has no offer open any more; it was taken away, and nobody refused it. */
async function withdrawOffers(context: CommandContext, candidateIds: readonly string[]): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await sql`insert into reserve_answer (organisation_id, offer_id, answer, answered_on, recorded_by)
    select o.organisation_id, o.id, 'WITHDRAWN_BY_US', ${context.today}, ${accountId} from reserve_offer o
    where o.organisation_id = ${organisationId} and o.candidate_id = any (${[...candidateIds]}::uuid[])
      and not exists (select from reserve_answer a where a.organisation_id = o.organisation_id and a.offer_id = o.id)`.execute(
    context.tx,
  );
}

/** @throws Problem not_found | refused as `refuseOffer` says */
async function offer(context: CommandContext, payload: OfferPlace): Promise<Done> {
  const { offerId, recruitmentId, candidateId, answerBy, reason } = payload;
  const recruitment = await lockRecruitment(context, recruitmentAccess["reserve.offer"], recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  requireOwn(candidates, [candidateId]);
  const left = vacancies(candidates, recruitment, context.today);
  refuseIf([refuseOffer(candidates, { candidateId, answerBy, reason }, left, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("reserveOffer")
    .values({
      organisationId,
      id: offerId,
      recruitmentId,
      candidateId,
      offeredOn: context.today,
      answerBy,
      recordedBy: accountId,
    })
    .execute();
  await keepText(context, candidateId, offerId, reason);
  await settleVacancyTask(context, recruitmentId);
  return { ids: { offer: offerId }, ...ofRecruitment(recruitmentId) };
}

/**
 * The answer to an offer. Who takes the place is accepted by a decision of whoever writes it down.
 * @throws Problem not_found | refused `reserve.still_time` (silence before the last day), `reserve.answered_late`, `reserve.answered_already`, `reserve.not_passed`
 */
async function answer(context: CommandContext, payload: AnswerOffer): Promise<Done> {
  const { offerId, decisionId, answeredOn } = payload;
  const stored = await context.tx
    .selectFrom("reserveOffer")
    .select(["recruitmentId", "candidateId", "answerBy", "offeredOn"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", offerId)
    .executeTakeFirst();
  if (!stored) throw new Problem("not_found", "recruitment.not_found");
  const { recruitmentId, candidateId } = stored;
  await lockRecruitment(context, recruitmentAccess["reserve.answer"], recruitmentId);
  const { candidate, criteria } = await requireCandidate(context, recruitmentAccess["reserve.answer"], candidateId);
  if (answeredOn > context.today || answeredOn < stored.offeredOn)
    throw new Problem("refused", "reserve.answer_outside_days");
  refuseIf([refuseAnswer(payload, stored, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("reserveAnswer")
    .values({ organisationId, offerId, answer: payload.answer, answeredOn, recordedBy: accountId })
    .execute();
  if (payload.answer === "TAKEN") {
    refuseIf([candidate.formal === "pass" ? null : "reserve.not_passed"], { source: "R-REC-01", no: candidate.no });
    const rankingId = await newestRanking(context, recruitmentId);
    const taken = { decisionId, decision: "ACCEPTED", reason: payload.reason, rankingId } as const;
    await writeDecision(context, candidate, { ...taken, criteriaNo: criteria.no });
  }
  await settleVacancyTask(context, recruitmentId);
  return { ids: { offer: offerId }, ...ofRecruitment(recruitmentId) };
}

/** Whoever has this PESEL and is no merged record; undefined where there is nobody. */
async function personWith(context: CommandContext, pesel: string): Promise<string | undefined> {
  const row = await context.tx
    .selectFrom("person")
    .select("id")
    .where("organisationId", "=", context.actor.organisationId)
    .where("peselIndex", "=", peselIndexOf(context, pesel))
    .where("mergedInto", "is", null)
    .executeTakeFirst();
  return row?.id;
}

async function enterFacts(context: CommandContext, personId: string, card: CandidateCard): Promise<void> {
  const facts: { kind: "PUP_REGISTRATION" | "CLIENT_OF_OPS" | "LABOUR"; value: string; validFrom: PlainDate | null }[] =
    [
      { kind: "PUP_REGISTRATION", value: "REGISTERED", validFrom: card.registeredSince },
      { kind: "CLIENT_OF_OPS", value: "YES", validFrom: card.clientSince },
      { kind: "LABOUR", value: card.labour ?? "", validFrom: card.labour ? context.today : null },
    ];
  for (const { kind, value, validFrom } of facts)
    if (validFrom) await addKnownFact(context, { factId: uuidv7(), personId, kind, value, validFrom });
}

async function makePerson(
  context: CommandContext,
  { unitId }: StoredRecruitment,
  personId: string,
  card: CandidateCard,
): Promise<void> {
  const { firstName, lastName, birthDate, sex, phone, email, address, education, pesel, peselNeedsChecking } = card;
  await insertPerson(context, {
    personId,
    unitId,
    fields: {
      firstName,
      lastName,
      ...(birthDate ? { birthDate, birthDatePrecision: "DAY" } : {}),
      ...(sex ? { sex } : {}),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(address ? { correspondenceAddress: address } : {}),
      ...(education ? { education } : {}),
    },
    pesel,
    peselNeedsChecking,
  });
  await enterFacts(context, personId, card);
}

/** The file may be of whoever the card is of, and nothing is begun with the dead. @throws Problem refused */
async function requireSamePerson(context: CommandContext, personId: string, card: CandidateCard): Promise<void> {
  await refuseForDead(context, personId);
  if (!mayBeSame(card, await identityOf(context, personId, card)))
    throw new Problem("refused", "admission.other_identity");
}

/** How many files of other units the actor has opened today by taking candidates in; the day of the organisation. */
async function openedElsewhereToday(context: CommandContext): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ opened: number }>`select count(*)::int as opened from candidate_admission
    where organisation_id = ${organisationId} and recorded_by = ${accountId} and admitted_on = ${context.today} and sealed is not null`.execute(
    context.tx,
  );
  return rows[0]?.opened ?? 0;
}

/** Opening another unit's file asks for a reason, and a day has only so many of them: a list of guessed numbers opens no house. */
async function refuseFishing(context: CommandContext, reason: string): Promise<void> {
  refuseIf([reason.trim() === "" ? "admission.reason_missing" : null], { source: "C7" });
  const { value } = await parameterOn(context.tx, "RECRUITMENT_FILES_A_DAY", context.today);
  const opened = await openedElsewhereToday(context);
  refuseIf([opened >= Number(value) ? "admission.too_many_today" : null], { source: "C7", most: Number(value) });
}

/**
 * Who was accepted becomes a person of the house with an open case in the unit of the project. A file that is there already is
 * kept as it is; the card tells the criteria beside it. That of another unit is found by the PESEL alone, and opened by this act: the
 * candidate asked to be taken in here, whoever takes them in says why, and the act stands with its reason in the history of the person.
 * @throws Problem not_found | refused `admission.not_accepted`, `admission.admitted_already`, `admission.other_person`, `admission.other_identity`, `admission.nobody_elsewhere`,
 * `admission.reason_missing`, `admission.too_many_today` (of files of other units); conflict `person.pesel_taken`
 */
async function admit(context: CommandContext, payload: AdmitCandidate): Promise<Done> {
  const { candidateId, known, elsewhere } = payload;
  const verb = recruitmentAccess["candidate.make-person"];
  const { candidate: before } = await requireCandidate(context, verb, candidateId);
  await lockRecruitment(context, verb, before.recruitmentId);
  const { candidate } = await requireCandidate(context, verb, candidateId);
  const { card } = candidate;
  const recruitment = await requireRecruitment(context, verb, candidate.recruitmentId);
  refuseIf([
    candidate.personId === null ? null : "admission.admitted_already",
    candidate.state === "ACCEPTED" && card !== null ? null : "admission.not_accepted",
  ]);
  if (card === null) throw new Error("an accepted candidate has a card");
  const same = card.pesel === null ? undefined : await personWith(context, card.pesel);
  const personId = elsewhere ? (same ?? "") : payload.personId;
  if (elsewhere) {
    await refuseFishing(context, payload.reason);
    if (same === undefined) throw new Problem("refused", "admission.nobody_elsewhere");
    await requireSamePerson(context, same, card);
    // nobody has looked at that file: a mistyped number must not open somebody else's
    if (!calledTheSame(card, await identityOf(context, same, card)))
      throw new Problem("refused", "admission.other_identity");
    // the unit that runs the project works with them from now on
    await addPersonUnit(context, same, recruitment.unitId);
  } else if (known) {
    await requirePerson(context, caseworkAccess["case.open"], personId);
    if (same !== undefined && same !== personId) throw new Problem("refused", "admission.other_person");
    await requireSamePerson(context, personId, card);
  } else await makePerson(context, recruitment, personId, card);
  const open = known || elsewhere ? await findOpenCase(context, personId) : undefined;
  const caseId = open ?? payload.caseId;
  if (open === undefined)
    await openCase(context, { caseId, personId, unitId: recruitment.unitId, openedOn: context.today, leaderId: null });
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("candidateAdmission")
    .values({
      organisationId,
      candidateId,
      personId,
      caseId,
      admittedOn: context.today,
      sealed: elsewhere ? sealText(context, admissionPurpose, candidateId, payload.reason) : null,
      recordedBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "candidate.admitted",
    section: "CORE",
    subject: { type: "candidate", id: candidateId },
  });
  return {
    ids: { candidate: candidateId, person: personId, case: caseId },
    about: { type: "candidate", id: candidateId, personId },
    detail: { elsewhere },
  };
}

export const decidingCommands = [
  defineCommand({
    type: "candidate.decide",
    v: 1,
    summary: "Decides of candidates, each by a person, by the frozen list",
    payload: DecideCandidates,
    verb: recruitmentAccess["candidate.decide"],
    run: decide,
  }),
  defineCommand({
    type: "reserve.offer",
    v: 1,
    summary: "Offers a free place to somebody of the reserve",
    payload: OfferPlace,
    verb: recruitmentAccess["reserve.offer"],
    run: offer,
  }),
  defineCommand({
    type: "reserve.answer",
    v: 1,
    summary: "Notes the answer to an offer of a place",
    payload: AnswerOffer,
    verb: recruitmentAccess["reserve.answer"],
    run: answer,
  }),
  defineCommand({
    type: "candidate.make-person",
    v: 1,
    summary: "Makes an accepted candidate a person of the house with a case",
    payload: AdmitCandidate,
    verb: recruitmentAccess["candidate.make-person"],
    run: admit,
  }),
];
