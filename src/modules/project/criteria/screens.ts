import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

export const criteriaRoutes = defineScreens([
  {
    path: "/projects/$projectId/criteria",
    title: { pl: "Kto może wziąć udział", en: "Who may take part", uk: "Хто може взяти участь" },
    load: () => import("./CriteriaScreen.tsx").then((it) => it.CriteriaScreen),
  },
  {
    path: "/projects/$projectId/criteria/edit",
    title: { pl: "Zmień kryteria", en: "Change the criteria", uk: "Змінити критерії" },
    load: () => import("./EditCriteriaScreen.tsx").then((it) => it.EditCriteriaScreen),
  },
  {
    path: "/projects/$projectId/exceptions",
    title: { pl: "Wyjątki przy przyjęciu", en: "Exceptions at the door", uk: "Винятки при прийомі" },
    load: () => import("./ExceptionsScreen.tsx").then((it) => it.ExceptionsScreen),
  },
]);
