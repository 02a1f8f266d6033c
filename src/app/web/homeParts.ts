import type { ComponentType, LazyExoticComponent } from "react";
import { activityHome } from "../../modules/activity/screens.ts";
import { attendanceHome } from "../../modules/attendance/screens.tsx";
import { benefitHome } from "../../modules/benefit/screens.ts";
import { caseworkHome } from "../../modules/casework/screens.tsx";
import { centreHome } from "../../modules/centre/screens.ts";
import { conflictHome } from "../../modules/conflict/screens.ts";
import { counsellingHome } from "../../modules/counselling/screens.ts";
import { deviceHome } from "../../modules/device/screens.ts";
import { outreachHome } from "../../modules/outreach/screens.tsx";
import { planHome } from "../../modules/plan/screens.ts";
import { projectHome } from "../../modules/project/screens.tsx";
import { recruitmentHome } from "../../modules/recruitment/screens.ts";
import { referralHome } from "../../modules/referral/screens.ts";
import { contractHome } from "../../modules/social-contract/screens.ts";
import { staffHome } from "../../modules/staff/screens.ts";
import { streetWorkHome } from "../../modules/street-work/screens.tsx";

/** A part of the first screen that a room brings: `{ id, roles, Part: lazy(() => import("…")) }`. */
export type HomePart = {
  id: string;
  roles: readonly string[] | "all";
  Part: ComponentType | LazyExoticComponent<ComponentType>;
};

/** Rooms add their parts here, most urgent first. */
export const homeParts: readonly HomePart[] = [
  ...conflictHome,
  ...deviceHome,
  ...referralHome,
  ...outreachHome,
  ...streetWorkHome,
  ...counsellingHome,
  ...attendanceHome,
  ...benefitHome,
  ...recruitmentHome,
  ...centreHome,
  ...planHome,
  ...contractHome,
  ...caseworkHome,
  ...activityHome,
  ...staffHome,
  ...projectHome,
];
