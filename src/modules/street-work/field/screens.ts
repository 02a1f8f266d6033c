import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

/** The street's work on the phone. */
export const fieldRoutes = defineScreens([
  {
    path: "/work-report",
    title: { pl: "Moje raporty z pracy", en: "My work reports", uk: "Мої звіти про роботу" },
    load: () => import("./OwnReportsScreen.tsx").then((it) => it.OwnReportsScreen),
  },
  {
    path: "/work-report/$shiftId",
    title: { pl: "Raport z pracy", en: "Work report", uk: "Звіт про роботу" },
    load: () => import("./OwnReportScreen.tsx").then((it) => it.OwnReportScreen),
  },
  {
    path: "/info-cards",
    title: { pl: "Karty informacyjne", en: "Information cards", uk: "Інформаційні картки" },
    load: () => import("./InfoReaderScreen.tsx").then((it) => it.InfoReaderScreen),
  },
]);
