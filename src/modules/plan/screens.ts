import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { planAccess } from "./access.ts";
import { annexRoutes } from "./annexes/screens.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/plans",
    title: { pl: "Programy", en: "Programmes", uk: "Програми" },
    load: () => import("./PlansScreen.tsx").then((it) => it.PlansScreen),
  },
  {
    path: "/cases/$caseId/plans/new",
    title: { pl: "Nowy program", en: "New programme", uk: "Нова програма" },
    load: () => import("./DescribePlanScreen.tsx").then((it) => it.NewPlanScreen),
  },
  {
    path: "/plans/$planId",
    title: { pl: "Program", en: "Programme", uk: "Програма" },
    load: () => import("./PlanScreen.tsx").then((it) => it.PlanScreen),
  },
  {
    path: "/plans/$planId/description",
    title: { pl: "Opis programu", en: "Description", uk: "Опис програми" },
    load: () => import("./DescribePlanScreen.tsx").then((it) => it.EditPlanScreen),
  },
  {
    path: "/plans/$planId/goals",
    title: { pl: "Cele i zadania", en: "Goals and tasks", uk: "Цілі й завдання" },
    load: () => import("./PlanLinesScreen.tsx").then((it) => it.PlanLinesScreen),
  },
  {
    path: "/plans/$planId/review",
    title: { pl: "Przegląd programu", en: "Review", uk: "Перегляд програми" },
    load: () => import("./ReviewPlanScreen.tsx").then((it) => it.ReviewPlanScreen),
  },
  ...(
    [
      ["agree", "AgreePlanScreen", { pl: "Zgoda osoby", en: "The person agrees", uk: "Згода особи" }],
      ["return", "ReturnPlanScreen", { pl: "Zwrot do poprawy", en: "Return", uk: "Повернення" }],
      ["return-change", "ReturnChangeScreen", { pl: "Zwrot zmiany", en: "Return of a change", uk: "Повернення зміни" }],
      ["prolong", "ProlongPlanScreen", { pl: "Przedłużenie programu", en: "Prolongation", uk: "Продовження" }],
      ["reopen", "ReopenPlanScreen", { pl: "Wznowienie programu", en: "Opened again", uk: "Відновлення" }],
    ] as const
  ).map(([path, screen, title]) => ({
    path: `/plans/$planId/${path}`,
    title,
    load: () => import("./PlanStepScreens.tsx").then((it) => it[screen]),
  })),
  {
    path: "/plan-templates",
    title: { pl: "Wzory programów", en: "Templates of programmes", uk: "Зразки програм" },
    load: () => import("./templates/TemplatesScreen.tsx").then((it) => it.TemplatesScreen),
  },
  {
    path: "/plans/$planId/template",
    title: { pl: "Dodaj ze wzoru", en: "Add from a template", uk: "Додати зі зразка" },
    load: () => import("./templates/UseTemplateScreen.tsx").then((it) => it.UseTemplateScreen),
  },
  {
    path: "/plans/$planId/sign",
    title: { pl: "Podpisy pod programem", en: "Signatures of the programme", uk: "Підписи під програмою" },
    load: () => import("./SignPlanScreen.tsx").then((it) => it.SignPlanScreen),
  },
  {
    path: "/plans/$planId/leading",
    title: { pl: "Kto prowadzi program", en: "Who leads the programme", uk: "Хто веде програму" },
    load: () => import("./leading/LeadingScreen.tsx").then((it) => it.LeadingScreen),
  },
  {
    path: "/plans/$planId/versions",
    title: { pl: "Wersje planu", en: "Versions of the plan", uk: "Версії плану" },
    load: () => import("./VersionsScreen.tsx").then((it) => it.VersionsScreen),
  },
  {
    path: "/plans/$planId/end",
    title: { pl: "Zakończenie programu", en: "End of the programme", uk: "Завершення програми" },
    load: () => import("./ClosePlanScreen.tsx").then((it) => it.ClosePlanScreen),
  },
  ...annexRoutes,
]);

/** Parts of the first screen: programmes that wait for a manager, and those whose review or end is due. */
export const planHome = [
  {
    id: "plan.approvals",
    roles: Object.keys(planAccess["plan.approve"]),
    Part: lazy(() => import("./HomeApprovals.tsx").then((it) => ({ default: it.HomeApprovals }))),
  },
  {
    id: "plan.reviews",
    roles: [...new Set([...Object.keys(planAccess["plan.write"]), ...Object.keys(planAccess["plan.approve"])])],
    Part: lazy(() => import("./HomeReviews.tsx").then((it) => ({ default: it.HomeReviews }))),
  },
];
