import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { deviceAccess } from "./access.ts";

export const routes = defineScreens([
  {
    path: "/devices",
    title: { pl: "Urządzenia", en: "Devices", uk: "Пристрої" },
    load: () => import("./DevicesScreen.tsx").then((it) => it.DevicesScreen),
  },
]);

/** Who leads a unit decides what of its phones waits. */
export const deviceHome = [
  {
    id: "device-entries",
    roles: Object.keys(deviceAccess["device-entry.decide"]),
    Part: lazy(() => import("./HomeWaiting.tsx").then((it) => ({ default: it.HomeWaiting }))),
  },
];
