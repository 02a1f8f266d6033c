import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

const title = { pl: "Warsztat", en: "Workshop", uk: "Майстерня" };

export const workshopRoutes = defineScreens([
  { path: "/workshop", title, load: () => import("./WorkshopsScreen.tsx").then((it) => it.WorkshopsScreen) },
  { path: "/workshop/$groupId", title, load: () => import("./WorkshopScreen.tsx").then((it) => it.WorkshopScreen) },
  {
    path: "/workshop/$groupId/card",
    title: { pl: "Karta warsztatu", en: "Workshop card", uk: "Картка майстерні" },
    load: () => import("./WorkshopCardScreen.tsx").then((it) => it.WorkshopCardScreen),
  },
]);
