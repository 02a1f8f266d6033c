import { lazy } from "react";
import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

export const listRoutes = defineScreens([
  {
    path: "/benefits",
    title: { pl: "Listy świadczeń", en: "Benefit lists", uk: "Списки виплат" },
    load: () => import("./BenefitsScreen.tsx").then((it) => it.BenefitsScreen),
  },
  {
    path: "/benefits/$unitId/debts",
    title: { pl: "Nadpłaty do zwrotu", en: "Overpaid benefits", uk: "Переплати до повернення" },
    load: () => import("../debt/DebtsScreen.tsx").then((it) => it.DebtsScreen),
  },
  {
    path: "/benefits/$unitId/advances",
    title: { pl: "Zaliczki od starosty", en: "Advances from the starosta", uk: "Аванси від старости" },
    load: () => import("../advance/AdvancesScreen.tsx").then((it) => it.AdvancesScreen),
  },
  {
    path: "/benefits/$unitId/$month",
    title: { pl: "Lista świadczeń", en: "Benefit list", uk: "Список виплат" },
    load: () => import("./BenefitMonthScreen.tsx").then((it) => it.BenefitMonthScreen),
  },
  {
    path: "/people/$personId/benefits",
    title: { pl: "Świadczenia osoby", en: "Benefits of a person", uk: "Виплати особи" },
    load: () => import("./PersonBenefitsScreen.tsx").then((it) => it.PersonBenefitsScreen),
  },
]);

/** Parts of the first screen: lists that wait for a step. */
export const listHome = [
  {
    id: "benefit.lists",
    roles: ["CIS_MANAGER", "ACCOUNTANT"],
    Part: lazy(() => import("./HomeBenefits.tsx").then((it) => ({ default: it.HomeBenefits }))),
  },
];
