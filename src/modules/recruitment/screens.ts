import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([]);

/** Parts of the first screen. */
export const recruitmentHome: readonly never[] = [];
