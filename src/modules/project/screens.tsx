import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { criteriaRoutes } from "./criteria/screens.ts";
import { goalsRoutes } from "./goals/screens.ts";
import { needsRoutes } from "./needs/screens.ts";
import { planOfProjectRoutes } from "./plan/screens.ts";

export const routes = [
  ...criteriaRoutes,
  ...planOfProjectRoutes,
  ...goalsRoutes,
  ...needsRoutes,
  ...defineScreens([
    {
      path: "/projects",
      title: { pl: "Projekty", en: "Projects", uk: "Проєкти" },
      load: () => import("./ProjectsScreen.tsx").then((it) => it.ProjectsScreen),
    },
    {
      path: "/projects/new",
      title: { pl: "Nowy projekt", en: "New project", uk: "Новий проєкт" },
      load: () => import("./EditProjectScreen.tsx").then((it) => it.NewProjectScreen),
    },
    {
      path: "/projects/$projectId",
      title: { pl: "Projekt", en: "Project", uk: "Проєкт" },
      load: () => import("./ProjectScreen.tsx").then((it) => it.ProjectScreen),
    },
    {
      path: "/projects/$projectId/card",
      title: { pl: "Karta projektu", en: "Project card", uk: "Картка проєкту" },
      load: () => import("./EditProjectScreen.tsx").then((it) => it.EditProjectScreen),
    },
  ]),
];

/** Part of the first screen: the projects, for those who settle or steer them. */
export const projectHome = [
  {
    id: "project.all",
    roles: ["PROJECT_COORDINATOR", "ACCOUNTANT"],
    Part: lazy(() => import("./HomeProjects.tsx").then((it) => ({ default: it.HomeProjects }))),
  },
];
