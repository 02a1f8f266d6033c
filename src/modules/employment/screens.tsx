import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/employment",
    title: { pl: "Zatrudnienie", en: "Employment", uk: "Працевлаштування" },
    load: () => import("./EmploymentScreen.tsx").then((it) => it.EmploymentScreen),
  },
  {
    path: "/employment/employers/new",
    title: { pl: "Nowy pracodawca", en: "New employer", uk: "Новий роботодавець" },
    load: () => import("./RecordEmployerScreen.tsx").then((it) => it.RecordEmployerScreen),
  },
  {
    path: "/employment/employers/$employerId",
    title: { pl: "Pracodawca", en: "Employer", uk: "Роботодавець" },
    load: () => import("./EmployerScreen.tsx").then((it) => it.EmployerScreen),
  },
  {
    path: "/employment/employers/$employerId/declaration",
    title: { pl: "Deklaracja pracodawcy", en: "Employer's declaration", uk: "Декларація роботодавця" },
    load: () => import("./DeclarationScreen.tsx").then((it) => it.DeclarationScreen),
  },
  {
    path: "/employment/log/new",
    title: { pl: "Wpis do dziennika trenera", en: "Job coach's log entry", uk: "Запис у щоденник тренера" },
    load: () => import("./WriteLogScreen.tsx").then((it) => it.WriteLogScreen),
  },
  {
    path: "/employment/placements/new",
    title: { pl: "Nowe umieszczenie", en: "New placement", uk: "Нове місце праці" },
    load: () => import("./PlanPlacementScreen.tsx").then((it) => it.PlanPlacementScreen),
  },
  {
    path: "/employment/placements/$placementId",
    title: { pl: "Umieszczenie", en: "Placement", uk: "Місце праці" },
    load: () => import("./PlacementScreen.tsx").then((it) => it.PlacementScreen),
  },
]);
