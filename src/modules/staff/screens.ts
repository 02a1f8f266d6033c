import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/volunteers",
    title: { pl: "Wolontariusze", en: "Volunteers", uk: "Волонтерство" },
    load: () => import("./VolunteersScreen.tsx").then((it) => it.VolunteersScreen),
  },
  {
    path: "/volunteers/$volunteerId",
    title: { pl: "Karta wolontariatu", en: "Volunteer", uk: "Картка волонтерства" },
    load: () => import("./VolunteerScreen.tsx").then((it) => it.VolunteerScreen),
  },
]);

/** Parts of the first screen. */
export const staffHome: readonly never[] = [];
