import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import type { PaperSource } from "../../../platform/documents/packet.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { contentOpener } from "../sealed.ts";
import type { FitForWork } from "./contract.ts";
import { type Exam, fitnessOn, mayWork } from "./rules.ts";

type Row = { personId: string; id: string; startedOn: PlainDate; contentSealed: Buffer };

/** The checks that vocational assessments of some people tell of, in the order of writing; finished or not, of merged records too. */
async function examsOf(context: WorkContext, personIds: readonly string[]): Promise<ReadonlyMap<string, Exam[]>> {
  const exams = new Map<string, Exam[]>();
  if (personIds.length === 0) return exams;
  const { rows } = await sql<Row>`select p.id as person_id, a.id, a.started_on, a.content_sealed
    from unnest(${[...personIds]}::uuid[]) p (id) join assessment a on a.organisation_id = ${context.actor.organisationId}
      and a.person_id = any (same_person(p.id)) and a.kind = 'VOCATIONAL'
    order by a.recorded_at, a.id ${atMost}`.execute(context.tx);
  const sealed = rows.map((row) => ({ ...row, kind: "VOCATIONAL" as const, keyId: null }));
  const open = await contentOpener(context, sealed);
  for (const one of sealed) {
    const said = open(one)?.vocational?.fitness;
    if (!said) continue;
    const { on, until, result, avoid } = said;
    exams.set(one.personId, [...(exams.get(one.personId) ?? []), { on: on ?? one.startedOn, until, result, avoid }]);
  }
  return exams;
}

/** Whether some people may work on a day, and until when: never why. The caller has asked whether the reader may know (R-ACC, Health). */
export async function fitnessOf(
  context: WorkContext,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, FitForWork>> {
  const exams = await examsOf(context, personIds);
  return new Map(
    personIds.map((id) => {
      const { state, until, avoid } = fitnessOn(exams.get(id) ?? [], day);
      return [id, { state, until, avoid }];
    }),
  );
}

/** A medical check by which the person may work today: that it is there and since when. Source: docs/domain/rules.md R-EMP-02 */
export const papersOfFitness: PaperSource = async (context, personId) => {
  const exams = await examsOf(context, [personId]);
  const { state, since } = fitnessOn(exams.get(personId) ?? [], context.today);
  return mayWork(state) ? [{ code: "MEDICAL_FITNESS", since, to: null }] : [];
};
