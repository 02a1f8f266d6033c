import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { freeze } from "../../../platform/documents/freeze.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { shortName } from "../../person/public.ts";
import { ClassContent, type ClassEdition, HourReasons } from "./contract.ts";

export { open, seal };

/** Purposes of the keys, one for each kind of text. */
export const purposes = {
  content: "class-programme.content",
  reason: "class-programme.reason",
  decision: "class-programme.decision",
} as const;

/** What the manager wrote with a decision: reasons for hours of people, or why it was returned. */
const SealedDecision = z.object({ reasons: HourReasons, words: z.string() });
export type SealedDecision = z.infer<typeof SealedDecision>;
const nothingSaid: SealedDecision = { reasons: [], words: "" };

export type StoredEdition = ClassEdition & {
  unitId: string;
  month: PlainDate;
  sealed: Buffer;
  reasons: SealedDecision["reasons"];
};

type Row = Omit<StoredEdition, "reason" | "decision" | "reasons"> & {
  reasonSealed: Buffer | null;
  decision: "APPROVED" | "RETURNED" | null;
  decidedBy: string | null;
  decidedOn: PlainDate | null;
  decisionSealed: Buffer | null;
};

/** Editions of a month, newest first, or the one of an id. The caller has asked who reads them. */
export async function editionsOf(
  context: WorkContext,
  which: { unitId: string; month: PlainDate } | { id: string },
): Promise<StoredEdition[]> {
  const condition =
    "id" in which ? sql`e.id = ${which.id}` : sql`e.unit_id = ${which.unitId} and e.month = ${which.month}`;
  const { rows } =
    await sql<Row>`select e.id, e.unit_id, e.month, e.no, e.classes, e.content_hash, e.sealed, e.reason_sealed,
      a.display_name as prepared_by, e.prepared_on, d.decision, b.display_name as decided_by, d.decided_on, d.sealed as decision_sealed
    from class_programme e join membership a on a.organisation_id = e.organisation_id and a.account_id = e.prepared_by
      left join class_programme_decision d on d.organisation_id = e.organisation_id and d.programme_id = e.id
      left join membership b on b.organisation_id = d.organisation_id and b.account_id = d.decided_by
    where e.organisation_id = ${context.actor.organisationId} and ${condition} order by e.no desc ${atMost}`.execute(
      context.tx,
    );
  return rows.map(({ reasonSealed, decision, decidedBy, decidedOn, decisionSealed, ...row }) => {
    const said = decisionSealed
      ? SealedDecision.parse(open(context, purposes.decision, row.id, decisionSealed))
      : nothingSaid;
    return {
      ...row,
      reason: reasonSealed ? z.string().parse(open(context, purposes.reason, row.id, reasonSealed)) : "",
      reasons: said.reasons,
      decision:
        decision && decidedBy && decidedOn ? { decision, by: decidedBy, on: decidedOn, reason: said.words } : null,
    };
  });
}

/** @throws Problem not_found `class-programme.not_found` */
export async function getEdition(context: WorkContext, id: string): Promise<StoredEdition> {
  const [found] = await editionsOf(context, { id });
  if (!found) throw new Problem("not_found", "class-programme.not_found");
  return found;
}

/** What an edition holds, as it was kept. @throws Problem refused `class-programme.not_intact` */
export function contentOf(context: WorkContext, edition: StoredEdition): ClassContent {
  const content = ClassContent.parse(open(context, purposes.content, edition.id, edition.sealed));
  if (freeze(content).contentHash !== edition.contentHash) throw new Problem("refused", "class-programme.not_intact");
  return content;
}

/** What lists call the participants of these programmes, by the record that stays. */
export async function namesOfParticipants(
  { tx, actor }: WorkContext,
  ipzsIds: readonly string[],
): Promise<ReadonlyMap<string, { personId: string; name: string }>> {
  const { rows } = await sql<{ id: string; personId: string; name: string }>`
    select i.id, p.id as person_id, ${shortName("p")} as name
    from ipzs i join person h on h.organisation_id = i.organisation_id and h.id = i.person_id
      join person p on p.organisation_id = h.organisation_id and p.id = coalesce(h.merged_into, h.id)
    where i.organisation_id = ${actor.organisationId} and i.id = any (${[...ipzsIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}
