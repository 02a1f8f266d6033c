import { type RawBuilder, sql } from "kysely";
import type { Tx } from "./db.ts";
import { Problem } from "./problem.ts";
import type { PlainDate } from "./time/plainDate.ts";

/** An amount, rate, limit or threshold as it holds on one day. `own`: the organisation's value, not the general one. */
export type Parameter = {
  code: string;
  /** Decimal text, exact: money as "2140.68". Use `Number(value)` for counts only. */
  value: string;
  unit: string;
  source: string;
  verified: boolean;
  validFrom: PlainDate;
  own: boolean;
};

/**
 * The value of `code` that holds on `day`: the newest own row of the organisation of `tx` from that day or before, else the newest
 * general one. Source: docs/domain/rules.md, heading; docs/architecture.md "Parameters with dates".
 * @throws Problem refused `parameter.unknown_on_day` when nothing holds on that day
 */
export async function parameterOn(tx: Tx, code: string, day: PlainDate): Promise<Parameter> {
  const found = (await parametersOn(tx, [code], day)).get(code);
  if (!found) throw new Problem("refused", "parameter.unknown_on_day", { code, day });
  return found;
}

/** Like `parameterOn` for several codes in one statement; a code without a value on that day is left out. */
export async function parametersOn(
  tx: Tx,
  codes: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, Parameter>> {
  const { rows } =
    await sql<Parameter>`select distinct on (code) code, value::text as value, unit, source, verified, valid_from, own from (
      select code, value, unit, source, verified, valid_from, true as own from organisation_parameter
        where organisation_id = (select current_organisation()) and code = any (${[...codes]}::text[]) and valid_from <= ${day}
      union all
      select code, value, unit, source, verified, valid_from, false from legal_parameter
        where code = any (${[...codes]}::text[]) and valid_from <= ${day}) every_row
    order by code, own desc, valid_from desc`.execute(tx);
  return new Map(rows.map((row) => [row.code, row]));
}

/** The value that holds on the day of a row, for a list; null when nothing holds. Like `parameterOn` inside a statement. */
export function valueOn(code: string, day: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select value from (
      select value, valid_from, true as own from organisation_parameter
        where organisation_id = (select current_organisation()) and code = ${code} and valid_from <= ${day}
      union all
      select value, valid_from, false from legal_parameter where code = ${code} and valid_from <= ${day}) every_row
    order by own desc, valid_from desc limit 1)`;
}
