import type { Load } from "./load.ts";

const paper = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

/** Proofs of what group members reached, seen by a second pair of eyes where there is a document (R-EMP-05, R-OUTC-05). */
export async function loadOutcomes({ client, files, step, today }: Load): Promise<void> {
  const { rows: organisations } = await client.query<{ id: string }>("select id from organisation order by id");
  for (const { id } of files ? organisations : []) {
    const stored = await files?.put(id, paper);
    await client.query(
      `insert into stored_file (organisation_id, id, storage_name, media_type, size_bytes, sha256, uploaded_by)
      select org, pg_temp.uid('i', o), $2, $3, $4, $5, id from staff where org = $1 and place = 5`,
      [id, stored?.id, stored?.mediaType, stored?.sizeBytes, stored?.sha256],
    );
  }
  const proofs = `(select gm.*, d, pg_temp.uid('v' || d, i) as evidence from gm, unnest(array['SOCIAL', 'EMPLOYMENT']) d where pg_temp.r(i, length(d)) < 0.6)`;
  await step(
    "outcomes",
    `insert into outcome_evidence (organisation_id, id, person_id, project_id, dimension, outcome_type, occurred_on, observed_on, evidence_kind, file_id, assessor_id)
    select org, evidence, person_id, pg_temp.uid('j', o), d, case d when 'SOCIAL' then 'VOLUNTEERING' else 'EMPLOYMENT_CONTRACT' end, date '${today}' - 10, date '${today}' - 5,
      case d when 'SOCIAL' then 'VOLUNTEER_AGREEMENT' else 'CONTRACT_COPY' end, ${files ? "pg_temp.uid('i', o)" : "null"}, pg_temp.uid('a5', o) from ${proofs} x order by i, d`,
  );
  if (files)
    await step(
      "verifications",
      `insert into outcome_verification (organisation_id, evidence_id, assessor_id, verifier_id, verdict) select org, evidence, pg_temp.uid('a5', o), pg_temp.uid('a7', o), 'VERIFIED' from ${proofs} x order by i, d`,
    );
  for (const [kind, place] of files
    ? ([
        ["recorded", 5],
        ["verified", 7],
      ] as const)
    : ([["recorded", 5]] as const))
    await step(
      `events evidence.${kind}`,
      `insert into event (organisation_id, id, person_id, kind, section, occurred_at, recorded_at, actor_id, subject_type, subject_id, detail)
      select org, pg_temp.uid('e${kind}' || d, i), person_id, 'evidence.${kind}', 'INDICATORS', timestamptz '${today} 12:00Z', timestamptz '${today} 12:00Z', pg_temp.uid('a${place}', o), 'evidence', evidence, jsonb_build_object('dimension', d)
      from ${proofs} x order by i, d`,
    );
}
