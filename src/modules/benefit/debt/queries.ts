import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { getPersonNames } from "../../person/public.ts";
import { benefitAccess } from "../access.ts";
import { namesHidden } from "../list/queries.ts";
import { monthOf, requireUnit } from "../list/reach.ts";
import { DebtsOfUnit } from "./contract.ts";
import { instalmentsNow } from "./rules.ts";
import { agreementsOf, carriedOf, debtLaw, entriesWhere } from "./store.ts";

/** @throws Problem not_found `benefit.not_found` */
async function listDebts(context: WorkContext, unitId: string): Promise<DebtsOfUnit> {
  const unitName = await requireUnit(context, benefitAccess["benefit.list-debts"], unitId);
  const carried = await carriedOf(context, unitId);
  const ids = carried.map(({ personId }) => personId);
  const names = await getPersonNames(context, ids);
  const hidden = await namesHidden(context, ids);
  const ipzsIds = carried.map(({ ipzsId }) => ipzsId);
  const agreements = await agreementsOf(context, ipzsIds);
  const found = await entriesWhere(context, sql`s.ipzs_id = any (${ipzsIds}::uuid[])`);
  const entries = Map.groupBy(found, ({ listId, ipzsId }) => `${listId} ${ipzsId}`);
  const { mayWriteOff, law } = await debtLaw(context);
  const relation = { unit: context.actor.unitIds.includes(unitId) };
  const mayDo = (verb: keyof typeof benefitAccess) => may(context.actor, benefitAccess[verb], relation);
  return {
    unitId,
    unitName,
    debts: carried
      .map(({ personId, listId, month, unitId: _, ...one }) => {
        const number = hidden.get(personId);
        const agreement = agreements.get(one.ipzsId);
        const told = (words: string) => (number === undefined ? words : "");
        return {
          ...one,
          month: monthOf(month),
          personId: number === undefined ? personId : null,
          name: number ?? names.get(personId) ?? "",
          entries: (entries.get(`${listId} ${one.ipzsId}`) ?? []).map(
            ({ listId: _, ipzsId: __, unitId: ___, ...entry }) => ({
              ...entry,
              reason: told(entry.reason),
              withdrawn: entry.withdrawn === null ? null : told(entry.withdrawn),
            }),
          ),
          agreement: agreement
            ? {
                agreedOn: agreement.agreedOn,
                by: agreement.by,
                words: told(agreement.words),
                ...instalmentsNow(agreement.instalments, one.openGrosze, context.today),
              }
            : null,
        };
      })
      .toSorted((a, b) => Number(b.openGrosze > 0) - Number(a.openGrosze > 0)),
    openGrosze: carried.reduce((sum, { openGrosze }) => sum + openGrosze, 0),
    law: law.map(({ own: _, ...parameter }) => parameter),
    may: {
      repay: mayDo("benefit.repay-debt"),
      decide: mayDo("benefit.agree-instalments"),
      writeOff: mayWriteOff && mayDo("benefit.write-off-debt"),
      readFile: mayDo("benefit.list-of-person"),
    },
  };
}

export const debtQueries = [
  defineQuery({
    name: "benefit.list-debts",
    method: "GET",
    path: "/benefit-units/:unitId/debts",
    summary: "What participants of a unit were paid too much, what was settled of it, and instalments",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: DebtsOfUnit,
    verb: benefitAccess["benefit.list-debts"],
    audit: ({ unitId }) => ({ objectType: "unit", objectId: unitId, section: "BENEFIT" }),
    run: (context, { unitId }) => listDebts(context, unitId),
  }),
];
