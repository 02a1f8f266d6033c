import { defineScreens } from "../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/recommendations",
    title: { pl: "Rekomendacje", en: "Recommendations", uk: "Рекомендації" },
    load: () => import("./RecommendationsScreen.tsx").then((it) => it.RecommendationsScreen),
  },
  {
    path: "/note-substitutes",
    title: { pl: "Zastępstwa przy notatkach", en: "Substitutes for working notes", uk: "Заступництва щодо нотаток" },
    load: () => import("./SubstitutesScreen.tsx").then((it) => it.SubstitutesScreen),
  },
  {
    path: "/people/$personId/work-history",
    title: { pl: "Historia pracy", en: "Work history", uk: "Трудова історія" },
    load: () => import("./history/WorkHistoryScreen.tsx").then((it) => it.WorkHistoryScreen),
  },
  {
    path: "/cases/$caseId/assessments",
    title: { pl: "Diagnoza", en: "Assessment", uk: "Діагноз" },
    load: () => import("./AssessmentsScreen.tsx").then((it) => it.AssessmentsScreen),
  },
  {
    path: "/cases/$caseId/assessments/new/$kind",
    title: { pl: "Nowa diagnoza", en: "New assessment", uk: "Новий діагноз" },
    load: () => import("./RecordAssessmentScreen.tsx").then((it) => it.NewAssessmentScreen),
  },
  {
    path: "/cases/$caseId/assessments/$assessmentId",
    title: { pl: "Diagnoza", en: "Assessment", uk: "Діагноз" },
    load: () => import("./RecordAssessmentScreen.tsx").then((it) => it.EditAssessmentScreen),
  },
]);
