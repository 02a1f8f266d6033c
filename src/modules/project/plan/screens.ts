import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

export const planOfProjectRoutes = defineScreens([
  {
    path: "/projects/$projectId/plan",
    title: {
      pl: "Partnerzy, zadania, wskaźniki",
      en: "Partners, tasks, indicators",
      uk: "Партнери, завдання, показники",
    },
    load: () => import("./EditPlanScreen.tsx").then((it) => it.EditPlanScreen),
  },
]);
