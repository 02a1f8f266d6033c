import { routes as assessmentRoutes } from "../../modules/assessment/screens.ts";
import { routes as planRoutes } from "../../modules/plan/screens.ts";
import { routes as attendanceRoutes } from "../../modules/attendance/screens.tsx";
import { routes as programmeRoutes } from "../../modules/programme/screens.tsx";
import { routes as projectRoutes } from "../../modules/project/screens.tsx";
import { routes as outreachRoutes } from "../../modules/outreach/screens.tsx";
import { routes as reportRoutes } from "../../modules/report/screens.tsx";
import { routes as contractRoutes } from "../../modules/social-contract/screens.ts";
import { defineScreens, type ScreenRoute } from "../../platform/ui/screenRoutes.ts";

/** Screens that belong to no room. */
const houseScreens = defineScreens([
  {
    path: "/kit",
    title: { pl: "Wzornik", en: "Kit", uk: "Зразки" },
    load: () => import("./kit/KitScreen.tsx").then((it) => it.KitScreen),
    open: true,
    bare: true,
  },
]);

/** The one registry of screens: a room adds its `routes` here, one line each. */
export const screens: readonly ScreenRoute[] = [
  ...houseScreens,
  ...assessmentRoutes,
  ...planRoutes,
  ...outreachRoutes,
  ...projectRoutes,
  ...programmeRoutes,
  ...attendanceRoutes,
  ...contractRoutes,
  ...reportRoutes,
];
