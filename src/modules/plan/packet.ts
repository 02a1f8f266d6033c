import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PacketSource, WaitingPaper } from "../../platform/documents/packet.ts";
import { isBeingSigned, signingNow } from "../../platform/signatures/editions.ts";
import { paperSubject } from "../../platform/signatures/papers.ts";
import { paperToSign } from "../../platform/signatures/paperToSign.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import { capacitiesOn, getPersonNames } from "../person/public.ts";
import { planAccess } from "./access.ts";
import { annexAccess } from "./annexes/access.ts";
import { pathPaper, vocationalPaper } from "./annexes/document.ts";
import { nouns, requireAnnex } from "./annexes/store.ts";
import { snapshotOf, wordsOf } from "./annexes/versions.ts";
import { planPaper } from "./document.ts";
import { currentLeader } from "./leading/leader.ts";
import { readPlan } from "./queries.ts";
import { approvalNeeded, type PlanBasis } from "./rules.ts";
import { requirePlan } from "./store.ts";
import { snapshotOf as planSnapshot, wordsOf as planWords } from "./versions.ts";

const read = planAccess["plan.read-whole"];

type Row = {
  id: string;
  planId: string;
  personId: string;
  kind: "VOCATIONAL" | "INTERPERSONAL" | null;
  writer: string | null;
  since: PlainDate;
  planKind: PlanBasis["kind"];
  preparedSide: PlanBasis["preparedBy"];
  beyondShelterMeans: boolean;
  healthInsuranceNeeded: boolean;
};

/**
 * Programmes that the person agreed to and that have not begun: what is signed is signed then; and those that run and that
 * somebody has signed and not everybody. `paper`: the programme or its annex. Source: docs/domain/rules.md R-IPWB-06
 */
const agreed = (context: WorkContext, personId: string | null, paper: { noun: string; id: RawBuilder<unknown> }) => sql`
  p.organisation_id = ${context.actor.organisationId} and ${personInReach(context, read, sql`p.person_id`)}
    and ${personId === null ? sql`true` : sql`p.person_id = any (same_person(${personId}))`}
    and case (select s.state from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id order by s.no desc limit 1)
      when 'AGREED' then true when 'APPROVED' then true when 'ACTIVE' then ${isBeingSigned(paperSubject(paper.noun, "").type, paper.id)} else false end`;
const since = sql`(select max(s.done_on) from plan_step s where s.organisation_id = p.organisation_id and s.plan_id = p.id and s.state = 'AGREED')`;

/** Whether the law asks for a manager who approves. Source: docs/domain/rules.md R-IPWB-03 */
const managerSigns = ({ planKind, preparedSide, beyondShelterMeans, healthInsuranceNeeded }: Row): boolean =>
  approvalNeeded({ kind: planKind, preparedBy: preparedSide, beyondShelterMeans, healthInsuranceNeeded }).approval;

/**
 * The parties of the words that are being signed; of a paper that nobody has signed, the person or who acts for them
 * (R-CAP-05), who wrote it, the manager. Without those who have signed.
 */
async function linesOf(
  context: WorkContext,
  kind: string,
  noun: string,
  rows: readonly Row[],
): Promise<WaitingPaper[]> {
  const ids = rows.map(({ id }) => id);
  const signing = await signingNow(context, paperSubject(noun, "").type, ids);
  const people = rows.map(({ personId }) => personId);
  const names = await getPersonNames(context, people);
  const frozenFor = ({ id }: Row) => signing.get(id)?.parties ?? [];
  const unsigned = rows.filter((row) => frozenFor(row).length === 0).map(({ personId }) => personId);
  const capacities = await capacitiesOn(context, unsigned, context.today);
  const partiesOf = (row: Row): readonly string[] => {
    if (frozenFor(row).length > 0) return frozenFor(row);
    const blocks = (capacities.get(row.personId)?.blocks ?? []).map(({ who }) => who);
    return [...blocks, "WRITER", ...(row.kind === null && managerSigns(row) ? ["MANAGER"] : [])];
  };
  const places = { VOCATIONAL: "/vocational", INTERPERSONAL: "/path" } as const;
  const lines = rows.map((row) => {
    const nameOf = new Map([
      ["PERSON", names.get(row.personId)],
      ["WRITER", row.writer],
    ]);
    return {
      kind: row.kind ? `${kind}_${row.kind}` : kind,
      id: row.id,
      personId: row.personId,
      number: null,
      waitsFor: partiesOf(row)
        .filter((signedAs) => !signing.get(row.id)?.signed.has(signedAs))
        .map((signedAs) => ({ signedAs, name: nameOf.get(signedAs) ?? "" })),
      since: row.since,
      to: `/plans/${row.planId}${row.kind ? places[row.kind] : ""}/sign`,
    };
  });
  return lines.filter(({ waitsFor }) => waitsFor.length > 0);
}

export const programmesToSign: PacketSource = {
  kind: "PLAN",
  waiting: async (context, personId) => {
    const { rows } =
      await sql<Row>`select p.id, p.id as plan_id, p.person_id, null as kind, m.display_name as writer, ${since} as since,
        p.prepared_side, p.kind as plan_kind, p.beyond_shelter_means, p.health_insurance_needed
      from plan p left join membership m on m.organisation_id = p.organisation_id and m.account_id = ${currentLeader(sql`p.id`, "PLAN", sql`p.organisation_id`, sql`p.prepared_by`)}
      where ${agreed(context, personId, { noun: "plan", id: sql`p.id` })} order by since, p.id ${atMost}`.execute(
        context.tx,
      );
    return linesOf(context, "PLAN", "plan", rows);
  },
  open: async (context, id, largePrint) => {
    await requirePlan(context, read, id);
    const words = planWords(await planSnapshot(context, id));
    return paperToSign(context, paperSubject("plan", id), words, async () =>
      planPaper(context, await readPlan(context, id), "pl", largePrint),
    );
  },
};

/** Annexes of a programme that is to be signed, each once it was agreed. Source: docs/domain/rules.md R-S0-04 */
const annexesOf = (kind: "VOCATIONAL" | "INTERPERSONAL"): PacketSource => ({
  kind: `PLAN_${kind}`,
  waiting: async (context, personId) => {
    const { rows } =
      await sql<Row>`select a.id, p.id as plan_id, p.person_id, a.kind, m.display_name as writer, ${since} as since, p.prepared_side, p.kind as plan_kind, p.beyond_shelter_means, p.health_insurance_needed
      from plan p join plan_annex a on a.organisation_id = p.organisation_id and a.plan_id = p.id and a.kind = ${kind}
      left join membership m on m.organisation_id = a.organisation_id and m.account_id = ${currentLeader(sql`a.plan_id`, kind, sql`a.organisation_id`, sql`a.led_by`)}
      where ${agreed(context, personId, { noun: nouns[kind], id: sql`a.id` })}
        and exists (select from plan_annex_version v where v.organisation_id = a.organisation_id and v.annex_id = a.id)
      order by since, a.id ${atMost}`.execute(context.tx);
    return linesOf(context, "PLAN", nouns[kind], rows);
  },
  open: async (context, id, largePrint) => {
    const verb =
      kind === "VOCATIONAL" ? annexAccess["vocational-plan.read"] : annexAccess["interpersonal-path.read-whole"];
    const found = await requireAnnex(context, verb, kind, id);
    const paperOf = kind === "VOCATIONAL" ? vocationalPaper : pathPaper;
    const words = wordsOf(await snapshotOf(context, found));
    return paperToSign(context, paperSubject(nouns[kind], id), words, () => paperOf(context, found, "pl", largePrint));
  },
});

export const vocationalPlansToSign = annexesOf("VOCATIONAL");
export const pathsToSign = annexesOf("INTERPERSONAL");
