import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/register",
    title: { pl: "Dziennik", en: "Registers", uk: "Журнал" },
    load: () => import("./RegistersTodayScreen.tsx").then((it) => it.RegistersTodayScreen),
  },
  {
    path: "/register/$sessionId",
    title: { pl: "Lista obecności", en: "Register", uk: "Список присутності" },
    load: () => import("./RegisterScreen.tsx").then((it) => it.RegisterScreen),
  },
  {
    path: "/groups/$groupId",
    title: { pl: "Grupa", en: "Group", uk: "Група" },
    load: () => import("./GroupScreen.tsx").then((it) => it.GroupScreen),
  },
]);
