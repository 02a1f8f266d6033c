import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

export const goalsRoutes = defineScreens([
  {
    path: "/projects/$projectId/goals",
    title: { pl: "Cele projektu", en: "Aims of the project", uk: "Цілі проєкту" },
    load: () => import("./EditGoalsScreen.tsx").then((it) => it.EditGoalsScreen),
  },
]);
