import { lazy } from "react";
import { defineScreens } from "../../../platform/ui/screenRoutes.ts";
import { centreMonthAccess } from "./access.ts";

export const monthRoutes = defineScreens([
  {
    path: "/month",
    title: { pl: "Miesiąc centrum", en: "Month of the centre", uk: "Місяць центру" },
    load: () => import("./MonthScreen.tsx").then((it) => it.MonthScreen),
  },
  {
    path: "/month/$ipzsId",
    title: { pl: "Miesiąc uczestnika", en: "A participant's month", uk: "Місяць учасника" },
    load: () => import("./PersonMonthScreen.tsx").then((it) => it.PersonMonthScreen),
  },
]);

export const monthHome = [
  {
    id: "benefit.month",
    roles: Object.keys(centreMonthAccess["centre-month.read"]),
    Part: lazy(() => import("./HomeMonth.tsx").then((it) => ({ default: it.HomeMonth }))),
  },
];
