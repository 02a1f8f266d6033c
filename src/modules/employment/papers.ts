import { sql } from "kysely";
import type { PaperSource } from "../../platform/documents/packet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/**
 * Medical fitness that is still valid and safety training, of the newest placement that is not over: that they are there
 * and since when. Source: docs/domain/rules.md R-EMP-02
 */
export const papersOfPlacement: PaperSource = async (context, personId) => {
  const { rows } = await sql<{
    exam: PlainDate | null;
    training: PlainDate | null;
  }>`select p.safety_training_on as training,
      case when coalesce(p.medical_exam_until, ${context.today}) >= ${context.today} then p.medical_exam_on end as exam
    from placement p where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (same_person(${personId}))
      and not exists (select from placement_ending e where e.organisation_id = p.organisation_id and e.placement_id = p.id)
    order by p.starts_on desc, p.id desc limit 1`.execute(context.tx);
  const [placement] = rows;
  return [
    { code: "MEDICAL_FITNESS", since: placement?.exam ?? null, to: null },
    { code: "SAFETY_TRAINING", since: placement?.training ?? null, to: null },
  ];
};
