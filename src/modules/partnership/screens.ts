import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/partnerships",
    title: { pl: "Partnerstwa", en: "Partnerships", uk: "Партнерства" },
    load: () => import("./PartnershipsScreen.tsx").then((it) => it.PartnershipsScreen),
  },
  {
    path: "/shares",
    title: { pl: "Udostępnione nam", en: "Shared with us", uk: "Надано нам" },
    load: () => import("./ReceivedScreen.tsx").then((it) => it.ReceivedScreen),
  },
  {
    path: "/shares/$shareId",
    title: { pl: "Osoba udostępniona", en: "A shared person", uk: "Надана особа" },
    load: () => import("./SharedPersonScreen.tsx").then((it) => it.SharedPersonScreen),
  },
]);
