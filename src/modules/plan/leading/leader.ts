import { type RawBuilder, sql } from "kysely";
import type { LeadingPart } from "./codes.ts";

/** SQL: who leads a part of the plan whose id `planId` holds, while `first` is who began it. */
export const currentLeader = (
  planId: RawBuilder<unknown>,
  part: RawBuilder<unknown> | LeadingPart,
  organisationId: RawBuilder<unknown>,
  first: RawBuilder<unknown>,
): RawBuilder<string> => sql<string>`coalesce((select leading_now.led_by from plan_leading leading_now
  where leading_now.organisation_id = ${organisationId} and leading_now.plan_id = ${planId} and leading_now.part = ${part}
  order by leading_now.no desc limit 1), ${first})`;
