import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/devices",
    title: { pl: "Urządzenia", en: "Devices", uk: "Пристрої" },
    load: () => import("./DevicesScreen.tsx").then((it) => it.DevicesScreen),
  },
]);
