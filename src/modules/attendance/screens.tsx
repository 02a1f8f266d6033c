import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { absenceRoutes } from "./absence/screens.ts";
import { attendanceAccess } from "./access.ts";
import { workshopRoutes } from "./workshop/screens.ts";

export const routes = defineScreens([
  ...absenceRoutes,
  ...workshopRoutes,
  {
    path: "/register",
    title: { pl: "Listy obecności", en: "Registers", uk: "Списки присутності" },
    load: () => import("./RegistersTodayScreen.tsx").then((it) => it.RegistersTodayScreen),
  },
  {
    path: "/register/$sessionId",
    title: { pl: "Lista obecności", en: "Register", uk: "Список присутності" },
    load: () => import("./RegisterScreen.tsx").then((it) => it.RegisterScreen),
  },
  {
    path: "/register/month",
    title: { pl: "Miesiąc dzienników", en: "Month of registers", uk: "Місяць журналів" },
    load: () => import("./month/RegisterMonthScreen.tsx").then((it) => it.RegisterMonthScreen),
  },
  {
    path: "/groups/$groupId/cards",
    title: { pl: "Karty obecności", en: "Attendance cards", uk: "Картки присутності" },
    load: () => import("./cards/CardsScreen.tsx").then((it) => it.CardsScreen),
  },
  {
    path: "/groups/$groupId",
    title: { pl: "Grupa", en: "Group", uk: "Група" },
    load: () => import("./GroupScreen.tsx").then((it) => it.GroupScreen),
  },
]);

/** Part of the first screen: the registers of the day, for those who mark them. */
export const attendanceHome = [
  {
    id: "attendance.today",
    roles: Object.keys(attendanceAccess["attendance.mark"]),
    Part: lazy(() => import("./HomeRegisters.tsx").then((it) => ({ default: it.HomeRegisters }))),
  },
];
