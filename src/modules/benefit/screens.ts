import { monthHome, monthRoutes } from "./month/screens.ts";

export const routes = [...monthRoutes];

/** Parts of the first screen. */
export const benefitHome = [...monthHome];
