import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PacketSource, WaitingPaper } from "../../platform/documents/packet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import { capacityOn, getPersonNames } from "../person/public.ts";
import { planAccess } from "./access.ts";
import { annexAccess } from "./annexes/access.ts";
import { pathPaper, vocationalPaper } from "./annexes/document.ts";
import { requireAnnex } from "./annexes/store.ts";
import { planPaper } from "./document.ts";
import { readPlan } from "./queries.ts";
import { requirePlan } from "./store.ts";

const read = planAccess["plan.read-whole"];

type Row = {
  id: string;
  planId: string;
  personId: string;
  kind: "VOCATIONAL" | "INTERPERSONAL" | null;
  writer: string | null;
  since: PlainDate;
};

/** Programmes that the person agreed to and that have not begun: what is signed is signed then. Source: docs/domain/rules.md R-IPWB-06 */
const agreed = (context: WorkContext, personId: string | null) => sql`
  p.organisation_id = ${context.actor.organisationId} and ${personInReach(context, read, sql`p.person_id`)}
    and ${personId === null ? sql`true` : sql`p.person_id = any (same_person(${personId}))`}
    and (select s.state from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id order by s.no desc limit 1) in ('AGREED', 'APPROVED')`;
const since = sql`(select max(s.done_on) from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id and s.state = 'AGREED')`;

/** The person, or who acts for them (R-CAP-05), and who wrote the paper. */
async function linesOf(context: WorkContext, kind: string, rows: readonly Row[]): Promise<WaitingPaper[]> {
  const names = await getPersonNames(
    context,
    rows.map(({ personId }) => personId),
  );
  const blocksOf = new Map<string, string[]>();
  for (const personId of new Set(rows.map((row) => row.personId)))
    blocksOf.set(
      personId,
      (await capacityOn(context, personId, context.today)).blocks.map(({ who }) => who),
    );
  const places = { VOCATIONAL: "/vocational", INTERPERSONAL: "/path" } as const;
  return rows.map((row) => ({
    kind: row.kind ? `${kind}_${row.kind}` : kind,
    id: row.id,
    personId: row.personId,
    number: null,
    waitsFor: [
      ...(blocksOf.get(row.personId) ?? []).map((signedAs) => ({
        signedAs,
        name: signedAs === "PERSON" ? (names.get(row.personId) ?? "") : "",
      })),
      { signedAs: "WRITER", name: row.writer ?? "" },
    ],
    since: row.since,
    to: `/plans/${row.planId}${row.kind ? places[row.kind] : ""}`,
  }));
}

export const programmesToSign: PacketSource = {
  kind: "PLAN",
  waiting: async (context, personId) => {
    const { rows } =
      await sql<Row>`select p.id, p.id as plan_id, p.person_id, null as kind, m.display_name as writer, ${since} as since
      from plan p left join membership m on m.organisation_id = p.organisation_id and m.account_id = p.prepared_by
      where ${agreed(context, personId)} order by since, p.id ${atMost}`.execute(context.tx);
    return linesOf(context, "PLAN", rows);
  },
  open: async (context, id, largePrint) => {
    await requirePlan(context, read, id);
    return { paper: await planPaper(context, await readPlan(context, id), "pl", largePrint), blocked: null };
  },
};

/** Annexes of a programme that is to be signed, each once it was agreed. Source: docs/domain/rules.md R-S0-04 */
const annexesOf = (kind: "VOCATIONAL" | "INTERPERSONAL"): PacketSource => ({
  kind: `PLAN_${kind}`,
  waiting: async (context, personId) => {
    const { rows } =
      await sql<Row>`select a.id, p.id as plan_id, p.person_id, a.kind, m.display_name as writer, ${since} as since
      from plan p join plan_annex a on a.organisation_id = p.organisation_id and a.plan_id = p.id and a.kind = ${kind}
      left join membership m on m.organisation_id = a.organisation_id and m.account_id = a.led_by
      where ${agreed(context, personId)}
        and exists (select from plan_annex_version v where v.organisation_id = a.organisation_id and v.annex_id = a.id)
      order by since, a.id ${atMost}`.execute(context.tx);
    return linesOf(context, "PLAN", rows);
  },
  open: async (context, id, largePrint) => {
    const verb =
      kind === "VOCATIONAL" ? annexAccess["vocational-plan.read"] : annexAccess["interpersonal-path.read-whole"];
    const found = await requireAnnex(context, verb, kind, id);
    const paperOf = kind === "VOCATIONAL" ? vocationalPaper : pathPaper;
    return { paper: await paperOf(context, found, "pl", largePrint), blocked: null };
  },
});

export const vocationalPlansToSign = annexesOf("VOCATIONAL");
export const pathsToSign = annexesOf("INTERPERSONAL");
