import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/mine",
    title: { pl: "Co dalej", en: "What next", uk: "Що далі" },
    load: () => import("./MineScreen.tsx").then((it) => it.MineScreen),
  },
  {
    path: "/mine/benefits",
    title: { pl: "Twoje świadczenie", en: "Your benefit", uk: "Твоя виплата" },
    load: () => import("./OwnBenefitsScreen.tsx").then((it) => it.OwnBenefitsScreen),
  },
]);
