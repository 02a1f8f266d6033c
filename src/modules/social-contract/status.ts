import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { ContractLine } from "./contract.ts";
import { numberOf } from "./contractRecord.ts";
import { nextEvaluation } from "./rules.ts";

type Row = Omit<ContractLine, "number" | "nextEvaluation"> & {
  died: boolean;
  year: number;
  no: number;
  dates: PlainDate[];
  held: number;
};

/** Where contracts stand, newest first, at most 500; no text of theirs is opened. `of` chooses among the rows of `c`. */
export async function readStatus(context: WorkContext, of: RawBuilder<unknown>): Promise<ContractLine[]> {
  const { rows } = await sql<Row>`select c.id, c.year, c.no, c.variant, c.person_id,
      coalesce(p.first_name || coalesce(' ' || p.last_name, ''), p.alias, '#' || p.person_no) as person_name,
      p.death_date is not null as died,
      exists (select from contract_party x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.side = 'LEAD') as tripartite,
      (select x.to_state from contract_step x where x.organisation_id = c.organisation_id and x.contract_id = c.id order by x.step_no desc limit 1) as state,
      (select max(x.on_day) from contract_step x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.to_state = 'SIGNED') as signed_on,
      (select max(x.on_day) from contract_step x where x.organisation_id = c.organisation_id and x.contract_id = c.id and x.to_state = 'ACTIVE') as active_from,
      (select x.ended_on from contract_termination x where x.organisation_id = c.organisation_id and x.contract_id = c.id) as ended_on,
      coalesce((select jsonb_agg(x.due_on order by x.due_on) from contract_evaluation_date x where x.organisation_id = c.organisation_id and x.contract_id = c.id), '[]') as dates,
      (select count(*)::int from contract_evaluation x where x.organisation_id = c.organisation_id and x.contract_id = c.id) as held
    from social_contract c join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where c.organisation_id = ${context.actor.organisationId} and ${of}
    order by c.drafted_on desc, c.id desc ${atMost}`.execute(context.tx);
  return rows.map(({ year, no, dates, held, died, ...row }) => ({
    ...row,
    number: numberOf({ year, no }),
    nextEvaluation: row.endedOn === null && !died ? nextEvaluation(dates, held) : null,
  }));
}
