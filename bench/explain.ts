import pg from "pg";
import { types } from "../src/platform/db.ts";
import { renew, type Statement } from "./direct.ts";

/** Tables that grow with people and years: no hot query reads one of them from end to end. */
export const grownTables: readonly string[] = ["person", "event", "contact_card", "attendance_entry", "task"];

export type Scan = { table: string; statement: string };

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/**
 * Sequential scans of `tables` in the plans of recorded statements, also of those inside functions and views. They run as
 * the application's role with plans that fit any parameters, and are rolled back.
 * @param ownerUrl a superuser: only one may load `auto_explain`
 * @param madeAfterMs when the recording began: ids made since are made anew
 */
export async function findScans(
  ownerUrl: string,
  examples: readonly (readonly Statement[])[],
  madeAfterMs: number,
  tables: readonly string[] = grownTables,
): Promise<{ plans: number; scans: Scan[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, types });
  await client.connect();
  let plans = 0;
  const scans: Scan[] = [];
  client.on("notice", ({ message = "" }) => {
    const json = message.slice(message.indexOf("{"));
    if (!message.includes("plan:") || !json.startsWith("{")) return;
    const { "Query Text": statement, Plan: plan }: { "Query Text": string; Plan: Plan } = JSON.parse(json);
    plans += 1;
    for (const table of scannedIn(plan)) if (tables.includes(table)) scans.push({ table, statement });
  });
  try {
    await client.query("load 'auto_explain'");
    await client.query(
      `set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_format = json; set auto_explain.log_level = notice;
      set plan_cache_mode = force_generic_plan; set client_min_messages = notice; set jit = off; set timezone = 'UTC'; set intervalstyle = 'iso_8601'; set role powrot_app`,
    );
    let name = 0;
    for (const example of examples) {
      const fresh = new Map<string, string>();
      for (const { text, values, xid } of example) {
        if (text === "commit") await client.query("rollback");
        else {
          const given = values.map((value) => renew(value, fresh, madeAfterMs));
          const { rows } = await (values.length === 0
            ? client.query(text)
            : client.query({ name: `hot_${name++}`, text, values: given }));
          if (xid) fresh.set(xid, rows[0].xid);
        }
      }
    }
  } finally {
    await client.end();
  }
  return { plans, scans };
}

function scannedIn(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" && plan["Relation Name"] ? [plan["Relation Name"]] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scannedIn)];
}
