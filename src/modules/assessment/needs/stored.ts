import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { Need } from "./contract.ts";

const purpose = "assessment.need";

export function seal(context: WorkContext, recordId: string, text: string): Buffer {
  return Buffer.from(
    context.keys.encryptFor(context.actor.organisationId, purpose, Buffer.from(text, "utf8"), recordId),
  );
}

/** `hex` as PostgreSQL writes bytes inside JSON: `\x…`. */
function open(context: WorkContext, recordId: string, hex: string): string {
  const sealed = Buffer.from(hex.slice(2), "hex");
  return Buffer.from(context.keys.decryptFor(context.actor.organisationId, purpose, sealed, recordId)).toString("utf8");
}

type Service = { id: string; form: string; sealed: string; since: PlainDate; until: PlainDate | null };
type Row = Omit<Need, "text" | "services"> & { sealed: string; services: Service[] };

/** Needs of a case, open ones first, then as they were found. Opens sealed text: the caller has asked whether the reader may. */
export async function needsOf(context: WorkContext, caseId: string): Promise<Need[]> {
  const { rows } =
    await sql<Row>`select n.id, n.sphere, n.found_on, n.sealed::text as sealed, coalesce(m.display_name, '–') as by,
      case when e.need_id is null then null else jsonb_build_object('outcome', e.outcome, 'on', e.ended_on) end as ended,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'form', s.form, 'sealed', s.sealed::text, 'since', s.since, 'until', x.ended_on)
          order by s.since, s.id)
        from need_service s left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
        where s.organisation_id = n.organisation_id and s.need_id = n.id), '[]') as services
    from diagnosed_need n
    left join diagnosed_need_ending e on e.organisation_id = n.organisation_id and e.need_id = n.id
    left join membership m on m.organisation_id = n.organisation_id and m.account_id = n.recorded_by
    where n.organisation_id = ${context.actor.organisationId} and n.case_id = ${caseId}
    order by e.need_id is not null, n.found_on, n.id ${atMost}`.execute(context.tx);
  return rows.map(({ sealed, services, ...row }) =>
    Need.parse({
      ...row,
      text: open(context, row.id, sealed),
      services: services.map(({ sealed: provider, ...service }) => ({
        ...service,
        provider: open(context, service.id, provider),
      })),
    }),
  );
}
