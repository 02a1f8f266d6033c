import { routes as activityRoutes } from "../../modules/activity/screens.ts";
import { routes as assessmentRoutes } from "../../modules/assessment/screens.ts";
import { routes as attendanceRoutes } from "../../modules/attendance/screens.tsx";
import { routes as benefitRoutes } from "../../modules/benefit/screens.ts";
import { routes as auditRoutes } from "../../modules/casework/auditScreens.ts";
import { routes as caseworkRoutes } from "../../modules/casework/screens.tsx";
import { routes as centreRoutes } from "../../modules/centre/screens.ts";
import { routes as conflictRoutes } from "../../modules/conflict/screens.ts";
import { routes as counsellingRoutes } from "../../modules/counselling/screens.ts";
import { roomWords } from "../../modules/device/roomWords.ts";
import { routes as deviceRoutes } from "../../modules/device/screens.ts";
import { routes as employmentRoutes } from "../../modules/employment/screens.tsx";
import { routes as facilityRoutes } from "../../modules/facility/screens.ts";
import { routes as organisationRoutes } from "../../modules/organisation/screens.ts";
import { routes as outcomeRoutes } from "../../modules/outcome/screens.tsx";
import { routes as outreachRoutes } from "../../modules/outreach/screens.tsx";
import { routes as participantRoutes } from "../../modules/participant/screens.tsx";
import { routes as partnershipRoutes } from "../../modules/partnership/screens.ts";
import { routes as personRoutes } from "../../modules/person/screens.tsx";
import { routes as planRoutes } from "../../modules/plan/screens.ts";
import { routes as programmeRoutes } from "../../modules/programme/screens.tsx";
import { routes as projectRoutes } from "../../modules/project/screens.tsx";
import { routes as recruitmentRoutes } from "../../modules/recruitment/screens.ts";
import { routes as referralRoutes } from "../../modules/referral/screens.ts";
import { routes as reportRoutes } from "../../modules/report/screens.tsx";
import { routes as contractRoutes } from "../../modules/social-contract/screens.ts";
import { routes as staffRoutes } from "../../modules/staff/screens.ts";
import { routes as streetWorkRoutes } from "../../modules/street-work/screens.tsx";
import { defineScreens, type ScreenRoute } from "../../platform/ui/screenRoutes.ts";

/** Screens that belong to no room. */
const houseScreens = defineScreens([
  {
    path: "/kit",
    title: { pl: "Wzornik", en: "Kit", uk: "Зразки" },
    load: () => import("./kit/KitScreen.tsx").then((it) => it.KitScreen),
    open: true,
    bare: true,
  },
  {
    path: "/device",
    title: { pl: "Ten telefon", en: "This phone", uk: "Цей телефон" },
    load: () => import("./device/PhoneScreen.tsx").then((it) => it.PhoneScreen),
  },
  {
    path: "/outbox",
    title: { pl: "Zapisane na telefonie", en: "Saved on the phone", uk: "Збережено на телефоні" },
    load: () => import("./device/OutboxScreen.tsx").then((it) => it.OutboxScreen),
  },
  {
    path: "/people",
    title: { pl: "Moje osoby", en: "My people", uk: "Мої люди" },
    load: () => import("./PeopleScreen.tsx").then((it) => it.PeopleScreen),
  },
  {
    path: "/people/$personId",
    title: { pl: "Kartoteka osoby", en: "Person's file", uk: "Картка особи" },
    load: () => import("./PersonScreen.tsx").then((it) => it.PersonScreen),
  },
]);

roomWords.load = async () => {
  const { offlineRooms } = await import("./device/rooms.ts");
  const rooms = await Promise.all(offlineRooms.map((load) => load()));
  return rooms.flatMap(({ words }) => (words ? [words] : []));
};

/** The one registry of screens: a room adds its `routes` here, one line each. */
export const screens: readonly ScreenRoute[] = [
  ...houseScreens,
  ...organisationRoutes,
  ...deviceRoutes,
  ...auditRoutes,
  ...conflictRoutes,
  ...personRoutes,
  ...caseworkRoutes,
  ...assessmentRoutes,
  ...counsellingRoutes,
  ...planRoutes,
  ...outreachRoutes,
  ...streetWorkRoutes,
  ...facilityRoutes,
  ...projectRoutes,
  ...partnershipRoutes,
  ...programmeRoutes,
  ...recruitmentRoutes,
  ...activityRoutes,
  ...staffRoutes,
  ...attendanceRoutes,
  ...contractRoutes,
  ...employmentRoutes,
  ...outcomeRoutes,
  ...referralRoutes,
  ...centreRoutes,
  ...benefitRoutes,
  ...reportRoutes,
  ...participantRoutes,
];
