import type { OfflineRoom } from "../../../platform/device/contract.ts";

/** What rooms say of their commands to the device: one line a room, loaded when the device opens. */
export const offlineRooms: readonly (() => Promise<OfflineRoom>)[] = [
  () => import("../../../modules/outreach/offline.ts").then((it) => it.offline),
  () => import("../../../modules/street-work/offline.ts").then((it) => it.offline),
  () => import("../../../modules/conflict/offline.ts").then((it) => it.offline),
  () => import("../../../modules/person/offline.ts").then((it) => it.offline),
  () => import("../../../modules/referral/offline.ts").then((it) => it.offline),
  () => import("../../../modules/facility/offline.ts").then((it) => it.offline),
  () => import("../../../modules/attendance/offline.ts").then((it) => it.offline),
  () => import("../../../modules/activity/offline.ts").then((it) => it.offline),
];
