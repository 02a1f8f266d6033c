import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation } from "../../casework/public.ts";
import { annexAccess } from "./access.ts";
import { open, purposes } from "./store.ts";

/**
 * What the person agreed at the last hand-over of a vocational plan that is not closed; a later hand-over without agreement takes it
 * back. Null as well for who does not read the plan. Source: docs/domain/rules.md R-EMP-04
 */
export async function disclosureInPlan(context: WorkContext, personId: string) {
  const relation = await findRelation(context, personId);
  if (!relation || !may(context.actor, annexAccess["vocational-plan.read"], relation)) return null;
  type Row = { id: string; by: string; agreedOn: PlainDate; isAgreed: boolean; sealed: Buffer };
  const { rows } =
    await sql<Row>`select h.id, coalesce(m.display_name, '–') as by, h.handed_on as agreed_on, h.disclosure_agreed as is_agreed, h.sealed
    from plan_annex a join plan_annex_handover h on h.organisation_id = a.organisation_id and h.annex_id = a.id
    left join membership m on m.organisation_id = h.organisation_id and m.account_id = h.handed_by
    where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (same_person(${personId}))
      and (select s.state from plan_step s where s.organisation_id = a.organisation_id and s.plan_id = a.plan_id order by s.no desc limit 1)
        not in ('COMPLETED', 'INTERRUPTED', 'TRANSFERRED')
    order by h.seq desc limit 1`.execute(context.tx);
  const [row] = rows;
  if (!row?.isAgreed) return null;
  const words = z.string().parse(open(context, purposes.handover, row.id, row.sealed));
  return { words, agreedOn: row.agreedOn, by: row.by };
}
