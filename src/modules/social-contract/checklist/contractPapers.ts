import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { PaperSource } from "../../../platform/documents/packet.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personFacts } from "../personFacts.ts";
import { consultationNeed } from "../rules.ts";

type Row = {
  id: string;
  commune: string;
  homeless: boolean;
  unemployed: boolean;
  tripartite: boolean;
  signedOn: PlainDate | null;
  copyOn: PlainDate | null;
  consultedOn: PlainDate | null;
};

/** The person's newest contract that has not ended. */
async function findRunning(context: WorkContext, personId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select c.id, c.commune, c.homeless, c.unemployed,
      (select max(s.on_day) from contract_step s where s.organisation_id = c.organisation_id and s.contract_id = c.id and s.to_state = 'SIGNED') as signed_on,
      exists (select from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.side = 'LEAD') as tripartite,
      coalesce(
        (select (d.frozen_at at time zone 'Europe/Warsaw')::date from contract_document d where d.organisation_id = c.organisation_id and d.contract_id = c.id and d.kind = 'SIGNED_COPY'),
        (select case when bool_and(p.file_id is not null) then max(g.signed_on) end from contract_signature g
          left join signature_proof p on p.organisation_id = g.organisation_id and p.id = g.id
          where g.organisation_id = c.organisation_id and g.contract_id = c.id)) as copy_on,
      (select x.consulted_on from contract_consultation x where x.organisation_id = c.organisation_id and x.contract_id = c.id order by x.recorded_at desc, x.id desc limit 1) as consulted_on
    from social_contract c where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(${personId}))
      and not exists (select from contract_termination e where e.organisation_id = c.organisation_id and e.contract_id = c.id)
    order by c.drafted_on desc, c.id desc limit 1`.execute(context.tx);
  return rows[0];
}

/** The contract, its signed copy (or a file with each signature, as long as it is signed) and the consultation. Source: docs/domain/rules.md R-SC-02, R-DOC-02. */
export const papersOfContract: PaperSource = async (context, personId) => {
  const contract = await findRunning(context, personId);
  const to = contract ? `/contracts/${contract.id}` : null;
  return [
    { code: "CONTRACT", since: contract?.signedOn ?? null, to },
    { code: "SIGNED_COPY", since: contract?.copyOn ?? null, to },
    { code: "CONSULTATION", since: contract?.consultedOn ?? null, to: to && `${to}/consultation` },
  ];
};

/** What the contract makes other papers depend on. Source: docs/domain/rules.md R-JUR-03, R-SC-05. */
export async function conditionsOfContract(context: WorkContext, personId: string): Promise<readonly string[]> {
  const contract = await findRunning(context, personId);
  if (!contract) return [];
  const facts = await personFacts(context, personId, context.today);
  const need = consultationNeed({
    homeless: contract.homeless || facts.homeless,
    commune: contract.commune,
    lastPermanentRegistration: facts.lastPermanentRegistration,
  });
  return [
    ...(contract.unemployed ? ["UNEMPLOYED", "INSURANCE"] : []),
    ...(contract.tripartite ? ["TRIPARTITE"] : []),
    ...(need === "NEEDED" ? ["CONSULTATION_NEEDED"] : []),
  ];
}
