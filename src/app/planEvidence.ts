import { historyAccess } from "../modules/assessment/history/access.ts";
import { qualificationsOf, workHistoryOf } from "../modules/assessment/public.ts";
import { attendanceAccess } from "../modules/attendance/access.ts";
import { minutesOfPerson } from "../modules/attendance/public.ts";
import { findRelation } from "../modules/casework/public.ts";
import { counsellingAccess } from "../modules/counselling/access.ts";
import type { ConsultantRole } from "../modules/counselling/codes.ts";
import { talksOf } from "../modules/counselling/public.ts";
import { employmentAccess } from "../modules/employment/access.ts";
import { jobSearchOf, placementsOf } from "../modules/employment/public.ts";
import { outreachAccess } from "../modules/outreach/access.ts";
import { countContactsWith } from "../modules/outreach/public.ts";
import { personAccess } from "../modules/person/access.ts";
import { countHousingChanges } from "../modules/person/public.ts";
import type { PlanEvidence } from "../modules/plan/contract.ts";
import type { PlanEvidenceProvider } from "../modules/plan/evidence.ts";
import { referralAccess } from "../modules/referral/access.ts";
import { referralsOf } from "../modules/referral/public.ts";
import { may, type Permissions } from "../platform/access.ts";

type Fact = Omit<PlanEvidence, "of"> & { of?: number };

/** Facts that only a reader of that room's column sees: `verb` is the room's own (R-ACC). Those of which there are none are left out. */
function seenBy(
  verb: Permissions[string],
  facts: (...asked: Parameters<PlanEvidenceProvider>) => Promise<readonly Fact[]>,
): PlanEvidenceProvider {
  return async (context, question) => {
    const relation = await findRelation(context, question.personId);
    if (!relation || !may(context.actor, verb, relation)) return [];
    const found = await facts(context, question);
    return found
      .filter(({ count, of }) => count > 0 || (of ?? 0) > 0)
      .map(({ of, ...fact }) => ({ ...fact, of: of ?? null }));
  };
}

const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

type TalkWords = Pick<Fact, "label" | "sphere">;
const socialTalks: TalkWords = {
  label: {
    pl: "Umówione rozmowy z pracownikiem socjalnym: odbyte",
    en: "Booked talks with a social worker: held",
    uk: "Домовлені розмови із соціальним працівником: відбулися",
  },
  sphere: "SOCIAL",
};
/** Talks with an addiction therapist are no fact here: that somebody has them is for those who read of addiction. */
const talkWords: Partial<Record<ConsultantRole, TalkWords>> = {
  SOCIAL_WORKER: socialTalks,
  REINTEGRATION_SOCIAL_WORKER: {
    ...socialTalks,
    label: {
      pl: "Umówione rozmowy z pracownikiem socjalnym reintegracji: odbyte",
      en: "Booked talks with a social worker of reintegration: held",
      uk: "Домовлені розмови із соціальним працівником реінтеграції: відбулися",
    },
  },
  PSYCHOLOGIST: {
    label: {
      pl: "Umówione rozmowy z psychologiem: odbyte",
      en: "Booked talks with a psychologist: held",
      uk: "Домовлені розмови з психологом: відбулися",
    },
    sphere: "PSYCHOLOGICAL",
  },
  VOCATIONAL_COUNSELLOR: {
    label: {
      pl: "Umówione rozmowy z doradcą zawodowym: odbyte",
      en: "Booked talks with a vocational counsellor: held",
      uk: "Домовлені розмови з профконсультантом: відбулися",
    },
    sphere: "VOCATIONAL",
  },
  LAWYER: {
    label: {
      pl: "Umówione rozmowy z prawnikiem: odbyte",
      en: "Booked talks with a lawyer: held",
      uk: "Домовлені розмови з юристом: відбулися",
    },
    sphere: "LEGAL",
  },
};

/** What happened since the last review, from the rooms that know it: it feeds the review of a plan and the evaluation of a contract by itself. */
export const planEvidence: readonly PlanEvidenceProvider[] = [
  seenBy(attendanceAccess["attendance.read-summary"], async (context, question) => {
    const { held, present } = await minutesOfPerson(context, question);
    return [
      {
        label: { pl: "Godziny zajęć: obecność", en: "Hours of classes attended", uk: "Години занять: присутність" },
        sphere: null,
        count: hours(present),
        of: hours(held),
        measure: "WORKSHOP_ATTENDANCE",
      },
    ];
  }),
  seenBy(employmentAccess["placement.read"], async (context, question) => {
    const { started, ended } = await placementsOf(context, question);
    return [
      {
        label: {
          pl: "Rozpoczęta praca lub praktyka",
          en: "Work or placement begun",
          uk: "Розпочата робота чи практика",
        },
        sphere: "VOCATIONAL",
        count: started,
      },
      {
        label: {
          pl: "Zakończona praca lub praktyka",
          en: "Work or placement ended",
          uk: "Завершена робота чи практика",
        },
        sphere: "VOCATIONAL",
        count: ended,
      },
      {
        label: { pl: "Najdłuższa praca: dni", en: "Longest job: days", uk: "Найдовша робота: днів" },
        sphere: "VOCATIONAL",
        count: (await jobSearchOf(context, question)).daysKept,
        measure: "JOB_KEPT",
      },
    ];
  }),
  seenBy(employmentAccess["coach-log.read"], async (context, question) => {
    const { papers, interviews } = await jobSearchOf(context, question);
    return [
      {
        label: {
          pl: "Dziennik trenera: dokumenty aplikacyjne",
          en: "Coach's log: application papers",
          uk: "Журнал тренера: документи для заявок",
        },
        sphere: "VOCATIONAL",
        count: papers,
        measure: "APPLICATIONS",
      },
      {
        label: {
          pl: "Dziennik trenera: przygotowanie do rozmowy",
          en: "Coach's log: interviews prepared",
          uk: "Журнал тренера: підготовка до співбесіди",
        },
        sphere: "VOCATIONAL",
        count: interviews,
        measure: "INTERVIEWS",
      },
    ];
  }),
  seenBy(referralAccess["referral.list-of-person"], async (context, question) => {
    const { sent, answered, started } = await referralsOf(context, question);
    return [
      {
        label: { pl: "Skierowania z odpowiedzią", en: "Referrals answered", uk: "Направлення з відповіддю" },
        sphere: "LEGAL",
        count: answered,
        of: sent,
      },
      {
        label: {
          pl: "Usługi zaczęte po skierowaniu",
          en: "Services begun after a referral",
          uk: "Послуги після направлення",
        },
        sphere: "SOCIAL",
        count: started,
      },
    ];
  }),
  seenBy(historyAccess["work-history.read"], async (context, { personId }) => {
    const papers = [
      ...(await workHistoryOf(context, personId)).map(({ certificate }) => certificate),
      ...(await qualificationsOf(context, personId)).map(({ document }) => document),
    ].filter((state) => state === "PRESENT" || state === "LOST");
    return [
      {
        label: {
          pl: "Dokumenty z pracy i szkół: są",
          en: "Papers of work and school: there",
          uk: "Документи з роботи й школи: є",
        },
        sphere: "VOCATIONAL",
        count: papers.filter((state) => state === "PRESENT").length,
        of: papers.length,
      },
    ];
  }),
  seenBy(outreachAccess["contact.read-summary"], async (context, question) => [
    {
      label: { pl: "Kontakty na ulicy", en: "Contacts in the street", uk: "Контакти на вулиці" },
      sphere: "SOCIAL",
      count: await countContactsWith(context, question),
    },
  ]),
  seenBy(counsellingAccess["booking.list"], async (context, question) =>
    (await talksOf(context, question)).flatMap(({ role, held, missed }) => {
      const words = talkWords[role];
      return words ? [{ ...words, count: held, of: held + missed }] : [];
    }),
  ),
  seenBy(personAccess["person.read"], async (context, question) => [
    {
      label: { pl: "Zmiany miejsca pobytu", en: "Changes of housing", uk: "Зміни місця перебування" },
      sphere: "HOUSING",
      count: await countHousingChanges(context, question),
    },
  ]),
];
