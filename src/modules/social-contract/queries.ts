import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { findOpenCase, personInReach, requirePerson } from "../casework/public.ts";
import { personIdsOf } from "../person/public.ts";
import { contractAccess } from "./access.ts";
import { missingAnnexSignatures } from "./annexes.ts";
import { ContractLine, ContractStart, ContractsOfPerson, ContractView } from "./contract.ts";
import {
  type ContractAnnex,
  type ContractRecord,
  contentOf,
  dayOf,
  isAnnexIntact,
  isIntact,
  nextEvaluationOf,
  requireContract,
  stateOf,
} from "./contractRecord.ts";
import { missingWords } from "./missingRules.ts";
import { contractOpens } from "./opening.ts";
import { personFacts } from "./personFacts.ts";
import { consultationNeed, hasPlace, isCopyMissing, isMember, partySideOf } from "./rules.ts";
import { missingSignatures, signingBlockers } from "./signing.ts";
import { readStatus } from "./status.ts";

/** What is signed: the contract itself or one of its annexes. */
export type PlacesOf = {
  given: readonly Omit<ContractRecord["given"][number], "side">[];
  blocks: ContractRecord["blocks"];
};

/** The blocks on paper in their order, each with its signature or empty. */
export function signaturePlaces(
  contract: ContractRecord,
  { given: signed, blocks }: PlacesOf = contract,
): ContractView["signatures"] {
  const own = blocks.map(({ who, act }) => ({ signedAs: who, side: "PERSON" as const, act }));
  const others = contract.parties.flatMap(({ side, representation }) =>
    side === "PERSON" || (isMember(side) && !hasPlace({ representation }))
      ? []
      : [{ signedAs: side, side, act: "SIGNS" as const }],
  );
  const places: Omit<ContractView["signatures"][number], "name" | "signedOn" | "method" | "hasFile">[] = [
    ...own,
    ...others,
  ];
  // capacity may have changed since: what was signed stays on paper
  for (const { signedAs } of signed)
    if (!places.some((place) => place.signedAs === signedAs))
      places.push({ signedAs, side: partySideOf(signedAs), act: "SIGNS" });
  return places.map((place) => {
    const given = signed.find(({ signedAs }) => signedAs === place.signedAs);
    const { name = null, signedOn = null, method = null, hasFile = false } = given ?? {};
    return { ...place, name, signedOn, method, hasFile };
  });
}

/** Before signing the words that the form asks for, after it the signatures and the copy. */
function missingOf(contract: ContractRecord): readonly string[] {
  if (contract.termination) return [];
  if (contract.frozenHash === null) return missingWords(contract);
  const { statutory, tripartite } = missingSignatures(contract);
  const copy = isCopyMissing(contract.given, contract.signedCopy !== null) ? ["contract.signed_copy_missing"] : [];
  return [...statutory, ...tripartite, ...copy];
}

function annexView(contract: ContractRecord, annex: ContractAnnex): ContractView["annexes"][number] {
  const missing = missingAnnexSignatures(contract, annex);
  const isOpen = annex.state !== "WITHDRAWN" && contract.termination === null;
  return {
    ...annex,
    signatures: signaturePlaces(contract, annex),
    missing: isOpen ? [...missing.statutory, ...missing.tripartite] : [],
    intact: isAnnexIntact(contract, annex),
  };
}

function viewOf(context: WorkContext, contract: ContractRecord): ContractView {
  const content = contentOf(contract);
  return {
    ...contract,
    tripartite: contract.parties.some(({ side }) => side === "LEAD"),
    state: stateOf(contract),
    signedOn: dayOf(contract, "SIGNED"),
    activeFrom: dayOf(contract, "ACTIVE"),
    endedOn: contract.termination?.endedOn ?? null,
    nextEvaluation: contract.termination ? null : nextEvaluationOf(contract),
    homelessByFile: contract.facts.homeless,
    lastPermanentRegistration: contract.facts.shownRegistration,
    consultationNeed: consultationNeed(content),
    signatures: signaturePlaces(contract),
    blockers: contract.frozenHash === null ? [...signingBlockers(contract, context.today)] : [],
    missing: [...missingOf(contract)],
    intact: isIntact(contract),
    annexes: contract.annexes.map((annex) => annexView(contract, annex)),
    opens: contractOpens({ homeless: content.homeless, unemployed: contract.unemployed }),
    signedCopy: contract.signedCopy && { ...contract.signedCopy, frozenAt: instantOf(contract.signedCopy.frozenAt) },
  };
}

/** The worker's unit that concludes contracts, else any of theirs. Source: docs/domain/rules.md R-SC-01 */
async function centreUnitOf(context: WorkContext, unitIds: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select u.id from unit u
    where u.organisation_id = ${context.actor.organisationId} and u.id = any (${[...unitIds]}::uuid[])
    order by u.kind = 'SOCIAL_WORK' desc, u.id limit 1`.execute(context.tx);
  return rows[0]?.id ?? null;
}

/** What a new contract of the person starts from. */
async function readStart(context: WorkContext, personId: string): Promise<ContractStart> {
  await requirePerson(context, contractAccess["contract.write"], personId);
  const facts = await personFacts(context, personId, context.today);
  const { organisationId, unitIds } = context.actor;
  const unitId = await centreUnitOf(context, unitIds);
  const { rows } = await sql<{ name: string; lastCommune: string | null }>`
    select o.name, (
      select c.commune from social_contract as c
      where c.organisation_id = o.id and c.unit_id = ${unitId}
      order by c.year desc, c.no desc limit 1
    ) as "lastCommune"
    from organisation as o where o.id = ${organisationId}`.execute(context.tx);
  return {
    personName: facts.name,
    homelessByFile: facts.homeless,
    lastPermanentRegistration: facts.shownRegistration,
    caseId: (await findOpenCase(context, personId)) ?? null,
    unitId,
    centreName: rows[0]?.name ?? "",
    lastCommune: rows[0]?.lastCommune ?? null,
  };
}

export const contractQueries = [
  defineQuery({
    name: "contract.read",
    method: "GET",
    path: "/contracts/:contractId",
    summary: "One social contract with what still blocks its signing",
    input: z.strictObject({ contractId: z.uuid() }),
    answer: ContractView,
    verb: contractAccess["contract.read"],
    audit: ({ contractId }, { personId }) => ({
      objectType: "contract",
      objectId: contractId,
      personId,
      section: "SOCIAL",
    }),
    run: async (context, { contractId }) =>
      viewOf(context, await requireContract(context, contractAccess["contract.read"], contractId)),
  }),
  defineQuery({
    name: "contract.list",
    method: "GET",
    path: "/people/:personId/contracts",
    summary: "Where a person's contracts stand; no words of theirs",
    input: z.strictObject({ personId: z.uuid() }),
    answer: ContractsOfPerson,
    verb: contractAccess["contract.status"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: async (context, { personId }) => {
      const relation = await requirePerson(context, contractAccess["contract.status"], personId);
      const own = await personIdsOf(context, personId);
      const ofFamily = sql`exists (select from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id
        and x.person_id = any (${own}::uuid[])) and ${personInReach(context, contractAccess["contract.status"], sql`c.person_id`)}`;
      const lines = await readStatus(context, sql`(c.person_id = any (${own}::uuid[]) or ${ofFamily})`);
      return {
        contracts: lines.map((line) => ({ ...line, asMember: !own.includes(line.personId) })),
        mayRead: may(context.actor, contractAccess["contract.read"], relation),
        mayWrite: may(context.actor, contractAccess["contract.write"], relation),
      };
    },
  }),
  defineQuery({
    name: "contract.start",
    method: "GET",
    path: "/people/:personId/contract-start",
    summary: "What a new contract of the person starts from",
    input: z.strictObject({ personId: z.uuid() }),
    answer: ContractStart,
    verb: contractAccess["contract.write"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: (context, { personId }) => readStart(context, personId),
  }),
  defineQuery({
    name: "contract.list-mine",
    method: "GET",
    path: "/contracts",
    summary: "Contracts of the people that my units work with",
    input: z.strictObject({}),
    answer: z.object({ contracts: z.array(ContractLine) }),
    verb: contractAccess["contract.list-mine"],
    audit: null,
    run: async (context) => ({
      contracts: await readStatus(
        context,
        personInReach(context, contractAccess["contract.list-mine"], sql`c.person_id`),
      ),
    }),
  }),
];
