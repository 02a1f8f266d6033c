import { definePermissions } from "../../../platform/access.ts";
import { centreEntryAccess } from "../entry/access.ts";

/** Whoever decides of a club: its coordinator. Source: docs/domain/rules.md R-KIS-01, R-KIS-02 */
const writers = { KIS_COORDINATOR: "unit" } as const;

export const clubAccess = definePermissions({
  "club-stay.set": writers,
  "club-stay.prolong": writers,
  "club-stay.end": writers,
  "club-stay.certify": writers,
  "club-stay.read": centreEntryAccess["centre-entry.read"],
  "club-stay.print": centreEntryAccess["centre-entry.read"],
});
