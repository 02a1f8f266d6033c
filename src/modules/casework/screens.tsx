import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { caseworkAccess } from "./access.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/tasks",
    title: { pl: "Zadania", en: "Tasks", uk: "Завдання" },
    load: () => import("./TasksScreen.tsx").then((it) => it.TasksScreen),
  },
  {
    path: "/tasks/new",
    title: { pl: "Dodaj zadanie", en: "Add a task", uk: "Додати завдання" },
    load: () => import("./NewTaskScreen.tsx").then((it) => it.NewTaskScreen),
  },
  {
    path: "/interviews",
    title: { pl: "Wywiady środowiskowe", en: "Environmental interviews", uk: "Соціальні інтерв’ю" },
    load: () => import("./InterviewRegisterScreen.tsx").then((it) => it.InterviewRegisterScreen),
  },
  {
    path: "/glass/$glassId",
    title: {
      pl: "Akta otwarte w nagłej potrzebie",
      en: "A file opened in an emergency",
      uk: "Справа, відкрита екстрено",
    },
    load: () => import("./GlassScreen.tsx").then((it) => it.GlassScreen),
  },
]);

/** Tabs of a person's page: `Tab` takes the person's id; shown to accounts with one of `roles`. */
export const caseworkTabs = [
  {
    code: "case",
    label: { pl: "Sprawa", en: "Case", uk: "Справа" },
    roles: Object.keys(caseworkAccess["case.read"]),
    Tab: lazy(() => import("./CaseTab.tsx").then((it) => ({ default: it.CaseTab }))),
  },
];

/** Parts of the first screen: what is due, then who has gone quiet. */
export const caseworkHome = [
  {
    id: "casework.officer",
    roles: ["DPO"],
    Part: lazy(() => import("./HomeOfficer.tsx").then((it) => ({ default: it.HomeOfficer }))),
  },
  {
    id: "casework.due",
    roles: Object.keys(caseworkAccess["task.read"]),
    Part: lazy(() => import("./HomeDue.tsx").then((it) => ({ default: it.HomeDue }))),
  },
  {
    id: "casework.quiet",
    roles: Object.keys(caseworkAccess["case.read"]),
    Part: lazy(() => import("./HomeQuiet.tsx").then((it) => ({ default: it.HomeQuiet }))),
  },
];
