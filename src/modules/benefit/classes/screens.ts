import { lazy } from "react";
import { defineScreens } from "../../../platform/ui/screenRoutes.ts";
import { classProgrammeAccess } from "./access.ts";

export const classRoutes = defineScreens([
  {
    path: "/month/classes",
    title: { pl: "Program zajęć", en: "Class programme", uk: "Програма занять" },
    load: () => import("./ClassProgrammeScreen.tsx").then((it) => it.ClassProgrammeScreen),
  },
]);

export const classHome = [
  {
    id: "benefit.classes",
    roles: Object.keys(classProgrammeAccess["class-programme.prepare"]),
    Part: lazy(() => import("./HomeClassProgramme.tsx").then((it) => ({ default: it.HomeClassProgramme }))),
  },
];
