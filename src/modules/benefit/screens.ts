import { classHome, classRoutes } from "./classes/screens.ts";
import { listHome, listRoutes } from "./list/screens.ts";
import { monthHome, monthRoutes } from "./month/screens.ts";

export const routes = [...monthRoutes, ...classRoutes, ...listRoutes];

/** Parts of the first screen. */
export const benefitHome = [...monthHome, ...classHome, ...listHome];
