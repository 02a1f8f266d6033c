import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { type ParameterRow, ParametersView, SetParameter } from "./contract.ts";

/** Every row, own and general, newest first within a code. */
async function findParameters(context: WorkContext): Promise<ParameterRow[]> {
  const { rows } =
    await sql<ParameterRow>`select code, valid_from, value::text as value, unit, source, verified, null as note, true as own
      from organisation_parameter where organisation_id = ${context.actor.organisationId}
    union all
    select code, valid_from, value::text, unit, source, verified, note, false from legal_parameter
    order by code, own desc, valid_from desc ${atMost}`.execute(context.tx);
  return rows;
}

/**
 * Sets the organisation's own value of a general parameter from a day on. Past months stay explained: a row that already
 * held yesterday is never changed, a new one takes over.
 * @throws Problem not_found `parameter.unknown` | refused `parameter.in_past`
 */
async function setParameter(context: CommandContext, payload: SetParameter): Promise<Done> {
  const { organisationId, accountId: recordedBy } = context.actor;
  const { code, validFrom, value, source, verified } = payload;
  const { rows } = await sql<{ unit: string }>`select unit from legal_parameter where code = ${code} limit 1`.execute(
    context.tx,
  );
  const [general] = rows;
  if (!general) throw new Problem("not_found", "parameter.unknown");
  if (validFrom < context.today) throw new Problem("refused", "parameter.in_past");
  await sql`insert into organisation_parameter (organisation_id, code, valid_from, value, unit, source, verified, recorded_by)
    values (${organisationId}, ${code}, ${validFrom}, ${value}::numeric, ${general.unit}, ${source}, ${verified}, ${recordedBy})
    on conflict on constraint organisation_parameter_key do update set value = excluded.value, source = excluded.source,
      verified = excluded.verified, recorded_by = excluded.recorded_by, recorded_at = ${context.now}, version = organisation_parameter.version + 1`.execute(
    context.tx,
  );
  const about = { type: "parameter", id: organisationId };
  return { ids: {}, about, detail: { code, validFrom, value, verified } };
}

export const parameterCommands = [
  defineCommand({
    type: "parameter.set",
    v: 1,
    summary: "Sets the organisation's own value of a parameter from a day on",
    payload: SetParameter,
    verb: organisationAccess["parameter.write"],
    run: setParameter,
  }),
];

export const parameterQueries = [
  defineQuery({
    name: "parameter.list",
    method: "GET",
    path: "/parameters",
    summary: "Amounts, rates, limits and thresholds with their days, sources and own values",
    input: z.strictObject({}),
    answer: ParametersView,
    verb: organisationAccess["parameter.read"],
    audit: null,
    run: async (context) => ({ rows: await findParameters(context) }),
  }),
];
