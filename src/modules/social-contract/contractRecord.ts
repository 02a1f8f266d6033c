import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { lockRow, type WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import type { SignatureMethod } from "../../platform/signatures/methods.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation } from "../casework/public.ts";
import type { SignatoryRole, SignatureBlock } from "../person/rules.ts";
import { concluders } from "./access.ts";
import { runningDuties } from "./annexRules.ts";
import type { ContractView, Party, SignedAs } from "./contract.ts";
import { factsOfPeople, type PersonFacts, personFacts } from "./personFacts.ts";
import {
  type ContractContent,
  type ContractSide,
  type ContractState,
  type FamilyMember,
  frozenText,
  isMember,
  nextEvaluation,
  type PartySide,
} from "./rules.ts";
import { unseal } from "./sealedText.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;
type Texts = Pick<ContractView, "situation" | "resources" | "barriers" | "actionsSoFar" | "unemployment">;

type GivenSignature = {
  signedAs: SignedAs;
  side: PartySide;
  name: string;
  signedOn: PlainDate;
  method: SignatureMethod;
  /** Whether a scan or a checked signed file lies with it. */
  hasFile: boolean;
};

/** An annex with the names under it; each knows the hash of the words that it stands under. `blocks`: the person's, as for the contract. */
export type ContractAnnex = Pick<
  ContractView["annexes"][number],
  "id" | "annexNo" | "agreedOn" | "what" | "evaluationId" | "hasFile" | "state" | "onDay" | "ends"
> & { given: (Omit<GivenSignature, "side"> & { sha256: string })[]; blocks: readonly SignatureBlock[] };

/** One contract as it lies in the database, its texts opened. `facts` are those of today. */
export type ContractRecord = Pick<
  ContractView,
  | "id"
  | "personId"
  | "caseId"
  | "unitId"
  | "variant"
  | "commune"
  | "homeless"
  | "unemployed"
  | "pupReferral"
  | "consequences"
  | "socialWorkerId"
  | "socialWorkerName"
  | "version"
  | "parties"
  | "goals"
  | "duties"
  | "evaluationDates"
  | "consultation"
  | "requests"
  | "contacts"
  | "steps"
  | "signedCopy"
  | "evaluations"
  | "termination"
> &
  Texts & {
    number: string;
    /** False when the account is not, or no longer, a social worker's. */
    workerIsSocialWorker: boolean;
    concludedIn: ContractContent["concludedIn"];
    changedIn: Record<string, number>;
    goalsChangedIn: Record<string, number>;
    dutiesChangedIn: Record<string, number>;
    given: GivenSignature[];
    annexes: ContractAnnex[];
    frozenHash: string | null;
    frozenSealed: string | null;
    facts: PersonFacts;
    /** The person's blocks on the day of the first signature, else today: a guardian appointed later opens nothing again (R-CAP-05). */
    blocks: readonly SignatureBlock[];
    /** Further members of the family, with their blocks of the same day. */
    members: FamilyMember[];
  };

type Sealed<T, K extends string> = Omit<T, K> & Record<K, string | null>;
type Row = Omit<
  ContractRecord,
  | "goals"
  | "duties"
  | "annexes"
  | "evaluations"
  | "consultation"
  | "contacts"
  | "termination"
  | "facts"
  | "blocks"
  | "members"
> & {
  year: number;
  no: number;
  goals: (Sealed<ContractRecord["goals"][number], "what" | "effect"> & { changedIn: number })[];
  duties: (Sealed<Omit<ContractRecord["duties"][number], "running">, "what"> & { changedIn: number })[];
  contacts: Sealed<ContractRecord["contacts"][number], "phone">[];
  annexes: Sealed<Omit<ContractRecord["annexes"][number], "blocks">, "what">[];
  evaluations: Sealed<ContractRecord["evaluations"][number], "personSaid" | "conclusion" | "change">[];
  consultation: (NonNullable<ContractRecord["consultation"]> & { id: string }) | null;
  termination: ContractRecord["termination"];
};

/** A signature's proof has its id. */
const hasProofFile = (signatureId: ReturnType<typeof sql.ref>) =>
  sql`exists (select from signature_proof p where p.organisation_id = c.organisation_id and p.id = ${signatureId} and p.file_id is not null)`;

/** The person, the rest of the family, the centre, the third party. */
export const partyRank = (side: ReturnType<typeof sql.ref>) =>
  sql`coalesce(array_position(array['PERSON', 'FAMILY', 'OPS', 'LEAD'], ${side}), 2)`;

async function findRow(context: WorkContext, contractId: string): Promise<Row | undefined> {
  const { rows } =
    await sql<Row>`select c.id, c.person_id, c.case_id, c.unit_id, c.year, c.no, c.variant, c.commune, c.homeless, c.unemployed, c.pup_referral,
      c.consequences, c.social_worker_id, c.version, c.changed_in, w.display_name as social_worker_name,
      exists (select from membership_role r where r.organisation_id = c.organisation_id and r.account_id = c.social_worker_id
        and r.role = any (${Object.keys(concluders)}::text[])) as worker_is_social_worker,
      (select jsonb_build_object('organisationKind', o.kind, 'unitKind', u.kind) from unit u join organisation o on o.id = u.organisation_id
        where u.organisation_id = c.organisation_id and u.id = c.unit_id) as concluded_in,
      encode(c.situation, 'base64') as situation, encode(c.resources, 'base64') as resources, encode(c.barriers, 'base64') as barriers, encode(c.actions_so_far, 'base64') as actions_so_far,
      encode(c.unemployment, 'base64') as unemployment,
      coalesce((select jsonb_agg(jsonb_build_object('side', x.side, 'name', x.name, 'actsAs', x.acts_as, 'representedBy', x.represented_by, 'representation', x.representation)
          || case when x.person_id is null then '{}' else jsonb_build_object('personId', x.person_id) end
          order by ${partyRank(sql.ref("x.side"))}, x.side)
        from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as parties,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'rank', x.rank, 'what', encode(x.what, 'base64'), 'effect', encode(x.effect, 'base64'), 'changedIn', x.changed_in) order by x.rank, x.id)
        from contract_goal x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as goals,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'side', x.side, 'what', encode(x.what, 'base64'), 'dueOn', x.due_on, 'sphere', x.sphere, 'annexId', x.annex_id, 'changedIn', x.changed_in) order by x.id)
        from contract_duty x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as duties,
      coalesce((select jsonb_agg(jsonb_build_object('dueOn', x.due_on, 'annexId', x.annex_id) order by x.due_on)
        from contract_evaluation_date x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as evaluation_dates,
      (select jsonb_build_object('id', x.id, 'centre', x.centre, 'commune', x.commune, 'consultedOn', x.consulted_on, 'reference', x.reference, 'reason', encode(x.reason, 'base64'))
        from contract_consultation x where x.organisation_id = c.organisation_id and x.contract_id = c.id order by x.recorded_at desc, x.id desc limit 1) as consultation,
      (select jsonb_agg(jsonb_build_object('toState', x.to_state, 'onDay', x.on_day, 'byName', m.display_name) order by x.step_no)
        from contract_step x left join membership m on m.organisation_id = x.organisation_id and m.account_id = x.by_id
        where x.organisation_id = c.organisation_id and x.contract_id = c.id) as steps,
      coalesce((select jsonb_agg(jsonb_build_object('signedAs', x.signed_as, 'side', x.side, 'name', x.name, 'signedOn', x.signed_on, 'method', x.method, 'hasFile', ${hasProofFile(sql.ref("x.id"))}) order by x.signed_on, x.id)
        from contract_signature x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as given,
      encode(f.sha256, 'hex') as frozen_hash, encode(f.content, 'base64') as frozen_sealed,
      (select jsonb_build_object('sha256', encode(x.sha256, 'hex'), 'frozenAt', x.frozen_at) from contract_document x
        where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.kind = 'SIGNED_COPY') as signed_copy,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'annexNo', x.annex_no, 'agreedOn', x.agreed_on, 'what', encode(x.what, 'base64'), 'evaluationId', x.evaluation_id, 'hasFile', x.file_id is not null,
          'state', coalesce(o.outcome, 'WAITING'), 'onDay', o.on_day,
          'ends', (select coalesce(jsonb_agg(jsonb_build_object('dutyId', e.duty_id, 'replacedBy', e.replaced_by) order by e.duty_id), '[]') from contract_duty_end e
            where e.organisation_id = x.organisation_id and e.annex_id = x.id),
          'given', (select coalesce(jsonb_agg(jsonb_build_object('signedAs', s.signed_as, 'name', s.name, 'signedOn', s.signed_on, 'method', s.method, 'hasFile', ${hasProofFile(sql.ref("s.id"))}, 'sha256', encode(s.sha256, 'hex')) order by s.signed_on, s.id), '[]')
            from contract_annex_signature s where s.organisation_id = x.organisation_id and s.annex_id = x.id)) order by x.annex_no)
        from contract_annex x left join contract_annex_outcome o on o.organisation_id = x.organisation_id and o.annex_id = x.id where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as annexes,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'centre', x.centre, 'commune', x.commune, 'askedOn', x.asked_on, 'channel', x.channel, 'answerBy', x.answer_by) order by x.recorded_at desc, x.id desc)
        from contract_consultation_request x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as requests,
      coalesce((select jsonb_agg(jsonb_build_object('side', x.side, 'phone', encode(x.phone, 'base64')) order by ${partyRank(sql.ref("x.side"))}, x.side)
        from contract_contact x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as contacts,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'heldOn', x.held_on, 'personSaid', encode(x.person_said, 'base64'), 'conclusion', encode(x.conclusion, 'base64'), 'change', encode(x.change, 'base64'),
          'results', (select coalesce(jsonb_agg(jsonb_build_object('dutyId', r.duty_id, 'result', r.result) order by r.duty_id), '[]') from contract_evaluation_result r
            where r.organisation_id = x.organisation_id and r.evaluation_id = x.id)) order by x.held_on, x.id)
        from contract_evaluation x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as evaluations,
      (select jsonb_build_object('endedOn', x.ended_on, 'reason', x.reason, 'heardOn', x.heard_on, 'note', encode(x.note, 'base64'))
        from contract_termination x where x.organisation_id = c.organisation_id and x.contract_id = c.id) as termination
    from social_contract c
    left join membership w on w.organisation_id = c.organisation_id and w.account_id = c.social_worker_id
    left join contract_document f on f.organisation_id = c.organisation_id and f.contract_id = c.id and f.kind = 'CONTENT'
    where c.organisation_id = ${context.actor.organisationId} and c.id = ${contractId}`.execute(context.tx);
  return rows[0];
}

/**
 * One contract that the actor may reach with `verb`, with its texts opened.
 * @throws Problem not_found `contract.not_found`, also when the person is out of reach
 */
export async function requireContract(context: WorkContext, verb: Verb, contractId: string): Promise<ContractRecord> {
  const row = await findRow(context, contractId);
  if (!row) throw new Problem("not_found", "contract.not_found");
  const relation = await findRelation(context, row.personId);
  requireReach(context.actor, verb, relation ?? {}, "contract.not_found");
  const open = (place: string, sealed: string | null) => unseal(context, place, sealed);
  const openText = (place: string, sealed: string | null) => open(place, sealed) ?? "";
  const { consultation, termination } = row;
  const facts = await personFacts(context, row.personId, context.today);
  const day = firstDayOf(row.given) ?? context.today;
  const family = row.parties.flatMap(({ personId }) => personId ?? []);
  const factsOfFamily = await factsOfPeople(context, family, context.today);
  const isHidden = facts.lastPermanentRegistration !== null && facts.shownRegistration === null;
  const running = new Set(runningDuties(row.duties, row.annexes).map(({ id }) => id));
  return {
    ...row,
    number: numberOf(row),
    situation: open(`${row.id}/situation`, row.situation),
    resources: open(`${row.id}/resources`, row.resources),
    barriers: open(`${row.id}/barriers`, row.barriers),
    actionsSoFar: open(`${row.id}/actionsSoFar`, row.actionsSoFar),
    unemployment: open(`${row.id}/unemployment`, row.unemployment),
    goals: row.goals.map((goal) => ({
      id: goal.id,
      rank: goal.rank,
      what: openText(`${goal.id}/what`, goal.what),
      effect: open(`${goal.id}/effect`, goal.effect),
    })),
    goalsChangedIn: Object.fromEntries(row.goals.map(({ id, changedIn }) => [id, changedIn])),
    duties: row.duties.map((duty) => ({
      id: duty.id,
      side: duty.side,
      what: openText(`${duty.id}/what`, duty.what),
      dueOn: duty.dueOn,
      sphere: duty.sphere,
      annexId: duty.annexId,
      running: running.has(duty.id),
    })),
    dutiesChangedIn: Object.fromEntries(row.duties.map(({ id, changedIn }) => [id, changedIn])),
    annexes: row.annexes.map((annex) => ({
      ...annex,
      what: openText(`${annex.id}/what`, annex.what),
      blocks: facts.blocksOn(firstDayOf(annex.given) ?? context.today),
    })),
    evaluations: row.evaluations.map((one) => ({
      ...one,
      personSaid: open(`${one.id}/personSaid`, one.personSaid),
      conclusion: openText(`${one.id}/conclusion`, one.conclusion),
      change: open(`${one.id}/change`, one.change),
    })),
    consultation: consultation && { ...consultation, reason: open(`${consultation.id}/reason`, consultation.reason) },
    termination: termination && { ...termination, note: open(`${row.id}/termination`, termination.note) },
    requests: row.requests.map((one) => (isHidden ? { ...one, centre: null, commune: null } : one)),
    contacts: row.contacts.map(({ side, phone }) => ({ side, phone: open(`${row.id}/phone/${side}`, phone) })),
    facts,
    blocks: facts.blocksOn(day),
    members: row.parties.flatMap(({ side, representation, personId }) =>
      isMember(side)
        ? [{ side, representation, blocks: (personId && factsOfFamily.get(personId)?.blocksOn(day)) || [] }]
        : [],
    ),
  };
}

const firstDayOf = (given: readonly { signedOn: PlainDate }[]): PlainDate | null =>
  given.reduce<PlainDate | null>(
    (first, { signedOn }) => (first !== null && first <= signedOn ? first : signedOn),
    null,
  );

/** Locks the contract, then reads it. @throws Problem not_found `contract.not_found` */
export async function lockContract(context: WorkContext, verb: Verb, contractId: string): Promise<ContractRecord> {
  await lockRow(context, "social_contract", contractId, "contract.not_found");
  return requireContract(context, verb, contractId);
}

export function numberOf({ year, no }: { year: number; no: number }): string {
  return `KS/${year}/${String(no).padStart(3, "0")}`;
}

export function stateOf(contract: Pick<ContractRecord, "steps">): ContractState {
  return contract.steps.at(-1)?.toState ?? "DRAFT";
}

/** The day of the last step to `state`, or null. */
export function dayOf(contract: Pick<ContractRecord, "steps">, state: ContractState): PlainDate | null {
  return contract.steps.findLast(({ toState }) => toState === state)?.onDay ?? null;
}

export function nextEvaluationOf(
  contract: Pick<ContractRecord, "evaluationDates" | "evaluations" | "annexes">,
): PlainDate | null {
  const waiting = new Set(contract.annexes.filter(({ state }) => state !== "IN_FORCE").map(({ id }) => id));
  const dates = contract.evaluationDates.filter(({ annexId }) => annexId === null || !waiting.has(annexId));
  return nextEvaluation(
    dates.map(({ dueOn }) => dueOn),
    contract.evaluations.length,
  );
}

/** The sides that promise something. */
export function sidesOf({ parties }: Pick<ContractRecord, "parties">): ContractSide[] {
  return parties.flatMap(({ side }) => (isMember(side) ? [] : [side]));
}

/** The contract as the rules ask about it. */
export function contentOf(contract: ContractRecord): ContractContent {
  const { facts, consultation } = contract;
  const own = (party: Party) => party.side === "PERSON" && party.representation !== null;
  return {
    variant: contract.variant,
    parties: sidesOf(contract),
    members: contract.members,
    socialWorkerId: contract.workerIsSocialWorker ? contract.socialWorkerId : null,
    concludedIn: contract.concludedIn,
    duties: contract.duties.filter(({ annexId }) => annexId === null),
    evaluationDates: contract.evaluationDates.map(({ dueOn }) => dueOn),
    consequences: contract.consequences,
    homeless: contract.homeless || facts.homeless,
    commune: contract.commune,
    lastPermanentRegistration: facts.lastPermanentRegistration,
    consultedOn: consultation?.consultedOn ?? null,
    consultedCommune: consultation?.commune ?? null,
    noConsultationReason: consultation?.reason ?? null,
    signatureBlocks: contract.blocks,
    representatives: contract.parties
      .filter(own)
      .flatMap(({ representation }): SignatoryRole[] => (representation ? [representation] : [])),
  };
}

/** The signed words, in one canonical text: what annexes add later is not among them. */
export function signedWords(contract: ContractRecord): string {
  const first = ({ annexId }: { annexId: string | null }) => annexId === null;
  return frozenText({
    number: contract.number,
    variant: contract.variant,
    socialWorkerId: contract.socialWorkerId,
    commune: contract.commune,
    parties: contract.parties,
    situation: contract.situation,
    resources: contract.resources,
    barriers: contract.barriers,
    actionsSoFar: contract.actionsSoFar,
    goals: contract.goals,
    duties: contract.duties.filter(first).map(({ id, side, what, dueOn }) => ({ id, side, what, dueOn })),
    evaluationDates: contract.evaluationDates.filter(first).map(({ dueOn }) => dueOn),
    consequences: contract.consequences,
    pupReferral: contract.pupReferral,
    consultation: contract.consultation,
    // left out where there is none, so that what was signed before there was a part IB keeps its hash
    unemployment: contract.unemployment === null ? undefined : [contract.unemployed, contract.unemployment],
  });
}

/** The words of one annex, in one canonical text: what it says, the duties it adds and ends, its evaluation days. */
export function annexWords(contract: ContractRecord, annex: ContractAnnex): string {
  const own = ({ annexId }: { annexId: string | null }) => annexId === annex.id;
  return frozenText({
    number: contract.number,
    annexNo: annex.annexNo,
    agreedOn: annex.agreedOn,
    what: annex.what,
    duties: contract.duties.filter(own).map(({ id, side, what, dueOn }) => ({ id, side, what, dueOn })),
    ends: annex.ends,
    evaluationDates: contract.evaluationDates.filter(own).map(({ dueOn }) => dueOn),
  });
}

/** Whether an annex still says what everybody signed who did. Source: docs/domain/rules.md R-DOC-02. */
export function isAnnexIntact(contract: ContractRecord, annex: ContractAnnex): boolean {
  const hash = annex.given.length > 0 ? hashOf(annexWords(contract, annex)) : "";
  return annex.given.every(({ sha256 }) => sha256 === hash);
}

/** SHA-256, hex. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether the words are still those that were signed; true before anybody signed. Source: docs/domain/rules.md R-DOC-02. */
export function isIntact(contract: ContractRecord): boolean {
  return contract.frozenHash === null || contract.frozenHash === hashOf(signedWords(contract));
}
