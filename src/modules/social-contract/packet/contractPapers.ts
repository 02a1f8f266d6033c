import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PacketSource, WaitingPaper } from "../../../platform/documents/packet.ts";
import { translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personInReach } from "../../casework/public.ts";
import { contractAccess } from "../access.ts";
import { annexPdf } from "../annexDocuments.ts";
import { numberOf, partyRank, requireContract } from "../contractRecord.ts";
import { contractPdf } from "../documents.ts";
import { contractMessages } from "../messages.ts";
import { signingBlockers } from "../signing.ts";

const read = contractAccess["packet.read"];
const t = translate(contractMessages, "pl");

type Row = {
  id: string;
  contractId: string;
  personId: string;
  year: number;
  no: number;
  annexNo: number | null;
  since: PlainDate;
  waitsFor: { signedAs: string; name: string }[];
};

/** The blocks of a contract without a name under them: person, who represents the person, centre, lead organisation. */
const blocks = (
  signed: ReturnType<typeof sql>,
) => sql`(select jsonb_agg(jsonb_build_object('signedAs', b.signed_as, 'name', b.name) order by b.rank, b.signed_as)
    from (select x.side as signed_as, case x.side when 'OPS' then coalesce(w.display_name, x.name) when 'PERSON' then x.name else coalesce(x.represented_by, x.name) end as name,
        ${partyRank(sql.ref("x.side"))} * 2 as rank
      from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id
        and not (x.person_id is not null and x.representation is not distinct from 'PARENT_OR_GUARDIAN')
      union all
      select x.representation, x.represented_by, 3 from contract_party x
      where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.side = 'PERSON' and x.representation is not null) b
    where b.signed_as not in (${signed}))`;

const signedContract = sql`select s.signed_as from contract_signature s where s.organisation_id = c.organisation_id and s.contract_id = c.id`;
const signedAnnex = sql`select s.signed_as from contract_annex_signature s where s.organisation_id = c.organisation_id and s.annex_id = a.id`;

function chosen(context: WorkContext, personId: string | null) {
  const inReach = personInReach(context, read, sql`c.person_id`);
  const own = personId === null ? sql`true` : sql`c.person_id = any (same_person(${personId}))`;
  return sql`c.organisation_id = ${context.actor.organisationId} and ${inReach} and ${own}
    and not exists (select from contract_termination e where e.organisation_id = c.organisation_id and e.contract_id = c.id)`;
}

const workerName = sql`left join membership w on w.organisation_id = c.organisation_id and w.account_id = c.social_worker_id`;

const lineOf =
  (kind: string, to: (row: Row) => string) =>
  (row: Row): WaitingPaper => ({
    kind,
    id: `${row.contractId}${row.annexNo === null ? "" : `.${row.id}`}`,
    personId: row.personId,
    number: `${numberOf(row)}${row.annexNo === null ? "" : `/A${row.annexNo}`}`,
    waitsFor: row.waitsFor,
    since: row.since,
    to: to(row),
  });

/** Contracts that the person agreed to and that somebody has not signed yet. Source: docs/domain/rules.md R-SC-02, R-SC-03. */
export const contractsToSign: PacketSource = {
  kind: "CONTRACT",
  waiting: async (context, personId) => {
    const { rows } = await sql<Row>`select * from (
      select c.id, c.id as contract_id, c.person_id, c.year, c.no, null::int as annex_no, ${blocks(signedContract)} as waits_for,
        (select s.on_day from contract_step s where s.organisation_id = c.organisation_id and s.contract_id = c.id and s.to_state = 'AGREED_WITH_PERSON' order by s.step_no desc limit 1) as since
      from social_contract c ${workerName}
      where ${chosen(context, personId)}
        and (select s.to_state from contract_step s where s.organisation_id = c.organisation_id and s.contract_id = c.id order by s.step_no desc limit 1)
          in ('AGREED_WITH_PERSON', 'CONSULTED_WITH_OTHER_OPS', 'SIGNED', 'ACTIVE')) one
      where one.waits_for is not null order by one.since, one.id ${atMost}`.execute(context.tx);
    return rows.map(lineOf("CONTRACT", ({ contractId }) => `/contracts/${contractId}/sign`));
  },
  open: async (context, id, largePrint) => {
    const contract = await requireContract(context, read, id);
    const blockers = contract.frozenHash === null ? signingBlockers(contract, context.today) : [];
    if (blockers.length > 0)
      return { paper: null, blocked: blockers.map((code) => ({ code, text: t.maybe(code) ?? code })) };
    return { paper: await contractPdf(context, contract, largePrint), blocked: null };
  },
};

/** Annexes that wait for signatures of their own. Source: docs/domain/rules.md R-DOC-02. */
export const annexesToSign: PacketSource = {
  kind: "CONTRACT_ANNEX",
  waiting: async (context, personId) => {
    const { rows } = await sql<Row>`select * from (
      select a.id, c.id as contract_id, c.person_id, c.year, c.no, a.annex_no, a.agreed_on as since, ${blocks(signedAnnex)} as waits_for
      from contract_annex a join social_contract c on c.organisation_id = a.organisation_id and c.id = a.contract_id ${workerName}
      where ${chosen(context, personId)} and not exists (select from contract_annex_outcome o
        where o.organisation_id = a.organisation_id and o.annex_id = a.id and o.outcome = 'WITHDRAWN')) one
      where one.waits_for is not null order by one.since, one.id ${atMost}`.execute(context.tx);
    return rows.map(lineOf("CONTRACT_ANNEX", ({ contractId, id }) => `/contracts/${contractId}/annexes/${id}`));
  },
  open: async (context, id, largePrint) => {
    const [contractId = "", annexId] = id.split(".");
    const contract = await requireContract(context, read, contractId);
    const annex = contract.annexes.find((one) => one.id === annexId);
    if (!annex) throw new Problem("not_found", "contract.annex_not_found");
    return { paper: await annexPdf(context, contract, annex, largePrint), blocked: null };
  },
};
