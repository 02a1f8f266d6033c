import type { SupportForm } from "../modules/assessment/codes.ts";
import type { Received, receivedSources } from "../modules/assessment/needs/received.ts";
import { monthsUntil } from "../modules/assessment/needs/rules.ts";
import { classesAttended } from "../modules/attendance/public.ts";
import { sectionReaders } from "../modules/casework/access.ts";
import type { ConsultantRole } from "../modules/counselling/codes.ts";
import { talksHeldSince } from "../modules/counselling/public.ts";
import { placementsSince } from "../modules/employment/public.ts";
import { housingSince } from "../modules/person/public.ts";
import type { PlainDate } from "../platform/time/plainDate.ts";

/** Classes that are a service of a kind of their own; all others are group classes, in a workshop vocational workshops. */
const formOfModule: Readonly<Record<string, SupportForm>> = {
  SELF_HELP_GROUP: "SELF_HELP",
  LEISURE_INTEGRATION: "LEISURE",
  NONFORMAL_EDUCATION: "EDUCATION",
  VOCATIONAL_PREFERENCES: "VOCATIONAL_COUNSELLING",
  COMPUTER_COURSE: "COURSE",
  BUSINESS_BASICS: "COURSE",
  ENGLISH_BASICS: "COURSE",
};

/** Talks with an addiction therapist are no fact here: that somebody has them is for those who read of addiction. */
const formOfRole: Readonly<Partial<Record<ConsultantRole, SupportForm>>> = {
  SOCIAL_WORKER: "SOCIAL_WORK",
  REINTEGRATION_SOCIAL_WORKER: "SOCIAL_WORK",
  PSYCHOLOGIST: "PSYCHOLOGICAL",
  VOCATIONAL_COUNSELLOR: "VOCATIONAL_COUNSELLING",
  LAWYER: "LEGAL",
};

/** Categories of housing that are a bed somebody gives: night shelter, shelter, women's shelter, centre for immigrants. Source: docs/domain/reporting.md 7.3 */
const beds = ["2", "3", "4", "5"];

type Range = { personId: string; from: PlainDate; until: PlainDate | null };

function had(form: SupportForm, ranges: readonly Range[], months: readonly string[], today: PlainDate): Received[] {
  return ranges.map(({ personId, from, until }) => {
    const lastOn = until !== null && until < today ? until : today;
    const own = months.filter((month) => month >= from.slice(0, 7) && month <= lastOn.slice(0, 7));
    return { personId, form, months: own, lastOn };
  });
}

/** Services that were really given, from the rooms that know it, each for who reads that room's column (R-ACC): the mix counts them beside the promised ones. */
export const receivedServices: typeof receivedSources = [
  async (context, since) =>
    (await classesAttended(context, since)).map(({ moduleCode, workshop, ...one }) => ({
      ...one,
      form: formOfModule[moduleCode] ?? (workshop ? "WORKSHOP_VOCATIONAL" : "GROUP_CLASSES"),
    })),
  async (context, since) =>
    (await talksHeldSince(context, since)).flatMap(({ role, ...one }) => {
      const form = formOfRole[role];
      return form ? { ...one, form } : [];
    }),
  async (context, since) => {
    const stays = await housingSince(context, sectionReaders.STAY, beds, since);
    return had("SHELTER", stays, monthsUntil(context.today, 12), context.today);
  },
  async (context, since) =>
    had("JOB_BROKERAGE", await placementsSince(context, since), monthsUntil(context.today, 12), context.today),
];
