import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

export const absenceRoutes = defineScreens([
  {
    path: "/absences",
    title: { pl: "Nieobecności", en: "Absences", uk: "Відсутності" },
    load: () => import("./AbsencesScreen.tsx").then((it) => it.AbsencesScreen),
  },
  {
    path: "/absences/new",
    title: { pl: "Nowa nieobecność", en: "A new absence", uk: "Нова відсутність" },
    load: () => import("./NewAbsenceScreen.tsx").then((it) => it.NewAbsenceScreen),
  },
  {
    path: "/absences/$excuseId",
    title: { pl: "Nieobecność", en: "Absence", uk: "Відсутність" },
    load: () => import("./AbsenceScreen.tsx").then((it) => it.AbsenceScreen),
  },
]);
