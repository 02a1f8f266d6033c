import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { benefitAccess } from "../access.ts";
import { requireUnit } from "../list/reach.ts";
import { AdvancesOfUnit } from "./contract.ts";
import { advancesOf } from "./store.ts";

/** @throws Problem not_found `benefit.not_found` */
async function listAdvances(context: WorkContext, unitId: string): Promise<AdvancesOfUnit> {
  const unitName = await requireUnit(context, benefitAccess["benefit.list-advances"], unitId);
  const found = await advancesOf(context, unitId);
  const relation = { unit: context.actor.unitIds.includes(unitId) };
  return {
    unitId,
    unitName,
    advances: found.map(({ unitId: _, ...advance }) => advance),
    openGrosze: found.reduce((sum, { openGrosze }) => sum + openGrosze, 0),
    may: {
      ask: may(context.actor, benefitAccess["benefit.ask-advance"], relation),
      record: may(context.actor, benefitAccess["benefit.record-advance"], relation),
    },
  };
}

export const advanceQueries = [
  defineQuery({
    name: "benefit.list-advances",
    method: "GET",
    path: "/benefit-units/:unitId/advances",
    summary: "Advances that a unit asked the starosta for, what came of each and what is open",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: AdvancesOfUnit,
    verb: benefitAccess["benefit.list-advances"],
    audit: null,
    run: (context, { unitId }) => listAdvances(context, unitId),
  }),
];
