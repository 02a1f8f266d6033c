import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { Moment } from "./codes.ts";
import { type InterpersonalPathView, type MeasureView, PathLevels } from "./contract.ts";
import { standing } from "./rules.ts";
import { open, purposes } from "./store.ts";

const Sealed = z.object({ levels: PathLevels, reason: z.string().nullable() });

/** All measurements of a path, by day and then as they were recorded; corrected ones too. */
export async function readMeasures(context: WorkContext, annexId: string): Promise<MeasureView[]> {
  const { rows } = await sql<{
    id: string;
    moment: Moment;
    measuredOn: PlainDate;
    measuredBy: string;
    corrects: string | null;
    sealed: Buffer;
  }>`
    select p.id, p.moment, p.measured_on, coalesce(m.display_name, '–') as measured_by, p.corrects_id as corrects, p.sealed
    from path_measure p left join membership m on m.organisation_id = p.organisation_id and m.account_id = p.measured_by
    where p.organisation_id = ${context.actor.organisationId} and p.annex_id = ${annexId} order by p.measured_on, p.seq ${atMost}`.execute(
    context.tx,
  );
  const counting = new Set(standing(rows).map(({ id }) => id));
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    ...Sealed.parse(open(context, purposes.measure, row.id, sealed)),
    counts: counting.has(row.id),
  }));
}

/** Of which path a measurement is; undefined: none of this organisation. */
export async function findMeasurePath(
  context: WorkContext,
  measureId: string,
): Promise<{ annexId: string; moment: Moment } | undefined> {
  const { rows } = await sql<{ annexId: string; moment: Moment }>`select annex_id, moment from path_measure
    where organisation_id = ${context.actor.organisationId} and id = ${measureId}`.execute(context.tx);
  return rows[0];
}

/** Rises of a path that were offered as soft outcomes, oldest first. */
export async function offersOf(context: WorkContext, annexId: string) {
  const { rows } = await sql<NonNullable<InterpersonalPathView["annex"]>["offers"][number]>`
    select evidence_id, competence, after_id, offered_on as on from path_outcome_offer
    where organisation_id = ${context.actor.organisationId} and annex_id = ${annexId} order by offered_on, evidence_id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}
