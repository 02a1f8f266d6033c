import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { fieldRoutes } from "./field/screens.ts";

export const routes = [
  ...fieldRoutes,
  ...defineScreens([
    {
      path: "/street-work",
      title: { pl: "Praca ulicy", en: "Street work", uk: "Вулична робота" },
      load: () => import("./StreetWorkScreen.tsx").then((it) => it.StreetWorkScreen),
    },
    {
      path: "/street-work/reports/$reportId",
      title: { pl: "Raport z pracy", en: "Work report", uk: "Звіт про роботу" },
      load: () => import("./WorkReportScreen.tsx").then((it) => it.WorkReportScreen),
    },
    {
      path: "/street-work/month",
      title: { pl: "Miesiąc zespołu", en: "The team's month", uk: "Місяць команди" },
      load: () => import("./StreetMonthScreen.tsx").then((it) => it.StreetMonthScreen),
    },
    {
      path: "/street-work/training",
      title: { pl: "Szkolenia i superwizja", en: "Training and supervision", uk: "Навчання і супервізія" },
      load: () => import("./TrainingScreen.tsx").then((it) => it.TrainingScreen),
    },
    {
      path: "/street-work/info-cards",
      title: { pl: "Karty informacyjne", en: "Information cards", uk: "Інформаційні картки" },
      load: () => import("./InfoCardsScreen.tsx").then((it) => it.InfoCardsScreen),
    },
    {
      path: "/street-work/strain",
      title: { pl: "Obciążenie zespołów", en: "Strain of the teams", uk: "Навантаження команд" },
      load: () => import("./StrainScreen.tsx").then((it) => it.StrainScreen),
    },
  ]),
];

/** Parts of the first screen, for who leads a street team and for who supervises one. */
export const streetWorkHome = [
  {
    id: "street-work.reports",
    roles: ["OUTREACH_COORDINATOR"],
    Part: lazy(() => import("./HomeStreetWork.tsx").then((it) => ({ default: it.HomeStreetWork }))),
  },
  {
    id: "street-work.strain",
    roles: ["SUPERVISOR"],
    Part: lazy(() => import("./HomeStreetWork.tsx").then((it) => ({ default: it.HomeStrain }))),
  },
];
