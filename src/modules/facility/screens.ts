import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/places",
    title: { pl: "Wolne miejsca", en: "Free places", uk: "Вільні місця" },
    load: () => import("./FreePlacesScreen.tsx").then((it) => it.FreePlacesScreen),
  },
]);
