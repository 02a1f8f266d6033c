import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { counsellingAccess } from "./access.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/consultations",
    title: { pl: "Dyżury i zapisy", en: "Duties and bookings", uk: "Чергування та записи" },
    load: () => import("./SlotsScreen.tsx").then((it) => it.SlotsScreen),
  },
  {
    path: "/consultations/duties",
    title: { pl: "Plan dyżurów", en: "Plan of duties", uk: "План чергувань" },
    load: () => import("./DutiesScreen.tsx").then((it) => it.DutiesScreen),
  },
  {
    path: "/consultations/my-day",
    title: { pl: "Mój dzień", en: "My day", uk: "Мій день" },
    load: () => import("./MyDayScreen.tsx").then((it) => it.MyDayScreen),
  },
  {
    path: "/consultations/talks/new",
    title: { pl: "Karta porady", en: "Note of a talk", uk: "Картка поради" },
    load: () => import("./WriteTalkScreen.tsx").then((it) => it.WriteTalkScreen),
  },
]);

/** Part of the first screen: the day of who gives advice; for who books and plans, the way to it. */
export const counsellingHome = [
  {
    id: "counselling.my-day",
    roles: [
      ...new Set([
        ...Object.keys(counsellingAccess["counselling.read-my-day"]),
        ...Object.keys(counsellingAccess["consultant-duty.record"]),
      ]),
    ],
    Part: lazy(() => import("./HomeMyDay.tsx").then((it) => ({ default: it.HomeMyDay }))),
  },
];
