import { listHome, listRoutes } from "./list/screens.ts";
import { monthHome, monthRoutes } from "./month/screens.ts";

export const routes = [...monthRoutes, ...listRoutes];

/** Parts of the first screen. */
export const benefitHome = [...monthHome, ...listHome];
