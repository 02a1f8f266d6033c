import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { conflictAccess } from "./access.ts";

export const routes = defineScreens([
  {
    path: "/conflicts",
    title: { pl: "Dwie różne wersje", en: "Two different versions", uk: "Дві різні версії" },
    load: () => import("./ConflictsScreen.tsx").then((it) => it.ConflictsScreen),
  },
]);

/** Part of the first screen: that something waits for a decision. Nothing when nothing does. */
export const conflictHome = [
  {
    id: "conflict.waiting",
    roles: Object.keys(conflictAccess["conflict.list"]),
    Part: lazy(() => import("./ConflictNotice.tsx").then((it) => ({ default: it.ConflictsWaiting }))),
  },
];
