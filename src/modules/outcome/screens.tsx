import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/outcomes",
    title: { pl: "Rezultaty", en: "Outcomes", uk: "Результати" },
    load: () => import("./OutcomesScreen.tsx").then((it) => it.OutcomesScreen),
  },
  {
    path: "/outcomes/new",
    title: { pl: "Dodaj dowód", en: "Add a proof", uk: "Додати доказ" },
    load: () => import("./RecordEvidenceScreen.tsx").then((it) => it.RecordEvidenceScreen),
  },
  {
    path: "/outcomes/$evidenceId/complete",
    title: { pl: "Uzupełnianie dowodu", en: "Completing a proof", uk: "Доповнення доказу" },
    load: () => import("./RecordEvidenceScreen.tsx").then((it) => it.CompleteEvidenceScreen),
  },
  {
    path: "/outcomes/$evidenceId",
    title: { pl: "Dowód efektu", en: "Proof of an outcome", uk: "Доказ результату" },
    load: () => import("./EvidenceScreen.tsx").then((it) => it.EvidenceScreen),
  },
]);
