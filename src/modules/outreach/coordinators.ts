import { sql } from "kysely";
import type { Tx } from "../../platform/db.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** A task for each coordinator of a team who works there on `today`, but for those in `except`. `kind` is the message key of its line. */
export async function tellCoordinators(
  tx: Tx,
  of: { organisationId: string; unitId: string; today: PlainDate },
  task: {
    kind: string;
    detail: Record<string, unknown>;
    dueOn: PlainDate;
    source: { type: string; id: string };
    except: readonly string[];
  },
): Promise<void> {
  await sql`insert into task (organisation_id, id, owner_id, kind, detail, due_on, source_type, source_id, created_by)
    select m.organisation_id, gen_random_uuid(), m.account_id, ${task.kind}, ${JSON.stringify(task.detail)}::jsonb, ${task.dueOn},
      ${task.source.type}, ${task.source.id}, m.account_id
    from membership m
      join membership_unit u on u.organisation_id = m.organisation_id and u.account_id = m.account_id and u.unit_id = ${of.unitId}
      join membership_role r on r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = 'OUTREACH_COORDINATOR'
    where m.organisation_id = ${of.organisationId} and m.ended_at is null and m.held_at is null and m.valid_from <= ${of.today}
      and coalesce(m.valid_until, ${of.today}) >= ${of.today} and m.account_id <> all (${[...task.except]}::uuid[])`.execute(
    tx,
  );
}
