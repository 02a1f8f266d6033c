import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { caseworkAccess } from "../../casework/access.ts";
import { getPersonNames, personInReach, peselIndexOf, whereaboutsHidden } from "../../person/public.ts";
import { enrolmentGates, findProjectRow } from "../../project/public.ts";
import { recruitmentAccess } from "../access.ts";
import { carryTargets } from "../candidates/carrying.ts";
import { candidatesOf, nameOf, type StoredCandidate, shownOf, textsOf } from "../candidates/store.ts";
import { toSignOf } from "../papers/store.ts";
import { relationOf, requireRecruitment } from "../store.ts";
import { ReserveView, StartView } from "./contract.ts";
import { queueOf, vacancies } from "./rules.ts";
import { offersOf } from "./store.ts";

const RecruitmentId = z.strictObject({ recruitmentId: z.uuid() });

async function readReserve(context: WorkContext, recruitmentId: string): Promise<ReserveView> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["reserve.read"], recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  const offers = await offersOf(context, recruitmentId);
  const byId = new Map(shownOf(candidates).shown.map((one) => [one.id, one]));
  const { taken, free, until, over } = vacancies(candidates, recruitment, context.today);
  const texts = await textsOf(context, [...new Set(offers.map(({ candidateId }) => candidateId))]);
  const called = (candidateId: string) => {
    const candidate = byId.get(candidateId);
    return { candidateId, no: candidate?.no ?? 0, name: candidate ? nameOf(candidate) : null };
  };
  const queue = queueOf(candidates);
  return {
    recruitmentId,
    title: recruitment.title,
    places: recruitment.places,
    taken,
    beside: recruitment.beside,
    free,
    until,
    over,
    closed: recruitment.closedOn !== null,
    mayOffer: may(context.actor, recruitmentAccess["reserve.offer"], relationOf(context, recruitment)),
    carryTo: await carryTargets(context, recruitment),
    hidden: queue.filter(({ hidden }) => hidden).length + offers.filter((one) => !byId.has(one.candidateId)).length,
    queue: queue.filter(({ hidden }) => !hidden).map(({ id, rank }) => ({ ...called(id), rank })),
    offers: offers
      .filter((one) => byId.has(one.candidateId))
      .map((one) => ({ ...one, ...called(one.candidateId), reason: texts.get(one.id) ?? "" })),
  };
}

type Match = { id: string; personNo: number; name: string };

/**
 * Persons of the house with the same PESEL: of those whom the reader works with who they are, of others only that there is somebody.
 * `elsewhere` holds the candidates' ids.
 */
async function matchesOf(
  context: WorkContext,
  candidates: readonly StoredCandidate[],
): Promise<{ matches: ReadonlyMap<string, Match>; elsewhere: ReadonlySet<string> }> {
  const byIndex = new Map(
    candidates.flatMap(({ id, card }) =>
      card?.pesel ? [[peselIndexOf(context, card.pesel).toString("hex"), id]] : [],
    ),
  );
  if (byIndex.size === 0) return { matches: new Map(), elsewhere: new Set() };
  const { rows } = await sql<{
    id: string;
    personNo: number;
    index: string;
    inReach: boolean;
  }>`select p.id, p.person_no, encode(p.pesel_index, 'hex') as index, ${personInReach(context, caseworkAccess["case.read"], sql`p.id`)} as in_reach
    from person p where p.organisation_id = ${context.actor.organisationId} and p.merged_into is null
      and encode(p.pesel_index, 'hex') = any (${[...byIndex.keys()]}::text[])
      and not ${whereaboutsHidden(context, sql.ref("p.id"))} order by p.person_no ${atMost}`.execute(context.tx);
  const mine = rows.filter(({ inReach }) => inReach);
  const names = await getPersonNames(
    context,
    mine.map(({ id }) => id),
  );
  const candidateOf = (index: string) => byIndex.get(index) ?? "";
  return {
    matches: new Map(
      mine.map(({ id, personNo, index }) => [candidateOf(index), { id, personNo, name: names.get(id) ?? "" }]),
    ),
    elsewhere: new Set(rows.filter(({ inReach }) => !inReach).map(({ index }) => candidateOf(index))),
  };
}

/** What keeps a person from starting, by the gates of the rooms above: nothing is copied of their rules here. */
async function lacksOf(
  context: WorkContext,
  { id, kind, contractRequired }: { id: string; kind: string; contractRequired: boolean },
  { personId, caseId }: { personId: string; caseId: string },
): Promise<string[]> {
  const project = { id, kind, contractRequired };
  const question = { personId, caseId, startedOn: context.today, groupId: null, project };
  const lacks: string[] = [];
  for (const gate of enrolmentGates) {
    const refusal = await gate(context, question);
    if (refusal) lacks.push(refusal);
  }
  return lacks;
}

const onTheWay = new Set(["ACCEPTED", "ADMITTED", "STARTED", "LEFT"]);

async function readStart(context: WorkContext, recruitmentId: string): Promise<StartView> {
  const verb = recruitmentAccess["candidate.list"];
  const recruitment = await requireRecruitment(context, verb, recruitmentId);
  const { projectId } = recruitment;
  const project = await findProjectRow(context, projectId);
  const { candidates } = await candidatesOf(context, recruitment);
  const { shown: people, hidden } = shownOf(candidates.filter(({ state }) => onTheWay.has(state)));
  const { matches, elsewhere } = await matchesOf(
    context,
    people.filter(({ personId }) => personId === null),
  );
  const mayAdmit = may(context.actor, recruitmentAccess["candidate.make-person"], relationOf(context, recruitment));
  const toSign = await toSignOf(context, recruitmentId);
  const lines: StartView["people"] = [];
  for (const one of people) {
    const { id, no, state, personId, caseId, startedOn, interview } = one;
    const lacks =
      state === "ADMITTED" && personId && caseId && project
        ? await lacksOf(context, { id: projectId, ...project }, { personId, caseId })
        : [];
    lines.push({
      candidateId: id,
      no,
      name: nameOf(one),
      state,
      match: matches.get(id) ?? null,
      elsewhere: mayAdmit && elsewhere.has(id),
      personId,
      caseId,
      lacks,
      toSign: toSign(id),
      startedOn,
      interviewed: interview !== null,
    });
  }
  return {
    recruitmentId,
    title: recruitment.title,
    startsOn: recruitment.startsOn,
    mayAdmit,
    closed: recruitment.closedOn !== null,
    hidden,
    people: lines,
  };
}

export const decidingQueries = [
  defineQuery({
    name: "reserve.read",
    method: "GET",
    path: "/recruitments/:recruitmentId/reserve",
    summary: "The reserve of a recruitment in its order, free places and offers",
    input: RecruitmentId,
    answer: ReserveView,
    verb: recruitmentAccess["reserve.read"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId }) => readReserve(context, recruitmentId),
  }),
  defineQuery({
    name: "candidate.list-accepted",
    method: "GET",
    path: "/recruitments/:recruitmentId/accepted",
    summary: "Who was accepted, and what each still lacks to start",
    input: RecruitmentId,
    answer: StartView,
    verb: recruitmentAccess["candidate.list"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId }) => readStart(context, recruitmentId),
  }),
];
