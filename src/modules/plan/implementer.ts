import { z } from "zod";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { invalidAt } from "../../platform/problem.ts";
import { sheltersOf } from "../facility/public.ts";
import { listPartners } from "../partnership/public.ts";
import { planAccess } from "./access.ts";
import type { PlanDescription } from "./contract.ts";

const known = z.array(z.object({ id: z.uuid(), name: z.string() }));
/** Who can carry a programme out, from our own records: ourselves, our shelters, our partners. */
export const Implementers = z.object({ OPS: known, SHELTER: known, LEAD_ORGANISATION: known });
export type Implementers = z.infer<typeof Implementers>;

async function readImplementers(context: WorkContext): Promise<Implementers> {
  const { organisationId } = context.actor;
  const own = await context.tx
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
  const [shelters, partners] = [await sheltersOf(context), await listPartners(context)];
  return { OPS: [own], SHELTER: [...shelters, ...partners], LEAD_ORGANISATION: [own, ...partners] };
}

/**
 * The description with the name of the chosen record, as it reads today; without a record what was written stands.
 * @throws Problem invalid `plan.implementer_not_found`
 */
export async function withImplementer<D extends PlanDescription>(context: WorkContext, description: D): Promise<D> {
  const { implementer, implementerId } = description;
  if (!implementerId) return description;
  const chosen = (await readImplementers(context))[implementer].find(({ id }) => id === implementerId);
  if (!chosen) throw invalidAt("payload.implementerId", "plan.implementer_not_found");
  return { ...description, implementerName: chosen.name };
}

export const implementerQueries = [
  defineQuery({
    name: "plan.list-implementers",
    method: "GET",
    path: "/plan-implementers",
    summary: "Who can carry a programme out: ourselves, our shelters, our partners",
    input: z.strictObject({}),
    answer: Implementers,
    verb: planAccess["plan.list-implementers"],
    audit: null,
    run: readImplementers,
  }),
];
