import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/reports",
    title: { pl: "Sprawozdania", en: "Reports", uk: "Звіти" },
    load: () => import("./ReportsScreen.tsx").then((it) => it.ReportsScreen),
  },
  {
    path: "/reports/effectiveness/$projectId",
    title: { pl: "Efektywność 60/25", en: "Effectiveness 60/25", uk: "Ефективність 60/25" },
    load: () => import("./EffectivenessScreen.tsx").then((it) => it.EffectivenessScreen),
  },
  {
    path: "/reports/effectiveness/$projectId/people",
    title: { pl: "Kto stoi za liczbą", en: "Who is behind the number", uk: "Хто за числом" },
    load: () => import("./CellScreen.tsx").then((it) => it.LiveCellScreen),
  },
  {
    path: "/reports/sent/$snapshotId",
    title: { pl: "Wysłane sprawozdanie", en: "Report sent", uk: "Надісланий звіт" },
    load: () => import("./SentScreen.tsx").then((it) => it.SentScreen),
  },
  {
    path: "/reports/sent/$snapshotId/people",
    title: { pl: "Kto stoi za liczbą", en: "Who is behind the number", uk: "Хто за числом" },
    load: () => import("./CellScreen.tsx").then((it) => it.SentCellScreen),
  },
]);
