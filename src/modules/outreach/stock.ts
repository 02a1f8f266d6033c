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
import { instantOf } from "../../platform/db.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { outreachAccess } from "./access.ts";
import { RecordStock } from "./contract.ts";
import { findTeam } from "./reach.ts";
import { isStockLow, refuseStockChange } from "./rules.ts";
import { CountStock, SetStockWarning, StockEntry, StockLine } from "./workContract.ts";

onConstraint("aid_stock_entry_key", "conflict", "record.id_taken");

type Entry = { id: string; unitId: string; item: RecordStock["item"]; change: number; reason: string | null };

async function insertEntry(context: CommandContext, entry: Entry): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("aidStockEntry")
    .values({ ...entry, organisationId, recordedBy: accountId })
    .execute();
  const { id, item, change, reason } = entry;
  return { ids: { entry: id }, about: { type: "aid-stock", id }, detail: { item, change, reason } };
}

/** @throws Problem not_found `outreach.unit_not_found` | refused `stock.reason_missing` | conflict `record.id_taken` */
async function recordStock(context: CommandContext, { entryId, unitId, ...entry }: RecordStock): Promise<Done> {
  refuseIf([refuseStockChange(entry.change, entry.reason)]);
  return insertEntry(context, { ...entry, id: entryId, unitId: await findTeam(context, unitId) });
}

/** Enters what the shelf differs by from the sum of entries; nothing where it is right. @throws Problem not_found `outreach.unit_not_found` */
async function countStock(context: CommandContext, { entryId, counted, ...given }: CountStock): Promise<Done> {
  const unitId = await findTeam(context, given.unitId);
  const { organisationId } = context.actor;
  await oneAtATime(context.tx, `stock ${given.item}`, unitId);
  const { rows } = await sql<{ left: number }>`select coalesce(sum(change), 0)::int as left from aid_stock_entry
    where organisation_id = ${organisationId} and unit_id = ${unitId} and item = ${given.item}`.execute(context.tx);
  const change = counted - (rows[0]?.left ?? 0);
  const about = { type: "aid-stock", id: entryId };
  if (change === 0) return { ids: { entry: entryId }, about, detail: { item: given.item, counted } };
  return insertEntry(context, { id: entryId, unitId, item: given.item, change, reason: given.reason });
}

/** @throws Problem not_found `outreach.unit_not_found` */
async function setStockWarning(context: CommandContext, given: SetStockWarning): Promise<Done> {
  const unitId = await findTeam(context, given.unitId);
  const { organisationId, accountId } = context.actor;
  await sql`insert into aid_stock_warning (organisation_id, unit_id, item, below, set_by)
    values (${organisationId}, ${unitId}, ${given.item}, ${given.below}, ${accountId})
    on conflict (organisation_id, unit_id, item) do update set below = excluded.below, set_by = excluded.set_by, set_at = powrot_now()`.execute(
    context.tx,
  );
  const { item, below } = given;
  return { ids: { unit: unitId }, about: { type: "unit", id: unitId }, detail: { item, below } };
}

/** What the actor's teams have to hand out, by item, with what is low. */
async function listStock(context: WorkContext): Promise<StockLine[]> {
  const { organisationId, unitIds } = context.actor;
  const units = [...unitIds];
  const { rows } = await sql<
    Omit<StockLine, "low">
  >`select item, sum(left_over)::int as left, max(below) as warn_below from (
      select item, sum(change) as left_over, null::int as below from aid_stock_entry
        where organisation_id = ${organisationId} and unit_id = any (${units}::uuid[]) group by item
      union all
      select item, 0, sum(below)::int from aid_stock_warning
        where organisation_id = ${organisationId} and unit_id = any (${units}::uuid[]) group by item) every_row
    group by item order by item ${atMost}`.execute(context.tx);
  return rows.map((line) => ({ ...line, low: isStockLow(line.left, line.warnBelow) }));
}

/** The newest entries of the actor's teams, at most 100. */
async function listEntries(context: WorkContext): Promise<z.infer<typeof StockEntry>[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } = await sql<
    z.infer<typeof StockEntry>
  >`select s.id, s.item, s.change, s.reason, s.contact_id is not null as by_card, m.display_name as by, s.recorded_at as at
    from aid_stock_entry s join membership m on m.organisation_id = s.organisation_id and m.account_id = s.recorded_by
    where s.organisation_id = ${organisationId} and s.unit_id = any (${[...unitIds]}::uuid[])
    order by s.recorded_at desc, s.id limit 100`.execute(context.tx);
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

export const stockCommands = [
  defineCommand({
    type: "stock.record",
    v: 1,
    offline: true,
    summary: "Adds to what the team has to hand out, or takes off it",
    payload: RecordStock,
    verb: outreachAccess["stock.record"],
    run: recordStock,
  }),
  defineCommand({
    type: "stock.count",
    v: 1,
    summary: "Enters what was counted on the shelf",
    payload: CountStock,
    verb: outreachAccess["stock.count"],
    run: countStock,
  }),
  defineCommand({
    type: "stock.set-warning",
    v: 1,
    summary: "Sets the number below which the team is warned",
    payload: SetStockWarning,
    verb: outreachAccess["stock.set-warning"],
    run: setStockWarning,
  }),
];

export const stockQueries = [
  defineQuery({
    name: "stock.list",
    method: "GET",
    path: "/outreach/stock",
    summary: "What my teams have to hand out, and the newest entries",
    input: z.strictObject({}),
    answer: z.object({ items: z.array(StockLine), entries: z.array(StockEntry) }),
    verb: outreachAccess["stock.read"],
    audit: null,
    run: async (context) => ({ items: await listStock(context), entries: await listEntries(context) }),
  }),
];
