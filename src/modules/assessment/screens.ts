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
    path: "/service-mix",
    title: { pl: "Zestawy usług", en: "Mixes of services", uk: "Набори послуг" },
    load: () => import("./needs/ServiceMixScreen.tsx").then((it) => it.ServiceMixScreen),
  },
  {
    path: "/needs",
    title: { pl: "Potrzeby grupy", en: "Needs of the group", uk: "Потреби групи" },
    load: () => import("./needs/GroupNeedsScreen.tsx").then((it) => it.GroupNeedsScreen),
  },
  {
    path: "/cases/$caseId/service-mix",
    title: { pl: "Usługi w czasie", en: "Services over time", uk: "Послуги в часі" },
    load: () => import("./needs/PersonMixScreen.tsx").then((it) => it.PersonMixScreen),
  },
  {
    path: "/people/$personId/work-history",
    title: { pl: "Historia pracy", en: "Work history", uk: "Трудова історія" },
    load: () => import("./history/WorkHistoryScreen.tsx").then((it) => it.WorkHistoryScreen),
  },
  {
    path: "/people/$personId/profile",
    title: { pl: "Profil doświadczeniowy", en: "Experience profile", uk: "Профіль досвіду" },
    load: () => import("./profile/ProfileScreen.tsx").then((it) => it.ProfileScreen),
  },
  {
    path: "/people/$personId/profile/edit",
    title: { pl: "Profil doświadczeniowy", en: "Experience profile", uk: "Профіль досвіду" },
    load: () => import("./profile/EditProfileScreen.tsx").then((it) => it.EditProfileScreen),
  },
  {
    path: "/people/$personId/profile/versions",
    title: { pl: "Wersje profilu", en: "Versions of the profile", uk: "Версії профілю" },
    load: () => import("./profile/ProfileVersionsScreen.tsx").then((it) => it.ProfileVersionsScreen),
  },
  {
    path: "/people/$personId/profile/answer",
    title: { pl: "Odpowiedź osoby", en: "The person's answer", uk: "Відповідь особи" },
    load: () => import("./profile/AcceptanceScreen.tsx").then((it) => it.AcceptanceScreen),
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
