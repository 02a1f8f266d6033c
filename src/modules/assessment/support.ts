import { z } from "zod";
import { may, type Relation } from "../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { findRelation, requireCase } from "../casework/public.ts";
import { sectionAccess } from "../person/access.ts";
import { assessmentAccess, contentReaders } from "./access.ts";
import { type AssessmentKind, kindsWithTalks, sectionOfSupport, supportForms } from "./codes.ts";
import { needAccess } from "./needs/access.ts";
import { SupportProposals } from "./needs/contract.ts";
import { contentOpener, readAssessments, type StoredAssessment } from "./sealed.ts";

type Proposal = SupportProposals["forms"][number];

/**
 * Forms of support that the newest recommendation of each kind proposes, in the order of the code list, as far as this reader opens
 * what was noted: a psychologist's and a therapist's stay with them, and a form that tells of a closed section is left out.
 * `shareable`: from the social or the vocational assessment and without such a section, so that it may stand in a plan.
 */
export async function proposedSupport(context: WorkContext, relation: Relation, caseId: string): Promise<Proposal[]> {
  const { actor } = context;
  const opens = ({ kind, doneBy, opensOwn }: StoredAssessment) =>
    doneBy === actor.accountId ||
    (kind === "ADDICTION"
      ? opensOwn && may(actor, assessmentAccess["assessment.read-note"], relation)
      : may(actor, contentReaders[kind], relation));
  // oldest recommendation first: the newest of each kind stays
  const given = (await readAssessments(context, caseId)).filter(({ verdict }) => verdict !== null);
  const newest = [...new Map(given.map((one) => [one.kind, one])).values()].filter(opens);
  const open = await contentOpener(context, newest);
  const found = newest.flatMap((one) => {
    const mine = one.doneBy === actor.accountId;
    return (open(one)?.proposedSupport ?? [])
      .filter((form) => {
        const section = sectionOfSupport[form];
        return mine || !section || may(actor, sectionAccess[section].read, relation);
      })
      .map((form) => ({ form, kind: one.kind }));
  });
  return supportForms.flatMap((form): Proposal[] => {
    const kinds = found.flatMap((one): AssessmentKind[] => (one.form === form ? [one.kind] : []));
    if (kinds.length === 0) return [];
    const shareable = !sectionOfSupport[form] && kinds.some((kind) => !kindsWithTalks.includes(kind));
    return [{ form, kinds, shareable }];
  });
}

/** The strictest section of the file that an answer opens. */
function sectionTold(forms: readonly Proposal[]): string {
  const told: (string | undefined)[] = forms.flatMap(({ form, kinds }) => [sectionOfSupport[form], ...kinds]);
  return ["ADDICTION", "PSYCHOLOGICAL", "HEALTH"].find((section) => told.includes(section)) ?? "SOCIAL";
}

export const supportQueries = [
  defineQuery({
    name: "need.propose",
    method: "GET",
    path: "/cases/:caseId/support-proposals",
    summary: "Forms of support that the recommendations of a case propose, as far as the reader opens them",
    input: z.strictObject({ caseId: z.uuid() }),
    answer: SupportProposals,
    verb: needAccess["need.propose"],
    audit: ({ caseId }, { personId, forms }) => ({
      objectType: "case",
      objectId: caseId,
      personId,
      section: sectionTold(forms),
    }),
    run: async (context, { caseId }) => {
      const { personId } = await requireCase(context, needAccess["need.propose"], caseId);
      const relation = (await findRelation(context, personId)) ?? {};
      return { caseId, personId, forms: await proposedSupport(context, relation, caseId) };
    },
  }),
];
