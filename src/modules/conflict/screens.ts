import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/conflicts",
    title: { pl: "Dwie różne wersje", en: "Two different versions", uk: "Дві різні версії" },
    load: () => import("./ConflictsScreen.tsx").then((it) => it.ConflictsScreen),
  },
]);
