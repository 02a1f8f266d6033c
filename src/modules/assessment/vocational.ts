import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personIdsOf } from "../person/public.ts";
import type { Verdict } from "./codes.ts";
import type { WorkFacts } from "./history/contract.ts";
import { contentOpener, openConclusion, readAssessments } from "./sealed.ts";

/** What the newest finished vocational assessment says of where the person stands. Source: docs/domain/forms.md F-23 */
export type VocationalLevel = {
  assessmentId: string;
  givenOn: PlainDate;
  doneBy: string;
  verdict: Verdict;
  /** 1 to 5; null: not assessed. */
  readiness: number | null;
  /** 0 (none) to 3 (good). */
  skills: readonly { skill: string; level: number }[];
  preferredJobs: string;
  /** Codes of WORK_BARRIER. */
  barriers: readonly string[];
  /** What the work history said on the day of the recommendation; null: given before that was kept. */
  work: WorkFacts | null;
  conclusion: string;
};

/**
 * The newest vocational assessment with a recommendation, of any case of the person and of records merged into it; null when there
 * is none. Opens sealed text: the caller has asked whether the reader may read this kind's content.
 */
export async function vocationalLevelOf(context: WorkContext, personId: string): Promise<VocationalLevel | null> {
  const ids = await personIdsOf(context, personId);
  const { rows } = await sql<{ id: string; caseId: string }>`select a.id, a.case_id from assessment a
    join recommendation r on r.organisation_id = a.organisation_id and r.assessment_id = a.id
    where a.organisation_id = ${context.actor.organisationId} and a.person_id = any (${ids}::uuid[]) and a.kind = 'VOCATIONAL'
    order by r.given_on desc, r.recorded_at desc, a.id desc limit 1`.execute(context.tx);
  const [newest] = rows;
  if (!newest) return null;
  const one = (await readAssessments(context, newest.caseId)).find(({ id }) => id === newest.id);
  if (!one || one.givenOn === null || one.verdict === null) return null;
  const content = (await contentOpener(context, [one]))(one);
  if (!content) return null;
  const { areas, vocational } = content;
  return {
    assessmentId: one.id,
    givenOn: one.givenOn,
    doneBy: one.doneByName,
    verdict: one.verdict,
    readiness: areas.find(({ area }) => area === "READINESS")?.level ?? null,
    skills: vocational?.skills.map(({ name, level }) => ({ skill: name, level })) ?? [],
    preferredJobs: vocational?.preferredJobs ?? "",
    barriers: vocational?.barriers ?? [],
    work: content.work,
    conclusion: openConclusion(context, one) ?? "",
  };
}
