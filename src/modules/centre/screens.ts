import { lazy } from "react";
import { entryRoutes } from "./entry/screens.ts";
import { ipzsAccess } from "./ipzs/access.ts";
import { ipzsRoutes } from "./ipzs/screens.ts";

export const routes = [...entryRoutes, ...ipzsRoutes];

/** Parts of the first screen: ways in that wait for the reader's step; programmes that wait for whoever decides and prepares. */
export const centreHome = [
  {
    id: "referral.entries",
    roles: ["SOCIAL_WORKER", "SOCIAL_WORK_MANAGER", "REINTEGRATION_SOCIAL_WORKER", "CIS_MANAGER", "KIS_COORDINATOR"],
    Part: lazy(() => import("./entry/HomeEntries.tsx").then((it) => ({ default: it.HomeEntries }))),
  },
  {
    id: "plan.ipzs",
    roles: Object.keys(ipzsAccess["ipzs.decide"]),
    Part: lazy(() => import("./ipzs/HomeIpzs.tsx").then((it) => ({ default: it.HomeIpzs }))),
  },
];
